internal import CGit2

extension GitError {
  /// The failure that libgit2 just reported on this thread.
  ///
  /// Call it at once after the failing call, on the same thread, with nothing in between: the library keeps one
  /// message for each thread and the next call may overwrite it. The message may be missing.
  static func last(_ code: Int32, _ operation: String, path: String? = nil) -> GitError {
    var message = "libgit2 gave code \(code)"
    var group = GIT_ERROR_NONE
    if let last = git_error_last() {
      if let text = last.pointee.message { message = String(cString: text) }
      group = git_error_t(rawValue: UInt32(clamping: last.pointee.klass))
      git_error_clear()
    }
    return GitError(
      kind(code: code, group: group, message: message), message, operation: operation, path: path,
      libraryCode: code)
  }

  /// The kind for libgit2's code; where the code is the general -1, the error's group and the system's own words
  /// decide, because libgit2 keeps neither `errno` nor anything else of what the system said.
  private static func kind(code: Int32, group: git_error_t, message: String) -> Kind {
    switch git_error_code(code) {
    case GIT_ENOTFOUND: return message.contains("safe.directory") ? .ownership : .notFound
    case GIT_EOWNER: return .ownership
    case GIT_EEXISTS: return .exists
    case GIT_EMODIFIED: return .stale
    case GIT_ELOCKED: return .locked
    case GIT_EMISMATCH: return .corrupt
    case GIT_EINVALIDSPEC, GIT_EINVALID, GIT_EPEEL, GIT_EAMBIGUOUS, GIT_EDIRECTORY: return .invalid
    case GIT_EBAREREPO: return .unsupported
    default: break
    }
    if let kind = systemWords.first(where: { message.contains($0.words) })?.kind { return kind }
    switch group {
    case GIT_ERROR_NOMEMORY: return .tooLarge
    case GIT_ERROR_OS, GIT_ERROR_FILESYSTEM: return .system
    case GIT_ERROR_INVALID: return .invalid
    case GIT_ERROR_ODB, GIT_ERROR_ZLIB, GIT_ERROR_OBJECT, GIT_ERROR_TREE, GIT_ERROR_INDEXER, GIT_ERROR_TAG,
      GIT_ERROR_REFERENCE, GIT_ERROR_INDEX, GIT_ERROR_SHA:
      return .corrupt
    default: return .library
    }
  }

  /// What the C library's `strerror` says (this program never sets a locale), and the kind it stands for.
  private static let systemWords: [(words: String, kind: Kind)] = [
    ("No space left on device", .diskFull),
    ("Disk quota exceeded", .diskFull),
    ("Read-only file system", .readOnly),
    ("Permission denied", .permission),
    ("Operation not permitted", .permission),
    ("Interrupted system call", .interrupted),
    ("exceeds maximum", .tooLarge),
    ("too large", .tooLarge),
  ]
}
