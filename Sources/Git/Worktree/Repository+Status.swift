internal import CGit2
internal import Glibc

extension Repository {
  static let looking = "look at the kit's files"

  /// How the worktree differs from the files of `tree` (`nil`: from none).
  ///
  /// Nothing is written. What git's index remembers saves reading files that have not changed.
  /// - Throws: `unsupported` in a bare repository; `tooLarge` beyond the budget.
  package func status(
    against tree: ObjectID?, budget: WorktreeBudget = .kit
  ) throws(GitError) -> WorktreeStatus {
    WorktreeStatus(changes: try survey(against: tree, budget: budget).changes)
  }

  /// What a survey of the worktree found.
  struct Survey {
    /// Every difference, in order of path.
    var changes: [WorktreeChange] = []
    /// Files that are as the tree has them, with what `lstat` says of them now.
    var same: [BytePath: FileStatus] = [:]
    /// What the tree holds.
    var tracked: [BytePath: TreeFile] = [:]
    /// Half-written files that a crash left.
    var leftovers: [String] = []
  }

  /// Looks at every file once.
  func survey(against tree: ObjectID?, budget: WorktreeBudget = .kit) throws(GitError) -> Survey {
    let root = try Folder(try requireWorktree(), Self.looking)
    var survey = Survey()
    for file in try files(in: tree ?? .emptyTree) { survey.tracked[BytePath(file.path)] = file }
    try IgnoreRules.load(into: handle.pointer, from: root)
    let repository = handle.pointer
    let scan = try WorktreeScan(
      root, tracked: Set(survey.tracked.keys), trackedFolders: Self.folders(of: survey.tracked.keys),
      budget: budget, isIgnored: { IgnoreRules.cover($0, in: repository) })
    survey.leftovers = scan.leftovers
    let cache = StatCache(indexAt: gitFolder + "/index")
    for (path, file) in survey.tracked {
      guard let kind = change(of: file, scan, cache, root) else {
        survey.same[path] = scan.files[path]
        continue
      }
      survey.changes.append(WorktreeChange(path: path.text, kind: kind))
    }
    for path in scan.files.keys where survey.tracked[path] == nil {
      survey.changes.append(WorktreeChange(path: path.text, kind: .added))
    }
    for (path, reason) in scan.foreign where survey.tracked[path] == nil {
      survey.changes.append(WorktreeChange(path: path.text, kind: .foreign(reason)))
    }
    survey.changes.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return survey
  }

  /// What happened to one file that the tree holds; `nil` when nothing did.
  private func change(
    of file: TreeFile, _ scan: WorktreeScan, _ cache: StatCache, _ root: borrowing Folder
  ) -> WorktreeChange.Kind? {
    if let reason = scan.foreign[BytePath(file.path)] { return .foreign(reason) }
    // A kit has no links or submodules; where a version has one, there is nothing to compare.
    guard file.mode.isFile else { return nil }
    guard let status = scan.files[BytePath(file.path)] else {
      return FileStatus(file.path, in: root.descriptor)?.isFolder == true ? .foreign(.folder) : .removed
    }
    guard status.treeMode == file.mode else { return .modified }
    if let known = cache.content(of: file.path, status) { return known == file.id ? nil : .modified }
    guard let now = try? content(of: file.path, in: root) else { return .foreign(.unreadable) }
    return now == file.id ? nil : .modified
  }

  /// The name that a file of the worktree would have as an object.
  func content(of path: String, in root: borrowing Folder) throws(GitError) -> ObjectID {
    try ObjectID.of(try bytes(of: path, in: root), kind: .blob)
  }

  /// The bytes of a file of the worktree; no part of its path may be a link.
  func bytes(of path: String, in root: borrowing Folder) throws(GitError) -> [UInt8] {
    let (folder, name) = Self.split(path)
    let inside = try root.below(folder, Self.looking)
    return try SmallFile.read(name, in: inside.descriptor, limit: LibGit2.largestObject, Self.looking)
  }

  /// The bytes of one file of the worktree.
  ///
  /// - Throws: `notFound`; `unsupported` when it, or a folder on the way, is a link; `invalid` for a path that leads
  ///   out of the worktree; `tooLarge`.
  package func readFile(_ path: String) throws(GitError) -> [UInt8] {
    if let problem = TreePath.problem(withPath: path) {
      throw GitError(.invalid, "it \(problem)", operation: Self.looking, path: path)
    }
    return try bytes(of: path, in: Folder(try requireWorktree(), Self.looking))
  }

  func requireWorktree() throws(GitError) -> String {
    guard let worktree else {
      throw GitError(
        .unsupported, "it is a bare repository, without files", operation: Self.looking, path: gitFolder)
    }
    return worktree
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  /// Every folder that the paths lie in.
  static func folders(of paths: some Sequence<BytePath>) -> Set<BytePath> {
    var found: Set<BytePath> = []
    for path in paths {
      var folder = split(path.text).folder
      while !folder.isEmpty, found.insert(BytePath(folder)).inserted { folder = split(folder).folder }
    }
    return found
  }
}

/// The worktree as it would be saved.
package struct WorktreeSnapshot: Sendable {
  /// The root of all its files.
  package let tree: ObjectID
  /// What is not stored yet: blobs and trees. Add the commit, write it, then publish.
  package var batch: ObjectBatch
  /// How it differs from the version that it was compared with; what is foreign is not in `tree`.
  package let status: WorktreeStatus
}

extension Repository {
  /// Reads what changed in the worktree since `tree` and builds the tree that it makes. Nothing is stored.
  ///
  /// A file of the version whose place is taken by something foreign stays as the version has it.
  /// - Throws: `tooLarge` beyond the budget; `unsupported` in a bare repository.
  package func snapshot(
    over tree: ObjectID?, budget: WorktreeBudget = .kit
  ) throws(GitError) -> WorktreeSnapshot {
    let survey = try survey(against: tree, budget: budget)
    let root = try Folder(try requireWorktree(), Self.looking)
    var files = survey.tracked
    var batch = ObjectBatch()
    for change in survey.changes {
      switch change.kind {
      case .removed: files[BytePath(change.path)] = nil
      case .foreign: continue
      case .added, .modified:
        let bytes = try bytes(of: change.path, in: root)
        let isExecutable = FileStatus(change.path, in: root.descriptor)?.isExecutable ?? false
        let id = try batch.add(blob: bytes, path: change.path)
        files[BytePath(change.path)] = TreeFile(
          path: change.path, mode: isExecutable ? .executable : .file, id: id)
      }
    }
    let made = try batch.add(files: Array(files.values))
    return WorktreeSnapshot(tree: made, batch: batch, status: WorktreeStatus(changes: survey.changes))
  }
}
