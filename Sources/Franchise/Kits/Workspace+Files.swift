package import Git

extension Workspace {
  /// The kit's files as they lie in the folder now, saved or not, by path; what a kit cannot hold is left out.
  ///
  /// - Throws: ``GitError``.
  package func filesInFolder() async throws -> [String: [UInt8]] {
    var files = try await files(of: view.main)
    let status = try await repository.status(against: try await tree())
    for change in status.changes where KitTree.isMeant(change.path) {
      switch change.kind {
      case .added, .modified: files[change.path] = try await repository.readFile(change.path)
      case .removed: files[change.path] = nil
      case .foreign: break
      }
    }
    return files
  }

  /// Makes a version of the kit's files with some of them changed, on top of what is saved, in the batch.
  ///
  /// - Parameters:
  ///   - contents: What the files are to hold; only those that differ from `old` are written, those that are missing go.
  ///   - old: What they hold now.
  ///   - trailers: Lines for the end of the message.
  /// - Returns: The version's name.
  /// - Throws: ``GitError``.
  package func version(
    _ contents: [String: [UInt8]], over old: [String: [UInt8]], saying words: String,
    _ trailers: [Trailer] = [], in objects: inout ObjectBatch
  ) async throws -> ObjectID {
    let main = view.main
    var tree = try await repository.perform { (repository: isolated Repository) throws -> KitTree in
      guard let main else { return KitTree() }
      return try KitTree(repository, try repository.commit(main).tree)
    }
    for path in Set(old.keys).union(contents.keys).sorted() where old[path] != contents[path] {
      if let bytes = contents[path] { try tree.set(path, to: bytes, in: &objects) } else { tree.remove(path) }
    }
    let commit = NewCommit(
      tree: try tree.write(into: &objects), parents: main.map { [$0] } ?? [],
      author: try await signature(), message: Trailer.appending(trailers, to: words + "\n"))
    return try objects.add(commit: commit)
  }
}
