internal import KitCore

/// The two versions that a person wants compared, read from disk.
enum ComparedVersions {
  /// Two folders, each with the bytes of its files by path.
  case kits(old: [String: [UInt8]], new: [String: [UInt8]])
  /// Two files, and the path that says how to read them.
  case files(path: String, old: [UInt8], new: [UInt8])

  /// - Throws: ``Failure`` where one is missing, cannot be read, or a folder should be compared with a file.
  ///
  /// - Parameter path: The file's name in its kit, if the names typed do not tell how to read it.
  init(old: String, new: String, path: String?, in folder: WorkFolder) throws {
    switch (folder.isFolder(old), folder.isFolder(new)) {
    case (true, true):
      self = .kits(
        old: try KitFolder(at: folder.resolve(old)).files, new: try KitFolder(at: folder.resolve(new)).files)
    case (false, false):
      // A name such as /dev/fd/63, which the shell makes for `<(…)`, tells nothing.
      let name = new.hasPrefix("/dev/") || new.hasPrefix("/proc/") ? old : new
      self = .files(path: path ?? name, old: try folder.readFile(old), new: try folder.readFile(new))
    case (let oldIsFolder, _):
      // A missing one is the likelier mistake, and reading it says so.
      _ = try folder.readFile(oldIsFolder ? new : old)
      throw Failure(
        status: .wrongUsage, what: "'\(oldIsFolder ? old : new)' is a folder and the other one is a file.",
        next: "Name two folders or two files.")
    }
  }

  /// What changed between them.
  func comparison(start: ClockTime?) -> [Change] {
    switch self {
    case .kits(let old, let new): KitComparison(old: old, new: new, start: start).changes
    case .files(let path, let old, let new):
      FileComparison(path: path, old: old, new: new, start: start).changes
    }
  }
}
