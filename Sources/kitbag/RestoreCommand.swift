internal import ArgumentParser
internal import Franchise
internal import KitCore

/// `kitbag restore`: take the master's version of parts again.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Take the master's version of a part again.",
    discussion: """
      Works for whole files, blocks, sections and fields, and for what you took out. The master's version is the one \
      that your kit stands on; 'kitbag update' brings newer ones. Everything else stays as it is.
      """)

  @Argument(help: "The parts, as 'kitbag changes' names them: plan:half-day#welcome, guide:hosting.")
  var addresses: [String]

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let restored = try await workspace.restore(addresses)
    let output = Output(shared)
    if shared.json { return output.print(json(restored)) }
    if let saved = restored.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    guard let operation = restored.operation else {
      return output.print("That is as version \(restored.version) of the master has it already.")
    }
    output.print("Taken from version \(restored.version) of the master:\n")
    output.print(ChangeList(changes: restored.changes).text(isBrief: true))
    for part in restored.reasons { output.note("The reason that was noted for \(part) went with it.") }
    output.note("\nThis is step \(operation.number); 'kitbag undo' brings yours back.")
  }

  private func json(_ restored: Restored) -> JSON {
    JSON.compact([
      (name: "parts", value: .strings(restored.parts.map(\.description))),
      (name: "version", value: .string(restored.version)),
      (name: "changes", value: ChangeList(changes: restored.changes).json["changes"]),
      (name: "reasons gone", value: .strings(restored.reasons)),
      (name: "step", value: restored.operation.map { JSON.integer($0.number) }),
      (name: "saved first", value: restored.savedFirst.map { JSON.integer($0.number) }),
    ])
  }
}
