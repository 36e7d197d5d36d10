/// One line of a document, looked at without its quote marks.
struct MarkdownLine {
  /// The line with its line end.
  let range: Range<Int>
  /// Where the text starts after quote marks and indentation.
  let start: Int
  /// Where the text ends, before white space and line end.
  let end: Int
  let indent: Int
  let quoteDepth: Int

  /// Reads the line that starts at `lower`. At most 100 quote marks count; more are text.
  init(_ bytes: [UInt8], from lower: Int) {
    var upper = lower
    while upper < bytes.count, bytes[upper] != 0x0A { upper += 1 }
    var end = upper
    if upper < bytes.count { upper += 1 }
    while end > lower, bytes[end - 1].isBlank { end -= 1 }
    var (start, indent, depth) = (lower, 0, 0)
    while start < end {
      if bytes[start] == 0x20 {
        indent += 1
      } else if bytes[start] == 0x09 {
        indent += 4 - indent % 4
      } else if bytes[start] == UInt8(ascii: ">"), depth < 100 {
        depth += 1
        indent = 0
        if start + 1 < end, bytes[start + 1] == 0x20 { start += 1 }
      } else {
        break
      }
      start += 1
    }
    (self.range, self.start, self.end, self.indent, self.quoteDepth) = (
      lower..<upper, start, end, indent, depth
    )
  }

  /// Nothing but white space and quote marks.
  var isBlank: Bool { start == end }
}
