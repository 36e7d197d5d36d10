internal import KitCore

/// What is new in a release, by session and in plain words: for the changelog, the release's own message, and groups.
package struct ReleaseNotes: Hashable, Sendable {
  /// What changed in one session, guide or other part.
  package struct Section: Hashable, Sendable {
    /// What it is called.
    package let title: String
    /// What changed, a sentence each.
    package fileprivate(set) var sentences: [String]
  }

  /// The version without `v`.
  package let version: String
  /// The day, as `2026-03-12`.
  package let day: String
  /// The round that is run with it.
  package let round: String?
  /// What changed, in the order of the kit's files.
  package let sections: [Section]
  /// Whom it owes to, by name.
  package let thanks: [String]

  /// - Parameter titles: What files call themselves, by path.
  init(
    version: String, day: String, round: String?, changes: [Change], titles: [String: String],
    thanks: [String]
  ) {
    (self.version, self.day, self.round, self.thanks) = (version, day, round, thanks)
    var sections: [Section] = []
    for change in changes {
      let (title, sentence) = Self.told(change, titles[change.path])
      if let index = sections.firstIndex(where: { $0.title == title }) {
        sections[index].sentences.append(sentence)
      } else {
        sections.append(Section(title: title, sentences: [sentence]))
      }
    }
    self.sections = sections
  }

  /// The part that a change is told under, and the rest of its sentence.
  private static func told(_ change: Change, _ name: String?) -> (title: String, sentence: String) {
    guard change.wholeFile == nil else {
      return (change.kind == .removed ? "Gone" : change.kind == .added ? "New" : "Renamed", change.sentence)
    }
    guard let title = name ?? change.subject.first else { return (change.path, change.sentence) }
    var rest = change
    if rest.subject.first == title { rest.subject.removeFirst() }
    return (title, rest.sentence)
  }

  /// The notes as a piece of a Markdown file, from its heading on.
  package var markdown: String {
    var text = "## \(version) – \(day)\n"
    if let round { text += "\nFor the round “\(round)”.\n" }
    if sections.isEmpty { text += "\nThe first release.\n" }
    for section in sections {
      text += "\n### \(Self.line(section.title))\n\n"
      text += section.sentences.map { "- \(Self.line($0))\n" }.joined()
    }
    if !thanks.isEmpty { text += "\nThanks to \(thanks.map(Self.line).joined(separator: ", ")).\n" }
    return text
  }

  /// The notes for a terminal or a message.
  package var text: String {
    var lines: [String] = []
    if let round { lines += ["For the round “\(round)”.", ""] }
    if sections.isEmpty { lines += ["The first release.", ""] }
    for section in sections {
      lines += ["\(section.title):"] + section.sentences.map { "  - \($0)" } + [""]
    }
    if !thanks.isEmpty { lines += ["Thanks to \(thanks.joined(separator: ", "))."] }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// The file that collects all notes.
  package static let path = "CHANGELOG.md"

  /// The file with these notes before the older ones; of everything else no byte changes.
  func added(to file: [UInt8]?) -> [UInt8] {
    guard let file, !file.isEmpty else { return Array("# Changes\n\n\(markdown)".utf8) }
    let usesReturns = file.contains(0x0D)
    var piece = Array(markdown.utf8)
    if usesReturns { piece = piece.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
    let lineEnd: [UInt8] = usesReturns ? [0x0D, 0x0A] : [0x0A]
    let document = MarkdownDocument(file)
    guard let first = document.sections.first(where: { $0.level == 2 }) else {
      let end = file.last == 0x0A ? lineEnd : lineEnd + lineEnd
      return file + end + piece
    }
    return file[..<first.fullRange.lowerBound] + piece + lineEnd + file[first.fullRange.lowerBound...]
  }
}
