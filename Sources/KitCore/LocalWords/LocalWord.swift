/// A word or phrase that belongs to one group and is not to travel to the master.
package struct LocalWord: Hashable, Sendable {
  /// Where it comes from.
  package enum Source: Hashable, Sendable {
    /// The value of the kit's parameter of this name: it can be turned back.
    case parameter(String)
    /// What group.yaml says under this key.
    case group(String)
    /// What the event of this id says under this key.
    case event(String, String)
  }

  /// The word as the group writes it.
  package let text: String
  /// Where it comes from.
  package let source: Source

  let folded: [String]

  /// A word; `nil` for what is too short or too common to be anybody's: a single letter, a bare number.
  package init?(_ text: String, _ source: Source) {
    let folded = FoldedWord.all(in: text.utf8).map(\.text)
    let letters = folded.joined()
    guard letters.unicodeScalars.count >= 2, !letters.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    self.text = text
    self.source = source
    self.folded = folded
  }

  /// Whether capitals count: in two letters alone, “NE” and “ne”, they are all that tells a name from a word.
  var needsCapitals: Bool { folded.count == 1 && folded[0].unicodeScalars.count == 2 }

  /// Whether it is a parameter's value.
  package var parameter: String? { if case .parameter(let name) = source { name } else { nil } }
}
