internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag fork`: start a group's kit from a master.
struct ForkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fork",
    abstract: "Start your group's kit from a master kit.",
    discussion: """
      Takes the newest release of the master with all of its past, adds group.yaml with who you are and your \
      words for the kit's parameters, and records exactly where you started. From then on the kit is yours; \
      the master is never written to. At a terminal you are asked for what is missing; elsewhere use '--set'.
      """)

  @Argument(help: "Where the master kit is: a folder, or an address that begins with https:// or ssh://.")
  var kit: String

  @Argument(help: "The folder to make for your group's kit; it may be there if it is empty.")
  var folder: String

  @Option(help: ArgumentHelp("Your group's name.", valueName: "name"))
  var group: String

  @Option(help: ArgumentHelp("Your group's id; else made from its name.", valueName: "id"))
  var id: String?

  @Option(help: ArgumentHelp("Where your group is at home; else its name.", valueName: "area"))
  var area: String?

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("The release to start from; else the newest.", valueName: "version"))
  var version: String?

  @Option(
    help: ArgumentHelp("Your word for a parameter of the kit; may be repeated.", valueName: "name=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "Take this plan only, with what it uses; may be repeated.", valueName: "plan:half-day"))
  var only: [String] = []

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    for text in set where !text.contains("=") || text.hasPrefix("=") {
      throw ValidationError("'--set \(text)' needs a name, '=' and a value.")
    }
    if let id, KitID(rawValue: id) == nil {
      throw ValidationError("'\(id)' cannot be a group's id, which has 1 to 64 of a-z, 0-9 and '-'.")
    }
  }

  func run() async throws {
    let values = set.map { (text: String) -> (name: String, text: String) in
      let name = text.prefix { $0 != "=" }
      return (String(name), String(text.dropFirst(name.count + 1)))
    }
    let request = ForkRequest(
      master: try address(), group: group, id: id, area: area, version: version, values: values, only: only)
    let mayAsk = Surroundings.hasTerminal && !shared.json && !shared.quiet
    let output = Output(shared)
    let forked = try await Workspace.fork(
      request, into: shared.folder(folder), with: Transport(environment: Surroundings.environment),
      work.conditions()
    ) { (parameter: Parameter) -> String? in
      mayAsk ? Self.ask(parameter, output) : nil
    }
    if shared.json { return output.print(bytes: Array(json(forked).prettyText.utf8)) }
    tell(forked, output)
  }

  private func address() throws -> RemoteAddress {
    do throws(AddressProblem) {
      return try RemoteAddress(kit, origin: .typed, relativeTo: shared.folder())
    } catch {
      throw FranchiseError.badAddress(error.message, hint: error.hint)
    }
  }

  private static func ask(_ parameter: Parameter, _ output: Output) -> String? {
    output.print("\(parameter.name): \(parameter.description).")
    if !parameter.choices.isEmpty { output.print("  One of: \(parameter.choices.joined(separator: ", "))") }
    if let example = parameter.example { output.print("  For example: \(example)") }
    return readLine()
  }

  private func tell(_ forked: Forked, _ output: Output) {
    let start = forked.isRelease ? "version \(forked.version)" : "its newest state (there is no release yet)"
    output.print("Started the kit of \(group) in \(shared.path(folder)), from \(start) of '\(forked.title)'.")
    if !shared.quiet, !forked.parameters.isEmpty {
      output.print("\nYour words, which stay with you:")
      for parameter in forked.parameters {
        output.print("  \(parameter.name): \(parameter.text)\(parameter.isSet ? "" : " (the kit's own)")")
      }
    }
    if !shared.quiet, !forked.localParts.isEmpty {
      output.print("\nYours to fill, and left alone by every update:")
      for part in forked.localParts { output.print("  \(part)") }
    }
    if !shared.quiet, !forked.leftOut.isEmpty {
      output.print("\nLeft out, because only other plans use it; updates leave it out too:")
      for path in forked.leftOut { output.print("  \(path)") }
    }
    output.note("\nThe master was only read. Everything here is saved.")
    output.note(
      "Next: make it yours in any editor, then 'kitbag save'. 'kitbag status' tells where you stand.")
  }

  private func json(_ forked: Forked) -> JSON {
    let parameters = forked.parameters.map { (parameter: (name: String, text: String, isSet: Bool)) -> JSON in
      ["name": .string(parameter.name), "value": .string(parameter.text), "set": .boolean(parameter.isSet)]
    }
    return [
      "kit": .string(forked.kit), "group": .string(forked.group), "folder": .string(shared.path(folder)),
      "version": .string(forked.version), "release": .boolean(forked.isRelease),
      "base": .string(forked.base.description), "parameters": .array(parameters),
      "local": .strings(forked.localParts), "left out": .strings(forked.leftOut),
      "step": .integer(forked.operation.number),
    ]
  }
}
