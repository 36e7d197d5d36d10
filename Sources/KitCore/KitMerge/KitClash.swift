/// A question that the merge of two versions of a kit leaves for people.
package struct KitClash: Sendable, Equatable {
  /// Why it is a question.
  package enum Kind: Sendable, Equatable {
    /// Inside a file; the merge of that file says why.
    case inside(ClashKind)
    /// One side took the file out, the other changed it.
    case fileRemovedAndEdited
    /// Both sides added a file of this name, with different content.
    case fileAddedTwice
    /// Each side gave the file another name.
    case fileRenamedTwice
    /// Two files whose names differ only in capitals or in the form of accents, or a file and a folder of one name.
    case namesMeet
  }

  /// The file, as it is called in the merged kit, or was called where it is not in it.
  package let path: String
  /// Where the question is, for people and commands: `plan:half-day#welcome.minutes`; unique in a merge.
  package let address: String
  /// Why it is a question.
  package let kind: Kind
  /// What both began with, what stands in the merged kit, and what arrives; `nil` where a side has nothing.
  ///
  /// For a file with two names these are the names.
  package let texts: ThreeWay<[UInt8]?>
  /// What most people answer, if there is such a thing.
  package let suggestion: ClashAnswer?

  /// What happened, in a few plain words.
  package var summary: String {
    switch kind {
    case .inside(let kind): kind.summary
    case .fileRemovedAndEdited: "One side took this file out, the other changed it."
    case .fileAddedTwice: "Both sides added a file of this name, each with its own content."
    case .fileRenamedTwice: "Both sides gave this file another name."
    case .namesMeet: "On many computers this file and another one would be the same file."
    }
  }
}
