/// Text from a kit, a history or a remote, made safe to show on a terminal.
///
/// Control characters could move the cursor, rename the window or hide what a command did (CVE-2024-52005);
/// marks that turn the writing direction or take no room can make a text read as another (CVE-2021-42574).
/// Both are shown as visible signs instead: `^[` for escape, `<U+202E>` for a right-to-left override.
package struct TerminalText: Sendable, Equatable {
  /// The text as it may be printed.
  package let shown: String

  /// Makes a text of several lines safe; line breaks and tabs stay.
  package init(_ text: String) {
    shown = Self.safe(text, keeping: { $0 == "\n" || $0 == "\t" })
  }

  /// Makes a text safe that must stay on one line, such as a name; line breaks become `^J`.
  package init(oneLine text: String) {
    shown = Self.safe(text, keeping: { _ in false })
  }

  private static func safe(_ text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    if !text.unicodeScalars.contains(where: { isUnsafe($0) && !isKept($0) }) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar), !isKept(scalar) {
        scalars.append(contentsOf: sign(for: scalar).unicodeScalars)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true  // C0, delete, C1
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true  // direction
    case 0x2028, 0x2029: true  // line and paragraph separators
    case 0x00AD, 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true  // no width
    case 0xE0000...0xE007F: true  // tags
    default: false
    }
  }

  private static func sign(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return "^" + String(UnicodeScalar(UInt8(scalar.value) + 0x40))
    case 0x7F: return "^?"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }
  }
}
