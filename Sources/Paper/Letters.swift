/// The letters for which a family of fonts has shapes.
///
/// Paper must not show what it cannot: PDF/UA forbids letters without a shape. Pages in a browser borrow shapes from the
/// machine; paper would then differ from machine to machine.
struct Letters: Sendable {
  /// The covered ranges, in order, of all fonts.
  private let ranges: [ClosedRange<UInt32>]

  /// Reads the letters that each of the fonts has.
  ///
  /// - Parameter fonts: TrueType files; one that cannot be read counts as having no letters.
  init(fonts: [[UInt8]]) {
    let each = fonts.map { (font: [UInt8]) in LetterMap(font: font).ranges }
    ranges = each.dropFirst().reduce(each.first ?? []) { (common, next) in Self.common(common, next) }
  }

  /// The text with a box in the place of each letter without a shape, and those letters, each once, in order.
  func replacingUnknown(in text: [UInt8]) -> (text: [UInt8], unknown: [Unicode.Scalar]) {
    guard text.contains(where: { $0 >= 0x80 }) else { return (text, []) }
    var unknown: Set<Unicode.Scalar> = []
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.isASCII || has(scalar) || scalar.properties.isDefaultIgnorableCodePoint {
        result.append(scalar)
      } else {
        unknown.insert(scalar)
        result.append("\u{25A1}")
      }
    }
    guard !unknown.isEmpty else { return (text, []) }
    return (Array(String(result).utf8), unknown.sorted())
  }

  /// Whether each of the fonts has a shape for a letter.
  func has(_ letter: Unicode.Scalar) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < letter.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(letter.value)
  }

  private static func common(_ one: [ClosedRange<UInt32>], _ other: [ClosedRange<UInt32>]) -> [ClosedRange<
    UInt32
  >] {
    var common: [ClosedRange<UInt32>] = []
    var (left, right) = (0, 0)
    while left < one.count, right < other.count {
      if one[left].overlaps(other[right]) { common.append(one[left].clamped(to: other[right])) }
      if one[left].upperBound < other[right].upperBound { left += 1 } else { right += 1 }
    }
    return common
  }
}
