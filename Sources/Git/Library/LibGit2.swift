internal import CGit2

/// The C library as a whole: its version, and the options that hold for the life of the process.
package enum LibGit2 {
  /// The C library's version, as `1.5.1`.
  package static var version: String {
    var major: Int32 = 0
    var minor: Int32 = 0
    var revision: Int32 = 0
    git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }

  /// The largest object that is read or written, in bytes (64 MiB).
  package static let largestObject = 64 << 20

  /// Starts the library once for the process. It is never shut down: handles may outlive any caller.
  ///
  /// - Throws: `GitError` when the library refuses to start or refuses an option that safety rests on.
  static func start() throws(GitError) {
    if let failure = outcome { throw failure }
  }

  /// What the one start gave; a Swift `static let` runs exactly once, whichever thread comes first.
  private static let outcome: GitError? = {
    let started = git_libgit2_init()
    guard started >= 0 else { return GitError.last(started, "start libgit2") }
    for set in options {
      let code = set()
      guard code == 0 else { return GitError.last(code, "set up libgit2") }
    }
    return nil
  }()

  /// The options of the design, in no particular order; each returns 0 when it holds.
  private static let options: [@Sendable () -> Int32] = [
    { kitbag_git_set_flag(Int32(GIT_OPT_SET_OWNER_VALIDATION.rawValue), 1) },
    { kitbag_git_set_flag(Int32(GIT_OPT_ENABLE_FSYNC_GITDIR.rawValue), 1) },
    { kitbag_git_set_flag(Int32(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION.rawValue), 1) },
    { kitbag_git_set_flag(Int32(GIT_OPT_ENABLE_STRICT_OBJECT_CREATION.rawValue), 1) },
    { kitbag_git_set_flag(Int32(GIT_OPT_ENABLE_STRICT_SYMBOLIC_REF_CREATION.rawValue), 1) },
    // Memory: at most 256 MiB of packs mapped at a time, in windows of 32 MiB, over at most 128 files.
    { kitbag_git_set_size(Int32(GIT_OPT_SET_MWINDOW_SIZE.rawValue), 32 << 20) },
    { kitbag_git_set_size(Int32(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT.rawValue), 256 << 20) },
    { kitbag_git_set_size(Int32(GIT_OPT_SET_MWINDOW_FILE_LIMIT.rawValue), 128) },
    { kitbag_git_set_size(Int32(GIT_OPT_SET_PACK_MAX_OBJECTS.rawValue), 4 << 20) },
    { kitbag_git_set_size(Int32(GIT_OPT_SET_PACK_MAX_OBJECT_SIZE.rawValue), largestObject) },
    // No configuration from outside the repository is ever looked for.
    { kitbag_git_set_search_path(GIT_CONFIG_LEVEL_PROGRAMDATA.rawValue, "") },
    { kitbag_git_set_search_path(GIT_CONFIG_LEVEL_SYSTEM.rawValue, "") },
    { kitbag_git_set_search_path(GIT_CONFIG_LEVEL_XDG.rawValue, "") },
    { kitbag_git_set_search_path(GIT_CONFIG_LEVEL_GLOBAL.rawValue, "") },
  ]
}
