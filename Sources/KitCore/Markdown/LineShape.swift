/// What a line says about the block it begins. All tests look at one line only and are linear in it.
struct LineShape {
  let bytes: [UInt8]

  /// The level and the text of a heading with `#` marks.
  func heading(_ line: MarkdownLine) -> (level: Int, content: Range<Int>)? {
    var at = line.start
    while at < line.end, bytes[at] == UInt8(ascii: "#"), at - line.start < 7 { at += 1 }
    let level = at - line.start
    guard (1...6).contains(level), at == line.end || bytes[at].isInlineBlank else { return nil }
    while at < line.end, bytes[at].isInlineBlank { at += 1 }
    return (level, at..<line.end)
  }

  /// The level of a heading that this line underlines.
  func underline(_ line: MarkdownLine) -> Int? {
    guard line.indent < 4, line.start < line.end else { return nil }
    let mark = bytes[line.start]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return nil }
    guard bytes[line.start..<line.end].allSatisfy({ $0 == mark }) else { return nil }
    return mark == UInt8(ascii: "=") ? 1 : 2
  }

  /// The number, if any, and the text of a list item.
  func item(_ line: MarkdownLine) -> (number: Int?, content: Range<Int>)? {
    guard line.start < line.end else { return nil }
    var at = line.start
    var number: Int?
    switch bytes[at] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      at += 1
    case let digit where digit.isASCIIDigit:
      var value = 0
      while at < line.end, bytes[at].isASCIIDigit, at - line.start < 9 {
        value = value * 10 + Int(bytes[at] - 0x30)
        at += 1
      }
      guard at < line.end, bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")") else {
        return nil
      }
      at += 1
      number = value
    default:
      return nil
    }
    guard at == line.end || bytes[at].isInlineBlank else { return nil }
    while at < line.end, bytes[at].isInlineBlank { at += 1 }
    return (number, at..<line.end)
  }

  /// The mark and its length of a line that opens fenced code.
  func fence(_ line: MarkdownLine) -> (mark: UInt8, length: Int)? {
    guard line.start < line.end else { return nil }
    let mark = bytes[line.start]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = bytes[line.start..<line.end].prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), bytes[(line.start + length)..<line.end].contains(mark) { return nil }
    return (mark, length)
  }

  /// Whether the line closes fenced code that was opened so.
  func closes(_ fence: (mark: UInt8, length: Int), _ line: MarkdownLine) -> Bool {
    line.end - line.start >= fence.length && bytes[line.start..<line.end].allSatisfy { $0 == fence.mark }
  }

  /// Whether the line is `[label]: address`.
  func isLinkDefinition(_ line: MarkdownLine) -> Bool {
    guard line.indent < 4, line.start < line.end, bytes[line.start] == UInt8(ascii: "[") else { return false }
    guard let close = bytes[line.start..<line.end].firstIndex(of: UInt8(ascii: "]")), close > line.start + 1,
      close + 1 < line.end, bytes[line.start + 1] != UInt8(ascii: "^")
    else { return false }
    return bytes[close + 1] == UInt8(ascii: ":")
  }

  /// Whether the line begins with a bar.
  func isRow(_ line: MarkdownLine) -> Bool {
    line.start < line.end && bytes[line.start] == UInt8(ascii: "|")
  }

  /// Whether the line is the rule of a table: dashes, colons and bars, with at least one bar and one dash.
  func isTableRule(_ line: MarkdownLine) -> Bool {
    var (bars, dashes) = (0, 0)
    for byte in bytes[line.start..<line.end] {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), 0x20, 0x09, UInt8(ascii: "+"), UInt8(ascii: "="): break
      default: return false
      }
    }
    return bars > 0 && dashes > 0
  }

  /// Whether the line holds a bar.
  func hasBar(_ line: MarkdownLine) -> Bool {
    bytes[line.start..<line.end].contains(UInt8(ascii: "|"))
  }

  /// Whether the line is a line across: three or more `-`, `*` or `_`, and nothing else.
  func isRule(_ line: MarkdownLine) -> Bool {
    guard line.start < line.end else { return false }
    let mark = bytes[line.start]
    guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else {
      return false
    }
    var count = 0
    for byte in bytes[line.start..<line.end] {
      if byte == mark { count += 1 } else if !byte.isInlineBlank { return false }
    }
    return count >= 3
  }

  /// Whether the line is HTML or belongs to a template language, and so stands for itself.
  func isHTML(_ line: MarkdownLine) -> Bool {
    guard line.end - line.start >= 2 else { return false }
    let (first, second) = (bytes[line.start], bytes[line.start + 1])
    if first == UInt8(ascii: "<") {
      guard second.isASCIILetter || second == UInt8(ascii: "/") || second == UInt8(ascii: "!")
      else { return false }
      // An address in angle brackets is text.
      let tag = bytes[line.start..<line.end].prefix { $0 != UInt8(ascii: ">") && !$0.isInlineBlank }
      return !tag.contains(UInt8(ascii: ":")) && !tag.contains(UInt8(ascii: "@"))
    }
    if first == UInt8(ascii: ":") {
      return second == first && line.end - line.start >= 3 && bytes[line.start + 2] == first
    }
    guard first == UInt8(ascii: "{") else { return false }
    if second == UInt8(ascii: "{") {  // `{{region}}` within a text is a word of it
      let close = bytes[line.start..<line.end].firstIndex(of: UInt8(ascii: "}"))
      return close == line.end - 2 || bytes[line.end - 1] != UInt8(ascii: "}") && close == nil
    }
    return second == UInt8(ascii: "%") || second == UInt8(ascii: ":") || second == UInt8(ascii: "#")
  }
}
