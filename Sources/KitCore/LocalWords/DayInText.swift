/// Days of the calendar in a text: `2026-03-12`, `12/03/2026`, `12 March`, `Thursday 12th of March 2026`, `March 12, 2026`.
enum DayInText {
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec",
  ]

  /// The bytes of every day, in order; parts of web addresses are none.
  static func all(in bytes: [UInt8], _ words: [FoldedWord]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      if let count = length(at: index, words, bytes) {
        let range = words[index].range.lowerBound..<words[index + count - 1].range.upperBound
        if !isInAddress(range, bytes) { found.append(range) }
        index += count
      } else {
        index += 1
      }
    }
    return found
  }

  /// How many words from here on are a day.
  private static func length(at index: Int, _ words: [FoldedWord], _ bytes: [UInt8]) -> Int? {
    let rest = words[index...].prefix(4)
    guard rest.count >= 2 else { return nil }
    if let count = inDigits(rest, bytes) { return count }
    return inWords(rest, bytes)
  }

  private static func inDigits(_ words: ArraySlice<FoldedWord>, _ bytes: [UInt8]) -> Int? {
    guard words.count >= 3 else { return nil }
    let three = Array(words.prefix(3))
    let signs = (
      gap(three[0], three[1], bytes), gap(three[1], three[2], bytes)
    )
    guard signs.0 == signs.1, signs.0.count == 1, let sign = signs.0.first, "-/.".utf8.contains(sign) else {
      return nil
    }
    let texts = three.map(\.text)
    if isYear(texts[0]), isNumber(texts[1], 1...12), isNumber(texts[2], 1...31) { return 3 }
    guard isNumber(texts[0], 1...31), isNumber(texts[1], 1...12) else {
      // Americans put the month first.
      return isNumber(texts[0], 1...12) && isNumber(texts[1], 1...31) && isYear(texts[2]) ? 3 : nil
    }
    if isYear(texts[2]) { return 3 }
    // Two digits of a year only between slashes: `1.2.10` is a version.
    let isShort = texts.allSatisfy { $0.utf8.count == 2 } && isNumber(texts[2], 0...99)
    return sign == UInt8(ascii: "/") && isShort ? 3 : nil
  }

  private static func inWords(_ words: ArraySlice<FoldedWord>, _ bytes: [UInt8]) -> Int? {
    let words = Array(words)
    func follows(_ index: Int) -> Bool {
      index < words.count && isBlank(gap(words[index - 1], words[index], bytes))
    }
    if isDay(words[0].text), follows(1) {
      var next = 1
      if words[next].text == "of" { next += 1 }
      guard next == 1 || follows(next), isMonth(words[next], bytes) else { return nil }
      return next + (follows(next + 1) && isYear(words[next + 1].text) ? 2 : 1)
    }
    guard isMonth(words[0], bytes), follows(1), isDay(words[1].text) else { return nil }
    let hasYear = follows(2) && isYear(words[2].text)
    // “May 12 people …” asks for a permission.
    let isSure = hasYear || words[0].text != "may" || words[1].text.last?.isLetter == true
    return isSure ? (hasYear ? 3 : 2) : nil
  }

  /// A month's name, which has a capital letter.
  private static func isMonth(_ word: FoldedWord, _ bytes: [UInt8]) -> Bool {
    months.contains(word.text) && (0x41...0x5A).contains(bytes[word.range.lowerBound])
  }

  private static func isDay(_ text: String) -> Bool {
    let digits = text.prefix { $0.isNumber }
    guard isNumber(String(digits), 1...31) else { return false }
    return ["", "st", "nd", "rd", "th"].contains(String(text.dropFirst(digits.count)))
  }

  private static func isYear(_ text: String) -> Bool { text.utf8.count == 4 && isNumber(text, 1900...2199) }

  private static func isNumber(_ text: String, _ range: ClosedRange<Int>) -> Bool {
    guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return false
    }
    return Int(text).map { range.contains($0) } ?? false
  }

  private static func gap(_ one: FoldedWord, _ other: FoldedWord, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes[one.range.upperBound..<other.range.lowerBound]
  }

  /// Blanks, a line end, or a comma with blanks.
  private static func isBlank(_ gap: ArraySlice<UInt8>) -> Bool {
    !gap.isEmpty && gap.count <= 80 && gap.count { $0 == 0x0A } <= 1
      && gap.allSatisfy { " \t\r\n,>".utf8.contains($0) }
  }

  private static func isInAddress(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let before = bytes[max(0, range.lowerBound - 500)..<range.lowerBound]
    let start = before.lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? before.startIndex
    return String(decoding: bytes[start..<range.lowerBound], as: UTF8.self).contains("://")
  }
}
