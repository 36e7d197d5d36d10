internal import CGit2

extension Repository {
  /// The object that the ref names, symbolic refs followed; `nil` when there is no such ref.
  ///
  /// - Throws: `corrupt` for a damaged ref or a loop of symbolic refs.
  package func target(of ref: RefName) throws(GitError) -> ObjectID? {
    var oid = git_oid()
    let code = git_reference_name_to_id(&oid, handle.pointer, ref.text)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read a ref", path: ref.text)
    return ObjectID(oid)
  }

  /// Every ref whose name starts with `prefix` and what it names, symbolic refs followed, in order of name.
  ///
  /// Refs whose names are not well formed, or that lead nowhere, are left out: they can come from outside git.
  /// - Throws: `tooLarge` beyond `limit` refs.
  package func refs(
    under prefix: String = "refs/", limit: Int = 100_000
  ) throws(GitError) -> [(name: RefName, target: ObjectID)] {
    let repository = handle.pointer
    let names = try GitHandle<ReferencesKind>("list the refs") { git_reference_iterator_new(&$0, repository) }
    var found: [(name: RefName, target: ObjectID)] = []
    while true {
      var name: UnsafePointer<CChar>?
      let code = git_reference_next_name(&name, names.pointer)
      if code == GIT_ITEROVER.rawValue { break }
      try check(code, "list the refs")
      guard let name else { break }
      let text = String(cString: name)
      guard text.hasPrefix(prefix), let ref = try? RefName(text), let id = try? target(of: ref) else {
        continue
      }
      guard found.count < limit else {
        throw GitError(.tooLarge, "there are more than \(limit) refs", operation: "list the refs")
      }
      found.append((ref, id))
    }
    return found.sorted { $0.name < $1.name }
  }

  /// Moves the ref from `old` to `new` if it still is at `old`; `nil` stands for "there is no such ref".
  ///
  /// This is the one moment at which work becomes visible. It is durable when it returns.
  /// - Throws: `stale` when the ref is not at `old` (any more); `locked` when another program holds its lock for
  ///   longer than a moment; `notFound` when `new` is not an object of this repository; `invalid` when a branch
  ///   would name something else than a version.
  package func move(_ ref: RefName, from old: ObjectID?, to new: ObjectID) throws(GitError) {
    let repository = handle.pointer
    guard has(new) else {
      throw GitError(
        .notFound, "\(new) is not in this repository", operation: "move a ref", path: ref.text)
    }
    if ref.text.hasPrefix("refs/heads/"), try header(of: new).kind != .commit {
      throw GitError(.invalid, "\(new) is not a version", operation: "move a ref", path: ref.text)
    }
    var newRaw = new.raw
    var oldRaw = (old ?? .zero).raw
    try locking([ref.text]) { () throws(GitError) in
      do throws(GitError) {
        _ = try GitHandle<ReferenceKind>("move a ref", path: ref.text) {
          git_reference_create_matching(&$0, repository, ref.text, &newRaw, 1, &oldRaw, "kitbag")
        }
      } catch {
        throw Self.refusal(error, ref: ref, expecting: old)
      }
    }
  }

  /// Removes the ref if it still is at `old`. A ref that is not there is `stale` too.
  ///
  /// - Throws: `stale`, `locked` as `move`.
  package func remove(_ ref: RefName, at old: ObjectID) throws(GitError) {
    let repository = handle.pointer
    try locking([ref.text, "packed-refs"]) { () throws(GitError) in
      do throws(GitError) {
        // The library compares with the value that this lookup saw, under the lock.
        let found = try GitHandle<ReferenceKind>("remove a ref", path: ref.text) {
          git_reference_lookup(&$0, repository, ref.text)
        }
        guard let target = git_reference_target(found.pointer), ObjectID(target.pointee) == old else {
          throw GitError(.stale, "it is not at \(old)", operation: "remove a ref", path: ref.text)
        }
        try check(git_reference_delete(found.pointer), "remove a ref", path: ref.text)
      } catch {
        throw Self.refusal(error, ref: ref, expecting: old)
      }
    }
  }

  /// "There is none" and "there is one already" are both ways of not being what the caller expected.
  private static func refusal(_ error: GitError, ref: RefName, expecting old: ObjectID?) -> GitError {
    var error = error
    if error.kind == .notFound || error.kind == .exists { error.kind = .stale }
    return error
  }

  /// The branch that `HEAD` names, also where it has no commit yet; `nil` when `HEAD` is detached.
  ///
  /// - Throws: `corrupt`, or `invalid` when it names something that is no ref.
  package func currentBranch() throws(GitError) -> RefName? {
    let repository = handle.pointer
    let head = try GitHandle<ReferenceKind>("read HEAD") { git_reference_lookup(&$0, repository, "HEAD") }
    guard let name = git_reference_symbolic_target(head.pointer) else { return nil }
    return try RefName(String(cString: name))
  }

  /// The commit that `HEAD` names, by a branch or directly; `nil` on a branch without commits.
  ///
  /// - Throws: `corrupt`.
  package func head() throws(GitError) -> ObjectID? {
    var oid = git_oid()
    let code = git_reference_name_to_id(&oid, handle.pointer, "HEAD")
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read HEAD")
    return ObjectID(oid)
  }

  /// Lets `HEAD` name the branch, which may have no commit yet. Files are not touched.
  ///
  /// - Throws: `locked`.
  package func setCurrentBranch(_ branch: RefName) throws(GitError) {
    let repository = handle.pointer
    try locking(["HEAD"]) { () throws(GitError) in
      _ = try GitHandle<ReferenceKind>("set HEAD") {
        git_reference_symbolic_create(&$0, repository, "HEAD", branch.text, 1, "kitbag")
      }
    }
  }
}
