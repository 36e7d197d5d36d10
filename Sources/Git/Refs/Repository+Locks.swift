internal import Glibc

/// A lock file that some program holds, or left behind when it died.
package struct LockFile: Hashable, Sendable {
  /// Its path inside the git folder: `refs/heads/main.lock`.
  package let path: String
  /// How long ago it was made, in seconds, by the computer's clock.
  package let age: Int64
}

extension Repository {
  /// Runs `body`, which takes the locks `<name>.lock` in the git folder, and tries again for a moment while another
  /// program holds one.
  ///
  /// - Parameter patience: how long, in hundredths of a second.
  /// - Throws: `locked`, with the lock's path and age, when another program holds one for too long.
  func locking<Value>(
    _ names: [String], patience: Int = 100, _ body: () throws(GitError) -> Value
  ) throws(GitError) -> Value {
    let writer = try WriterGuard(gitFolder)
    var refused = GitError(.locked, "another program is writing", operation: "write to the repository")
    for _ in 0..<patience {
      // A lock that is there already is not ours: should we die, the next Kitbag must not take it for ours.
      if names.allSatisfy({ lock($0 + ".lock") == nil }) {
        try writer.announce(names)
        do throws(GitError) {
          return try body()
        } catch {
          guard error.kind == .locked else { throw error }
          refused = error
          try writer.announce([])
        }
      }
      usleep(10_000)
    }
    throw explained(refused, names)
  }

  private func explained(_ error: GitError, _ names: [String]) -> GitError {
    var error = error
    for name in names {
      guard let lock = lock(name + ".lock") else { continue }
      error.path = gitFolder + "/" + lock.path
      error.message = "another program made \(lock.path) \(lock.age) seconds ago and has not removed it"
      return error
    }
    return error
  }

  private func lock(_ path: String) -> LockFile? {
    guard let found = FileStatus(gitFolder + "/" + path), found.isFile else { return nil }
    return LockFile(path: path, age: max(0, Clock.system.now().seconds - found.modified.seconds))
  }

  /// Every lock file there is now, in order of path. One that does not go away was left by a program that died.
  package func locks() -> [LockFile] {
    var found = ["HEAD", "index", "packed-refs", "config"].compactMap { lock($0 + ".lock") }
    var waiting = ["refs"]
    while let folder = waiting.popLast(), found.count < 10_000 {
      for name in FolderListing.names(in: gitFolder + "/" + folder) {
        let path = folder + "/" + name
        if name.hasSuffix(".lock") {
          if let lock = lock(path) { found.append(lock) }
        } else if FileStatus(gitFolder + "/" + path)?.isFolder == true, path.utf8.count < 1_000 {
          waiting.append(path)
        }
      }
    }
    return found.sorted { $0.path < $1.path }
  }

  /// Removes a lock file, if it is as it was seen. Only for a lock of which the person said that nobody holds it.
  ///
  /// - Throws: `stale` when there is another one, or none, by now.
  package func breakLock(_ seen: LockFile) throws(GitError) {
    guard seen.path.hasSuffix(".lock"), let found = lock(seen.path), found.age >= seen.age else {
      throw GitError(.stale, "it has changed", operation: "remove a lock", path: seen.path)
    }
    guard unlink(gitFolder + "/" + seen.path) == 0 else { throw .system("remove a lock", path: seen.path) }
  }
}
