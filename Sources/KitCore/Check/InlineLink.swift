/// A link or picture inside a line of Markdown.
struct InlineLink: Equatable, Sendable {
  /// How it is written.
  enum Kind: Equatable, Sendable {
    /// `[words](address)`.
    case link
    /// `![words](address)`.
    case picture
    /// An address as such, with or without `<` and `>`.
    case bare
  }

  /// How it is written.
  let kind: Kind
  /// The words between the brackets; the address itself where it is bare.
  let words: String
  /// Where it leads, without `<`, `>` and title.
  let address: String
  /// Where it begins, as an offset in the file.
  let offset: Int

  /// Longer words or addresses are no link; this keeps the search linear.
  private static let longest = 2000

  /// The links in a range of bytes, those in code and those behind a backslash left out.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [InlineLink] {
    var scan = Scan(bytes: bytes, end: range.upperBound, position: range.lowerBound)
    scan.run()
    return scan.found
  }

  private struct Scan {
    let bytes: [UInt8]
    let end: Int
    var position: Int
    var found: [InlineLink] = []
    /// Where addresses that are already read begin, and where they end.
    var read: [Int: Int] = [:]

    mutating func run() {
      while position < end {
        if let past = read[position] {
          position = past
          continue
        }
        switch bytes[position] {
        case UInt8(ascii: "\\"): position += 2
        case UInt8(ascii: "`"): skipCode()
        case UInt8(ascii: "["): readLink(from: position, isPicture: false)
        case UInt8(ascii: "!") where position + 1 < end && bytes[position + 1] == UInt8(ascii: "["):
          readLink(from: position, isPicture: true)
        case UInt8(ascii: "h"), UInt8(ascii: "w"): readBare()
        default: position += 1
        }
      }
    }

    /// Skips a code span, or the backticks where none closes them.
    private mutating func skipCode() {
      var ticks = position
      while ticks < end, bytes[ticks] == UInt8(ascii: "`") { ticks += 1 }
      let count = ticks - position
      var run = 0
      var place = ticks
      while place < min(end, ticks + InlineLink.longest) {
        run = bytes[place] == UInt8(ascii: "`") ? run + 1 : 0
        place += 1
        let isOver = place == end || bytes[place] != UInt8(ascii: "`")
        if run == count, isOver {
          position = place
          return
        }
      }
      position = ticks
    }

    private mutating func readLink(from start: Int, isPicture: Bool) {
      let open = isPicture ? start + 1 : start
      position = open + 1
      guard let close = closing(from: open), close + 1 < end, bytes[close + 1] == UInt8(ascii: "(") else {
        return
      }
      guard let (address, past) = destination(from: close + 2) else { return }
      let words = String(decoding: bytes[(open + 1)..<close], as: UTF8.self)
      found.append(
        InlineLink(kind: isPicture ? .picture : .link, words: words, address: address, offset: start))
      read[close + 1] = past
    }

    /// The bracket that closes the one at `open`.
    private func closing(from open: Int) -> Int? {
      var depth = 0
      var place = open
      while place < min(end, open + InlineLink.longest) {
        switch bytes[place] {
        case UInt8(ascii: "\\"): place += 1
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return place }
        default: break
        }
        place += 1
      }
      return nil
    }

    /// The address that begins here, and the place behind the bracket that closes it.
    private func destination(from start: Int) -> (String, Int)? {
      var place = start
      var depth = 1
      while place < min(end, start + InlineLink.longest) {
        switch bytes[place] {
        case UInt8(ascii: "\\"): place += 1
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        default: break
        }
        if depth == 0 { break }
        place += 1
      }
      guard depth == 0, place < end else { return nil }
      let inner = String(decoding: bytes[start..<place], as: UTF8.self)
      let address = inner.split(whereSeparator: \.isWhitespace).first ?? ""
      return (address.filter { $0 != "<" && $0 != ">" }, place + 1)
    }

    private mutating func readBare() {
      let start = position
      let opening = bytes[start..<min(end, start + 8)]
      let isWord = start > 0 && (bytes[start - 1] | 0x20 >= 0x61 && bytes[start - 1] | 0x20 <= 0x7A)
      guard !isWord, ["http://", "https://", "www."].contains(where: { opening.starts(with: $0.utf8) }) else {
        position += 1
        return
      }
      while position < end, bytes[position] > 0x20, bytes[position] != UInt8(ascii: ">") { position += 1 }
      let address = String(decoding: bytes[start..<position], as: UTF8.self)
      found.append(InlineLink(kind: .bare, words: address, address: address, offset: start))
    }
  }
}
