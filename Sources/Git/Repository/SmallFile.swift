internal import Glibc

/// Whole files that are read and written in one piece, without following a link.
enum SmallFile {
  /// The bytes of the file.
  ///
  /// - Throws: `tooLarge` above `limit` bytes, `unsupported` when it is a link or no plain file.
  static func read(
    _ path: String, in folder: Int32 = AT_FDCWD, limit: Int, _ operation: String
  ) throws(GitError) -> [UInt8] {
    // O_NONBLOCK so that a named pipe cannot hold us.
    let file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw .system(operation, path: path) }
    defer { close(file) }
    return try read(descriptor: file, limit: limit, operation, path: path)
  }

  /// The bytes of an open file, from its start.
  static func read(
    descriptor file: Int32, limit: Int, _ operation: String, path: String
  ) throws(GitError) -> [UInt8] {
    guard let status = FileStatus(descriptor: file) else { throw .system(operation, path: path) }
    guard status.isFile else {
      throw GitError(.unsupported, "it is not a plain file", operation: operation, path: path)
    }
    try ObjectKind.admit(size: Int(clamping: status.size), limit: limit, operation, path: path)
    var bytes = [UInt8](repeating: 0, count: Int(status.size) + 1)
    var filled = 0
    while true {
      let space = bytes.count - filled
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(file, $0.baseAddress?.advanced(by: filled), space)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(operation, path: path)
      }
      if count == 0 { break }
      filled += count
      if filled == bytes.count {
        // It grew while it was read.
        try ObjectKind.admit(size: filled, limit: limit, operation, path: path)
        bytes.append(contentsOf: repeatElement(0, count: filled))
      }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes a new file and waits until it is on the disk.
  ///
  /// - Throws: `exists` when the name is taken.
  static func create(
    _ path: String, in folder: Int32 = AT_FDCWD, mode: mode_t = 0o644, durable: Bool = true,
    _ bytes: [UInt8], _ operation: String
  ) throws(GitError) {
    let file = openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { throw .system(operation, path: path) }
    do throws(GitError) {
      defer { close(file) }
      try write(bytes, to: file, operation, path: path)
      if durable, fsync(file) != 0 { throw GitError.system(operation, path: path) }
    } catch {
      unlinkat(folder, path, 0)
      throw error
    }
  }

  /// Writes all bytes to an open file.
  static func write(
    _ bytes: [UInt8], to file: Int32, _ operation: String, path: String
  ) throws(GitError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(file, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw .system(operation, path: path)
      }
      done += count
    }
  }

  /// Waits until the names in a folder are on the disk.
  static func syncFolder(_ path: String, _ operation: String) throws(GitError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw .system(operation, path: path) }
    defer { close(folder) }
    // Some file systems cannot sync a folder and say EINVAL: nothing can be done there.
    guard fsync(folder) == 0 || errno == EINVAL else { throw .system(operation, path: path) }
  }
}
