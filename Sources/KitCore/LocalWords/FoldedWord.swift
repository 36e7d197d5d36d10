/// One word of a text as it is compared: without capitals and accents, and where it stands.
struct FoldedWord: Hashable, Sendable {
  /// The letters and digits, folded.
  let text: String
  /// The bytes in the text.
  let range: Range<Int>

  /// The words of a text, UTF-8, in order: the longest runs of letters, digits and their marks.
  ///
  /// Hyphens, apostrophes and underscores part words, so that “Mary's” is the word “mary” with an “s” behind it, and
  /// “Yorkshire-wide” holds “yorkshire”. An ampersand counts as the word “and”.
  static func all(in bytes: some Collection<UInt8>) -> [FoldedWord] {
    var words: [FoldedWord] = []
    var current = String.UnicodeScalarView()
    var start = 0
    var place = 0
    func finish() {
      if !current.isEmpty {
        words.append(FoldedWord(text: fold(current), range: start..<place))
        current = String.UnicodeScalarView()
      }
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if isWordPart(scalar) {
        if current.isEmpty { start = place }
        current.append(scalar)
      } else if !isInvisible(scalar) {
        finish()
        if scalar == "&" { words.append(FoldedWord(text: "and", range: place..<place + width)) }
      }
      place += width
    }
    finish()
    return words
  }

  /// The text without capitals and accents.
  static func fold(_ scalars: String.UnicodeScalarView) -> String {
    if scalars.allSatisfy(\.isASCII) { return String(scalars).lowercased() }
    var folded = String.UnicodeScalarView()
    // Capitals first, because some small letters, such as “ß”, are two capitals.
    for scalar in String(scalars).uppercased().lowercased().unicodeScalars {
      if let plain = plain(scalar) { folded.append(plain) }
    }
    return String(folded)
  }

  /// The letter without its marks; `nil` for a mark.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII { return scalar }
    if isMark(scalar) { return nil }
    // The Unicode names say it: LATIN SMALL LETTER O WITH STROKE.
    let prefix = "LATIN SMALL LETTER "
    guard let name = scalar.properties.name, name.hasPrefix(prefix) else { return scalar }
    let rest = name.dropFirst(prefix.count)
    guard let letter = rest.unicodeScalars.first, rest.dropFirst().hasPrefix(" WITH ") else { return scalar }
    return Unicode.Scalar(letter.value | 0x20) ?? scalar
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & ~0x20)
    }
    if isMark(scalar) { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: return true
    default: return scalar.properties.isAlphabetic
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  /// What nobody sees parts no words: soft hyphens, joiners, zero-width blanks.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.generalCategory == .format
  }
}
