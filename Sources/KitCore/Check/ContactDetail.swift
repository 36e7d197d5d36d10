/// An e-mail address or a telephone number of a person, as found in a text.
///
/// Numbers and addresses that are set aside for examples (`example.org`, 020 7946 0…) are nobody's and are marked so;
/// freephone and public-service numbers are not found. The search is linear in the length of the text.
package struct ContactDetail: Equatable, Sendable {
  /// What was found.
  package enum Kind: Sendable {
    case emailAddress, phoneNumber
  }

  /// What was found.
  package let kind: Kind
  /// Where, as bytes of the text.
  package let range: Range<Int>
  /// Whether it is set aside for examples, so that nobody has it.
  package let isExample: Bool

  /// All contact details of people in `text`, UTF-8, in the order in which they stand.
  ///
  /// - Parameter isStrict: Whether to find those that are set aside for examples, public services and other countries, too,
  ///   as before something leaves for good.
  package static func all(in text: [UInt8], isStrict: Bool = false) -> [ContactDetail] {
    let found = allWithExamples(in: text, isStrict: isStrict)
    return isStrict ? found : found.filter { !$0.isExample }
  }

  /// The same, with those that are set aside for examples, which are nobody's.
  package static func allWithExamples(in text: [UInt8], isStrict: Bool = false) -> [ContactDetail] {
    var found: [ContactDetail] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "@"), let address = emailAddress(around: position, in: text) {
        found.append(address)
        position = address.range.upperBound
      } else if byte == UInt8(ascii: "0") || byte == UInt8(ascii: "+"),
        let number = phoneNumber(from: position, in: text, isStrict)
      {
        found.append(number)
        position = number.range.upperBound
      } else {
        position += 1
      }
    }
    return found
  }
}

// MARK: - E-mail addresses

extension ContactDetail {
  /// No address has a longer half; looking no further keeps the search linear.
  private static let longestHalf = 254

  private static func emailAddress(around at: Int, in text: [UInt8]) -> ContactDetail? {
    var start = at
    while start > 0, at - start < longestHalf, isLocal(text[start - 1]) { start -= 1 }
    var end = at + 1
    while end < text.count, end - at < longestHalf, isDomain(text[end]) { end += 1 }
    while end > at + 1, !isAlphanumeric(text[end - 1]) { end -= 1 }
    guard start < at, end > at + 1 else { return nil }
    let local = String(decoding: text[start..<at], as: UTF8.self)
    let domain = String(decoding: text[(at + 1)..<end], as: UTF8.self).lowercased()
    guard isDomain(domain) else { return nil }
    let isShellAddress = end < text.count && text[end] == UInt8(ascii: ":") && local == "git"
    if isShellAddress || isInsideAddress(before: start, in: text) { return nil }
    return ContactDetail(kind: .emailAddress, range: start..<end, isExample: isForExamples(domain))
  }

  private static func isDomain(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2, !labels.contains("") else {
      return false
    }
    guard last.utf8.allSatisfy({ !isDigit($0) }) else { return false }
    // `logo@2x.png` is a picture for sharp screens.
    return !["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf"].contains(String(last))
  }

  /// Whether a domain is one of those that RFC 2606 keeps free for examples.
  private static func isForExamples(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".")
    return ["example", "invalid", "test", "localhost"].contains(labels.last ?? "")
      || labels.dropLast().last == "example"
  }

  /// Whether what stands here is the user of a web or git address, `https://user@host/`.
  private static func isInsideAddress(before start: Int, in text: [UInt8]) -> Bool {
    let near = text[max(0, start - 64)..<start]
    let word = near.suffix(
      from: (near.lastIndex { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 } ?? near.startIndex - 1) + 1)
    return String(decoding: word, as: UTF8.self).contains("://")
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == 0x2E || byte == 0x5F || byte == 0x25 || byte == 0x2B || byte == 0x2D
  }

  private static func isDomain(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || byte == 0x2E || byte == 0x2D }
}

// MARK: - Telephone numbers

extension ContactDetail {
  /// The beginnings, after the trunk zero, of numbers that Ofcom keeps free for drama.
  private static let drama = [
    "2079460", "7700900", "1632960", "1134960", "1144960", "1154960", "1164960", "1174960", "1184960",
    "1214960",
    "1314960", "1414960", "1514960", "1614960", "1914980", "289649", "292018",
  ]

  private static func phoneNumber(from start: Int, in text: [UInt8], _ isStrict: Bool) -> ContactDetail? {
    guard mayBegin(at: start, in: text) else { return nil }
    let isInternational = text[start] == UInt8(ascii: "+")
    let written = WrittenNumber(from: isInternational ? start + 1 : start, in: text)
    let end = written.end
    if end < text.count, isAlphanumeric(text[end]) || text[end] == UInt8(ascii: "%") { return nil }
    if isStrict, isForeign(written.digits, isInternational: isInternational) {
      return ContactDetail(kind: .phoneNumber, range: start..<end, isExample: false)
    }
    let first: [UInt8] = isStrict ? [1, 2, 3, 5, 7, 8, 9] : [1, 2, 7]
    guard let national = nationalNumber(written, isInternational: isInternational),
      (9...10).contains(national.count), first.contains(national[0])
    else { return nil }
    let words = national.map(String.init).joined()
    return ContactDetail(
      kind: .phoneNumber, range: start..<end, isExample: drama.contains { words.hasPrefix($0) })
  }

  /// Whether it is a number as one dials it from another country: `+33 …` or `00 33 …`, 8 to 15 digits.
  private static func isForeign(_ digits: [UInt8], isInternational: Bool) -> Bool {
    if isInternational { return (8...15).contains(digits.count) && digits[0] != 0 }
    return digits.starts(with: [0, 0]) && (10...15).contains(digits.count) && digits[2] != 0
  }

  /// Whether a number may begin here: not inside a word, an address or a larger number. Behind a colon only where a
  /// word such as "tel" says what it is.
  private static func mayBegin(at start: Int, in text: [UInt8]) -> Bool {
    guard start > 0 else { return true }
    if text[start - 1] == UInt8(ascii: ":") {
      let word = text[..<(start - 1)].suffix(12).reversed().prefix { isLetter($0) }
      return labels.contains(String(decoding: word.reversed(), as: UTF8.self).lowercased())
    }
    return !isAlphanumeric(text[start - 1]) && !"._-#/=&".utf8.contains(text[start - 1])
  }

  private static let labels: Set<String> = [
    "tel", "telephone", "phone", "mobile", "mob", "call", "ring", "text", "sms", "fax", "t", "m",
  ]

  /// The digits after `0`, `+44` or `0044`; `nil` where they are no British number. A first group of two digits is a date.
  private static func nationalNumber(_ written: WrittenNumber, isInternational: Bool) -> [UInt8]? {
    let digits = written.digits
    let isDialled = digits.starts(with: [0, 0, 4, 4])
    if !isInternational, !isDialled { return written.firstGroup >= 3 ? Array(digits.dropFirst()) : nil }
    let rest = digits.dropFirst(isDialled ? 2 : 0)
    guard rest.starts(with: [4, 4]) else { return nil }
    let national = rest.dropFirst(2)
    return Array(national.first == 0 ? national.dropFirst() : national)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { isAlphanumeric(byte) && !isDigit(byte) }

  fileprivate static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}

/// The digits of a number with what people put between them: blanks, hyphens, points and brackets.
private struct WrittenNumber {
  private(set) var digits: [UInt8] = []
  /// How many digits stand before the first gap.
  private(set) var firstGroup = 0
  /// The place behind the last digit.
  private(set) var end: Int
  private var gaps = 0

  init(from start: Int, in text: [UInt8]) {
    end = start
    var position = start
    while position < text.count, position - start < 32, digits.count <= 14 {
      if ContactDetail.isDigit(text[position]) {
        digits.append(text[position] - 0x30)
        if gaps == 0 { firstGroup += 1 }
        position += 1
        end = position
      } else {
        let length = WrittenNumber.gap(at: position, in: text)
        guard length > 0 else { break }
        if !digits.isEmpty { gaps += 1 }
        position += length
      }
    }
  }

  /// How many bytes of a sign between two groups stand here; a point only where a digit follows.
  private static func gap(at position: Int, in text: [UInt8]) -> Int {
    switch text[position] {
    case 0x20, 0x2D, 0x28, 0x29: return 1
    case 0x2E: return position + 1 < text.count && ContactDetail.isDigit(text[position + 1]) ? 1 : 0
    // No-break space; narrow no-break space, no-break hyphen and dashes.
    case 0xC2: return position + 1 < text.count && text[position + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard position + 2 < text.count, text[position + 1] == 0x80 else { return 0 }
      return [0xAF, 0x91, 0x93].contains(text[position + 2]) ? 3 : 0
    default: return 0
    }
  }
}
