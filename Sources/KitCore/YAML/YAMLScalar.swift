/// One piece of text in a YAML file: what it says, and how it is quoted.
///
/// It is never given a type: `no`, `012` and `1:30` are text until the model asks for a number or a yes.
package struct YAMLScalar: Hashable, Sendable {
  /// How a scalar is written.
  package enum Style: Hashable, Sendable {
    /// Without quotes.
    case plain
    /// In `'single'` quotes.
    case single
    /// In `"double"` quotes.
    case double
    /// After `|`, line by line.
    case literal
    /// After `>`, with lines folded.
    case folded
  }

  /// The text, without quotes, escapes and indentation; lines end in a line feed.
  package let text: String

  /// How it is written.
  package let style: Style

  /// A scalar from its text and style.
  package init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  /// The whole number, where it is written without quotes as `0` or with a first digit from 1 to 9.
  ///
  /// `012`, `+5`, `1_000`, `1:30` and `"12"` are not numbers: readers of YAML do not agree on them.
  package var asInteger: Int? {
    guard style == .plain, let first = text.utf8.first else { return nil }
    for digit in text.utf8 where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) { return nil }
    if first == UInt8(ascii: "0") && text.utf8.count > 1 { return nil }
    return Int(text)
  }

  /// Yes or no, where it is written without quotes as `true`, `yes`, `false` or `no`.
  package var asBoolean: Bool? {
    guard style == .plain else { return nil }
    switch text {
    case "true", "yes": return true
    case "false", "no": return false
    default: return nil
    }
  }

  /// Whether nothing is written there, or `~` or `null` without quotes.
  package var isNull: Bool {
    style == .plain && (text.isEmpty || text == "~" || text == "null")
  }
}
