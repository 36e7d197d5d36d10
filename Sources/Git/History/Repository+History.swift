internal import CGit2

extension Repository {
  /// The versions that can be reached from `tips` and not from `hidden`, children before their parents.
  ///
  /// Order is by parents; between versions that do not descend from each other the later comes first, so that a wrong
  /// clock cannot put a version before what it was made from.
  /// - Parameter limit: how many are given at most; the newest are.
  /// - Throws: `notFound` when a tip is not here, `corrupt` when an object on the way is missing or damaged.
  package func history(
    from tips: [ObjectID], hiding hidden: [ObjectID] = [], limit: Int = .max
  ) throws(GitError) -> [ObjectID] {
    let operation = "read the history"
    let repository = handle.pointer
    let walk = try GitHandle<WalkKind>(operation) { git_revwalk_new(&$0, repository) }
    let order = GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue
    try check(git_revwalk_sorting(walk.pointer, order), operation)
    for tip in tips {
      var raw = tip.raw
      try check(git_revwalk_push(walk.pointer, &raw), operation, path: tip.description)
    }
    for tip in hidden {
      var raw = tip.raw
      try check(git_revwalk_hide(walk.pointer, &raw), operation, path: tip.description)
    }
    var found: [ObjectID] = []
    var raw = git_oid()
    while found.count < limit {
      let code = git_revwalk_next(&raw, walk.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      try check(code, operation)
      found.append(ObjectID(raw))
    }
    return found
  }

  /// Every best common ancestor of two versions, in order of id: none when they share no history, several after
  /// a criss-cross.
  ///
  /// - Throws: `notFound`, `corrupt`.
  package func mergeBases(_ one: ObjectID, _ other: ObjectID) throws(GitError) -> [ObjectID] {
    let operation = "find the common version"
    // The library would answer "none" for a version that is not here.
    for id in [one, other] { _ = try commit(id) }
    var found = git_oidarray()
    defer { git_oidarray_dispose(&found) }
    var oneRaw = one.raw
    var otherRaw = other.raw
    let code = git_merge_bases(&found, handle.pointer, &oneRaw, &otherRaw)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return []
    }
    try check(code, operation)
    return UnsafeBufferPointer(start: found.ids, count: found.count).map { ObjectID($0) }.sorted()
  }

  /// Whether `one` is `other` or is among what `other` was made from.
  ///
  /// - Throws: `notFound`, `corrupt`.
  package func isAncestor(_ one: ObjectID, of other: ObjectID) throws(GitError) -> Bool {
    if one == other { return true }
    return try mergeBases(one, other) == [one]
  }
}
