/// An e-mail address or a telephone number of a person, as found in a text.
///
/// Numbers and addresses that are set aside for examples (`example.org`, 020 7946 0…) are nobody's and are not found,
/// nor are freephone and public-service numbers. The search is linear in the length of the text.
package struct ContactDetail: Equatable, Sendable {
  /// What was found.
  package enum Kind: Sendable {
    case emailAddress, phoneNumber
  }

  /// What was found.
  package let kind: Kind
  /// Where, as bytes of the text.
  package let range: Range<Int>

  /// All contact details in `text`, UTF-8, in the order in which they stand.
  ///
  /// - Parameter isStrict: Whether to find those that are set aside for examples, public services and other countries, too,
  ///   as before something leaves for good.
  package static func all(in text: [UInt8], isStrict: Bool = false) -> [ContactDetail] {
    var found: [ContactDetail] = []
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "@"), let range = emailAddress(around: position, in: text, isStrict) {
        found.append(ContactDetail(kind: .emailAddress, range: range))
        position = range.upperBound
      } else if byte == UInt8(ascii: "0") || byte == UInt8(ascii: "+"),
        let range = phoneNumber(from: position, in: text, isStrict)
      {
        found.append(ContactDetail(kind: .phoneNumber, range: range))
        position = range.upperBound
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

  private static func emailAddress(around at: Int, in text: [UInt8], _ isStrict: Bool) -> Range<Int>? {
    var start = at
    while start > 0, at - start < longestHalf, isLocal(text[start - 1]) { start -= 1 }
    var end = at + 1
    while end < text.count, end - at < longestHalf, isDomain(text[end]) { end += 1 }
    while end > at + 1, !isAlphanumeric(text[end - 1]) { end -= 1 }
    guard start < at, end > at + 1 else { return nil }
    let local = String(decoding: text[start..<at], as: UTF8.self)
    let domain = String(decoding: text[(at + 1)..<end], as: UTF8.self).lowercased()
    guard isPersonal(domain: domain, isStrict) else { return nil }
    let isShellAddress = end < text.count && text[end] == UInt8(ascii: ":") && local == "git"
    return isShellAddress || isInsideAddress(before: start, in: text) ? nil : start..<end
  }

  private static func isPersonal(domain: String, _ isStrict: Bool) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.utf8.count >= 2, !labels.contains("") else {
      return false
    }
    guard last.utf8.allSatisfy({ !isDigit($0) }) else { return false }
    // `logo@2x.png` is a picture for sharp screens.
    if ["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf"].contains(String(last)) { return false }
    if isStrict { return true }
    if ["example", "invalid", "test", "localhost"].contains(String(last)) { return false }
    return labels[labels.count - 2] != "example"
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

  private static func phoneNumber(from start: Int, in text: [UInt8], _ isStrict: Bool) -> Range<Int>? {
    if start > 0, isAlphanumeric(text[start - 1]) || "._-#/:=&".utf8.contains(text[start - 1]) { return nil }
    var digits: [UInt8] = []
    var groups: [Int] = [0]
    var position = text[start] == UInt8(ascii: "+") ? start + 1 : start
    var end = position
    while position < text.count, position - start < 24, digits.count <= 14 {
      let byte = text[position]
      if isDigit(byte) {
        digits.append(byte - 0x30)
        groups[groups.count - 1] += 1
        end = position + 1
      } else if byte == 0x20 || byte == 0x2D || byte == 0x28 || byte == 0x29 {
        if groups.last != 0 { groups.append(0) }
      } else {
        break
      }
      position += 1
    }
    if end < text.count, isAlphanumeric(text[end]) || text[end] == UInt8(ascii: "%") { return nil }
    let isForeign =
      isStrict && Self.isForeign(digits, isInternational: text[start] == UInt8(ascii: "+"))
    if isForeign { return start..<end }
    guard let national = nationalNumber(digits, groups, isInternational: text[start] == UInt8(ascii: "+"))
    else {
      return nil
    }
    let first: [UInt8] = isStrict ? [1, 2, 3, 5, 7, 8, 9] : [1, 2, 7]
    guard (9...10).contains(national.count), first.contains(national[0]) else { return nil }
    if isStrict { return start..<end }
    let words = national.map(String.init).joined()
    return drama.contains { words.hasPrefix($0) } ? nil : start..<end
  }

  /// Whether it is a number as one dials it from another country: `+33 …` or `00 33 …`, 8 to 15 digits.
  private static func isForeign(_ digits: [UInt8], isInternational: Bool) -> Bool {
    if isInternational { return (8...15).contains(digits.count) && digits[0] != 0 }
    return digits.starts(with: [0, 0]) && (10...15).contains(digits.count) && digits[2] != 0
  }

  /// The digits after `0` or `+44`; `nil` where they are no British number. A first group of two digits is a date.
  private static func nationalNumber(_ digits: [UInt8], _ groups: [Int], isInternational: Bool) -> [UInt8]? {
    if !isInternational { return groups[0] >= 3 ? Array(digits.dropFirst()) : nil }
    guard digits.starts(with: [4, 4]) else { return nil }
    let rest = digits.dropFirst(2)
    return Array(rest.first == 0 ? rest.dropFirst() : rest)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte >= 0x80
  }
}
