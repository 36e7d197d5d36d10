internal import KitCore

/// Changes as a person or a program reads them.
struct ChangeList {
  let changes: [Change]

  /// The changes file by file, then how many there are.
  ///
  /// - Parameter isBrief: whether to leave out the words that changed.
  func text(isBrief: Bool) -> String {
    let body = files(isBrief: isBrief)
    return body.isEmpty ? summary : body + "\n\n" + summary
  }

  /// The changes under their files, each file under its title; empty without changes.
  func files(isBrief: Bool) -> String {
    changes.chunked { $0.path == $1.path }
      .map { file($0, isBrief).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// How many changes there are, in one sentence.
  var summary: String { KitComparison.summary(of: changes) }

  // MARK: One file

  private func file(_ changes: ArraySlice<Change>, _ isBrief: Bool) -> [String] {
    guard let first = changes.first else { return [] }
    let path = TerminalText(oneLine: first.path).shown
    var lines = [Self.wrapped(first.fileTitle.map { "\($0) (\(path))" } ?? path, indent: 0)]
    for group in changes.chunked({
      Self.titles($0) == Self.titles($1) && $0.wholeFile == nil && $1.wholeFile == nil
    }) {
      lines += Self.part(of: group, isBrief)
    }
    return lines.flatMap { $0 }
  }

  /// What happened to one part of a file: in one line, or under its title.
  private static func part(of changes: ArraySlice<Change>, _ isBrief: Bool) -> [[String]] {
    let titles = changes.first.map(titles) ?? []
    if changes.count == 1 || titles.isEmpty {
      return changes.map { change in
        let words = change.wholeFile.map { wholeFile(change, $0) } ?? change.sentence(under: titles)
        return wrapped(words, indent: 2) + details(of: change, indent: 6, isBrief)
      }
    }
    let heading = titles.joined(separator: ", ")
    return [wrapped(titles[0].contains("“") ? heading.capitalisedFirst : heading, indent: 2)]
      + changes.map { change in
        wrapped([change.field, change.what].compactMap(\.self).joined(separator: ": "), indent: 4)
          + details(of: change, indent: 8, isBrief)
      }
  }

  /// The titles that lead to the part inside its file.
  private static func titles(_ change: Change) -> [String] {
    if change.wholeFile != nil { return [] }
    let isUnderTitle = change.subject.first == change.fileTitle || change.subject.first == change.path
    return Array(change.subject.dropFirst(isUnderTitle ? 1 : 0))
  }

  private static func wholeFile(_ change: Change, _ noun: String) -> String {
    switch change.kind {
    case .renamed: "The \(noun) was called \(change.before ?? "") before"
    case .removed: "The \(noun) is gone" + (change.outline.first.map { ": it had \($0)" } ?? "")
    default: "A new \(noun)" + (change.outline.first.map { ": \($0)" } ?? "")
    }
  }

  /// The words that changed, or the parts of a new file.
  private static func details(of change: Change, indent: Int, _ isBrief: Bool) -> [String] {
    if isBrief { return [] }
    var lines: [String] = []
    if change.kind == .added {
      lines = capped(Array(change.outline.dropFirst()), indent) { wrapped($0, indent: indent) }
    }
    return lines
      + capped(change.passages, indent) { (passage: WordDifference) -> [String] in
        let inset = String(repeating: " ", count: indent)
        let lines = TextLayout.wrapped(passage.shortened.marked, to: width, first: inset)
        return lines.prefix(mostLines) + (lines.count > mostLines ? [inset + "…"] : [])
      }
  }

  private static func capped<Detail>(_ details: [Detail], _ indent: Int, _ lines: (Detail) -> [String])
    -> [String]
  {
    let more = details.count - most
    return details.prefix(most).flatMap(lines)
      + (more > 0 ? [String(repeating: " ", count: indent) + "… and \(more) more"] : [])
  }

  private static func wrapped(_ text: String, indent: Int) -> [String] {
    TextLayout.wrapped(
      text, to: width, first: String(repeating: " ", count: indent),
      rest: String(repeating: " ", count: indent + 2))
  }

  /// The columns of a line.
  private static let width = 80

  /// Beyond this number of reworded passages, or parts, the files themselves are the better place to read them.
  private static let most = 12
  /// A passage with more lines than this is cut.
  private static let mostLines = 16

  // MARK: For programs

  /// The changes for programs; the manual describes the format.
  var json: JSON {
    ["changes": .array(changes.map(Self.json)), "summary": .string(summary)]
  }

  private static func json(_ change: Change) -> JSON {
    .compact([
      ("kind", .string(change.kind.rawValue)),
      ("path", .string(change.path)),
      ("address", change.address.map { .string($0) }),
      ("title", change.fileTitle.map { .string($0) }),
      ("subject", .strings(change.subject)),
      ("field", change.field.map { .string($0) }),
      ("sentence", .string(change.sentence)),
      ("before", change.before.map { .string($0) }),
      ("after", change.after.map { .string($0) }),
      ("outline", change.outline.isEmpty ? nil : .strings(change.outline)),
      ("passages", change.passages.isEmpty ? nil : .array(change.passages.map(json))),
    ])
  }

  private static func json(_ passage: WordDifference) -> JSON {
    .array(passage.runs.map { ["fate": .string($0.fate.rawValue), "text": .string($0.text)] })
  }
}

extension Collection {
  /// Runs of neighbours that belong together.
  fileprivate func chunked(_ belongs: (Element, Element) -> Bool) -> [SubSequence] {
    var chunks: [SubSequence] = []
    var start = startIndex
    var last = startIndex
    for index in indices.dropFirst() {
      if !belongs(self[last], self[index]) {
        chunks.append(self[start..<index])
        start = index
      }
      last = index
    }
    return isEmpty ? [] : chunks + [self[start...]]
  }
}
