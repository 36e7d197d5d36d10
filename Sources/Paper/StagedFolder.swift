internal import CPaper
internal import Glibc

/// A new folder of ours in which a child works and out of which it reads nothing; thrown away afterwards.
struct StagedFolder: ~Copyable {
  /// Its absolute path.
  let path: String

  /// Makes an empty folder that only this person may look into.
  ///
  /// - Throws: ``PaperError/folder(_:)``.
  init(in parent: String) throws(PaperError) {
    var template = Array("\(parent)/kitbag-paper-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.flatMap { realpath($0, nil) }
    }
    guard let made else { throw Self.failure() }
    path = String(cString: made)
    free(made)
  }

  deinit { paper_remove_folder(path) }

  /// Writes a new file, with the folders above it.
  ///
  /// - Throws: ``PaperError/folder(_:)``.
  func write(_ bytes: [UInt8], to name: String) throws(PaperError) {
    try makeFolders(above: name)
    let file = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.failure() }
    defer { close(file) }
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else { throw Self.failure() }
      start += count
    }
  }

  /// Makes an empty folder in it.
  ///
  /// - Throws: ``PaperError/folder(_:)``.
  func makeFolder(_ name: String) throws(PaperError) {
    guard mkdir("\(path)/\(name)", 0o700) == 0 || errno == EEXIST else { throw Self.failure() }
  }

  /// What a file holds; `nil` where there is none.
  func read(_ name: String) -> [UInt8]? {
    let file = open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &piece, piece.count)
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes.append(contentsOf: piece.prefix(count))
    }
  }

  private func makeFolders(above name: String) throws(PaperError) {
    let steps = name.split(separator: "/").dropLast()
    for end in steps.indices { try makeFolder(steps[...end].joined(separator: "/")) }
  }

  private static func failure() -> PaperError { .folder(String(cString: strerror(errno))) }
}
