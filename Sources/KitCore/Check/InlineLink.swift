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
  var words: String { String(decoding: wordBytes, as: UTF8.self) }
  /// The same as bytes of the file, since links can stand inside links and their words would be copied many times.
  private let wordBytes: ArraySlice<UInt8>
  /// Where it leads, without `<`, `>` and title.
  let address: String
  /// Where it begins, as an offset in the file.
  let offset: Int

  /// Longer words or addresses are no link.
  private static let longest = 2000

  /// The links in a range of bytes, those in code and those behind a backslash left out.
  ///
  /// Takes time linear in the length of the range, whatever stands there.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [InlineLink] {
    var scan = Scan(bytes, range)
    scan.run()
    return scan.found
  }

  private init(kind: Kind, words: ArraySlice<UInt8>, address: String, offset: Int) {
    self.kind = kind
    wordBytes = words
    self.address = address
    self.offset = offset
  }

  private struct Scan {
    let bytes: [UInt8]
    let end: Int
    let pairs: InlinePairs
    var position: Int
    var found: [InlineLink] = []
    /// Where addresses that are already read begin, and where they end.
    var read: [Int: Int] = [:]

    init(_ bytes: [UInt8], _ range: Range<Int>) {
      self.bytes = bytes
      end = range.upperBound
      position = range.lowerBound
      pairs = InlinePairs(bytes, range)
    }

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
      position = pairs.codeEnds[position] ?? ticks
    }

    private mutating func readLink(from start: Int, isPicture: Bool) {
      let open = isPicture ? start + 1 : start
      position = open + 1
      guard let close = pairs.closing[open], close - open < InlineLink.longest, close + 1 < end,
        bytes[close + 1] == UInt8(ascii: "(")
      else { return }
      guard let (address, past) = destination(from: close + 2) else { return }
      found.append(
        InlineLink(
          kind: isPicture ? .picture : .link, words: bytes[(open + 1)..<close], address: address,
          offset: start))
      read[close + 1] = past
    }

    /// The address that begins here, and the place behind the bracket that closes it.
    private func destination(from start: Int) -> (String, Int)? {
      guard let place = pairs.closing[start - 1], place - start < InlineLink.longest else { return nil }
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
      found.append(
        InlineLink(kind: .bare, words: bytes[start..<position], address: address, offset: start))
    }
  }
}
