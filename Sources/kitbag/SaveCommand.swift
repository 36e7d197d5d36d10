internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag save`: keep the work so far.
struct SaveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "Keep the work so far, with a summary written for you.",
    discussion: """
      Keeps every file of the kit as it is now, so that you can always come back to it. In a kit's folder that \
      was never saved, its past begins here. Mistakes in the kit do not stop a save; 'kitbag check' names them.
      """)

  @Option(name: .shortAndLong, help: ArgumentHelp("Your own words for it.", valueName: "text"))
  var message: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let saved = try await save()
    let output = Output(shared)
    if shared.json { return output.print(bytes: Array(json(saved).prettyText.utf8)) }
    if let operation = saved.operation {
      output.print(operation.summary + ".")
      if saved.changes.count > 1 || message != nil {
        for change in saved.changes { output.note("  " + change.sentence) }
      }
      // Before the first step there is no kit to go back to.
      output.note(
        operation.before.main == nil
          ? "This is step \(operation.number): the kit's past begins here."
          : "This is step \(operation.number); 'kitbag undo' goes back to before it.")
    } else {
      output.print("There is nothing to save: the kit is as it was saved last.")
    }
    for change in saved.foreign { output.warn(change.words) }
  }

  private func save() async throws -> Saved {
    do {
      var workspace = try await work.open(shared.folder())
      return try await workspace.save(message: message)
    } catch FranchiseError.noHistory {
      return try await Workspace.begin(in: shared.folder(), work.conditions(), message: message).saved
    }
  }

  private func json(_ saved: Saved) -> JSON {
    JSON.compact([
      (name: "saved", value: .boolean(saved.operation != nil)),
      (name: "summary", value: .string(saved.summary.sentence)),
      (name: "changes", value: .strings(saved.changes.map(\.sentence))),
      (name: "files", value: saved.summary.json),
      (name: "step", value: saved.operation.map { JSON.integer($0.number) }),
      (name: "left out", value: .strings(saved.foreign.map(\.path))),
    ])
  }
}

extension FileSummary {
  /// The files for programs.
  var json: JSON {
    .array(
      lines.map { (line: Line) -> JSON in
        ["path": .string(line.path), "what": .string(line.word), "part": .optional(line.part)]
      })
  }
}

extension WorktreeChange {
  /// Why something in the folder is no part of the kit, in one sentence.
  var words: String {
    guard case .foreign(let reason) = kind else { return path }
    let why =
      switch reason {
      case .link: "it is a link to somewhere else"
      case .special: "it is neither a file nor a folder"
      case .repository: "it is a folder with a past of its own"
      case .name: "its name cannot stand in a kit"
      case .size: "it is too large"
      case .unreadable: "it cannot be read"
      case .folder: "there is a folder where the kit has a file"
      }
    return "\(path) is not part of the kit, because \(why). It was left as it is."
  }
}
