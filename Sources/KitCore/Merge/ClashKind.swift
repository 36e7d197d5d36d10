/// Why two changes could not be brought together without asking.
package enum ClashKind: String, Sendable, CaseIterable, Equatable {
  /// One side took the part out, the other changed it.
  case deletedAndEdited
  /// Both sides changed the same words.
  case sameWords
  /// A side kept under half of the words that the other edited.
  case rewritten
  /// One field or one line got two values.
  case twoValues
  /// One side replaced a part where the other put something in.
  case replacedAndInserted
  /// One side put something in beside or inside what the other took out.
  case insertedBesideDeleted
  /// Both sides wrote different text at one place; most often both are wanted.
  case insertedTogether
  /// Both sides put in nearly the same thing.
  case alikeInsertions
  /// Nearly the same text was put in, or taken out, at two places.
  case alikeAtTwoPlaces
  /// Both sides moved one part, to two places.
  case movedToTwoPlaces
  /// One side changed a table's columns, the other its rows.
  case tableColumns
  /// The merged document would not read as what was meant.
  case invalidResult
  /// Words would have been lost, doubled or brought back.
  case wordsOutOfBalance
  /// The file cannot be merged by its parts, and its lines clash.
  case lines
  /// The file can only be taken as a whole.
  case wholeFile
}
