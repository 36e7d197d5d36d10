/// Objects that are to be stored together: a plain value, filled anywhere, written by `Repository.write(_:)`.
///
/// Each object's id is known as soon as it is added, so that trees and commits can name what came before.
package struct ObjectBatch: Sendable {
  /// One object, with a hint to which others it is similar.
  struct Item: Sendable {
    let id: ObjectID
    let kind: ObjectKind
    let bytes: [UInt8]
    /// The path or name, by which git finds objects that are worth storing as differences; may be empty.
    let hint: String
  }

  private(set) var items: [Item] = []
  private var known: Set<ObjectID> = []

  /// The sum of the sizes of all objects, in bytes.
  package private(set) var size = 0

  /// How many distinct objects there are.
  package var count: Int { items.count }

  /// Whether there are none.
  package var isEmpty: Bool { items.isEmpty }

  /// No objects yet.
  package init() {}

  /// Whether the object is in the batch.
  package func contains(_ id: ObjectID) -> Bool { known.contains(id) }

  /// Adds an object unless it is there already; the bytes are taken as they are.
  ///
  /// - Parameter hint: the path, if it has one.
  /// - Throws: `tooLarge` above the limit of one object.
  @discardableResult
  package mutating func add(
    _ bytes: [UInt8], as kind: ObjectKind, hint: String = ""
  ) throws(GitError) -> ObjectID {
    let id = try ObjectID.of(bytes, kind: kind)
    if known.insert(id).inserted {
      items.append(Item(id: id, kind: kind, bytes: bytes, hint: hint))
      size += bytes.count
    }
    return id
  }

  /// Adds the bytes of a file.
  ///
  /// - Throws: `tooLarge`.
  @discardableResult
  package mutating func add(blob bytes: [UInt8], path: String = "") throws(GitError) -> ObjectID {
    try add(bytes, as: .blob, hint: path)
  }

  /// Adds one tree.
  ///
  /// - Throws: `invalid` for names that may not be in a tree.
  @discardableResult
  package mutating func add(tree entries: [TreeEntry], folder: String = "") throws(GitError) -> ObjectID {
    try add(TreeText.write(entries, folder: folder), as: .tree, hint: folder)
  }

  /// Adds the trees that hold exactly these files, and returns the root's id.
  ///
  /// Their blobs need not be in the batch. Folders come from the paths; there are no empty ones.
  /// - Throws: `invalid` for a path that may not be in a tree, is there twice, or is both file and folder.
  @discardableResult
  package mutating func add(files: [TreeFile]) throws(GitError) -> ObjectID {
    for file in files {
      if let problem = TreePath.problem(withPath: file.path) {
        throw GitError(.invalid, "it \(problem)", operation: "build a version", path: file.path)
      }
      guard file.mode != .folder else {
        throw GitError(.invalid, "it is a folder", operation: "build a version", path: file.path)
      }
    }
    let split = files.map { (parts: $0.path.split(separator: "/"), file: $0) }
    return try addFolder(split, depth: 0, folder: "")
  }

  /// Adds the folder whose name is the part before `depth` in each path.
  private mutating func addFolder(
    _ files: [(parts: [Substring], file: TreeFile)], depth: Int, folder: String
  ) throws(GitError) -> ObjectID {
    var entries: [TreeEntry] = []
    // By bytes: two names that only differ in their Unicode form are two names here.
    var folders: [[UInt8]: [(parts: [Substring], file: TreeFile)]] = [:]
    for (parts, file) in files {
      let name = parts[depth]
      if parts.count == depth + 1 {
        entries.append(TreeEntry(name: String(name), mode: file.mode, id: file.id))
      } else {
        folders[Array(name.utf8), default: []].append((parts, file))
      }
    }
    // In a fixed order, so that the same files give the same pack.
    for (bytes, inside) in folders.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let name = String(decoding: bytes, as: UTF8.self)
      let path = folder.isEmpty ? name : folder + "/" + name
      let id = try addFolder(inside, depth: depth + 1, folder: path)
      entries.append(TreeEntry(name: name, mode: .folder, id: id))
    }
    return try add(tree: entries, folder: folder)
  }
}
