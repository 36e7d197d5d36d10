internal import CGit2

/// The four kinds of stored objects.
package enum ObjectKind: String, Hashable, Sendable, CaseIterable {
  /// The bytes of a file.
  case blob
  /// A folder: names, modes and ids.
  case tree
  /// A version: a tree, its parents, who and when, and a message.
  case commit
  /// A name with a message that stands for another object.
  case tag

  var raw: git_object_t {
    switch self {
    case .blob: GIT_OBJECT_BLOB
    case .tree: GIT_OBJECT_TREE
    case .commit: GIT_OBJECT_COMMIT
    case .tag: GIT_OBJECT_TAG
    }
  }

  init?(_ raw: git_object_t) {
    switch raw {
    case GIT_OBJECT_BLOB: self = .blob
    case GIT_OBJECT_TREE: self = .tree
    case GIT_OBJECT_COMMIT: self = .commit
    case GIT_OBJECT_TAG: self = .tag
    default: return nil
    }
  }

  /// Refuses a size above the limit of one object.
  static func admit(
    size: Int, limit: Int = LibGit2.largestObject, _ operation: String, path: String? = nil
  ) throws(GitError) {
    guard size <= limit else {
      throw GitError(
        .tooLarge, "\(size) bytes are more than the limit of \(limit)", operation: operation, path: path)
    }
  }
}
