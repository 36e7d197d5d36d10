/// A question that only people can answer: both sides changed one part, and both changes cannot stand.
///
/// Until it is answered, ours stays in place.
package struct Clash: Sendable, Equatable {
  /// Where in the document, as an address relative to the file: `#setting-up`, `.title`, `#welcome.minutes`;
  /// empty for the whole file. Unique in a document: a second clash of one part ends in `~2`, and so on.
  package let address: String
  /// Why it is a question.
  package let kind: ClashKind
  /// The text that both began with; empty where it is new.
  package let base: [UInt8]
  /// The text that stands in the merged document; empty where ours took it out.
  package let ours: [UInt8]
  /// The text that the other side has; empty where theirs took it out.
  package let theirs: [UInt8]
  /// What most people answer, if there is such a thing.
  package let suggestion: ClashAnswer?
  /// Where ours stands in the merged document, in bytes; empty at the right place where there is nothing.
  package let range: Range<Int>
}

extension ClashKind {
  /// What most people answer: where both wrote something at one place, they want both.
  var suggestion: ClashAnswer? {
    self == .insertedTogether ? .both : nil
  }

  /// What happened, in a few plain words.
  package var summary: String {
    switch self {
    case .deletedAndEdited: "One side took this out, the other changed it."
    case .sameWords: "Both sides changed the same words."
    case .rewritten: "One side rewrote this, the other changed words in it."
    case .twoValues: "Both sides gave this a different value."
    case .replacedAndInserted: "One side replaced this, the other added something to it."
    case .insertedBesideDeleted: "One side added something beside what the other took out."
    case .insertedTogether: "Both sides wrote something different at the same place."
    case .alikeInsertions: "Both sides added nearly the same thing."
    case .alikeAtTwoPlaces: "Both sides made nearly the same change, at two places."
    case .movedToTwoPlaces: "Both sides moved this, to two places."
    case .tableColumns: "One side changed the columns of this table, the other its rows."
    case .invalidResult: "Taken together the two versions would not be a valid file."
    case .wordsOutOfBalance: "Taken together the two versions would lose or repeat words."
    case .lines: "Both sides changed the same lines."
    case .wholeFile: "Both sides changed this file, and it can only be taken as a whole."
    }
  }
}
