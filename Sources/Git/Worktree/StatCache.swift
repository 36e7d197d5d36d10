internal import CGit2
internal import Glibc

/// What git's index remembers of each file: the content that it had, and what `lstat` said of it then.
///
/// It is used as a cache only. When it is missing or damaged, the same answers cost more reading.
struct StatCache {
  private struct Line {
    let id: ObjectID
    let size: UInt32
    let inode: UInt32
    let mode: UInt32
    let modified: FileTime
    let changed: FileTime
  }

  private var lines: [BytePath: Line] = [:]
  /// When the index was written; files that changed at that moment or later cannot be trusted.
  private var written = FileTime(seconds: 0, nanoseconds: 0)

  /// Reads the index at the path; an index that cannot be read is an empty cache.
  init(indexAt path: String) {
    guard let status = FileStatus(path), status.isFile, status.size < 256 << 20 else { return }
    guard let index = try? GitHandle<IndexKind>("read the index", { git_index_open(&$0, path) }) else {
      return
    }
    written = status.modified
    for place in 0..<git_index_entrycount(index.pointer) {
      guard let entry = git_index_get_byindex(index.pointer, place)?.pointee, let name = entry.path,
        git_index_entry_stage(git_index_get_byindex(index.pointer, place)) == 0
      else { continue }
      lines[BytePath(String(cString: name))] = Line(
        id: ObjectID(entry.id), size: entry.file_size, inode: entry.ino, mode: entry.mode,
        modified: FileTime(entry.mtime), changed: FileTime(entry.ctime))
    }
  }

  /// The content that the file has for sure, judged by what `lstat` says of it now; `nil` when it must be read.
  func content(of path: String, _ status: FileStatus) -> ObjectID? {
    guard let line = lines[BytePath(path)], line.modified == status.modified, line.changed == status.changed,
      line.size == UInt32(truncatingIfNeeded: status.size),
      line.inode == UInt32(truncatingIfNeeded: status.inode),
      line.mode == status.treeMode?.rawValue
    else { return nil }
    // Changed in the same tick of the clock in which the index was written: it may have changed again after that.
    guard status.modified < written, line.size > 0 || line.id == Self.emptyBlob else { return nil }
    return line.id
  }

  private static let emptyBlob = ObjectID("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")
}

extension FileTime {
  init(_ time: git_index_time) {
    self.init(seconds: Int64(time.seconds), nanoseconds: Int64(time.nanoseconds))
  }
}

extension FileStatus {
  /// What the file would be in a tree; `nil` for what is neither file nor link.
  var treeMode: TreeMode? {
    if isFile { return isExecutable ? .executable : .file }
    return isLink ? .link : nil
  }
}
