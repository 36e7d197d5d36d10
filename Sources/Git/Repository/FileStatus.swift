internal import Glibc

/// What `lstat` says of one file: links are looked at, never followed.
struct FileStatus: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
  let mode: UInt32
  let owner: UInt32
  let group: UInt32
  let size: Int64
  let modified: FileTime
  let changed: FileTime

  var isFile: Bool { mode & S_IFMT == S_IFREG }
  var isFolder: Bool { mode & S_IFMT == S_IFDIR }
  var isLink: Bool { mode & S_IFMT == S_IFLNK }
  /// Whether the owner may run it, which is all of the permissions that git keeps.
  var isExecutable: Bool { mode & S_IXUSR != 0 }

  /// The file at an absolute path; `nil` when there is none, or it cannot be looked at.
  init?(_ path: String) { self.init(path, in: AT_FDCWD) }

  /// The file with the given name in an open folder.
  init?(_ name: String, in folder: Int32) {
    var found = stat()
    guard fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    self.init(found)
  }

  /// An open file.
  init?(descriptor: Int32) {
    var found = stat()
    guard fstat(descriptor, &found) == 0 else { return nil }
    self.init(found)
  }

  private init(_ found: stat) {
    device = UInt64(found.st_dev)
    inode = UInt64(found.st_ino)
    mode = found.st_mode
    owner = found.st_uid
    group = found.st_gid
    size = Int64(found.st_size)
    modified = FileTime(found.st_mtim)
    changed = FileTime(found.st_ctim)
  }
}

/// A moment in a file system's time.
struct FileTime: Hashable, Comparable, Sendable {
  let seconds: Int64
  let nanoseconds: Int64

  init(seconds: Int64, nanoseconds: Int64) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  init(_ time: timespec) { self.init(seconds: Int64(time.tv_sec), nanoseconds: Int64(time.tv_nsec)) }

  static func < (left: FileTime, right: FileTime) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}
