internal import KitCore

/// What a command's help says beside what the parser knows: lines to type, and what the exit statuses mean.
struct CommandGuidance {
  /// A line that somebody might type, and what it does.
  struct Example {
    let line: String
    let meaning: String

    init(_ line: String, _ meaning: String) { (self.line, self.meaning) = (line, meaning) }
  }

  var examples: [Example] = []
  /// What statuses mean that this command has beside, or not as, the usual ones.
  var statuses: [(status: ExitStatus, meaning: String)] = []

  /// The guidance for a command by its words, such as `git-driver install`; without examples where none are kept.
  static func of(_ command: String) -> CommandGuidance { known[command] ?? CommandGuidance() }

  /// `EXAMPLES:` and the lines below it; `nil` without any.
  var examplesText: String? {
    if examples.isEmpty { return nil }
    let column = examples.map { $0.line.count }.filter { $0 <= Self.widest }.max() ?? 0
    let lines = examples.flatMap { (example: Example) -> [String] in
      let first = "  " + TextLayout.padded(example.line, to: column)
      if example.line.count > Self.widest {
        return [first] + TextLayout.wrapped(example.meaning, to: 80, first: "      ")
      }
      return TextLayout.wrapped(
        example.meaning, to: 80, first: first + "  ", rest: String(repeating: " ", count: column + 4))
    }
    return (["EXAMPLES:"] + lines).joined(separator: "\n")
  }

  /// `EXIT STATUS:` and the lines below it.
  var statusText: String {
    let usual: [(status: ExitStatus, meaning: String)] = [
      (.done, "done"), (.failed, "it could not be done; nothing half-done is left"),
      (.wrongUsage, "the command was not understood"),
    ]
    let own = statuses.map { $0.status }
    let all = (usual.filter { !own.contains($0.status) } + statuses).sorted {
      $0.status.rawValue < $1.status.rawValue
    }
    let lines = all.flatMap { (entry: (status: ExitStatus, meaning: String)) -> [String] in
      let number = TextLayout.padded(String(entry.status.rawValue), to: 4)
      return TextLayout.wrapped(entry.meaning, to: 80, first: "  \(number)", rest: "      ")
    }
    return (["EXIT STATUS:"] + lines).joined(separator: "\n")
  }

  /// A longer line has its meaning below it.
  private static let widest = 40
}
