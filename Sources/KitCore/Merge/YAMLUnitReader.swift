/// Cuts YAML into fields and entries by its indentation, keeping every byte.
///
/// A reader of lines rather than of the grammar, on purpose: each unit is a run of whole lines (an entry's first
/// field begins after its dash), so that unchanged parts keep their bytes, and files with template code or mistakes
/// can be cut as well. What it makes of odd files is checked afterwards by the real reader of YAML.
struct YAMLUnitReader {
  let document: UnitDocument
  private var depth = 0

  /// Fields and entries nested deeper than this are merged as one unit.
  private static let depthLimit = 60

  init(document: UnitDocument) {
    self.document = document
  }

  private struct Line {
    var range: Range<Int>
    /// Where the text starts: after indentation, or after the dash of an entry.
    var start: Int
    var indent: Int
    var isBlank: Bool
  }

  /// The units in a range of whole lines, and the blank lines after the last.
  mutating func read(_ range: Range<Int>, _ lexicon: inout Lexicon) -> ([Unit], tail: Range<Int>) {
    var lines: [Line] = []
    var at = range.lowerBound
    while at < range.upperBound {
      var end = at
      while end < range.upperBound, document.bytes[end] != 0x0A { end += 1 }
      end = min(end + 1, range.upperBound)
      var start = at
      while start < end, document.bytes[start] == 0x20 { start += 1 }
      let isBlank = document.bytes[start..<end].allSatisfy(\.isBlank)
      lines.append(Line(range: at..<end, start: start, indent: start - at, isBlank: isBlank))
      at = end
    }
    return level(lines[...], until: range.upperBound, &lexicon)
  }

  private mutating func level(
    _ lines: ArraySlice<Line>, until end: Int, _ lexicon: inout Lexicon
  ) -> ([Unit], tail: Range<Int>) {
    var units: [Unit] = []
    var gapStart = lines.first.map { $0.range.lowerBound } ?? end
    var index = lines.startIndex
    while index < lines.endIndex {
      let line = lines[index]
      if line.isBlank {
        index += 1
        continue
      }
      let after = endOfUnit(lines, index)
      let gap = gapStart..<line.range.lowerBound
      units.append(unit(lines[index..<after], gap: gap, &lexicon))
      gapStart = lines[after - 1].range.upperBound
      index = after
    }
    return (units, gapStart..<max(gapStart, end))
  }

  /// The index after the last line that belongs to the unit beginning here.
  private func endOfUnit(_ lines: ArraySlice<Line>, _ first: Int) -> Int {
    let line = lines[first]
    let isEntry = isDash(line)
    let mayHoldEntries = !isEntry && colon(line) != nil
    let isComment = document.bytes[line.start] == UInt8(ascii: "#")
    var last = first
    var index = first + 1
    while index < lines.endIndex, !isComment {
      let next = lines[index]
      if !next.isBlank {
        let isInside =
          next.indent > line.indent
          || mayHoldEntries && next.indent == line.indent && isDash(next)
            && next.start > next.range.lowerBound - 1
        if !isInside { break }
        last = index
      }
      index += 1
    }
    // Comments at the end that stand no deeper than the unit belong to what follows; deeper ones stay.
    return last + 1
  }

  private mutating func unit(_ lines: ArraySlice<Line>, gap: Range<Int>, _ lexicon: inout Lexicon) -> Unit {
    let first = lines[lines.startIndex]
    let whole = first.range.lowerBound..<lines[lines.endIndex - 1].range.upperBound
    var unit = Unit(
      kind: kind(first), gap: gap, head: whole, whole: whole, headWords: 0..<0,
      words: document.words(in: whole))
    unit.indent = first.indent
    depth += 1
    defer { depth -= 1 }
    if depth < Self.depthLimit { readKids(&unit, lines, &lexicon) }
    unit.headWords = document.words(in: unit.head)
    unit.content = lexicon.number(ofSequence: document.numbers(unit.words))
    identify(&unit, first, &lexicon)
    return unit
  }

  private mutating func readKids(_ unit: inout Unit, _ lines: ArraySlice<Line>, _ lexicon: inout Lexicon) {
    var first = lines[lines.startIndex]
    if unit.kind == .entry {
      let text = afterDash(first)
      var rest = first
      rest.start = text
      rest.indent = text - first.range.lowerBound
      rest.range = text..<first.range.upperBound
      guard text < first.range.upperBound,
        !document.bytes[text..<first.range.upperBound].allSatisfy(\.isBlank),
        colon(rest) != nil || isDash(rest)
      else {
        guard document.bytes[text..<first.range.upperBound].allSatisfy(\.isBlank), lines.count > 1 else {
          return
        }
        unit.head = first.range
        unit.kids = level(lines.dropFirst(), until: unit.whole.upperBound, &lexicon).0
        return
      }
      first = rest
      unit.head = unit.whole.lowerBound..<text
      var inner = Array(lines)
      inner[0] = rest
      unit.kids = level(inner[...], until: unit.whole.upperBound, &lexicon).0
      return
    }
    guard unit.kind == .field, lines.count > 1, let colon = colon(first), holdsNothing(after: colon, first)
    else { return }
    unit.head = first.range
    unit.kids = level(lines.dropFirst(), until: unit.whole.upperBound, &lexicon).0
  }

  /// Whether a field's own line ends after its colon, but for an anchor, a tag or a comment.
  private func holdsNothing(after colon: Int, _ line: Line) -> Bool {
    var at = colon + 1
    while at < line.range.upperBound, document.bytes[at].isBlank { at += 1 }
    guard at < line.range.upperBound else { return true }
    let byte = document.bytes[at]
    return byte == UInt8(ascii: "#") || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!")
  }

  private func kind(_ line: Line) -> Unit.Kind {
    if document.bytes[line.start] == UInt8(ascii: "#") { return .comment }
    if isDash(line) { return .entry }
    return colon(line) == nil ? .other : .field
  }

  private func isDash(_ line: Line) -> Bool {
    guard document.bytes[line.start] == UInt8(ascii: "-") else { return false }
    let next = line.start + 1
    return next >= line.range.upperBound || document.bytes[next].isBlank
  }

  private func afterDash(_ line: Line) -> Int {
    var at = line.start + 1
    while at < line.range.upperBound, document.bytes[at] == 0x20 { at += 1 }
    return at
  }

  /// Where the colon after a key stands; keys may be quoted.
  private func colon(_ line: Line) -> Int? {
    var at = line.start
    guard at < line.range.upperBound else { return nil }
    let quote = document.bytes[at]
    switch quote {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      at += 1
      while at < line.range.upperBound, document.bytes[at] != quote { at += 1 }
      at += 1
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"):
      return nil
    default:
      break
    }
    while at < line.range.upperBound {
      let byte = document.bytes[at]
      if byte == UInt8(ascii: ":"), at + 1 >= line.range.upperBound || document.bytes[at + 1].isBlank {
        return at
      }
      if byte == UInt8(ascii: "#"), at == line.start || document.bytes[at - 1].isBlank { return nil }
      at += 1
    }
    return nil
  }

  // MARK: Identity

  /// Fields that name an entry, the most telling first.
  private static let names = ["id", "name", "key", "slug", "title", "text", "label", "item", "url"]

  private func identify(_ unit: inout Unit, _ line: Line, _ lexicon: inout Lexicon) {
    switch unit.kind {
    case .field:
      guard let colon = colon(line) else { return }
      unit.key = lexicon.number(ofText: document.bytes[line.start..<colon])
    case .entry where unit.kids.isEmpty:
      var text = document.bytes[unit.whole]
      while let last = text.last, last.isBlank { text.removeLast() }
      while let first = text.first, first.isBlank { text.removeFirst() }
      unit.key = lexicon.number(ofText: text)
    case .entry:
      for name in Self.names {
        guard let kid = unit.kids.first(where: { $0.kind == .field && isNamed($0, name) && $0.kids.isEmpty })
        else { continue }
        let value = EntryName.value(document.bytes[kid.whole])
        if !value.isEmpty { unit.key = lexicon.number(ofText: Array((name + "=").utf8)[...] + value) }
        return
      }
    default:
      break
    }
  }

  private func isNamed(_ unit: Unit, _ name: String) -> Bool {
    var text = document.bytes[unit.whole]
    while text.first == 0x20 { text.removeFirst() }
    let utf8 = name.utf8
    return text.count > utf8.count && text.starts(with: utf8)
      && text[text.startIndex + utf8.count] == UInt8(ascii: ":")
  }
}
