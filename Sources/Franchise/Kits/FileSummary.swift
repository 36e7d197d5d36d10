package import Git
internal import KitCore

/// What changed between two versions, file by file, in words for people.
package struct FileSummary: Hashable, Sendable {
  /// What happened to one file.
  package struct Line: Hashable, Sendable {
    /// What happened, as a word: `added`, `changed`, `removed`, `renamed`.
    package let word: String
    /// The path, now or last.
    package let path: String
    /// The part of the kit that the file is, such as `plan:half-day`; `nil` where it is none.
    package let part: String?
  }

  /// Every file that differs, in order of path.
  package let lines: [Line]

  /// Takes what git found.
  package init(_ changes: [FileChange]) {
    lines = changes.map { (change: FileChange) -> Line in
      let word =
        switch change {
        case .added: "added"
        case .removed: "removed"
        case .modified: "changed"
        case .renamed: "renamed"
        }
      return Line(word: word, path: change.path, part: Self.part(change.path))
    }
  }

  /// Takes what lies in the folder and is not saved; what a kit cannot hold is left out.
  package init(_ status: WorktreeStatus) {
    lines = status.changes.compactMap { (change: WorktreeChange) -> Line? in
      switch change.kind {
      case .added: Line(word: "added", path: change.path, part: Self.part(change.path))
      case .modified: Line(word: "changed", path: change.path, part: Self.part(change.path))
      case .removed: Line(word: "removed", path: change.path, part: Self.part(change.path))
      case .foreign: nil
      }
    }
  }

  /// All of it in one line: `plan:half-day and guide:facilitating changed, resource:sign added`.
  package var sentence: String {
    let words = ["changed", "renamed", "added", "removed"]
    let parts = words.compactMap { (word: String) -> String? in
      let names = lines.filter { $0.word == word }.map { $0.part ?? $0.path }
      guard let first = names.first else { return nil }
      switch names.count {
      case 1: return "\(first) \(word)"
      case 2: return "\(first) and \(names[1]) \(word)"
      default: return "\(first) and \(names.count - 1) more \(word)"
      }
    }
    return parts.isEmpty ? "Nothing changed" : parts.joined(separator: ", ")
  }

  private static func part(_ path: String) -> String? {
    guard let path = try? KitPath(path) else { return nil }
    return KitLayout(path)?.address.description
  }
}
