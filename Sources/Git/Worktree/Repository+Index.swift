internal import CGit2
internal import Glibc

/// git's lock on the index, taken as git takes it: the file `index.lock`, which must not exist.
struct IndexLock: ~Copyable {
  let gitFolder: String

  /// - Throws: `locked` when some program holds it.
  init(_ gitFolder: String) throws(GitError) {
    self.gitFolder = gitFolder
    do throws(GitError) {
      try SmallFile.create(gitFolder + "/index.lock", durable: false, [], "write the index")
    } catch {
      guard error.kind == .exists else { throw error }
      throw GitError(
        .locked, "another program holds the index", operation: "write the index",
        path: gitFolder + "/index.lock")
    }
  }

  /// Lets the file at `draft` become the index, in one moment.
  func publish(_ draft: String) throws(GitError) {
    let lock = gitFolder + "/index.lock"
    guard rename(draft, lock) == 0, rename(lock, gitFolder + "/index") == 0 else {
      throw .system("write the index", path: lock)
    }
  }

  // After `publish` there is nothing to remove.
  deinit { unlink(gitFolder + "/index.lock") }
}

extension Repository {
  /// Writes an index with the files of `tree`, each with what `lstat` says if it is as the tree has it.
  func writeIndex(of tree: ObjectID, _ lock: borrowing IndexLock) throws(GitError) {
    let operation = "write the index"
    let survey = try survey(against: tree)
    let draft = gitFolder + "/kitbag-index"
    unlink(draft)
    unlink(draft + ".lock")
    defer { unlink(draft) }
    let index = try GitHandle<IndexKind>(operation, path: draft) { git_index_open(&$0, draft) }
    for path in survey.tracked.keys.sorted() {
      guard let file = survey.tracked[path] else { continue }
      var entry = git_index_entry(file, survey.same[path])
      let code = path.text.withCString { name in
        entry.path = name
        return git_index_add(index.pointer, &entry)
      }
      try check(code, operation, path: path.text)
    }
    try check(git_index_write(index.pointer), operation, path: draft)
    let file = openat(AT_FDCWD, draft, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .system(operation, path: draft) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .system(operation, path: draft) }
    try lock.publish(draft)
  }
}

extension git_index_entry {
  /// A line of the index; without a status git will read the file before it believes anything.
  init(_ file: TreeFile, _ status: FileStatus?) {
    self.init()
    mode = file.mode.rawValue
    id = file.id.raw
    guard let status else { return }
    ctime = git_index_time(status.changed)
    mtime = git_index_time(status.modified)
    dev = UInt32(truncatingIfNeeded: status.device)
    ino = UInt32(truncatingIfNeeded: status.inode)
    uid = status.owner
    gid = status.group
    file_size = UInt32(truncatingIfNeeded: status.size)
  }
}

extension git_index_time {
  init(_ time: FileTime) {
    self.init(
      seconds: Int32(truncatingIfNeeded: time.seconds),
      nanoseconds: UInt32(truncatingIfNeeded: time.nanoseconds))
  }
}
