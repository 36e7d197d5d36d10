internal import KitCore

/// The semantic version of a release, `1.2.0` or `2.0.0-beta.1`, ordered as versions are.
package struct KitVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The version as written, without `v`.
  package let text: String
  private let numbers: [Int]
  private let suffix: [Substring]

  /// Takes a version; `nil` for what is none.
  package init?(_ text: String) {
    guard TextPattern.version.matches(text) else { return nil }
    let bare = text.prefix { $0 != "+" }
    let core = bare.prefix { $0 != "-" }
    let numbers = core.split(separator: ".").compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    self.text = text
    self.numbers = numbers
    suffix = bare.dropFirst(core.count + 1).split(separator: ".")
  }

  /// Takes the name of a release's tag, `v1.2.0`.
  package init?(tag: String) {
    guard tag.hasPrefix("v") else { return nil }
    self.init(String(tag.dropFirst()))
  }

  /// Whether it is a trial that came before the release of that number.
  package var isTrial: Bool { !suffix.isEmpty }

  /// The version as written.
  package var description: String { text }

  /// Whether the left version is the older one.
  package static func < (left: KitVersion, right: KitVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    if left.isTrial != right.isTrial { return left.isTrial }
    for (one, other) in zip(left.suffix, right.suffix) where one != other {
      switch (Int(one), Int(other)) {
      case (let one?, let other?): return one < other
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): return one < other
      }
    }
    if left.suffix.count != right.suffix.count { return left.suffix.count < right.suffix.count }
    return left.text < right.text
  }
}
