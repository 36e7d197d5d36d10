internal import ArgumentParser
internal import KitCore

/// `kitbag show`: a kit, or one of its parts, as people read it.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show a kit, a plan, a block, a guide or another part as people read it.",
    discussion: """
      Without an address the kit as a whole is shown. Addresses look like plan:half-day, \
      plan:half-day#welcome, guide:facilitating#before, method:lean-coffee, resource:cards/user-needs, \
      checklist:host, event:2026-03-leeds. Parameters are filled in where a value is known.
      """)

  @Argument(help: "The part to show, by its address or by its id alone.")
  var address: String?

  @Option(help: ArgumentHelp("Show how the plan fits this many minutes.", valueName: "minutes"))
  var ifShort: Int?

  @Option(help: ArgumentHelp("When the session begins, such as 13:30.", valueName: "time"))
  var start: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let start, ClockTime(start) == nil {
      throw ValidationError("'\(start)' is not a time. Write it like 13:30.")
    }
    if let ifShort, !(1...1440).contains(ifShort) {
      throw ValidationError("'--if-short' needs whole minutes, from 1 to 1440.")
    }
  }

  func run() throws {
    let reading = try KitFolder(at: shared.path(nil)).readKit().reading
    guard let kit = reading.kit, !reading.diagnostics.contains(where: { $0.rule == "no-kit" }) else {
      throw Failure(
        what: reading.diagnostics.first?.message ?? "This folder holds no kit.",
        next: reading.diagnostics.first?.remedy)
    }
    let show = Show(kit, clock: Show.Clock(start: start.flatMap { ClockTime($0) }, ifShort: ifShort))
    let address = try part(show, kit)
    let output = Output(shared)
    if shared.json {
      guard let json = show.json(of: address) else { throw missing(show) }
      output.print(bytes: Array(json.prettyText.utf8))
      return
    }
    guard let text = show.text(of: address) else { throw missing(show) }
    output.print(text)
    if !reading.isUsable {
      output.warn("This kit has errors; what they touch may be missing above. 'kitbag check' names them.")
    }
  }

  /// What the person asked for; the only plan where times are asked of the whole kit.
  private func part(_ show: Show, _ kit: Kit) throws -> Address {
    guard let address else {
      guard ifShort != nil || start != nil else { return .kit }
      guard kit.plans.count == 1, let plan = kit.plans.first else {
        throw Failure(
          status: .wrongUsage, what: "Times belong to a plan, and this kit has \(kit.plans.count).",
          next: "Name one: " + kit.plans.map(\.address.description).joined(separator: ", ") + ".")
      }
      return plan.address
    }
    guard let found = show.address(of: address) else { throw missing(show) }
    return found
  }

  private func missing(_ show: Show) -> Failure {
    let word = address ?? "kit"
    return Failure(
      what: "There is no part '\(word)' in this kit.",
      next: show.nearest(to: word).map { "Did you mean '\($0)'?" } ?? "'kitbag show' lists what the kit has.")
  }
}
