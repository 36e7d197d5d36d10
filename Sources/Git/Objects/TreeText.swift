/// Reads and writes the bytes of one tree, strictly: what git's own check calls an error is refused here too.
package enum TreeText {
  /// The lines of a tree.
  ///
  /// - Parameter folder: the path of the tree, for messages.
  /// - Throws: `corrupt` for bytes that are no tree, and for lines that are unsorted or double; `invalid` for a mode
  ///   or a name that git does not allow, or a name that is not UTF-8.
  package static func parse(_ bytes: [UInt8], folder: String = "") throws(GitError) -> [TreeEntry] {
    var entries: [TreeEntry] = []
    var place = 0
    while place < bytes.count {
      let entry = try parseEntry(bytes, &place, folder)
      if let last = entries.last {
        guard last.name.utf8.elementsEqual(entry.name.utf8) == false else {
          throw fault(.corrupt, "the name \(quoted(entry.name)) is there twice", folder)
        }
        guard TreeEntry.isBefore(last, entry) else {
          throw fault(.corrupt, "the names are not in order at \(quoted(entry.name))", folder)
        }
      }
      entries.append(entry)
    }
    try requireDistinctNames(entries, folder)
    return entries
  }

  private static func parseEntry(
    _ bytes: [UInt8], _ place: inout Int, _ folder: String
  ) throws(GitError) -> TreeEntry {
    guard let space = bytes[place...].prefix(8).firstIndex(of: UInt8(ascii: " ")),
      let end = bytes[space...].firstIndex(of: 0), end + 20 < bytes.count,
      let id = ObjectID(bytes: bytes[(end + 1)...(end + 20)])
    else { throw fault(.corrupt, "it ends in the middle of a line", folder) }
    let name = try parseName(bytes[(space + 1)..<end], folder)
    let mode = try parseMode(bytes[place..<space], name: name, folder)
    place = end + 21
    return TreeEntry(name: name, mode: mode, id: id)
  }

  private static func parseMode(
    _ digits: ArraySlice<UInt8>, name: String, _ folder: String
  ) throws(GitError) -> TreeMode {
    let text = String(decoding: digits, as: UTF8.self)
    guard let value = UInt32(text, radix: 8), text.first != "0", text.first != "+" else {
      throw fault(.invalid, "\(quoted(name)) has the mode \(quoted(text))", folder)
    }
    // Old versions of git wrote group-writable files.
    if value == 0o100664 { return .file }
    guard let mode = TreeMode(rawValue: value) else {
      throw fault(.invalid, "\(quoted(name)) has the mode \(text)", folder)
    }
    return mode
  }

  private static func parseName(_ bytes: ArraySlice<UInt8>, _ folder: String) throws(GitError) -> String {
    guard let name = String(validating: bytes, as: UTF8.self) else {
      let shown = String(decoding: bytes, as: UTF8.self)
      throw fault(.invalid, "the name \(quoted(shown)) is not UTF-8", folder)
    }
    if let problem = TreePath.problem(withName: name) {
      throw fault(.invalid, "the name \(quoted(name)) \(problem)", folder)
    }
    return name
  }

  /// A file and a folder of one name are not next to each other in git's order, hence a second look.
  private static func requireDistinctNames(_ entries: [TreeEntry], _ folder: String) throws(GitError) {
    var seen: Set<[UInt8]> = []
    for entry in entries where !seen.insert(Array(entry.name.utf8)).inserted {
      throw fault(.corrupt, "the name \(quoted(entry.name)) is there twice", folder)
    }
  }

  /// The bytes of a tree with these entries, which may come in any order.
  ///
  /// - Throws: `invalid` for a name that git does not allow, or one that is there twice.
  package static func write(_ entries: [TreeEntry], folder: String = "") throws(GitError) -> [UInt8] {
    for entry in entries {
      if let problem = TreePath.problem(withName: entry.name) {
        throw fault(.invalid, "the name \(quoted(entry.name)) \(problem)", folder)
      }
    }
    do throws(GitError) {
      try requireDistinctNames(entries, folder)
    } catch {
      throw GitError(.invalid, error.message, operation: error.operation, path: error.path)
    }
    var bytes: [UInt8] = []
    for entry in entries.sorted(by: TreeEntry.isBefore) {
      bytes += entry.mode.octal.utf8
      bytes.append(UInt8(ascii: " "))
      bytes += entry.name.utf8
      bytes.append(0)
      bytes += entry.id.bytes
    }
    return bytes
  }

  private static func fault(_ kind: GitError.Kind, _ message: String, _ folder: String) -> GitError {
    GitError(kind, message, operation: "read a folder of a version", path: folder.isEmpty ? "/" : folder)
  }

  private static func quoted(_ name: String) -> String { "\"\(name)\"" }
}
