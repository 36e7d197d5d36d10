/// A semantic version that can be compared: `1.2.0` comes after `1.2.0-beta.2`, and that after `1.2.0-beta.1`.
struct SemanticVersion: Comparable {
  private let numbers: [Int]
  /// The parts after `-`; empty for a release.
  private let early: [Substring]

  /// Reads a version; `nil` for a text that is none.
  init?(_ text: String) {
    guard TextPattern.version.matches(text) else { return nil }
    let plain = text.prefix { $0 != "+" }
    let parts = plain.split(separator: "-", maxSplits: 1)
    numbers = parts[0].split(separator: ".").compactMap { Int($0) }
    early = parts.count > 1 ? parts[1].split(separator: ".") : []
  }

  static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    if left.early.isEmpty || right.early.isEmpty { return !left.early.isEmpty && right.early.isEmpty }
    return left.early.lexicographicallyPrecedes(right.early, by: precedes)
  }

  /// Numbers come before words, and by their size.
  private static func precedes(_ left: Substring, _ right: Substring) -> Bool {
    switch (Int(left), Int(right)) {
    case (let left?, let right?): left < right
    case (_?, nil): true
    case (nil, _?): false
    case (nil, nil): left < right
    }
  }
}
