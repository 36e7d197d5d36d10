internal import CGit2

/// A stored object as it is: its kind and its bytes.
package struct StoredObject: Hashable, Sendable {
  /// What it is.
  package let kind: ObjectKind
  /// Its content, without git's header.
  package let bytes: [UInt8]
}

extension Repository {
  /// Whether the object is in this repository.
  package func has(_ id: ObjectID) -> Bool {
    var raw = id.raw
    return git_odb_exists(store.pointer, &raw) == 1
  }

  /// The kind of an object and its size in bytes, without reading it all.
  ///
  /// - Throws: `notFound`, `corrupt`.
  package func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int) {
    var raw = id.raw
    var size = 0
    var kind = GIT_OBJECT_INVALID
    try check(
      git_odb_read_header(&size, &kind, store.pointer, &raw), "read an object", path: id.description)
    guard let kind = ObjectKind(kind), size >= 0 else {
      throw GitError(.corrupt, "its kind is not known", operation: "read an object", path: id.description)
    }
    return (kind, size)
  }

  /// The whole object. Its bytes are checked against its name.
  ///
  /// - Throws: `notFound`; `corrupt` when they do not match; `tooLarge` above `limit` bytes.
  package func read(_ id: ObjectID, limit: Int = LibGit2.largestObject) throws(GitError) -> StoredObject {
    let size = try header(of: id).size
    try ObjectKind.admit(size: size, limit: limit, "read an object", path: id.description)
    var raw = id.raw
    let store = store.pointer
    let object = try GitHandle<StoredKind>("read an object", path: id.description) {
      git_odb_read(&$0, store, &raw)
    }
    guard let kind = ObjectKind(git_odb_object_type(object.pointer)) else {
      throw GitError(.corrupt, "its kind is not known", operation: "read an object", path: id.description)
    }
    let bytes = [UInt8](
      UnsafeRawBufferPointer(
        start: git_odb_object_data(object.pointer), count: git_odb_object_size(object.pointer)))
    return StoredObject(kind: kind, bytes: bytes)
  }

  /// The bytes of an object that must be of the given kind.
  ///
  /// - Throws: as `read(_:limit:)`; `invalid` when it is of another kind.
  package func read(
    _ id: ObjectID, as kind: ObjectKind, limit: Int = LibGit2.largestObject
  ) throws(GitError) -> [UInt8] {
    let object = try read(id, limit: limit)
    guard object.kind == kind else {
      throw GitError(
        .invalid, "it is a \(object.kind.rawValue), not a \(kind.rawValue)", operation: "read an object",
        path: id.description)
    }
    return object.bytes
  }

  /// The bytes of a file.
  ///
  /// - Throws: as `read(_:as:limit:)`.
  package func blob(_ id: ObjectID, limit: Int = LibGit2.largestObject) throws(GitError) -> [UInt8] {
    try read(id, as: .blob, limit: limit)
  }

  /// Stores one object durably, as a file of its own. For more than a few use an `ObjectBatch`.
  ///
  /// - Throws: `tooLarge`, `diskFull`, `readOnly`.
  @discardableResult
  package func write(_ bytes: [UInt8], as kind: ObjectKind) throws(GitError) -> ObjectID {
    try ObjectKind.admit(size: bytes.count, "write an object")
    var oid = git_oid()
    try check(git_odb_write(&oid, store.pointer, bytes, bytes.count, kind.raw), "write an object")
    return ObjectID(oid)
  }
}
