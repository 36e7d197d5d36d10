internal import CGit2
internal import Glibc

extension Repository {
  /// Stores all objects of the batch durably: one pack for many, a file each for a few. Nothing refers to them yet.
  ///
  /// A pack is built in a folder of its own below `objects` and enters the repository by rename, its index last, so
  /// that a crash leaves at most a folder that nobody reads and that `git gc` removes.
  /// - Parameter looseLimit: up to how many objects are stored as files of their own.
  /// - Throws: `diskFull`, `readOnly`, `tooLarge`; the repository is as before then, but for unused objects.
  package func write(_ batch: ObjectBatch, looseLimit: Int = 3) throws(GitError) {
    let missing = batch.items.filter { !has($0.id) }
    if missing.isEmpty { return }
    if missing.count <= looseLimit {
      for item in missing { try write(item.bytes, as: item.kind) }
    } else {
      try install(pack: try Self.pack(missing))
    }
  }

  /// The bytes of a pack with exactly these objects, with differences between similar ones.
  private static func pack(_ items: [ObjectBatch.Item]) throws(GitError) -> PackBytes {
    let operation = "build a pack"
    let memory = try GitHandle<StoreKind>(operation) { git_odb_new(&$0) }
    var backend: UnsafeMutablePointer<git_odb_backend>?
    try check(git_mempack_new(&backend), operation)
    guard let backend else { throw GitError(.library, "there is no memory store", operation: operation) }
    // The store owns its backend from here on.
    try check(git_odb_add_backend(memory.pointer, backend, 1), operation)
    for item in items {
      var oid = git_oid()
      try check(
        git_odb_write(&oid, memory.pointer, item.bytes, item.bytes.count, item.kind.raw), operation)
    }
    let wrapped = try GitHandle<RepositoryKind>(operation) { git_repository_wrap_odb(&$0, memory.pointer) }
    let empty = try GitHandle<ConfigKind>(operation) { git_config_new(&$0) }
    try check(git_repository_set_config(wrapped.pointer, empty.pointer), operation)
    let builder = try GitHandle<PackBuilderKind>(operation) { git_packbuilder_new(&$0, wrapped.pointer) }
    for item in items {
      var raw = item.id.raw
      try check(git_packbuilder_insert(builder.pointer, &raw, item.hint), operation)
    }
    let bytes = PackBytes()
    try check(git_packbuilder_write_buf(&bytes.buffer, builder.pointer), operation)
    return bytes
  }

  /// Indexes the pack and lets it enter the repository.
  private func install(pack: PackBytes) throws(GitError) {
    let objects = gitFolder + "/objects"
    let draft = try DraftFolder(in: objects)
    let name = try index(pack: pack, in: draft.path)
    // Readers look for the index first, so that it comes last.
    for suffix in [".pack", ".idx"] {
      let target = "\(objects)/pack/pack-\(name)\(suffix)"
      guard rename("\(draft.path)/pack-\(name)\(suffix)", target) == 0 else {
        throw .system("store a pack", path: target)
      }
    }
    try SmallFile.syncFolder(objects + "/pack", "store a pack")
    try check(git_odb_refresh(store.pointer), "store a pack")
  }

  /// Writes pack and index into `folder`, synced, and returns the name that both have.
  private func index(pack: PackBytes, in folder: String) throws(GitError) -> String {
    let operation = "store a pack"
    let indexer = try GitHandle<IndexerKind>(operation) { git_indexer_new(&$0, folder, 0o444, nil, nil) }
    try DraftFolder.reserve(pack.buffer.size, in: folder, operation)
    var progress = git_indexer_progress()
    try check(
      git_indexer_append(indexer.pointer, pack.buffer.ptr, pack.buffer.size, &progress), operation)
    try check(git_indexer_commit(indexer.pointer, &progress), operation)
    guard let name = git_indexer_name(indexer.pointer) else {
      throw GitError(.library, "the pack has no name", operation: operation)
    }
    return String(cString: name)
  }
}

/// Owner of a buffer that libgit2 filled.
private final class PackBytes {
  var buffer = git_buf()
  deinit { git_buf_dispose(&buffer) }
}

/// A folder below `objects` for a pack that is not complete yet; removed with all it holds when it goes.
private struct DraftFolder: ~Copyable {
  let path: String

  /// Makes the folder. Its name is one that `git prune` takes for a leftover.
  init(in objects: String) throws(GitError) {
    var template = Array("\(objects)/tmp_objdir-kitbag-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw .system("store a pack", path: objects) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Reserves the pack's space on the disk. libgit2 writes packs through a memory map, where a full disk would end
  /// the program by a signal; after this a full disk is an error like any other.
  static func reserve(_ bytes: Int, in folder: String, _ operation: String) throws(GitError) {
    for name in FolderListing.names(in: folder) {
      let file = open(folder + "/" + name, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard file >= 0 else { throw .system(operation, path: folder) }
      defer { close(file) }
      // A page more, because the library writes whole pages. The size stays, because it must end up exact.
      if kitbag_reserve(file, off_t(bytes + 4096)) != 0 {
        guard errno == EOPNOTSUPP || errno == EINVAL else { throw .system(operation, path: folder) }
        try requireSpace(bytes + 4096, file, operation)
      }
    }
  }

  /// Where a file system cannot reserve, there must at least be twice the space.
  private static func requireSpace(_ bytes: Int, _ file: Int32, _ operation: String) throws(GitError) {
    var found = statvfs()
    guard fstatvfs(file, &found) == 0 else { throw .system(operation) }
    guard Int(clamping: found.f_bavail) > bytes * 2 / Int(max(found.f_bsize, 1)) else {
      throw .system(operation, code: ENOSPC)
    }
  }

  deinit {
    for name in FolderListing.names(in: path) { unlink(path + "/" + name) }
    rmdir(path)
  }
}
