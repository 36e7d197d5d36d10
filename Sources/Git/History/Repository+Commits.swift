extension ObjectBatch {
  /// Adds a version.
  ///
  /// - Throws: `invalid` for a NUL in the message, or the same parent twice.
  @discardableResult
  package mutating func add(commit: NewCommit) throws(GitError) -> ObjectID {
    try add(CommitText.write(commit), as: .commit)
  }
}

extension Repository {
  /// A version.
  ///
  /// - Throws: `notFound`; `invalid` when the id names something else; `corrupt`; `tooLarge` above 1 MiB.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    try CommitText.parse(try read(id, as: .commit, limit: 1 << 20), id: id)
  }

  /// Stores a version and returns its name. No ref moves.
  ///
  /// - Throws: `notFound` when its tree or a parent is not here; `invalid`; `diskFull`, `readOnly`.
  package func write(_ commit: NewCommit) throws(GitError) -> ObjectID {
    for id in [commit.tree] + commit.parents where !has(id) && id != .emptyTree {
      throw GitError(
        .notFound, "it refers to what is not here", operation: "make a version", path: id.description)
    }
    if commit.tree == .emptyTree { try write([], as: .tree) }
    return try write(CommitText.write(commit), as: .commit)
  }
}
