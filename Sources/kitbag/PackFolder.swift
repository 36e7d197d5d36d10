internal import EventPack
internal import Glibc

/// A pack as a folder and a ZIP file on disk: all of it, or what was there before.
struct PackFolder {
  /// Where the folder goes.
  let path: String

  /// The modes of files and folders do not depend on whoever makes the pack.
  private static let fileMode: mode_t = 0o644
  private static let folderMode: mode_t = 0o755

  /// Writes the files beside the folder, then puts them in its place.
  ///
  /// A folder that is there is replaced only if it is a pack, so that nobody's files are lost.
  ///
  /// - Throws: ``Failure``.
  func write(_ files: [PackFile]) throws(Failure) {
    let isThere = exists(path)
    if isThere, !exists(path + "/MANIFEST.json"), !isEmpty(path) {
      throw Failure(
        what: "'\(path)' is there already, and it is no pack.", safe: "Nothing was written.",
        next: "Name another folder with '--out'.")
    }
    let fresh = path + ".new-\(getpid())"
    try make(fresh)
    do {
      for file in files { try write(file, below: fresh) }
      try putInPlace(fresh, isThere: isThere)
    } catch {
      PackFolder.remove(fresh)
      throw error
    }
  }

  /// Writes one file beside its place and renames it.
  ///
  /// - Throws: ``Failure``.
  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let fresh = path + ".new-\(getpid())"
    try put(bytes, fresh)
    guard rename(fresh, path) == 0 else {
      let code = errno
      unlink(fresh)
      throw failure("'\(path)' cannot be written", code)
    }
  }

  /// Makes a folder and those above it.
  ///
  /// - Throws: ``Failure``.
  static func make(_ folder: String) throws(Failure) {
    var path = folder.hasPrefix("/") ? "" : "."
    for name in folder.split(separator: "/") {
      path += "/" + name
      if mkdir(path, folderMode) == 0 {
        chmod(path, folderMode)
      } else if errno != EEXIST {
        throw failure("The folder '\(folder)' cannot be made", errno)
      }
    }
  }

  private func make(_ folder: String) throws(Failure) { try PackFolder.make(folder) }

  private func write(_ file: PackFile, below folder: String) throws(Failure) {
    let names = file.path.split(separator: "/")
    if names.count > 1 { try make(folder + "/" + names.dropLast().joined(separator: "/")) }
    try PackFolder.put(file.bytes, folder + "/" + file.path)
  }

  /// Renames the new folder to its place; the old one steps aside first and is removed last.
  private func putInPlace(_ fresh: String, isThere: Bool) throws(Failure) {
    let old = path + ".old-\(getpid())"
    if isThere, rename(path, old) != 0 { throw PackFolder.failure("'\(path)' cannot be replaced", errno) }
    guard rename(fresh, path) == 0 else {
      let code = errno
      if isThere { rename(old, path) }
      throw PackFolder.failure("'\(path)' cannot be written", code)
    }
    if isThere { PackFolder.remove(old) }
  }

  private static func put(_ bytes: [UInt8], _ path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, fileMode)
    guard descriptor >= 0 else { throw failure("'\(path)' cannot be written", errno) }
    defer { close(descriptor) }
    fchmod(descriptor, fileMode)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count > 0 {
        written += count
      } else if errno != EINTR {
        throw failure("'\(path)' cannot be written", errno)
      }
    }
  }

  private func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private func isEmpty(_ folder: String) -> Bool { PackFolder.names(in: folder).isEmpty }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { byte in byte != 0 }) }
      let name = String(decoding: bytes, as: UTF8.self)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Removes a folder that we made, without following links out of it.
  private static func remove(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      unlink(path)
      return
    }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }

  private static func failure(_ what: String, _ code: Int32) -> Failure {
    Failure(
      what: "\(what): \(String(cString: strerror(code))).", safe: "What was there before is as it was.",
      next: code == ENOSPC ? "Make room on the disk, then try again." : nil)
  }
}
