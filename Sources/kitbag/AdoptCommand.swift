internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag adopt`: take a part from a sister group.
struct AdoptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Take a part from a sister group's kit, with credit.",
    discussion: """
      The group is one that the network of your kit names, or the folder or address of its kit. What you take \
      stands in your kit as theirs does; who wrote it is credited. When the master takes the same later, nothing is \
      asked. The sister's kit is only read.
      """)

  @Argument(
    help: "The group: its id in the network, a folder, or an address that begins with https:// or ssh://.")
  var group: String

  @Argument(help: "The parts, as addresses: plan:half-day#icebreaker, resource:cards/hopes.")
  var addresses: [String]

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let adopted = try await workspace.adopt(
      from: group, addresses, relativeTo: shared.folder(),
      with: Transport(environment: Surroundings.environment))
    let output = Output(shared)
    if shared.json { return output.print(json(adopted)) }
    if let saved = adopted.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    guard let operation = adopted.operation else {
      return output.print("Your kit has that already, as \(adopted.group) has it.")
    }
    output.print("Taken from \(adopted.group), with credit to \(adopted.authors.joined(separator: ", ")):\n")
    output.print(ChangeList(changes: adopted.changes).text(isBrief: true))
    for name in adopted.replaced { output.note("Your own \(name) gave way to it.") }
    output.note("\nThis is step \(operation.number); 'kitbag undo' brings yours back.")
    output.note("Next: look at it with 'kitbag show', and say why you took it with 'kitbag keep'.")
  }

  private func json(_ adopted: Adopted) -> JSON {
    JSON.compact([
      (name: "group", value: .string(adopted.group)), (name: "authors", value: .strings(adopted.authors)),
      (name: "changes", value: ChangeList(changes: adopted.changes).json["changes"]),
      (name: "replaced", value: .strings(adopted.replaced.map(\.description))),
      (name: "step", value: adopted.operation.map { JSON.integer($0.number) }),
      (name: "saved first", value: adopted.savedFirst.map { JSON.integer($0.number) }),
    ])
  }
}
