/// Text that came from the other side or from a child, made safe to show.
///
/// Control characters are written as `^[`, invisible and direction-changing characters as `<U+202E>`, whatever stands
/// before `@` in an address is replaced by `…`, and a line is cut after ``longestLine`` characters.
package struct ServerText: Hashable, Sendable, CustomStringConvertible {
  /// The longest line that is kept, in characters.
  package static let longestLine = 500

  /// The safe text, without line breaks.
  package let description: String

  /// Makes one line safe.
  package init(_ line: some Collection<UInt8>) {
    let text = Self.withoutSecrets(String(decoding: line.prefix(4 * Self.longestLine), as: UTF8.self))
    var safe = ""
    for scalar in text.unicodeScalars.prefix(Self.longestLine) { safe += Self.shown(scalar) }
    description = safe
  }

  /// Makes one line safe.
  package init(_ line: String) { self.init(Array(line.utf8)) }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control where scalar.value < 0x20:
      return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
    case .control where scalar.value == 0x7F: return "^?"
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
      return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    default: return String(Character(scalar))
    }
  }

  /// The text with what stands between `//` and `@` in addresses replaced: accounts, passwords and tokens.
  package static func withoutSecrets(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let slashes = rest.firstRange(of: "//") {
      result += rest[..<slashes.upperBound]
      rest = rest[slashes.upperBound...]
      // A password may hold `/` or `@`, so everything up to the last `@` of the word goes.
      let word = rest.prefix { !" \t\"'<>".contains($0) }
      if let at = word.lastIndex(of: "@") {
        result += "…"
        rest = rest[at...]
      }
    }
    return result + rest
  }
}

extension StringProtocol {
  /// Where `part` first occurs.
  fileprivate func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
