internal import CGit2

/// The objects of a quarantine together with those of its target, read raw: libgit2 unpacks and checks the names, and
/// nothing is parsed by it.
final class StoredObjects: ObjectSource {
  private let all: Store
  private let before: Store?

  /// Opens both stores.
  init(_ quarantine: Quarantine) throws(GitError) {
    all = try Store("\(quarantine.folder)/objects")
    before = if let target = quarantine.target { try Store("\(target)/objects") } else { nil }
  }

  func header(of id: ObjectID) throws(GitError) -> (kind: ObjectKind, size: Int)? {
    var raw = id.raw
    var size = 0
    var kind = GIT_OBJECT_INVALID
    let code = git_odb_read_header(&size, &kind, all.handle.pointer, &raw)
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return nil
    }
    try check(code, "read what arrived", path: id.description)
    guard let kind = ObjectKind(kind), size >= 0 else {
      throw GitError(.corrupt, "its kind is not known", operation: "read what arrived", path: id.description)
    }
    return (kind, size)
  }

  func bytes(of id: ObjectID) throws(GitError) -> [UInt8] {
    var raw = id.raw
    let store = all.handle.pointer
    let object = try GitHandle<StoredKind>("read what arrived", path: id.description) {
      git_odb_read(&$0, store, &raw)
    }
    let start = git_odb_object_data(object.pointer)
    return [UInt8](UnsafeRawBufferPointer(start: start, count: git_odb_object_size(object.pointer)))
  }

  func isKnown(_ id: ObjectID) throws(GitError) -> Bool {
    guard let before else { return false }
    var raw = id.raw
    return git_odb_exists_ext(before.handle.pointer, &raw, UInt32(GIT_ODB_LOOKUP_NO_REFRESH.rawValue)) == 1
  }
}

/// One open store of objects.
private final class Store {
  let handle: GitHandle<StoreKind>

  init(_ folder: String) throws(GitError) {
    handle = try GitHandle("open what arrived", path: folder) { git_odb_open(&$0, folder) }
  }
}
