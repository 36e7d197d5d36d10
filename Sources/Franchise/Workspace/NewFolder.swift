internal import Git
internal import Glibc

/// A kit's folder that is filled beside its place and takes it in one moment, so that a crash leaves all or nothing.
struct NewFolder: ~Copyable {
  /// Where the folder is filled.
  let draft: String
  private let target: String
  private let hadFolder: Bool

  /// Prepares the place for a new folder.
  ///
  /// - Throws: ``FranchiseError/folderTaken(_:)`` where something is there that is not an empty folder;
  ///   ``FranchiseError/folder(_:reason:)``.
  init(_ path: String) throws {
    var target = path
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    let slash = target.lastIndex(of: "/")
    let parent = slash.map { String(target[..<$0]) + "/" } ?? ""
    let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
    let names = Self.names(in: target)
    guard names?.isEmpty ?? !SystemFile.exists(target) else { throw FranchiseError.folderTaken(path) }
    let hadFolder = names != nil
    // In an empty folder the draft lies inside it, because that may be where the person stands.
    let stem = hadFolder ? "\(target)/.kitbag-new-" : "\(parent).\(name).kitbag-new-"
    Self.clearAbandoned(stem)
    let draft = stem + String(getpid())
    guard mkdir(draft, 0o777) == 0 else {
      throw FranchiseError.folder(path, reason: String(cString: strerror(errno)))
    }
    self.draft = draft
    self.target = target
    self.hadFolder = hadFolder
  }

  /// Lets what was filled take its place.
  ///
  /// - Throws: ``FranchiseError/folder(_:reason:)``; nothing is in its place then.
  consuming func publish() throws {
    if hadFolder {
      // The repository comes last: until then the folder only holds files.
      let names = (Self.names(in: draft) ?? []).filter { $0 != ".git" }.sorted() + [".git"]
      for name in names where rename("\(draft)/\(name)", "\(target)/\(name)") != 0 {
        throw FranchiseError.folder(target, reason: String(cString: strerror(errno)))
      }
    } else if rename(draft, target) != 0 {
      throw FranchiseError.folder(target, reason: String(cString: strerror(errno)))
    }
  }

  // After `publish` nothing is left to remove, or an empty folder.
  deinit { FolderRemoval.remove(draft) }

  private static func names(in path: String) -> [String]? {
    guard let folder = opendir(path) else { return nil }
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

  /// Removes what a Kitbag that died left at this place.
  private static func clearAbandoned(_ stem: String) {
    let slash = stem.lastIndex(of: "/")
    let folder = slash.map { String(stem[...$0]) } ?? "."
    let start = slash.map { String(stem[stem.index(after: $0)...]) } ?? stem
    for name in names(in: folder) ?? [] where name.hasPrefix(start) {
      guard let process = Int32(name.dropFirst(start.count)), process != getpid() else { continue }
      if kill(process, 0) != 0, errno == ESRCH {
        FolderRemoval.remove((slash == nil ? "" : folder) + name)
      }
    }
  }
}
