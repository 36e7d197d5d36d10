internal import CGit2

extension Repository {
  /// The bytes of a git bundle: one version with everything that leads to it and that the receiver lacks.
  ///
  /// Anybody's git reads it (`git bundle verify`, `git fetch file`). The same versions give the same bytes.
  /// - Parameters:
  ///   - ref: The name under which the version is offered.
  ///   - tip: The version.
  ///   - needs: Versions that the receiver must have; what they lead to does not come along.
  /// - Throws: ``GitError``.
  package func bundle(_ ref: RefName, at tip: ObjectID, needing needs: [ObjectID]) throws(GitError) -> [UInt8]
  {
    let operation = "write an offer"
    let repository = handle.pointer
    let walk = try GitHandle<WalkKind>(operation) { git_revwalk_new(&$0, repository) }
    try check(git_revwalk_sorting(walk.pointer, GIT_SORT_TOPOLOGICAL.rawValue), operation)
    var raw = tip.raw
    try check(git_revwalk_push(walk.pointer, &raw), operation, path: tip.description)
    for need in needs {
      var raw = need.raw
      try check(git_revwalk_hide(walk.pointer, &raw), operation, path: need.description)
    }
    let builder = try GitHandle<PackBuilderKind>(operation) { git_packbuilder_new(&$0, repository) }
    // One thread, so that the differences between files are found in the same order each time.
    git_packbuilder_set_threads(builder.pointer, 1)
    try check(git_packbuilder_insert_walk(builder.pointer, walk.pointer), operation)
    var pack = git_buf()
    defer { git_buf_dispose(&pack) }
    try check(git_packbuilder_write_buf(&pack, builder.pointer), operation)
    guard let start = pack.ptr else { throw GitError(.library, "the pack is empty", operation: operation) }
    var head = "# v2 git bundle\n"
    for need in needs { head += "-\(need)\n" }
    head += "\(tip) \(ref)\n\n"
    let bytes = UnsafeRawBufferPointer(start: start, count: pack.size)
    return Array(head.utf8) + Array(bytes)
  }
}
