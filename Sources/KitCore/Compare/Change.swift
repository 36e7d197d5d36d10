/// One difference between two versions of a kit, in the terms of those who use it.
package struct Change: Hashable, Sendable {
  /// What happened to the part.
  package enum Kind: String, Hashable, Sendable {
    /// It is new.
    case added
    /// It is gone.
    case removed
    /// A value is another one.
    case changed
    /// Its wording changed.
    case reworded
    /// It stands elsewhere in the order.
    case moved
    /// Its file or id has another name.
    case renamed
    /// It takes more or fewer minutes.
    case retimed
  }

  /// What happened.
  package var kind: Kind
  /// The file that holds the part now, or held it last.
  package var path: String
  /// The stable address of the part, such as `plan:half-day#welcome.minutes`; `nil` in a file that has none.
  package var address: String?
  /// The titles that lead to the part, outermost first: the plan, then the block.
  package var subject: [String]
  /// The field of the part in words, such as `notes`; `nil` where the part itself is meant.
  package var field: String?
  /// What happened, as the end of a sentence: `10 → 15 minutes`.
  package var what: String
  /// The old and the new value where they are short enough to be shown whole.
  package var before: String?
  package var after: String?
  /// For wording: every passage that changed, word by word, in order.
  package var passages: [WordDifference] = []
  /// What the file calls itself, now or last; `nil` where it has no title.
  package var fileTitle: String?
  /// What kind of file it is, such as `handout`, where the change is about a file as a whole.
  package var wholeFile: String?
  /// What is in a file that came or went: first how much, then its parts in order.
  package var outline: [String] = []

  /// The change as one sentence: `Welcome: 10 → 15 minutes`, `Welcome, notes: one sentence reworded`.
  package var sentence: String { sentence(under: subject) }

  /// The change as a sentence under a heading that has told the rest.
  ///
  /// - Parameter titles: The titles that the sentence still has to say.
  package func sentence(under titles: some Sequence<String>) -> String {
    let place = (titles + (field.map { [$0] } ?? [])).joined(separator: ", ")
    // A name that somebody gave keeps its small letter; our own words begin the sentence.
    let isOurs = titles.first { _ in true }?.contains("“") ?? true
    let sentence = place.isEmpty ? what : place + ": " + what
    return isOurs ? sentence.capitalisedFirst : sentence
  }
}

extension String {
  /// The text with a capital first letter.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
