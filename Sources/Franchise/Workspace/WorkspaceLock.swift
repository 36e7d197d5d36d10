internal import Git
internal import Glibc

/// Lets one Kitbag at a time publish in a workspace: a lock of the operating system's, which ends with its process.
enum WorkspaceLock {
  /// How long another Kitbag is waited for, in hundredths of a second.
  private static let patience = 1_000

  /// Runs `body` while nobody else holds the lock.
  ///
  /// - Throws: ``FranchiseError/busy`` when another Kitbag keeps it; ``GitError`` where the disk refuses; what `body`
  ///   throws.
  static func hold<Value>(in gitFolder: String, _ body: () throws -> Value) throws -> Value {
    let folder = gitFolder + "/kitbag"
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw SystemFile.failure(folder) }
    let path = folder + "/lock"
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { throw SystemFile.failure(path) }
    defer { close(file) }
    for _ in 0..<patience {
      if flock(file, LOCK_EX | LOCK_NB) == 0 { return try body() }
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR else { throw SystemFile.failure(path, code) }
      usleep(10_000)
    }
    throw FranchiseError.busy
  }
}
