/// Tells which words, written without quotes, some reader of YAML takes for more than text.
///
/// Readers of YAML 1.1 and 1.2 differ: `no` is a boolean to some, `012` is 10 or 12, `1:30` is 90 or text. What
/// any of them gives a type counts here. A little too much may be counted; too little never.
package enum YAMLLiteral {
  /// Whether a reader of YAML 1.1 or 1.2 may take this text for null, a boolean, a number, a date or a merge key.
  package static func matches(_ text: String) -> Bool {
    guard let first = text.utf8.first else { return true }
    let digit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    let sign = [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains(first)
    if digit || sign { return isNumber(text) || isDate(text) || isPoint(text) }
    return text.utf8.count <= 5 && words.contains(text.lowercased())
  }

  private static let words: Set<String> = [
    "~", "null", "y", "n", "yes", "no", "on", "off", "true", "false", "=", "<<",
  ]

  /// Integers and floats in any notation: signs, points, exponents, underscores, colons, other bases.
  private static func isNumber(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "+") || bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    let prefixed = bytes.count > 2 && bytes.first == UInt8(ascii: "0")
    if prefixed,
      [UInt8(ascii: "x"), UInt8(ascii: "o"), UInt8(ascii: "b")].contains(bytes[bytes.startIndex + 1] | 0x20)
    {
      return bytes.dropFirst(2).allSatisfy { (byte: UInt8) -> Bool in
        byte == UInt8(ascii: "_") || isDigit(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
      }
    }
    return bytes.contains(where: isDigit)
      && bytes.allSatisfy { (byte: UInt8) -> Bool in isDigit(byte) || "_.:eE+-".utf8.contains(byte) }
  }

  /// `2026-05-14`, alone or with a time behind it.
  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count >= 8 && bytes[0..<4].allSatisfy(isDigit) && bytes[4] == UInt8(ascii: "-")
      && isDigit(bytes[5])
      && bytes.allSatisfy { (byte: UInt8) -> Bool in isDigit(byte) || "-:.+ \tTtZz".utf8.contains(byte) }
  }

  /// `.inf`, `-.INF`, `.nan`.
  private static func isPoint(_ text: String) -> Bool {
    let word = text.lowercased()
    return [".inf", "+.inf", "-.inf", ".nan"].contains(word)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
