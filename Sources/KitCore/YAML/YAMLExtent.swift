extension YAMLDocument {
  /// The whole lines of an item in block style, with the comments that describe it.
  ///
  /// These are comment lines directly above that are not indented deeper, its own lines with the comment behind, and
  /// comment lines below that are indented deeper. The range begins at a line's start and ends behind a line end, or
  /// at the end of the file. `nil` where the item shares its first line with something else: in flow style, and
  /// for the first item of a list within a list (`- - a`).
  package func lines(of item: YAMLItem) -> SourceRange? { lines(item.range, gapStart: item.gapStart) }

  /// The whole lines of an entry in block style, with the comments that describe it.
  ///
  /// As for items; `nil` in flow style, and for the first entry of a mapping that begins behind a dash
  /// (`- id: welcome`).
  package func lines(of entry: YAMLEntry) -> SourceRange? { lines(entry.range, gapStart: entry.gapStart) }

  func lines(_ range: SourceRange, gapStart: Int) -> SourceRange? {
    guard startsItsLine(range.lowerBound), let end = endOfLines(range) else { return nil }
    return startOfLines(range, gapStart: gapStart)..<end
  }

  /// Whether only blank space stands before an offset in its line.
  func startsItsLine(_ offset: Int) -> Bool {
    isBlank(max(part.lowerBound, source.lineStarts[source.lineIndex(at: offset)])..<offset)
  }

  /// How many bytes stand before an offset in its line.
  func column(at offset: Int) -> Int { offset - source.lineStarts[source.lineIndex(at: offset)] }

  /// Goes up over comment lines that stand directly above.
  private func startOfLines(_ range: SourceRange, gapStart: Int) -> Int {
    let column = column(at: range.lowerBound)
    var line = source.lineIndex(at: range.lowerBound)
    while line > 0, source.lineStarts[line - 1] >= max(gapStart, part.lowerBound) {
      guard let indent = commentIndent(line - 1), indent <= column else { break }
      line -= 1
    }
    return max(source.lineStarts[line], part.lowerBound)
  }

  /// The end of the last line, or of the comment lines below it that are indented deeper; `nil` where something
  /// else stands behind the value in its line.
  func endOfLines(_ range: SourceRange) -> Int? {
    let column = column(at: range.lowerBound)
    let line = source.lineIndex(at: range.upperBound)
    let rest =
      min(range.upperBound, source.lineContents(line).upperBound)..<source.lineContents(line).upperBound
    let ink = firstInk(in: rest)
    if let ink, source.bytes[ink] != UInt8(ascii: "#") { return nil }
    var end = min(source.line(line).upperBound, part.upperBound)
    var next = line + 1
    while next < source.lineStarts.count, source.lineStarts[next] < part.upperBound {
      if let indent = commentIndent(next) {
        guard indent > column else { break }
        end = min(source.line(next).upperBound, part.upperBound)
      } else if !isBlank(source.lineContents(next)) {
        break
      }
      next += 1
    }
    return end
  }

  /// The indentation of a line that is only a comment.
  private func commentIndent(_ line: Int) -> Int? {
    let contents = source.lineContents(line)
    guard let ink = firstInk(in: contents), source.bytes[ink] == UInt8(ascii: "#") else { return nil }
    return ink - contents.lowerBound
  }

  private func firstInk(in range: SourceRange) -> Int? {
    range.first { (offset: Int) -> Bool in
      source.bytes[offset] != UInt8(ascii: " ") && source.bytes[offset] != UInt8(ascii: "\t")
    }
  }

  func isBlank(_ range: SourceRange) -> Bool { firstInk(in: range) == nil }
}
