/// A version: what the kit was, where it came from, who wrote it and why.
package struct Commit: Hashable, Sendable {
  /// Its name.
  package let id: ObjectID
  /// The root of its files.
  package let tree: ObjectID
  /// What it was made from: none for a first version, two or more for a merge.
  package let parents: [ObjectID]
  /// Who wrote it. What a stranger's commit says here may be empty or senseless; it is never missing.
  package let author: Signature
  /// Who recorded it.
  package let committer: Signature
  /// The whole message. It may hold any character: make it safe before it is shown.
  package let message: String

  /// The first paragraph on one line.
  package var summary: String {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let start = lines.drop { $0.allSatisfy(\.isWhitespace) }
    return start.prefix { !$0.allSatisfy(\.isWhitespace) }.joined(separator: " ")
  }

  /// The `Name: value` lines of the last paragraph, such as `Co-authored-by`.
  package var trailers: [Trailer] { Trailer.all(in: message) }
}

/// A version that is to be made.
package struct NewCommit: Hashable, Sendable {
  /// The root of its files.
  package var tree: ObjectID
  /// What it is made from, in order; the first is the line that it continues.
  package var parents: [ObjectID]
  /// Who wrote it, and when.
  package var author: Signature
  /// Who records it, and when.
  package var committer: Signature
  /// The message; a final line end is added if there is none.
  package var message: String

  /// A version to be made; the committer is the author unless another is given.
  package init(
    tree: ObjectID, parents: [ObjectID], author: Signature, committer: Signature? = nil, message: String
  ) {
    self.tree = tree
    self.parents = parents
    self.author = author
    self.committer = committer ?? author
    self.message = message
  }
}
