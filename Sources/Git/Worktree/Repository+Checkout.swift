internal import CGit2
internal import Glibc

extension Repository {
  /// Turns the files that still are as `old` has them into those of `new`, and lets git's index follow.
  ///
  /// `old` is the tree that was last written here (`nil`: nothing was). Where a file is anything else than `old` or
  /// `new` say, it is left alone and reported. No link is followed and nothing outside the worktree is written.
  /// Every file is either its old self or its new one at any moment, and after a crash the same call finishes the
  /// work. Before the first file changes all new content is on the disk.
  /// - Throws: `diskFull`, `readOnly`, `permission`: files are as before then; `locked`; `unsupported` in a bare
  ///   repository, and for trees that hold links or submodules.
  package func checkout(from old: ObjectID?, to new: ObjectID) throws(GitError) -> CheckoutReport {
    let root = try Folder(try requireWorktree(), CheckoutStep.operation)
    return try locking(["index"]) { () throws(GitError) in
      let lock = try IndexLock(gitFolder)
      let survey = try survey(against: old)
      removeLeftovers(survey.leftovers, in: root)
      var report = CheckoutReport()
      let steps = try plan(to: new, survey, in: root, &report)
      try carryOut(steps, in: root, &report)
      try writeIndex(of: new, lock)
      report.written.sort { BytePath($0) < BytePath($1) }
      report.removed.sort { BytePath($0) < BytePath($1) }
      report.kept.sort { BytePath($0.path) < BytePath($1.path) }
      return report
    }
  }

  /// Lets git's index say that the files of `tree` are what was last saved, so that plain git agrees.
  ///
  /// - Throws: `locked`, `diskFull`, `readOnly`; the index is as before then.
  package func refreshIndex(to tree: ObjectID) throws(GitError) {
    try locking(["index"]) { () throws(GitError) in
      try writeIndex(of: tree, try IndexLock(gitFolder))
    }
  }

  /// Decides for each file what is to be done. Nothing is written.
  private func plan(
    to new: ObjectID, _ survey: Survey, in root: borrowing Folder, _ report: inout CheckoutReport
  ) throws(GitError) -> [CheckoutStep] {
    var wanted: [BytePath: TreeFile] = [:]
    for file in try files(in: new) {
      guard file.mode.isFile else {
        throw GitError(
          .unsupported, "it is a link or a submodule, which a kit cannot hold",
          operation: CheckoutStep.operation, path: file.path)
      }
      wanted[BytePath(file.path)] = file
    }
    let going = Set(survey.same.keys.filter { wanted[$0] == nil })
    let goingFolders = Self.folders(of: going)
    var steps: [CheckoutStep] = []
    for (path, file) in survey.tracked where wanted[path] == nil {
      guard file.mode.isFile else { continue }
      planStep(path, old: file, new: nil, survey, in: root, &steps, &report) { false }
    }
    for (path, file) in wanted where survey.tracked[path] != file {
      planStep(path, old: survey.tracked[path], new: file, survey, in: root, &steps, &report) {
        goingFolders.contains(path) || Self.folders(of: [path]).contains { going.contains($0) }
      }
    }
    return steps.sorted { BytePath($0.path) < BytePath($1.path) }
  }

  private func planStep(
    _ path: BytePath, old: TreeFile?, new: TreeFile?, _ survey: Survey, in root: borrowing Folder,
    _ steps: inout [CheckoutStep], _ report: inout CheckoutReport, isGettingRoom: () -> Bool
  ) {
    let (folder, name) = Self.split(path.text)
    var step = CheckoutStep(
      path: path.text, folder: folder, name: name, new: new, old: old, seen: survey.same[path],
      number: UInt64.random(in: .min ... .max))
    func kept(_ reason: CheckoutReport.Reason) -> CheckoutReport.Kept {
      CheckoutReport.Kept(path: path.text, reason: reason)
    }
    if old != nil, step.seen != nil {
      steps.append(step)
      return
    }
    switch state(of: path.text, in: root) {
    case .nothing:
      // Removed outside: that is an edit too, and it stays, unless the file was to go anyway.
      if old == nil { steps.append(step) } else if new != nil { report.kept.append(kept(.removed)) }
    case .blocked:
      if old == nil, isGettingRoom() {
        step.isLate = true
        steps.append(step)
      } else {
        report.kept.append(kept(.blocked))
      }
    case .file(let id, let mode):
      // Another run, or the person, has already made it what it is to be.
      if let new, new.id == id, new.mode == mode { return }
      report.kept.append(kept(old == nil ? .taken : .edited))
    }
  }

  /// Drafts first, so that a full disk is noticed while nothing has changed; then what goes, which makes room for the
  /// few that need the room; then what comes.
  private func carryOut(
    _ steps: [CheckoutStep], in root: borrowing Folder, _ report: inout CheckoutReport
  ) throws(GitError) {
    let coming = steps.filter { $0.new != nil && !$0.isLate }
    try draft(coming, in: root)
    try finish(steps.filter { $0.new == nil }, in: root, &report)
    removeEmptyFolders(report.removed, in: root)
    var late: [CheckoutStep] = []
    for step in steps where step.isLate {
      do throws(GitError) {
        try draft([step], in: root)
        late.append(step)
      } catch {
        // What was in the way was edited a moment ago, and is still there.
        guard error.kind == .unsupported else { throw error }
        report.kept.append(CheckoutReport.Kept(path: step.path, reason: .blocked))
      }
    }
    try finish(coming + late, in: root, &report)
    try syncFolders(of: steps, in: root)
  }

  private enum PlaceState {
    case nothing
    case blocked
    case file(ObjectID, TreeMode)
  }

  private func state(of path: String, in root: borrowing Folder) -> PlaceState {
    let (folder, name) = Self.split(path)
    let inside: Folder
    do throws(GitError) {
      inside = try root.below(folder, CheckoutStep.operation)
    } catch {
      return error.kind == .notFound ? .nothing : .blocked
    }
    guard let status = FileStatus(name, in: inside.descriptor) else { return .nothing }
    guard status.isFile, let mode = status.treeMode, let id = try? content(of: path, in: root) else {
      return .blocked
    }
    return .file(id, mode)
  }

  /// Writes all new content beside its places and waits until it is on the disk.
  private func draft(_ steps: [CheckoutStep], in root: borrowing Folder) throws(GitError) {
    let drafts = steps.filter { $0.new != nil }
    // One wait for the whole disk is cheaper than many for a file each.
    let isFew = drafts.count <= 8
    do throws(GitError) {
      for step in drafts {
        guard let new = step.new else { continue }
        try step.draft(try blob(new.id), durable: isFew, in: root)
      }
      if !isFew, kitbag_sync_disk(root.descriptor) != 0 { throw .system(CheckoutStep.operation) }
    } catch {
      for step in drafts { step.discard(in: root) }
      throw error
    }
  }

  private func finish(
    _ steps: [CheckoutStep], in root: borrowing Folder, _ report: inout CheckoutReport
  ) throws(GitError) {
    for step in steps {
      let old = step.old?.id
      let reason = try step.finish(in: root) { folder, name in
        let bytes = try? SmallFile.read(
          name, in: folder, limit: LibGit2.largestObject, CheckoutStep.operation)
        return old != nil && bytes.flatMap { try? ObjectID.of($0, kind: .blob) } == old
      }
      if let reason {
        report.kept.append(CheckoutReport.Kept(path: step.path, reason: reason))
      } else if step.new == nil {
        report.removed.append(step.path)
      } else {
        report.written.append(step.path)
      }
    }
  }

  private func syncFolders(of steps: [CheckoutStep], in root: borrowing Folder) throws(GitError) {
    let folders = Set(steps.map { BytePath($0.folder) })
    if folders.count > 4 {
      guard kitbag_sync_disk(root.descriptor) == 0 else { throw .system(CheckoutStep.operation) }
      return
    }
    for folder in folders {
      guard let inside = try? root.below(folder.text, CheckoutStep.operation) else { continue }
      guard fsync(inside.descriptor) == 0 || errno == EINVAL else {
        throw .system(CheckoutStep.operation, path: folder.text)
      }
    }
  }

  private func removeEmptyFolders(_ paths: [String], in root: borrowing Folder) {
    let folders = Self.folders(of: paths.map(BytePath.init)).sorted { $1 < $0 }
    for folder in folders { unlinkat(root.descriptor, folder.text, AT_REMOVEDIR) }
  }

  /// Removes what a crash left half done; but what may be somebody's edit only if the repository has it.
  private func removeLeftovers(_ paths: [String], in root: borrowing Folder) {
    for path in paths {
      let (folder, name) = Self.split(path)
      guard let inside = try? root.below(folder, CheckoutStep.operation) else { continue }
      let isDraft = name.hasPrefix(".kitbag-new-")
      if !isDraft {
        guard let id = try? content(of: path, in: root), has(id) else { continue }
      }
      unlinkat(inside.descriptor, name, 0)
    }
  }
}
