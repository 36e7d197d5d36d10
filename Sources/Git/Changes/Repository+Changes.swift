extension Repository {
  /// How the files of two trees differ, in order of path (the new one where there are two). `nil` is an empty tree.
  ///
  /// Equal folders are not looked into, so that the cost is that of what differs.
  /// - Throws: `tooLarge` beyond the budget, and as `tree(_:folder:limit:)`.
  package func changes(
    from old: ObjectID?, to new: ObjectID?, renames: RenameLimits = .kit, budget: TreeBudget = .kit
  ) throws(GitError) -> [FileChange] {
    let differences = try differences(from: old ?? .emptyTree, to: new ?? .emptyTree, budget: budget)
    var renames = RenameSearch(removed: differences.removed, added: differences.added, limits: renames)
    renames.pairEqualContents()
    try renames.pairSimilarContents { id, limit throws(GitError) in
      try header(of: id).size <= limit ? try blob(id) : nil
    }
    return (renames.changes + differences.modified)
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The files of two trees that are not the same, before anybody looks for renames.
  private func differences(
    from old: ObjectID, to new: ObjectID, budget: TreeBudget
  ) throws(GitError) -> (removed: [TreeFile], added: [TreeFile], modified: [FileChange]) {
    var removed: [TreeFile] = []
    var added: [TreeFile] = []
    var modified: [FileChange] = []
    var seen = 0
    var waiting: [(old: ObjectID, new: ObjectID, folder: String, depth: Int)] = [(old, new, "", 1)]
    while let (old, new, folder, depth) = waiting.popLast() {
      if old == new { continue }
      let pairs = Self.pairs(try tree(old, folder: folder), try tree(new, folder: folder))
      seen += pairs.count
      guard seen <= budget.entries * 2, depth <= budget.depth else {
        throw GitError(
          .tooLarge, "there is too much to compare", operation: "compare two versions", path: folder)
      }
      for (one, other) in pairs where one != other {
        // Where a file became a folder or the reverse, both are looked at on their own.
        let path = folder.isEmpty ? (one ?? other)?.name ?? "" : folder + "/" + ((one ?? other)?.name ?? "")
        let oldFolder = one.flatMap { $0.mode == .folder ? $0.id : nil }
        let newFolder = other.flatMap { $0.mode == .folder ? $0.id : nil }
        if oldFolder != nil || newFolder != nil {
          waiting.append((oldFolder ?? .emptyTree, newFolder ?? .emptyTree, path, depth + 1))
        }
        let oldFile = one.flatMap {
          $0.mode == .folder ? nil : TreeFile(path: path, mode: $0.mode, id: $0.id)
        }
        let newFile = other.flatMap {
          $0.mode == .folder ? nil : TreeFile(path: path, mode: $0.mode, id: $0.id)
        }
        switch (oldFile, newFile) {
        case (let old?, let new?): modified.append(.modified(old: old, new: new))
        case (let old?, nil): removed.append(old)
        case (nil, let new?): added.append(new)
        case (nil, nil): break
        }
      }
    }
    return (removed, added, modified)
  }

  /// The lines of two trees side by side, those with the same name in one pair.
  private static func pairs(
    _ old: [TreeEntry], _ new: [TreeEntry]
  ) -> [(TreeEntry?, TreeEntry?)] {
    var olds: [[UInt8]: TreeEntry] = [:]
    for entry in old { olds[Array(entry.name.utf8)] = entry }
    var pairs: [(TreeEntry?, TreeEntry?)] = new.map { (olds.removeValue(forKey: Array($0.name.utf8)), $0) }
    pairs += old.filter { olds[Array($0.name.utf8)] != nil }.map { ($0, nil) }
    return pairs
  }
}
