/// A guide, or one of its sections, as a block points to it: `facilitating#card-walk`.
package struct GuideReference: Sendable, Hashable, CustomStringConvertible {
  /// The guide.
  package let guide: KitID
  /// The section's anchor; `nil` for the whole guide.
  package let section: String?

  /// Reads a reference; `nil` for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard TextPattern.guideReference.matches(text), let guide = KitID(rawValue: String(parts[0])) else {
      return nil
    }
    self.guide = guide
    section = parts.count > 1 ? String(parts[1]) : nil
  }

  /// The address of the guide or section.
  package var address: Address {
    let whole = Address(.guide, guide)
    return section.map { whole.part($0) } ?? whole
  }

  /// As it stands in a file.
  package var description: String { guide.rawValue + (section.map { "#" + $0 } ?? "") }

  /// What it looks like in a file.
  package static let value: ValueShape = .pattern(.guideReference, example: "facilitating#card-walk")
}
