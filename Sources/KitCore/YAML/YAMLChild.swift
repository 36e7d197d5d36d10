/// An item or entry as something that stands among its like.
struct YAMLChild {
  let range: SourceRange
  let gapStart: Int
}

extension YAMLNode {
  /// The items or entries of a list or mapping, in order.
  var children: [YAMLChild] {
    switch content {
    case .sequence(let sequence):
      sequence.items.map { (item: YAMLItem) -> YAMLChild in
        YAMLChild(range: item.range, gapStart: item.gapStart)
      }
    case .mapping(let mapping):
      mapping.entries.map { (entry: YAMLEntry) -> YAMLChild in
        YAMLChild(range: entry.range, gapStart: entry.gapStart)
      }
    default: []
    }
  }
}

extension YAMLDocument {
  /// The bytes of a child in block style with its comments, from its first visible character (which may be that of
  /// a comment) and without its last line end.
  func slot(of child: YAMLChild) -> SourceRange? {
    guard let end = endOfLines(child.range) else { return nil }
    var start = child.range.lowerBound
    if let lines = lines(child) { start = notBlank(from: lines.lowerBound) }
    return start..<max(start, withoutLineEnd(end))
  }

  /// The whole lines of a child in block style with its comments; `nil` if it shares its first line.
  func lines(_ child: YAMLChild) -> SourceRange? { lines(child.range, gapStart: child.gapStart) }

  /// The first byte at or after an offset that is not a blank.
  func notBlank(from offset: Int) -> Int {
    YAMLGap(bytes: bytes, end: part.upperBound).notBlank(from: offset)
  }

  /// The start of the first line at or after `start` that is not blank, but at most `limit`.
  func afterBlankLines(from start: Int, to limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let line = source.lineIndex(at: offset)
      guard isBlank(offset..<source.lineContents(line).upperBound) else { break }
      let next = source.line(line).upperBound
      guard next > offset else { break }
      offset = next
    }
    return min(offset, limit)
  }

  /// The start of the run of blank lines that ends at `end`, but at least `limit`.
  func beforeBlankLines(from end: Int, to limit: Int) -> Int {
    var offset = end
    while offset > limit {
      let line = source.lineIndex(at: offset - 1)
      let start = source.lineStarts[line]
      guard start >= limit, isBlank(source.lineContents(line)) else { break }
      offset = start
    }
    return max(offset, limit)
  }

  /// Whether a list or mapping has blank lines between most of its children.
  func isAiry(_ children: [YAMLChild]) -> Bool {
    guard children.count > 1 else { return false }
    var airy = 0
    for index in 1..<children.count {
      guard let end = endOfLines(children[index - 1].range), let next = lines(children[index]) else {
        continue
      }
      if next.lowerBound > end { airy += 1 }
    }
    return airy * 2 > children.count - 1
  }

  func withoutLineEnd(_ end: Int) -> Int {
    let line = source.lineIndex(at: end)
    if end == source.lineStarts[line], line > 0 { return source.lineContents(line - 1).upperBound }
    return end
  }
}
