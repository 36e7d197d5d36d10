/// How a text is written down, apart from its words: three-way values of their own.
struct TextForm: Equatable {
  var hasByteOrderMark = false
  /// All lines end in `\r\n`.
  var isCRLF = false
  var endsWithNewline = true

  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init() {}

  /// Reads the form of a text. Texts with both line ends, or with a lone `\r`, count as `\n` and keep what they have.
  init(of bytes: [UInt8]) {
    hasByteOrderMark = bytes.starts(with: Self.mark)
    endsWithNewline = bytes.last == 0x0A
    var (lines, returns) = (0, 0)
    var last: UInt8 = 0
    for byte in bytes {
      if byte == 0x0A {
        lines += 1
        if last == 0x0D { returns += 1 }
      }
      last = byte
    }
    isCRLF = lines > 0 && lines == returns
  }

  /// The form of the merged text.
  init(merging forms: ThreeWay<TextForm>) {
    hasByteOrderMark = forms.map(\.hasByteOrderMark).settled ?? forms.ours.hasByteOrderMark
    isCRLF = forms.map(\.isCRLF).settled ?? forms.ours.isCRLF
    endsWithNewline = forms.map(\.endsWithNewline).settled ?? forms.ours.endsWithNewline
  }

  /// The text without byte order mark, its lines ending in `\n`, the last one too.
  func plain(_ bytes: [UInt8]) -> [UInt8] {
    var text = hasByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
    if isCRLF { text = Self.withoutReturns(text) }
    if let last = text.last, last != 0x0A { text.append(0x0A) }
    return text
  }

  /// The plain text in this form.
  func written(_ plain: [UInt8]) -> [UInt8] {
    var text = plain
    if !endsWithNewline, text.last == 0x0A { text.removeLast() }
    if isCRLF { text = Self.withReturns(text) }
    return hasByteOrderMark ? Self.mark + text : text
  }

  /// A stretch from the middle of the text, in this form.
  func written(inner plain: [UInt8]) -> [UInt8] {
    isCRLF ? Self.withReturns(plain) : plain
  }

  private static func withReturns(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 20)
    for byte in text {
      if byte == 0x0A { result.append(0x0D) }
      result.append(byte)
    }
    return result
  }

  private static func withoutReturns(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for (index, byte) in text.enumerated() {
      if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { continue }
      result.append(byte)
    }
    return result
  }
}
