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
  static func of(_ command: String) -> CommandGuidance { all[command] ?? CommandGuidance() }

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

  private static let all: [String: CommandGuidance] = [
    "": CommandGuidance(examples: [
      Example("kitbag new our-kit", "start a kit"),
      Example("kitbag show plan:half-day", "read a plan"),
      Example("kitbag check", "see whether anything is wrong"),
      Example("kitbag help save", "more about one command"),
    ]),
    "new": CommandGuidance(examples: [
      Example("kitbag new our-kit", "a kit in the folder our-kit"),
      Example("kitbag new our-kit --title 'Our evenings'", "the same with a name"),
    ]),
    "fork": CommandGuidance(examples: [
      Example(
        "kitbag fork https://example.org/kit leeds --group Leeds",
        "your kit in the folder leeds, from a master on the web"
      ),
      Example(
        "kitbag fork ../master leeds --group Leeds --set host='City Library'",
        "with a word of yours for a parameter"),
    ]),
    "import": CommandGuidance(examples: [
      Example("kitbag import lessons our-kit --as our-kit", "a kit from a folder of lessons")
    ]),
    "show": CommandGuidance(examples: [
      Example("kitbag show", "the whole kit in a page"),
      Example("kitbag show plan:half-day --start 13:00", "a plan with clock times"),
      Example("kitbag show plan:half-day#welcome", "one block of it"),
    ]),
    "check": CommandGuidance(
      examples: [
        Example("kitbag check", "the kit in this folder"),
        Example("kitbag check --quiet", "only what must be mended"),
      ], statuses: [(.failed, "the kit has errors, or could not be read")]),
    "compare": CommandGuidance(examples: [
      Example("kitbag compare", "what is not saved yet"),
      Example("kitbag compare --since 1.2.0", "what changed since a release"),
      Example("kitbag compare london yorkshire", "two kits, the older first"),
      Example("kitbag compare old.yaml new.yaml --start 09:30", "two versions of a plan, with clock times"),
    ]),
    "status": CommandGuidance(examples: [Example("kitbag status", "where you stand")]),
    "save": CommandGuidance(examples: [
      Example("kitbag save", "keep the work so far"),
      Example("kitbag save --message 'Shorter welcome'", "with words of your own"),
    ]),
    "undo": CommandGuidance(examples: [
      Example("kitbag undo", "one step back, or forward again"),
      Example("kitbag undo --to 3", "as it was after step 3"),
    ]),
    "operations": CommandGuidance(examples: [Example("kitbag operations", "the steps so far")]),
    "merge-file": CommandGuidance(
      examples: [
        Example(
          "kitbag merge-file base.yaml ours.yaml theirs.yaml > both.yaml", "yours and theirs in one file"),
        Example("kitbag merge-file --json base.md ours.md theirs.md", "the questions for a program"),
      ],
      statuses: [
        (.done, "merged, and no question is left"), (.waitsForDecision, "merged, and questions are left"),
        (.failed, "a version could not be read"),
      ]),
    "git-driver": CommandGuidance(examples: [
      Example("kitbag git-driver install", "in the repository of this folder"),
      Example("kitbag git-driver remove", "as it was before"),
    ]),
    "git-driver install": CommandGuidance(examples: [
      Example("kitbag git-driver install", "Markdown and YAML files"),
      Example("kitbag git-driver install --files 'docs/*.md'", "only these"),
    ]),
    "git-driver remove": CommandGuidance(examples: [Example("kitbag git-driver remove", "as it was before")]),
    "schema": CommandGuidance(examples: [
      Example("kitbag schema plan", "the schema of a plan"),
      Example("kitbag schema --write schemas", "all of them, as files"),
    ]),
  ]
}
