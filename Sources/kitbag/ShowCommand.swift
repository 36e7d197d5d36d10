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
      checklist:host, event:2026-03-leeds; an id alone is enough where only one part has it. The kit is the \
      one around the current folder, unless a folder is named. Parameters are filled in where a value is known.
      """)

  @Argument(
    help: ArgumentHelp(
      "The part to show, by its address or its id; before it, or alone, the folder of a kit.",
      valueName: "folder or address"))
  var words: [String] = []

  @Option(
    help: ArgumentHelp("Show how the plan fits this time: 90, 90m, 2h, 1h30.", valueName: "time"),
    transform: {
      guard let minutes = TypedMinutes.reading($0) else {
        throw ValidationError(
          "'--if-short \($0)' is no time from 1 minute to a day. Write it like 90, 2h or 1h30.")
      }
      return minutes
    })
  var ifShort: Int?

  @Option(help: ArgumentHelp("When the session begins, such as 13:30.", valueName: "time"))
  var start: String?

  @Option(help: ArgumentHelp("Show titles and texts in this language, such as cy.", valueName: "language"))
  var lang: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if let start, ClockTime(start) == nil {
      throw ValidationError("'\(start)' is not a time. Write it like 13:30.")
    }
    if words.count > 2 {
      throw ValidationError("Name one part, with the folder of its kit before it if need be.")
    }
  }

  func run() throws {
    let (folder, word) = asked()
    let reading = try KitFolder(at: shared.kitFolder(folder)).readKit().reading
    let (kit, show) = try open(reading, folder)
    let address = try part(word, show, kit)
    let output = Output(shared)
    guard let text = show.text(of: address) else { throw missing(word ?? "kit", address, reading, show) }
    if shared.json, let json = show.json(of: address) {
      output.print(bytes: Array(json.prettyText.utf8))
    } else {
      output.print(text)
    }
    if !shared.json, !reading.isUsable {
      let check = shared.typed("check", folder: folder)
      output.warn("This kit has errors; what they touch may be missing above. '\(check)' names them.")
    }
    if !show.fits(address) { throw Outcome(status: .failed) }
  }

  /// The folder and the part that were typed. One word alone is a folder if it is one that holds a kit, or if there is
  /// no kit here that it could be a part of.
  private func asked() -> (folder: String?, part: String?) {
    guard let first = words.first else { return (nil, nil) }
    if words.count == 2 { return (first, words[1]) }
    if shared.isKit(first) { return (first, nil) }
    let isFolder = WorkFolder(shared.directory).isFolder(first)
    return isFolder && !shared.isKit(shared.kitFolder(nil), isTyped: false) ? (first, nil) : (nil, first)
  }

  private func open(_ reading: KitReading, _ folder: String?) throws -> (Kit, Show) {
    guard let kit = reading.kit, !reading.diagnostics.contains(where: { $0.rule == "no-kit" }) else {
      throw Failure(
        what: reading.diagnostics.first?.message ?? "This folder holds no kit.",
        next: reading.diagnostics.first?.remedy)
    }
    if let lang, !kit.identity.languages.contains(lang) {
      throw Failure(
        what: "This kit has no words in '\(lang)'.",
        next: "Its languages are: \(kit.identity.languages.joined(separator: ", ")).")
    }
    let clock = Show.Clock(start: start.flatMap { ClockTime($0) }, ifShort: ifShort)
    return (kit, Show(kit, clock: clock, language: lang, command: shared.typed("show", folder: folder)))
  }

  /// What the person asked for; the only plan where times are asked of the whole kit.
  private func part(_ word: String?, _ show: Show, _ kit: Kit) throws -> Address {
    guard let word else {
      guard ifShort != nil || start != nil else { return .kit }
      guard kit.plans.count == 1, let plan = kit.plans.first else {
        throw Failure(
          status: .wrongUsage, what: "Times belong to a plan, and this kit has \(kit.plans.count).",
          next: "Name one: " + kit.plans.map(\.address.description).joined(separator: ", ") + ".")
      }
      return plan.address
    }
    let found = show.addresses(of: word)
    guard let first = found.first else { throw unknown(word, show) }
    if found.count > 1 {
      throw Failure(
        what: "'\(word)' could be several parts of this kit.",
        next: "Name one: " + found.map(\.description).joined(separator: ", ") + ".")
    }
    return first
  }

  /// Why a part is not shown: its file cannot be read, or there is no such part.
  private func missing(_ word: String, _ address: Address, _ reading: KitReading, _ show: Show) -> Failure {
    let cause = reading.diagnostics.first { $0.address?.file == address.file && $0.severity == .error }
    guard reading.kit?.unread.contains(address.file) == true, let cause else { return unknown(word, show) }
    return Failure(
      what: "This file cannot be read. \(cause.message)",
      place: [cause.path, cause.place?.description].compactMap { $0 }.joined(separator: ":"),
      safe: "Nothing was changed.", next: cause.remedy)
  }

  private func unknown(_ word: String, _ show: Show) -> Failure {
    Failure(
      what: "There is no part '\(word)' in this kit.",
      next: show.nearest(to: word).map { "Did you mean '\($0)'?" }
        ?? "'\(show.command)' lists what the kit has.")
  }
}
