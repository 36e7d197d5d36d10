internal import Git
internal import Glibc

/// Small files beside the kit, read and written whole.
enum SystemFile {
  /// The bytes of a plain file; `nil` where there is none, or it has more than `limit` bytes. Links are followed only
  /// if asked for, as a person's own settings may be links.
  static func read(_ path: String, limit: Int, followingLinks: Bool = false) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW))
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count <= limit {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes += chunk[..<count]
    }
    return nil
  }

  /// Whether there is anything of that name; a link counts as itself.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether it is a folder; a link to one is not.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// How many seconds ago it was last written; `nil` where there is nothing.
  static func age(of path: String) -> Int64? {
    var (status, now) = (stat(), timespec())
    guard lstat(path, &status) == 0 else { return nil }
    clock_gettime(CLOCK_REALTIME, &now)
    return max(0, Int64(now.tv_sec - status.st_mtim.tv_sec))
  }

  /// The names in a folder, in no order; none where there is no such folder.
  static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { (bytes: UnsafeRawBufferPointer) -> String in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a file, if it is there.
  static func remove(_ path: String) { unlink(path) }

  /// Makes a folder unless it is there.
  ///
  /// - Throws: ``GitError``.
  static func makeFolder(_ path: String) throws(GitError) {
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw failure(path) }
  }

  /// Gives a file another name on the same disk.
  ///
  /// - Throws: ``GitError``.
  static func move(_ path: String, to other: String) throws(GitError) {
    if rename(path, other) != 0 { throw failure(path) }
  }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }

  /// Lets a file hold these bytes, in one moment and durably.
  ///
  /// - Throws: ``GitError``.
  static func replace(_ path: String, with bytes: [UInt8], in folder: String) throws(GitError) {
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw failure(folder) }
    let draft = "\(path).new-\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw failure(draft) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let error = failure(path)
        unlink(draft)
        throw error
      }
    }
    guard fsync(file) == 0, rename(draft, path) == 0 else {
      let error = failure(path)
      unlink(draft)
      throw error
    }
    let holder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard holder >= 0 else { throw failure(folder) }
    defer { close(holder) }
    guard fsync(holder) == 0 || errno == EINVAL else { throw failure(folder) }
  }

  /// What the operating system said, as the kind of error that people are told of.
  static func failure(_ path: String, _ code: Int32 = errno) -> GitError {
    let kind: GitError.Kind =
      switch code {
      case ENOSPC, EDQUOT: .diskFull
      case EROFS: .readOnly
      case EACCES, EPERM: .permission
      case ENOENT: .notFound
      default: .system
      }
    return GitError(kind, String(cString: strerror(code)), operation: "write to the kit", path: path)
  }
}
