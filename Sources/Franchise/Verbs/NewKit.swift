internal import Git
internal import KitCore

extension Workspace {
  /// Starts a master kit from a small complete example in a new or empty folder.
  ///
  /// - Parameters:
  ///   - folder: Where.
  ///   - title: The kit's name; its id is made from it.
  ///   - owner: Who keeps it.
  /// - Returns: The kit's id, its files in order of path, and the first step.
  /// - Throws: ``FranchiseError``, ``GitError``; then `folder` is as it was.
  package static func new(
    _ folder: String, title: String, owner: String?, _ conditions: Conditions = Conditions()
  ) async throws -> (id: String, files: [String], operation: Operation) {
    let id = slug(of: title)
    guard KitID(rawValue: id) != nil else { throw FranchiseError.badName(title) }
    let files = try StarterKit(id: id, title: title, owner: owner ?? id).files()
    let place = try NewFolder(folder)
    let repository = try Repository.create(place.draft)
    var workspace = try await Workspace(repository, conditions)
    var objects = ObjectBatch()
    var tree = KitTree()
    for (path, bytes) in files.sorted(by: { $0.key < $1.key }) { try tree.set(path, to: bytes, in: &objects) }
    let words = "Begin the kit \(oneLine(title))"
    let commit = NewCommit(
      tree: try tree.write(into: &objects), parents: [], author: try await workspace.signature(),
      message: words + "\n")
    var after = View()
    after[.main] = try objects.add(commit: commit)
    let done = try await workspace.publish(
      OperationDraft(
        verb: "new", summary: words, arguments: ["kit": .string(id)], after: after, objects: objects))
    try place.publish()
    return (id, files.keys.sorted(), done.operation)
  }
}
