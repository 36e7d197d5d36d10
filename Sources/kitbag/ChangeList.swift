internal import KitCore

/// Changes as a person or a program reads them.
struct ChangeList {
  let changes: [Change]

  /// The changes file by file, then how many there are.
  ///
  /// - Parameter isBrief: whether to leave out the words that changed.
  func text(isBrief: Bool) -> String {
    var lines: [String] = []
    var path: String?
    for change in changes {
      if change.path != path {
        if path != nil { lines.append("") }
        lines.append(TerminalText(oneLine: change.path).shown)
        path = change.path
      }
      lines += TextLayout.wrapped(change.sentence, to: Self.width, first: "  ", rest: "    ")
      if isBrief { continue }
      for passage in change.passages.prefix(Self.mostPassages) {
        lines += TextLayout.wrapped(passage.shortened.marked, to: Self.width, first: "      ")
      }
      if change.passages.count > Self.mostPassages {
        lines.append("      … and \(change.passages.count - Self.mostPassages) more")
      }
    }
    if !lines.isEmpty { lines.append("") }
    lines.append(KitComparison.summary(of: changes))
    return lines.joined(separator: "\n")
  }

  /// The columns of a line.
  private static let width = 80

  /// Beyond this number of reworded passages the files themselves are the better place to read them.
  private static let mostPassages = 12

  /// The changes for programs; the manual describes the format.
  var json: JSON {
    [
      "changes": .array(changes.map(Self.json)),
      "summary": .string(KitComparison.summary(of: changes)),
    ]
  }

  private static func json(_ change: Change) -> JSON {
    .compact([
      ("kind", .string(change.kind.rawValue)),
      ("path", .string(change.path)),
      ("address", change.address.map { .string($0) }),
      ("subject", .strings(change.subject)),
      ("sentence", .string(change.sentence)),
      ("before", change.before.map { .string($0) }),
      ("after", change.after.map { .string($0) }),
      ("passages", change.passages.isEmpty ? nil : .array(change.passages.map(json))),
    ])
  }

  private static func json(_ passage: WordDifference) -> JSON {
    .array(passage.runs.map { ["fate": .string($0.fate.rawValue), "text": .string($0.text)] })
  }
}
