internal import Glibc

/// The folder that a command works in, and what a person's paths mean there.
struct WorkFolder: Sendable {
  /// The folder as the person gave it with `-C`, or `.`.
  let path: String

  /// The largest single file that a command reads, in bytes.
  static let largestFile = 64 << 20

  init(_ directory: String?) {
    path = directory ?? "."
  }

  /// A path that a person typed, as seen from where the program was started.
  func resolve(_ typed: String) -> String {
    typed.hasPrefix("/") || path == "." ? typed : path + "/" + typed
  }

  /// Whether a typed path is a folder.
  func isFolder(_ typed: String) -> Bool {
    var status = stat()
    return stat(resolve(typed), &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file that a person named.
  ///
  /// - Throws: ``Failure`` for what is not there, is no regular file, is too large or cannot be read.
  func readFile(_ typed: String) throws(Failure) -> [UInt8] {
    let descriptor = open(resolve(typed), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreadable(typed, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(typed, errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(what: "'\(typed)' is a folder.", next: "Name a file.")
    }
    if Self.isHandedOver(resolve(typed)) { return try Self.stream(descriptor, typed) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Failure(
        what: "'\(typed)' is not an ordinary file.", safe: "Nothing was read from it.", next: "Name a file.")
    }
    guard status.st_size <= Self.largestFile else {
      throw Failure(what: "'\(typed)' has \(status.st_size >> 20) MB; at most 64 MB are read.")
    }
    return try Self.content(of: descriptor, size: Int(status.st_size), typed)
  }

  /// Whether a path names what the shell hands over, such as `<(git show …)` as `/dev/fd/63`, or no content at all.
  private static func isHandedOver(_ path: String) -> Bool {
    path == "/dev/stdin" || path == "/dev/null" || path.hasPrefix("/dev/fd/")
      || path.hasPrefix("/proc/self/fd/")
  }

  /// All that a pipe holds until its writer is done.
  private static func stream(_ descriptor: Int32, _ typed: String) throws(Failure) -> [UInt8] {
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while content.count <= largestFile {
      let count = buffer.withUnsafeMutableBytes { (bytes: UnsafeMutableRawBufferPointer) -> Int in
        read(descriptor, bytes.baseAddress, bytes.count)
      }
      if count == 0 { return content }
      if count > 0 { content += buffer[..<count] } else if errno != EINTR { throw unreadable(typed, errno) }
    }
    throw Failure(
      what: "'\(typed)' has more than 64 MB, which is the most that is read.", next: "Name a smaller file.")
  }

  /// Replaces the content of a file that is there, for a program that waits for the result in it.
  ///
  /// The file has its old content or the whole new one, whatever happens.
  ///
  /// - Throws: ``Failure`` where it cannot be written.
  func write(_ bytes: [UInt8], toExisting typed: String) throws(Failure) {
    let path = resolve(typed)
    let draft = path + ".kitbag-\(getpid())"
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.unwritable(typed, errno) }
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
    guard descriptor >= 0 else { throw Self.unwritable(typed, errno) }
    do throws(Failure) {
      defer { close(descriptor) }
      try Self.write(bytes, to: descriptor, typed)
      guard rename(draft, path) == 0 else { throw Self.unwritable(typed, errno) }
    } catch {
      unlink(draft)
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, _ typed: String) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Self.unwritable(typed, errno)
      }
    }
  }

  private static func unwritable(_ typed: String, _ code: Int32) -> Failure {
    Failure(what: "'\(typed)' cannot be written: \(String(cString: strerror(code))).")
  }

  private static func content(of descriptor: Int32, size: Int, _ typed: String) throws(Failure) -> [UInt8] {
    var content = [UInt8](repeating: 0, count: size)
    var filled = 0
    while filled < size {
      let count = content.withUnsafeMutableBytes { (bytes: UnsafeMutableRawBufferPointer) -> Int in
        read(descriptor, bytes.baseAddress?.advanced(by: filled), size - filled)
      }
      if count == 0 { break }
      if count > 0 { filled += count } else if errno != EINTR { throw unreadable(typed, errno) }
    }
    content.removeLast(size - filled)
    return content
  }

  private static func unreadable(_ typed: String, _ code: Int32) -> Failure {
    switch code {
    case ENOENT: Failure(what: "There is no '\(typed)'.", next: "Check the name and the folder.")
    case EACCES: Failure(what: "'\(typed)' may not be read by you.", next: "Ask whoever owns it.")
    default: Failure(what: "'\(typed)' cannot be read: \(String(cString: strerror(code))).")
    }
  }
}
