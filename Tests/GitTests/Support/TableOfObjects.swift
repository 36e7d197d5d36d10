import Git

/// Objects in memory, made by hand so that they may be as wrong as a stranger's.
final class TableOfObjects: ObjectSource {
  private var objects: [ObjectID: (kind: ObjectKind, bytes: [UInt8])] = [:]
  private var sizes: [ObjectID: Int] = [:]
  private var known: Set<ObjectID> = []
  private(set) var reads = 0

  func header(of id: ObjectID) -> (kind: ObjectKind, size: Int)? {
    objects[id].map { ($0.kind, sizes[id] ?? $0.bytes.count) }
  }

  func bytes(of id: ObjectID) throws(GitError) -> [UInt8] {
    reads += 1
    guard let object = objects[id] else { throw GitError(.notFound, "none", operation: "read") }
    return object.bytes
  }

  func isKnown(_ id: ObjectID) -> Bool { known.contains(id) }

  /// Stores bytes as they are.
  func add(_ kind: ObjectKind, _ bytes: [UInt8]) throws -> ObjectID {
    let id = try ObjectID.of(bytes, kind: kind)
    objects[id] = (kind, bytes)
    return id
  }

  /// A file that claims the given size.
  func file(_ text: String = "x", claiming size: Int? = nil) throws -> ObjectID {
    let id = try add(.blob, Array(text.utf8))
    sizes[id] = size
    return id
  }

  /// A folder of raw entries, written in the given order.
  func folder(_ entries: [(mode: String, name: [UInt8], id: ObjectID)]) throws -> ObjectID {
    try add(.tree, Self.record(entries))
  }

  static func record(_ entries: [(mode: String, name: [UInt8], id: ObjectID)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      bytes += Array(entry.mode.utf8)
      bytes.append(0x20)
      bytes += entry.name
      bytes.append(0)
      bytes += entry.id.bytes
    }
    return bytes
  }

  /// A version of a folder.
  func version(_ tree: ObjectID, parents: [ObjectID] = [], isKnown: Bool = false) throws -> ObjectID {
    let lines = ["tree \(tree)"] + parents.map { "parent \($0)" }
    let who = "Ada <ada@example.org> 1700000000 +0000"
    let id = try add(
      .commit, Array((lines.joined(separator: "\n") + "\nauthor \(who)\ncommitter \(who)\n\nx\n").utf8))
    if isKnown { known.insert(id) }
    return id
  }

  /// A version whose folder has one file of the given raw name and mode.
  func version(with name: [UInt8], mode: String = "100644") throws -> ObjectID {
    try version(folder([(mode, name, mode == "40000" ? folder([]) : file())]))
  }
}
