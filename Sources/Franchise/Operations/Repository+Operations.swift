package import Git
internal import KitCore

extension Repository {
  /// The refs that Kitbag owns, as they are now.
  ///
  /// - Throws: ``GitError``.
  package func view() throws(GitError) -> View {
    var view = View()
    for ref in try refs() where View.owns(ref.name) { view[ref.name] = ref.target }
    return view
  }

  /// An operation of the log.
  ///
  /// - Throws: ``FranchiseError`` for what is no operation; ``GitError``.
  package func operation(_ id: ObjectID) throws -> Operation {
    let commit = try commit(id)
    guard let facts = try entry(at: Operation.factsPath, in: commit.tree),
      let views = try entry(at: Operation.viewPath, in: commit.tree)
    else { throw FranchiseError.damagedLog(id.description) }
    return try Operation(commit, facts: try blob(facts.id), views: try blob(views.id))
  }

  /// The operations from `tip` back, the newest first.
  ///
  /// - Parameter limit: How many at most.
  /// - Throws: ``FranchiseError``, ``GitError``.
  package func operations(from tip: ObjectID?, limit: Int = .max) throws -> [Operation] {
    var found: [Operation] = []
    var next = tip
    while let id = next, found.count < limit {
      let operation = try operation(id)
      // Numbers fall by one with each step, so that no damage can make this go round for ever.
      if let last = found.last, operation.number != last.number - 1 {
        throw FranchiseError.damagedLog(id.description)
      }
      found.append(operation)
      next = operation.previous
    }
    return found
  }

  /// Builds an operation on top of the log, in the draft's own batch of objects.
  ///
  /// Its parents are the operation before it and all versions that `after` names and the log does not hold yet, so
  /// that nothing that can be gone back to is ever tidied away.
  /// - Throws: ``GitError``.
  func build(
    _ draft: OperationDraft, after previous: Operation?, before: View, by author: Signature
  ) throws(GitError) -> (id: ObjectID, objects: ObjectBatch) {
    var batch = draft.objects
    let facts = Operation.facts(number: (previous?.number ?? 0) + 1, draft, by: author)
    let views = Operation.views(before: before, after: draft.after)
    var files = [
      TreeFile(path: Operation.factsPath, id: try batch.add(blob: Array(facts.prettyText.utf8))),
      TreeFile(path: Operation.viewPath, id: try batch.add(blob: Array(views.prettyText.utf8))),
    ]
    var kept: [ObjectID] = []
    let held = Set(previous?.after.refs.values.map { $0 } ?? [])
    for id in Set(draft.after.refs.values).union(before.refs.values).subtracting(held).sorted() {
      var named = id
      if let new = try batch.tag(id) {
        try keep(tag: id, new.bytes, &files, &batch)
        named = new.tag.target
      } else if !batch.contains(id), try header(of: id).kind == .tag {
        try keep(tag: id, try read(id, as: .tag), &files, &batch)
        named = try version(behind: id)
      }
      if !kept.contains(named) { kept.append(named) }
    }
    let tree = try batch.add(files: files)
    let message = "\(draft.summary)\n\nKitbag-Verb: \(draft.verb)\n"
    var parents = previous.map { [$0.id] } ?? []
    for id in try bundled(kept, author, &batch) where !parents.contains(id) { parents.append(id) }
    let commit = NewCommit(tree: tree, parents: parents, author: author, message: message)
    return (try batch.add(commit: commit), batch)
  }

  private func keep(
    tag id: ObjectID, _ bytes: [UInt8], _ files: inout [TreeFile], _ batch: inout ObjectBatch
  ) throws(GitError) {
    files.append(TreeFile(path: Operation.tagFolder + id.description, id: try batch.add(blob: bytes)))
  }

  /// At most 48 versions that lead to all of these: git keeps what an operation's parents lead to, but no reader likes
  /// a version with hundreds of them.
  private func bundled(
    _ ids: [ObjectID], _ author: Signature, _ batch: inout ObjectBatch
  ) throws(GitError) -> [ObjectID] {
    var ids = ids
    while ids.count > 48 {
      var bundles: [ObjectID] = []
      for start in stride(from: 0, to: ids.count, by: 48) {
        let some = Array(ids[start..<min(start + 48, ids.count)])
        let commit = NewCommit(
          tree: try batch.add(files: []), parents: some, author: author, message: "Keep versions together")
        bundles.append(try batch.add(commit: commit))
      }
      ids = bundles
    }
    return ids
  }

  /// Brings back tags that nothing led to any more, from the log that kept their text. What comes with the
  /// batch is not looked for.
  ///
  /// - Throws: ``GitError``, ``FranchiseError``.
  func restoreTags(of view: View, beside batch: ObjectBatch, from tip: ObjectID?) throws {
    var missing = Set(view.refs.values.filter { !batch.contains($0) && !has($0) })
    var next = tip
    while !missing.isEmpty, let id = next {
      let operation = try operation(id)
      let tree = try commit(id).tree
      for tag in missing.sorted() {
        guard let entry = try entry(at: Operation.tagFolder + tag.description, in: tree) else { continue }
        try write(try blob(entry.id), as: .tag)
        missing.remove(tag)
      }
      next = operation.previous
    }
  }
}
