/// Cuts a document into words.
struct WordCutter {
  private let bytes: [UInt8]
  private var at = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The words of a UTF-8 text, in order. White space is what lies between them.
  static func words(of bytes: [UInt8], _ lexicon: inout Lexicon) -> [Word] {
    var cutter = WordCutter(bytes)
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 5)
    while let (range, isWord) = cutter.next() {
      let number = lexicon.number(of: bytes[range], isWord: isWord)
      words.append(
        Word(number: number, start: Int32(range.lowerBound), end: Int32(range.upperBound), isJoined: false))
    }
    WordJoints(bytes: bytes).mark(&words, lexicon.isWord)
    return words
  }

  private mutating func next() -> (Range<Int>, isWord: Bool)? {
    while at < bytes.count, bytes[at].isBlank || bytes[at] == 0x0C || bytes[at] == 0x0B { at += 1 }
    guard at < bytes.count else { return nil }
    let start = at
    if let end = parameterEnd(start) {
      at = end
      return (start..<end, true)
    }
    guard let length = wordPartLength(at) else {
      at += scalarLength(at)
      return (start..<at, false)
    }
    at += length
    while at < bytes.count, let length = wordPartLength(at) { at += length }
    return (start..<at, true)
  }

  /// The end of `{{name}}` starting here.
  private func parameterEnd(_ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "{"), start + 4 < bytes.count, bytes[start + 1] == UInt8(ascii: "{")
    else { return nil }
    var end = start + 2
    while end < bytes.count, end - start < 80,
      bytes[end].isASCIILetter || bytes[end].isASCIIDigit || bytes[end] == UInt8(ascii: "-")
        || bytes[end] == UInt8(ascii: "_") || bytes[end] == UInt8(ascii: ".") || bytes[end] == 0x20
    { end += 1 }
    guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "}"), bytes[end + 1] == UInt8(ascii: "}")
    else { return nil }
    return end + 2
  }

  /// The length in bytes of the scalar here if it is part of a word.
  private func wordPartLength(_ at: Int) -> Int? {
    let byte = bytes[at]
    if byte < 0x80 {
      return byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") ? 1 : nil
    }
    let length = scalarLength(at)
    return scalar(at, length).isWordPart ? length : nil
  }

  private func scalarLength(_ at: Int) -> Int {
    let length =
      switch bytes[at] {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    return min(length, bytes.count - at)
  }

  private func scalar(_ at: Int, _ length: Int) -> Unicode.Scalar {
    var value: UInt32
    switch length {
    case 2: value = UInt32(bytes[at] & 0x1F)
    case 3: value = UInt32(bytes[at] & 0x0F)
    case 4: value = UInt32(bytes[at] & 0x07)
    default: return "\u{FFFD}"
    }
    for offset in 1..<length { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
