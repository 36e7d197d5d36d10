/// How much of a tree may be walked before it is refused.
package struct TreeBudget: Hashable, Sendable {
  /// The most lines, folders included.
  package var entries: Int
  /// The most folders inside one another; the root's files are at depth 1.
  package var depth: Int
  /// The most bytes of tree objects that are read.
  package var treeBytes: Int

  /// The budget of a kit: 20,000 lines, 32 deep, 16 MiB.
  package static let kit = TreeBudget(entries: 20_000, depth: 32, treeBytes: 16 << 20)

  /// A budget.
  package init(entries: Int, depth: Int, treeBytes: Int) {
    self.entries = entries
    self.depth = depth
    self.treeBytes = treeBytes
  }
}

extension Repository {
  /// The lines of one tree, in git's order.
  ///
  /// - Throws: `notFound`, `corrupt`, `invalid` as `TreeText.parse`, `tooLarge`.
  package func tree(
    _ id: ObjectID, folder: String = "", limit: Int = TreeBudget.kit.treeBytes
  ) throws(GitError) -> [TreeEntry] {
    // The tree without entries need not be stored.
    if id == .emptyTree { return [] }
    return try TreeText.parse(try read(id, as: .tree, limit: limit), folder: folder)
  }

  /// All files below a tree, in order of path as bytes.
  ///
  /// - Throws: `tooLarge` beyond the budget; otherwise as `tree(_:folder:limit:)`.
  package func files(
    in id: ObjectID, budget: TreeBudget = .kit
  ) throws(GitError) -> [TreeFile] {
    var files: [TreeFile] = []
    var seen = 0
    var spent = 0
    var waiting: [(id: ObjectID, folder: String, depth: Int)] = [(id, "", 1)]
    while let (id, folder, depth) = waiting.popLast() {
      func refuse(_ what: String) -> GitError {
        GitError(
          .tooLarge, what, operation: "read the files of a version", path: folder.isEmpty ? "/" : folder)
      }
      guard depth <= budget.depth else { throw refuse("folders are nested more than \(budget.depth) deep") }
      spent += id == .emptyTree ? 0 : try header(of: id).size
      guard spent <= budget.treeBytes else {
        throw refuse("the lists of names exceed \(budget.treeBytes) bytes")
      }
      let entries = try tree(id, folder: folder, limit: budget.treeBytes)
      seen += entries.count
      guard seen <= budget.entries else {
        throw refuse("there are more than \(budget.entries) files and folders")
      }
      for entry in entries {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        if entry.mode == .folder {
          waiting.append((entry.id, path, depth + 1))
        } else {
          files.append(TreeFile(path: path, mode: entry.mode, id: entry.id))
        }
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// The line at a path below a tree; `nil` when there is none.
  ///
  /// - Throws: as `tree(_:folder:limit:)`.
  package func entry(at path: String, in root: ObjectID) throws(GitError) -> TreeEntry? {
    var id = root
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    var folder = ""
    while let part = parts.popFirst() {
      let found = try tree(id, folder: folder).first { $0.name.utf8.elementsEqual(part.utf8) }
      guard let found else { return nil }
      if parts.isEmpty { return found }
      guard found.mode == .folder else { return nil }
      id = found.id
      folder += folder.isEmpty ? String(part) : "/" + part
    }
    return nil
  }
}
