/// Lays text out for a terminal, where a letter may take no column, one or two.
package enum TextLayout {
  /// How many columns a text takes on one line.
  package static func width(of text: some StringProtocol) -> Int {
    text.reduce(0) { (sum: Int, character: Character) -> Int in sum + width(of: character) }
  }

  /// The text in lines of at most `width` columns, broken between words; a longer word stands alone on its line, or is
  /// broken where it alone is too long.
  ///
  /// - Parameters:
  ///   - text: Words; all white space counts as one blank.
  ///   - width: Columns of a whole line, at least 1.
  ///   - first: What the first line begins with.
  ///   - rest: What the other lines begin with.
  package static func wrapped(
    _ text: String, to width: Int, first: String = "", rest: String? = nil
  ) -> [String] {
    let rest = rest ?? first
    var lines: [String] = []
    var line = first
    var used = self.width(of: first)
    var isEmpty = true
    func open() -> (String, Int) { (rest, self.width(of: rest)) }
    for word in text.split(whereSeparator: \.isWhitespace) {
      for piece in pieces(of: word, to: max(1, width - self.width(of: rest))) {
        let columns = self.width(of: piece)
        if !isEmpty, used + 1 + columns > width {
          lines.append(line)
          (line, used) = open()
          isEmpty = true
        }
        line += (isEmpty ? "" : " ") + piece
        used += columns + (isEmpty ? 0 : 1)
        isEmpty = false
      }
    }
    lines.append(line)
    return lines
  }

  /// The text with blanks behind it up to `width` columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - self.width(of: text)))
  }

  /// The text with blanks before it up to `width` columns.
  package static func aligned(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - self.width(of: text))) + text
  }

  /// A word in pieces of at most `width` columns.
  private static func pieces(of word: Substring, to width: Int) -> [Substring] {
    guard self.width(of: word) > width else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var used = 0
    for index in word.indices {
      let columns = self.width(of: word[index])
      if used + columns > width, index > start {
        pieces.append(word[start..<index])
        start = index
        used = 0
      }
      used += columns
    }
    pieces.append(word[start...])
    return pieces
  }

  private static func width(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return 1 }
    if character.unicodeScalars.contains(where: { $0.value == 0xFE0F })
      || first.properties.isEmojiPresentation
    {
      return 2
    }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return isWide(first) ? 2 : 1
    }
  }

  /// Letters that East Asian terminals give two columns.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
