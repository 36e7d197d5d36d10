internal import ArgumentParser
internal import Franchise
internal import KitCore

/// `kitbag undo`: step back.
struct UndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Go back one step; undo again to bring it back.",
    discussion: """
      Everything becomes as it was before the last step, files too. Work that is not saved is saved first, as a \
      step of its own, so that nothing gets lost. 'kitbag operations' lists the steps with their numbers.
      """)

  @Option(help: ArgumentHelp("Go back to how it was after this step instead.", valueName: "step"))
  var to: Int?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let undone = try await workspace.undo(to: to)
    let output = Output(shared)
    if shared.json {
      let json = JSON.compact([
        (name: "step", value: .integer(undone.operation.number)),
        (name: "target", value: .integer(undone.target.number)),
        (name: "saved first", value: undone.savedFirst.map { JSON.integer($0.number) }),
        (name: "kept", value: .strings(undone.kept)),
      ])
      return output.print(bytes: Array(json.prettyText.utf8))
    }
    if let saved = undone.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    output.print(undone.operation.summary + ".")
    for path in undone.kept { output.print("\(path) was being edited, so it was left as it is.") }
    let way = undone.savedFirst.map { "'kitbag undo --to \($0.number)'" } ?? "'kitbag undo'"
    output.note("Nothing is lost: \(way) brings it back.")
  }
}
