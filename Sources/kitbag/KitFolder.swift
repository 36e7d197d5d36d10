internal import Glibc

/// The files of a kit as they lie in a folder on disk, read without following anybody's trail out of it.
///
/// Only regular files are read. A link, a pipe, a device, a name that is no text, or more than the limits allow is not
/// read but reported as a refusal, so that one bad entry does not hide the rest. Names that begin with a dot belong
/// to other programs and are left out; so are their folders.
struct KitFolder: Sendable {
  /// How much of a folder is read at most.
  struct Limits: Sendable {
    /// Bytes of one file.
    var fileBytes = 64 << 20
    /// Bytes of all files together.
    var totalBytes = 256 << 20
    /// Files and folders together.
    var entries = 20_000
    /// Folders inside one another.
    var depth = 32
  }

  /// One entry that was not read, and why.
  struct Refusal: Equatable, Sendable {
    /// Why an entry is not part of a kit.
    enum Reason: Equatable, Sendable {
      case symbolicLink, specialFile, nameIsNoText, tooLarge(bytes: Int), tooMuch, tooMany, tooDeep
      case unreadable(String)
    }

    /// The path below the folder, with `/`.
    let path: String
    /// Why it was not read.
    let reason: Reason
  }

  /// The bytes of each file by its path below the folder, with `/`.
  private(set) var files: [String: [UInt8]] = [:]
  /// What was not read, in the order of the paths.
  private(set) var refusals: [Refusal] = []

  private let limits: Limits
  private var entries = 0
  private var bytes = 0

  /// Reads the folder at `path`, as the person typed it.
  ///
  /// - Throws: `Failure` where there is no such folder or it may not be opened.
  init(at path: String, limits: Limits = Limits()) throws {
    self.limits = limits
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.cannotOpen(path, errno) }
    read(folder: descriptor, prefix: "", depth: 1)
    refusals.sort { (left: Refusal, right: Refusal) -> Bool in left.path < right.path }
  }

  private static func cannotOpen(_ path: String, _ code: Int32) -> Failure {
    switch code {
    case ENOENT:
      Failure(what: "There is no folder '\(path)'.", next: "Name the folder that holds the kit.")
    case ENOTDIR:
      Failure(what: "'\(path)' is not a folder.", next: "Name the folder that holds the kit.")
    default:
      Failure(what: "The folder '\(path)' cannot be opened: \(reason(code)).")
    }
  }

  /// Reads one folder and closes its descriptor.
  private mutating func read(folder descriptor: Int32, prefix: String, depth: Int) {
    defer { close(descriptor) }
    for name in names(in: descriptor, prefix: prefix) {
      let path = prefix + name
      entries += 1
      guard entries <= limits.entries else { return refuse(path, .tooMany) }
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        refuse(path, .unreadable(Self.reason(errno)))
        continue
      }
      switch status.st_mode & S_IFMT {
      case S_IFREG: readFile(name, in: descriptor, path: path)
      case S_IFDIR: enter(name, in: descriptor, path: path, depth: depth)
      case S_IFLNK: refuse(path, .symbolicLink)
      default: refuse(path, .specialFile)
      }
    }
  }

  private mutating func enter(_ name: String, in folder: Int32, path: String, depth: Int) {
    guard depth < limits.depth else { return refuse(path, .tooDeep) }
    let descriptor = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return refuse(path, .unreadable(Self.reason(errno))) }
    read(folder: descriptor, prefix: path + "/", depth: depth + 1)
  }

  /// The names in a folder in byte order, without those that begin with a dot.
  private mutating func names(in descriptor: Int32, prefix: String) -> [String] {
    // The stream owns its descriptor and closes it, so it gets one of its own.
    let own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard own >= 0, let stream = fdopendir(own) else {
      if own >= 0 { close(own) }
      refuse(prefix, .unreadable(Self.reason(errno)))
      return []
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream), names.count <= limits.entries {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { byte in byte != 0 }) }
      if bytes.first == UInt8(ascii: ".") { continue }
      if let name = String(validating: bytes, as: UTF8.self) {
        names.append(name)
      } else {
        refuse(prefix + String(decoding: bytes, as: UTF8.self), .nameIsNoText)
      }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private mutating func readFile(_ name: String, in folder: Int32, path: String) {
    // A pipe put in the file's place after the look above must not make us wait for its writer.
    let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { return refuse(path, .unreadable(Self.reason(errno))) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return refuse(path, .specialFile)
    }
    let size = Int(status.st_size)
    if size > limits.fileBytes { return refuse(path, .tooLarge(bytes: size)) }
    if bytes + size > limits.totalBytes { return refuse(path, .tooMuch) }
    guard let content = Self.content(of: descriptor, size: size) else {
      return refuse(path, .unreadable(Self.reason(errno)))
    }
    bytes += content.count
    files[path] = content
  }

  /// The first `size` bytes of an open file, fewer where it has been cut off; `nil` on an error.
  private static func content(of descriptor: Int32, size: Int) -> [UInt8]? {
    var failed = false
    let content = [UInt8](unsafeUninitializedCapacity: size) { (buffer, filled) in
      while filled < size {
        let count = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
        if count > 0 {
          filled += count
        } else if count == 0 {
          return
        } else if errno != EINTR {
          failed = true
          return
        }
      }
    }
    return failed ? nil : content
  }

  private mutating func refuse(_ path: String, _ reason: Refusal.Reason) {
    // Of entries beyond the budget, one report is enough.
    if case .tooMany = reason, refusals.contains(where: { $0.reason == .tooMany }) { return }
    refusals.append(Refusal(path: path, reason: reason))
  }

  private static func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
