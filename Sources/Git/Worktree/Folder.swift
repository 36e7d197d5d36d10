internal import CGit2
internal import Glibc

/// An open folder of the worktree. Everything in it is reached from here by name, never through a link.
struct Folder: ~Copyable {
  let descriptor: Int32

  /// The folder at an absolute path; its last part must not be a link.
  init(_ path: String, _ operation: String) throws(GitError) {
    try self.init(path, in: AT_FDCWD, operation)
  }

  private init(_ name: String, in folder: Int32, _ operation: String) throws(GitError) {
    descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(operation, path: name) }
  }

  /// The folder of the given name in this one.
  func folder(_ name: String, _ operation: String) throws(GitError) -> Folder {
    try Folder(name, in: descriptor, operation)
  }

  /// The folder at a path below this one; an empty path is this one again.
  ///
  /// - Parameter making: whether folders that are missing are made.
  /// - Throws: `notFound` where there is none; `unsupported` where a link or a file stands in the way.
  func below(_ path: String, making: Bool = false, _ operation: String) throws(GitError) -> Folder {
    var current = try folder(".", operation)
    for part in path.split(separator: "/") {
      let name = String(part)
      if making, mkdirat(current.descriptor, name, 0o777) != 0, errno != EEXIST {
        throw .system(operation, path: path)
      }
      do throws(GitError) {
        current = try current.folder(name, operation)
      } catch {
        throw blocked(error, name, in: current, path)
      }
    }
    return current
  }

  /// A link or a file where a folder should be gives one of several codes, depending on the system.
  private func blocked(
    _ error: GitError, _ name: String, in folder: borrowing Folder, _ path: String
  ) -> GitError {
    guard let found = FileStatus(name, in: folder.descriptor), !found.isFolder else { return error }
    return GitError(
      .unsupported, "\(name) is in the way: it is not a folder", operation: error.operation, path: path)
  }

  /// The names in it, as bytes, without `.` and `..`, in order.
  ///
  /// - Throws: `tooLarge` beyond `limit` names.
  func names(limit: Int, _ operation: String, path: String) throws(GitError) -> [[UInt8]] {
    // The listing takes over the descriptor that it is given, so it gets one of its own.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard own >= 0, let listing = fdopendir(own) else { throw .system(operation, path: path) }
    defer { closedir(listing) }
    guard let names = FolderListing.names(listing, limit: limit) else {
      throw GitError(.tooLarge, "it holds more than \(limit) files", operation: operation, path: path)
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  deinit { close(descriptor) }
}
