internal import Glibc

/// Files that are written where nothing is yet: all of them, or none that was there before is touched.
struct NewFiles: Sendable {
  private let files: [(path: String, bytes: [UInt8])]

  /// Takes files by their paths, relative and with `/`.
  init(_ files: [String: [UInt8]]) {
    self.files = files.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) }
  }

  /// Writes the files below `folder`, which is made where it is not there.
  ///
  /// - Throws: `Failure`; before anything is written where a file is already there.
  func write(to folder: String) throws {
    for file in files where exists(folder + "/" + file.path) {
      throw Failure(
        what: "'\(folder)/\(file.path)' is already there.", safe: "Nothing was written.",
        next: "Name a folder that is new or empty with '--to'.")
    }
    try make(folder, all: true)
    for file in files {
      let parts = file.path.split(separator: "/").dropLast()
      for count in 0..<parts.count {
        try make(folder + "/" + parts[...count].joined(separator: "/"), all: false)
      }
      try write(file.bytes, to: folder + "/" + file.path)
    }
  }

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private func make(_ folder: String, all: Bool) throws {
    if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    if all, errno == ENOENT, let slash = folder.lastIndex(of: "/"), slash != folder.startIndex {
      try make(String(folder[..<slash]), all: true)
      if mkdir(folder, 0o777) == 0 || errno == EEXIST { return }
    }
    throw failure("The folder '\(folder)' cannot be made", errno)
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure("'\(path)' cannot be written", errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw failure("'\(path)' cannot be written", errno)
      }
    }
  }

  private func failure(_ what: String, _ code: Int32) -> Failure {
    Failure(
      what: "\(what): \(String(cString: strerror(code))).",
      safe: "What was there before is as it was; new files may be incomplete.",
      next: "Take the new folder away and try again.")
  }
}
