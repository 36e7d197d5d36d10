/// What the text of a YAML field says about merging it.
enum YAMLText {
  /// Whether a field or entry without anything inside holds running text rather than one value.
  ///
  /// Text that goes over lines, or of eight words and more, is prose; numbers, names, addresses, flow lists and
  /// flow maps are values that are taken as a whole.
  static func isProse(_ bytes: ArraySlice<UInt8>) -> Bool {
    var text = bytes
    while let first = text.first, first.isBlank { text.removeFirst() }
    if text.first == UInt8(ascii: "#") { return true }
    if let colon = text.indices.first(where: {
      text[$0] == UInt8(ascii: ":") && ($0 + 1 == text.endIndex || text[$0 + 1].isBlank)
    }) {
      text = text[(colon + 1)...]
    } else if text.first == UInt8(ascii: "-") {
      text = text.dropFirst()
    }
    while let first = text.first, first.isBlank { text.removeFirst() }
    guard let first = text.first, first != UInt8(ascii: "["), first != UInt8(ascii: "{") else { return false }
    if first == UInt8(ascii: "|") || first == UInt8(ascii: ">") { return true }
    return text.split(whereSeparator: \.isBlank).count >= 8
  }
}
