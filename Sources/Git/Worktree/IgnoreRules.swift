internal import CGit2

/// Which files of the worktree are nobody's work: what editors and systems leave, and what the kit's own
/// `.gitignore` at its top names. Files that a version holds are never ignored.
enum IgnoreRules {
  /// Names of git's, ours, and of common systems and editors, in the format of `.gitignore`.
  static let builtIn = """
    .kitbag-*.tmp
    .git.kitbag-new-*
    .DS_Store
    ._*
    Thumbs.db
    desktop.ini
    *~
    .*.sw?
    .#*
    \\#*\\#
    .~lock.*#
    ~$*

    """

  /// At most so many bytes of `.gitignore` are read; of a longer one nothing.
  static let largestFile = 100 << 10

  /// Hands the rules to the library for this repository.
  static func load(
    into repository: OpaquePointer, from worktree: borrowing Folder
  ) throws(GitError) {
    let operation = "read what is ignored"
    try check(git_ignore_clear_internal_rules(repository), operation)
    try check(git_ignore_add_rule(repository, builtIn), operation)
    guard
      let bytes = try? SmallFile.read(
        ".gitignore", in: worktree.descriptor, limit: largestFile, operation), !bytes.contains(0)
    else { return }
    try check(git_ignore_add_rule(repository, String(decoding: bytes, as: UTF8.self)), operation)
  }

  /// Whether the rules name the path; a folder's ends with a slash.
  static func cover(_ path: String, in repository: OpaquePointer) -> Bool {
    var ignored: Int32 = 0
    guard git_ignore_path_is_ignored(&ignored, repository, path) == 0 else {
      git_error_clear()
      return false
    }
    return ignored == 1
  }
}
