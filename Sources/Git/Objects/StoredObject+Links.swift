extension StoredObject {
  /// The objects that this one names: a version's files and what it was made from, a folder's lines, what a tag stands
  /// for. Links to other repositories inside a folder are left out.
  ///
  /// - Parameter id: The object's own name, for errors.
  /// - Throws: `corrupt`, `invalid`.
  package func links(of id: ObjectID) throws(GitError) -> [ObjectID] {
    switch kind {
    case .blob: return []
    case .commit:
      let commit = try CommitText.parse(bytes, id: id)
      return [commit.tree] + commit.parents
    case .tag: return [try Tag(parsing: bytes, id: id).target]
    case .tree:
      return try TreeText.parse(bytes).filter { $0.mode == .folder || $0.mode.isFile || $0.mode == .link }
        .map(\.id)
    }
  }
}
