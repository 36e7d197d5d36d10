internal import Git
internal import KitCore

/// What a workspace is when nothing is left to repair.
struct WorkspaceState: Sendable {
  var latest: Operation?
  var view: View
  var repairs: [Repair] = []
}

extension Repository {
  /// Publishes a draft over the state that the verb had seen. Everything from here on runs as one piece, with the
  /// workspace locked, so that no two Kitbags write files or refs at once.
  func publish(
    _ draft: OperationDraft, over latest: Operation?, at view: View, by author: Signature,
    _ conditions: Workspace.Conditions
  ) throws -> Publication {
    try WorkspaceLock.hold(in: gitFolder) {
      guard try target(of: .operations) == latest?.id, try self.view() == view else {
        throw GitError(.stale, "somebody else was faster", operation: "publish an operation")
      }
      return try record(draft, over: latest, at: view, by: author, conditions)
    }
  }

  /// Writes the objects, moves the log, and lets refs and files follow. The lock must be held.
  private func record(
    _ draft: OperationDraft, over latest: Operation?, at view: View, by author: Signature,
    _ conditions: Workspace.Conditions
  ) throws -> Publication {
    try restoreTags(of: draft.after, beside: draft.objects, from: latest?.id)
    let (id, objects) = try build(draft, after: latest, before: view, by: author)
    try conditions.beforeStep(.objects)
    try write(objects)
    try conditions.beforeStep(.log)
    try move(.operations, from: latest?.id, to: id)
    let operation = try operation(id)
    let report = try carryOut(operation, from: WorktreeMarker(in: gitFolder)?.tree, conditions)
    return Publication(operation: operation, checkout: report)
  }

  /// Lets refs and files follow the log; also what is left of it after a crash. The lock must be held.
  private func carryOut(
    _ operation: Operation, from tree: ObjectID?, _ conditions: Workspace.Conditions
  ) throws -> CheckoutReport? {
    for ref in operation.after.differences(from: operation.before) {
      try conditions.beforeStep(.ref)
      try follow(ref, operation)
    }
    var report: CheckoutReport?
    var written = tree
    if let main = operation.after.main, try target(of: .main) == main {
      let new = try commit(main).tree
      if new != tree {
        try conditions.beforeStep(.files)
        report = try checkout(from: tree, to: new)
      }
      written = new
    }
    try conditions.beforeStep(.marker)
    try WorktreeMarker(operation: operation.id, tree: written).write(in: gitFolder)
    return report
  }

  /// Moves one ref from where the operation found it to where it is to be. A ref that is somewhere else was moved by
  /// plain git: it stays, and is noticed when the workspace is opened next.
  private func follow(_ ref: RefName, _ operation: Operation) throws {
    let actual = try target(of: ref)
    guard actual == operation.before[ref] else { return }
    do throws(GitError) {
      if let new = operation.after[ref] {
        try move(ref, from: actual, to: new)
      } else if let actual {
        try remove(ref, at: actual)
      }
    } catch {
      guard error.kind == .stale else { throw error }
    }
  }

  /// Brings refs and files to where the log says they are, and takes over what plain git moved meanwhile.
  ///
  /// Nothing is written where all is as it should be.
  func settle(_ conditions: Workspace.Conditions) throws -> WorkspaceState {
    try requireOwnLine()
    let state = WorkspaceState(
      latest: try target(of: .operations).map { try operation($0) }, view: try view())
    guard let latest = state.latest else { return state }
    if state.view == latest.after, WorktreeMarker(in: gitFolder)?.operation == latest.id { return state }
    do {
      return try WorkspaceLock.hold(in: gitFolder) { try repair(conditions) }
    } catch let error as GitError where error.kind == .readOnly || error.kind == .permission {
      // Looking is allowed where writing is not; the repair waits for who may write.
      return state
    }
  }

  /// Does what a crash left to be done, then takes over what plain git moved. The lock must be held.
  private func repair(_ conditions: Workspace.Conditions) throws -> WorkspaceState {
    guard let tip = try target(of: .operations) else { return WorkspaceState(latest: nil, view: try view()) }
    var latest = try operation(tip)
    var repairs: [Repair] = []
    var marker = WorktreeMarker(in: gitFolder)
    if marker?.operation != latest.id {
      _ = try carryOut(latest, from: marker?.tree, conditions)
      repairs.append(.finished(latest.number))
      marker = WorktreeMarker(in: gitFolder)
    }
    let actual = try view()
    let moved = actual.differences(from: latest.after)
    guard !moved.isEmpty else { return WorkspaceState(latest: latest, view: actual, repairs: repairs) }
    latest = try adopt(actual, over: latest, marker, conditions)
    repairs.append(.adopted(moved, latest.number))
    return WorkspaceState(latest: latest, view: actual, repairs: repairs)
  }

  /// Takes over what plain git did, as an operation. The files are plain git's: they are not touched.
  private func adopt(
    _ actual: View, over latest: Operation, _ marker: WorktreeMarker?, _ conditions: Workspace.Conditions
  ) throws -> Operation {
    let moved = actual.differences(from: latest.after).map(\.text)
    let draft = OperationDraft(
      verb: "outside", summary: "Changed outside Kitbag", arguments: ["refs": .strings(moved)], after: actual)
    let author = Identity.kitbag.signature(conditions.clock)
    let (id, objects) = try build(draft, after: latest, before: latest.after, by: author)
    try conditions.beforeStep(.objects)
    try write(objects)
    try conditions.beforeStep(.log)
    try move(.operations, from: latest.id, to: id)
    let tree = try actual.main.map { try commit($0).tree }
    try conditions.beforeStep(.marker)
    let isSame = actual.main == latest.after.main
    try WorktreeMarker(operation: id, tree: isSame ? marker?.tree : tree).write(in: gitFolder)
    return try operation(id)
  }

  /// Kitbag works on the kit's own line only, and not while plain git is half way through something.
  private func requireOwnLine() throws {
    let branch = try currentBranch()
    guard branch == .main else { throw FranchiseError.otherLine(branch.map { String($0.shortText) }) }
  }

  /// - Throws: ``FranchiseError/unfinishedGit(_:)`` while plain git is half way through a merge or the like.
  func requireNothingUnfinished() throws {
    for (name, what) in [
      ("MERGE_HEAD", "a merge"), ("CHERRY_PICK_HEAD", "taking a change over"), ("REVERT_HEAD", "a revert"),
      ("rebase-merge", "a rebase"), ("rebase-apply", "a rebase"), ("BISECT_LOG", "a search"),
    ] where SystemFile.exists(gitFolder + "/" + name) {
      throw FranchiseError.unfinishedGit(what)
    }
  }
}
