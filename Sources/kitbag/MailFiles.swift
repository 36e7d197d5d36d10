internal import Glibc

/// Files for e-mail, written where nothing is yet.
enum MailFiles {
  /// Writes a file whole, or leaves nothing.
  ///
  /// - Throws: `Failure` where something has that name, or it cannot be written.
  static func write(_ bytes: [UInt8], to path: String, shownAs name: String) throws(Failure) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard file >= 0 else {
      if errno == EEXIST {
        throw Failure(
          what: "'\(name)' is already there.", safe: "It was left as it is.", next: "Give another name.")
      }
      throw failure(name)
    }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        let error = failure(name)
        unlink(path)
        throw error
      }
    }
  }

  private static func failure(_ name: String) -> Failure {
    Failure(
      what: "'\(name)' cannot be written: \(String(cString: strerror(errno))).",
      safe: "The offer or answer itself is kept in the kit.", next: "Give another place with '--to-file'.")
  }

  /// `12 KB`.
  static func size(_ bytes: [UInt8]) -> String {
    bytes.count < 1 << 20 ? "\((bytes.count + 1023) / 1024) KB" : "\((bytes.count + (1 << 20) - 1) >> 20) MB"
  }
}
