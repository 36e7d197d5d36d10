internal import Glibc

/// Lets one Kitbag at a time take git's lock files in a repository, and remembers which ones it takes.
///
/// git's lock files say nothing of who made them, so that one left by a process that died would block for ever. This
/// guard is a file with a lock of the operating system's, which ends with its process. Whoever holds it knows that any
/// lock file whose name is written in it was left by a Kitbag that is dead.
struct WriterGuard: ~Copyable {
  private let file: Int32
  private let gitFolder: String

  /// How long other programs' locks are waited for, in milliseconds.
  static let patience = 5_000

  /// Waits for the guard, and clears what a dead Kitbag left behind.
  ///
  /// - Throws: `locked` when a living one keeps it; `readOnly`, `permission`.
  init(_ gitFolder: String) throws(GitError) {
    let path = gitFolder + "/kitbag-writer"
    let opened = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard opened >= 0 else { throw .system("write to the repository", path: path) }
    for waited in 0... {
      if flock(opened, LOCK_EX | LOCK_NB) == 0 { break }
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR, waited < Self.patience else {
        close(opened)
        if code != EWOULDBLOCK { throw .system("write to the repository", path: path, code: code) }
        throw GitError(
          .locked, "another Kitbag is writing here", operation: "write to the repository", path: path)
      }
      usleep(1_000)
    }
    file = opened
    self.gitFolder = gitFolder
    clearLeftLocks()
  }

  /// Writes down that the lock files of these names, without `.lock`, are about to be taken.
  func announce(_ names: [String]) throws(GitError) {
    let text = Array((names.joined(separator: "\n") + "\n").utf8)
    guard ftruncate(file, 0) == 0, lseek(file, 0, SEEK_SET) == 0 else {
      throw .system("write to the repository", path: gitFolder)
    }
    try SmallFile.write(text, to: file, "write to the repository", path: gitFolder + "/kitbag-writer")
  }

  /// Whoever wrote the names is dead, or this process could not hold the guard.
  private func clearLeftLocks() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = pread(file, &bytes, bytes.count, 0)
    guard count > 0 else { return }
    for line in bytes.prefix(count).split(separator: UInt8(ascii: "\n")) {
      let name = String(decoding: line, as: UTF8.self)
      guard name == "HEAD" || name == "index" || name == "packed-refs" || (try? RefName(name)) != nil
      else { continue }
      unlink("\(gitFolder)/\(name).lock")
    }
    ftruncate(file, 0)
  }

  deinit {
    ftruncate(file, 0)
    close(file)
  }
}
