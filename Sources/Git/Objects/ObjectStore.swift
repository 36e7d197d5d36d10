internal import CGit2

/// Opens the store of a repository's objects: its packs, its single files, and nothing outside it.
enum ObjectStore {
  /// - Parameter path: the folder `objects`.
  static func open(_ path: String) throws(GitError) -> GitHandle<StoreKind> {
    let operation = "open the repository"
    let store = try GitHandle<StoreKind>(operation, path: path) { git_odb_new(&$0) }
    var packs: UnsafeMutablePointer<git_odb_backend>?
    try check(git_odb_backend_pack(&packs, path), operation, path: path)
    try check(git_odb_add_backend(store.pointer, packs, 2), operation, path: path)
    var files: UnsafeMutablePointer<git_odb_backend>?
    // The library's own compression, synced, with the permissions that the person's umask gives.
    try check(git_odb_backend_loose(&files, path, -1, 1, 0, 0), operation, path: path)
    files?.pointee.read = readWithinBounds
    files?.pointee.read_prefix = nil
    try check(git_odb_add_backend(store.pointer, files, 1), operation, path: path)
    return store
  }

  /// Reads a single-file object through the library's stream, never more than it says that it holds.
  ///
  /// libgit2 1.5 copies what it has unpacked into a buffer of the size that the file's head names, whatever there is:
  /// one damaged byte in the head makes it write past the buffer. The stream has no such fault.
  private static let readWithinBounds:
    @convention(c) (
      UnsafeMutablePointer<UnsafeMutableRawPointer?>?, UnsafeMutablePointer<Int>?,
      UnsafeMutablePointer<git_object_t>?, UnsafeMutablePointer<git_odb_backend>?, UnsafePointer<git_oid>?
    ) -> Int32 = { content, size, kind, backend, id in
      guard let content, let size, let kind, let backend, let open = backend.pointee.readstream else {
        return GIT_ERROR.rawValue
      }
      var stream: UnsafeMutablePointer<git_odb_stream>?
      let code = open(&stream, size, kind, backend, id)
      guard code == 0, let stream else { return code == 0 ? GIT_ERROR.rawValue : code }
      defer { stream.pointee.free?(stream) }
      guard size.pointee >= 0, size.pointee <= LibGit2.largestObject, let read = stream.pointee.read,
        let buffer = git_odb_backend_data_alloc(backend, size.pointee + 1)
      else { return GIT_ERROR.rawValue }
      // One byte more than it should hold, so that too much is noticed.
      let bytes = buffer.assumingMemoryBound(to: CChar.self)
      var filled = 0
      while filled <= size.pointee {
        let count = read(stream, bytes + filled, size.pointee + 1 - filled)
        if count < 0 {
          git_odb_backend_data_free(backend, buffer)
          return count
        }
        if count == 0 { break }
        filled += Int(count)
      }
      guard filled == size.pointee else {
        git_odb_backend_data_free(backend, buffer)
        return GIT_EMISMATCH.rawValue
      }
      content.pointee = buffer
      return 0
    }
}
