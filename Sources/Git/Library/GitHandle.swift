internal import CGit2

/// One sort of libgit2 object, and how it is freed.
protocol GitKind {
  /// Frees the object; called once.
  static func free(_ pointer: OpaquePointer)
}

/// Sole owner of one libgit2 object, freed when this value goes out of scope.
///
/// It cannot be copied and never leaves the module; what callers get are values.
struct GitHandle<Kind: GitKind>: ~Copyable {
  let pointer: OpaquePointer

  /// Takes ownership of what `make` puts into its argument.
  ///
  /// - Throws: what libgit2 reported when `make` returns another code than 0.
  init(
    _ operation: String, path: String? = nil, _ make: (inout OpaquePointer?) -> Int32
  ) throws(GitError) {
    try LibGit2.start()
    var made: OpaquePointer?
    let code = make(&made)
    guard code == 0, let made else { throw GitError.last(code, operation, path: path) }
    pointer = made
  }

  deinit { Kind.free(pointer) }
}

enum RepositoryKind: GitKind { static func free(_ pointer: OpaquePointer) { git_repository_free(pointer) } }
enum StoreKind: GitKind { static func free(_ pointer: OpaquePointer) { git_odb_free(pointer) } }
enum StoredKind: GitKind { static func free(_ pointer: OpaquePointer) { git_odb_object_free(pointer) } }
enum ConfigKind: GitKind { static func free(_ pointer: OpaquePointer) { git_config_free(pointer) } }
enum ReferenceKind: GitKind { static func free(_ pointer: OpaquePointer) { git_reference_free(pointer) } }
enum ReferencesKind: GitKind {
  static func free(_ pointer: OpaquePointer) { git_reference_iterator_free(pointer) }
}
enum WalkKind: GitKind { static func free(_ pointer: OpaquePointer) { git_revwalk_free(pointer) } }
enum PackBuilderKind: GitKind { static func free(_ pointer: OpaquePointer) { git_packbuilder_free(pointer) } }
enum IndexerKind: GitKind { static func free(_ pointer: OpaquePointer) { git_indexer_free(pointer) } }
enum IndexKind: GitKind { static func free(_ pointer: OpaquePointer) { git_index_free(pointer) } }

/// Throws what libgit2 reported unless `code` is 0 or more.
func check(_ code: Int32, _ operation: String, path: String? = nil) throws(GitError) {
  guard code >= 0 else { throw GitError.last(code, operation, path: path) }
}
