/// How much Markdown is given to the parser, whose time grows with the square of some strange inputs.
///
/// What people write stays far below; what is above is told, not parsed.
struct MarkdownLimits {
  /// Bytes of one text.
  var bytes = 1 << 20
  /// Bytes of one line.
  var lineBytes = 20_000
  /// Columns of blanks before a line.
  var indent = 120
  /// Marks of quotes and lists before the words of one line.
  var nesting = 20
  /// Bars of one line: columns of a table.
  var bars = 100
  /// Marks that open something, in lines without a blank one between them.
  var marks = 1_000
  /// References to notes in one text.
  var notes = 500

  /// Where and why a text is too complex; `nil` where it may be parsed.
  func fault(in text: String) -> (line: Int, reason: String)? {
    let all = Array(text.utf8)
    if all.count > bytes { return (1, "it has more than \(bytes >> 10) KB") }
    var counts = Counts()
    var notesSeen = 0
    var number = 0
    for line in all.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.count > lineBytes { return (number, "the line has more than \(lineBytes) bytes") }
      let (columns, levels, rest) = MarkdownLimits.lead(of: line)
      if columns > indent { return (number, "the line begins with more than \(indent) blanks") }
      if levels > nesting { return (number, "more than \(nesting) quotes or lists are nested") }
      if rest.isEmpty { counts = Counts() }
      let bars = counts.add(rest)
      if bars > self.bars { return (number, "the table has more than \(self.bars) columns") }
      if counts.most > marks { return (number, "one paragraph holds more than \(marks) marks") }
      notesSeen += counts.notes
      if notesSeen > notes { return (number, "there are more than \(notes) references to notes") }
    }
    return nil
  }

  /// The columns of blanks before a line's words, the marks of quotes and lists there, and the words.
  private static func lead(of line: ArraySlice<UInt8>) -> (columns: Int, levels: Int, rest: ArraySlice<UInt8>)
  {
    var columns = 0
    var levels = 0
    var index = line.startIndex
    while index < line.endIndex {
      switch line[index] {
      case UInt8(ascii: " "), 0x0D: columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: ">"): levels += 1
      case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "."), UInt8(ascii: ")"):
        let next = line.index(after: index)
        guard next == line.endIndex || line[next] == UInt8(ascii: " ") || line[next] == UInt8(ascii: "\t")
        else {
          return (columns, levels, line[index...])
        }
        levels += 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: return (columns, levels, line[index...])
      }
      index = line.index(after: index)
    }
    return (columns, levels, [])
  }

  /// The marks that were seen since the last blank line.
  private struct Counts {
    var brackets = 0
    var angles = 0
    var ticks = 0
    var stars = 0
    var ampersands = 0
    /// References to notes in the last line.
    var notes = 0

    var most: Int { max(brackets, angles, ticks, max(stars, ampersands)) }

    /// Counts a line; answers with its bars.
    mutating func add(_ line: ArraySlice<UInt8>) -> Int {
      var bars = 0
      notes = 0
      var last: UInt8 = 0
      for byte in line {
        switch byte {
        case UInt8(ascii: "["): brackets += 1
        case UInt8(ascii: "^") where last == UInt8(ascii: "["): notes += 1
        case UInt8(ascii: "<"): angles += 1
        case UInt8(ascii: "`"): ticks += 1
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): stars += 1
        case UInt8(ascii: "&"): ampersands += 1
        case UInt8(ascii: "|"): bars += 1
        default: break
        }
        last = byte
      }
      return bars
    }
  }
}
