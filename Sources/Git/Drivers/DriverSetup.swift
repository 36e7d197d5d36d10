internal import CGit2
internal import Glibc

/// Makes an ordinary repository use this program for merging and comparing.
package struct DriverSetup: Sendable {
  /// What git asks for.
  package struct Commands: Sendable {
    /// The merge command with git's `%O %A %B %L %P`.
    package var merge: String
    /// The diff command.
    package var diff: String

    /// Commands as git should run them through a shell.
    package init(merge: String, diff: String) {
      (self.merge, self.diff) = (merge, diff)
    }
  }

  private static let operation = "set up the merge and diff drivers"
  private static let begin = "# kitbag begin"
  private static let end = "# kitbag end"

  /// Writes the commands to the repository's own configuration, and for which files to use them to
  /// `info/attributes`, which stays on this computer. Doing so again replaces what was written before.
  ///
  /// - Parameters:
  ///   - folder: The worktree, or any folder inside it.
  ///   - patterns: Names of files as git's attributes have them, `*.md`.
  /// - Returns: The folder that holds the settings.
  /// - Throws: `notFound` outside any repository; `invalid` for a pattern that git's attributes cannot hold; `locked`, `readOnly`, `diskFull` where they cannot be written.
  package static func install(in folder: String, _ commands: Commands, patterns: [String]) throws(GitError)
    -> String
  {
    let lines = try patterns.map { (pattern: String) throws(GitError) -> String in
      try quoted(pattern) + " merge=kitbag diff=kitbag"
    }
    guard !lines.isEmpty else { throw unusable("no names of files were given") }
    let git = try commonFolder(of: folder)
    try set(
      [
        ("merge.kitbag.name", "Kitbag: merges texts by their parts"),
        ("merge.kitbag.driver", commands.merge),
        ("diff.kitbag.command", commands.diff),
      ], in: git + "/config")
    try writeAttributes(lines, in: git)
    return git
  }

  /// Takes back what ``install(in:_:patterns:)`` wrote.
  package static func remove(from folder: String) throws(GitError) -> String {
    let git = try commonFolder(of: folder)
    let config = try open(git + "/config")
    for name in ["merge.kitbag.name", "merge.kitbag.driver", "diff.kitbag.command"] {
      let code = git_config_delete_entry(config.pointer, name)
      if code != GIT_ENOTFOUND.rawValue { try check(code, operation, path: git + "/config") }
    }
    try removeEmptySections(in: git)
    try writeAttributes([], in: git)
    return git
  }

  /// Takes out the headings that libgit2 leaves behind where nothing stands under them any more.
  private static func removeEmptySections(in git: String) throws(GitError) {
    let path = git + "/config"
    // What is left is harmless, so a configuration that is a link or very large stays as it is.
    guard let status = FileStatus(path), status.isFile,
      let bytes = try? SmallFile.read(path, limit: 1 << 20, operation)
    else { return }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var kept: [ArraySlice<UInt8>] = []
    for (index, line) in lines.enumerated() {
      let isOurs = [#"[merge "kitbag"]"#, #"[diff "kitbag"]"#].contains { Array($0.utf8) == Array(line) }
      let next = lines[(index + 1)...].first { !$0.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
      if isOurs, next == nil || next?.first == UInt8(ascii: "[") { continue }
      kept.append(line)
    }
    guard kept.count < lines.count else { return }
    // As git does: a lock beside the file, which becomes the file.
    let lock = path + ".lock"
    do throws(GitError) {
      try SmallFile.create(lock, mode: status.mode & 0o777, Array(kept.joined(separator: [0x0A])), operation)
    } catch {
      throw error.kind == .exists
        ? GitError(.locked, "git is changing it", operation: operation, path: path) : error
    }
    guard rename(lock, path) == 0 else {
      let failure = GitError.system(operation, path: path)
      unlink(lock)
      throw failure
    }
  }

  /// A pattern as a line of attributes begins with it: in quotes where it would be read as something else.
  private static func quoted(_ pattern: String) throws(GitError) -> String {
    guard !pattern.allSatisfy(\.isWhitespace) else { throw unusable("a name of files is empty") }
    guard !pattern.hasPrefix("!") else {
      throw unusable("'\(pattern)' begins with '!', which git does not take here")
    }
    guard pattern.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
      throw unusable("a name of files holds a line break or another control character")
    }
    let isPlain =
      !pattern.contains(" ") && !["#", "\"", "["].contains { pattern.hasPrefix($0) }
    if isPlain { return pattern }
    return "\"" + pattern.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func unusable(_ reason: String) -> GitError {
    GitError(.invalid, reason, operation: operation)
  }

  private static func commonFolder(of folder: String) throws(GitError) -> String {
    try LibGit2.start()
    let repository = try GitHandle<RepositoryKind>(operation, path: folder) {
      git_repository_open_ext(&$0, folder, 0, nil)
    }
    guard let path = git_repository_commondir(repository.pointer) else {
      throw GitError(.notFound, "there is no repository here", operation: operation, path: folder)
    }
    var text = String(cString: path)
    while text.count > 1, text.hasSuffix("/") { text.removeLast() }
    return text
  }

  private static func open(_ path: String) throws(GitError) -> GitHandle<ConfigKind> {
    try GitHandle<ConfigKind>(operation, path: path) { git_config_open_ondisk(&$0, path) }
  }

  private static func set(_ values: [(name: String, value: String)], in path: String) throws(GitError) {
    let config = try open(path)
    for (name, value) in values {
      try check(git_config_set_string(config.pointer, name, value), operation, path: path)
    }
  }

  private static func writeAttributes(_ lines: [String], in git: String) throws(GitError) {
    let path = git + "/info/attributes"
    var old = ""
    if FileStatus(path) != nil {
      old = String(decoding: try SmallFile.read(path, limit: 100 << 10, operation), as: UTF8.self)
    }
    var kept: [Substring] = []
    var isOurs = false
    for line in old.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == begin { isOurs = true }
      if !isOurs { kept.append(line) }
      if line == end { isOurs = false }
    }
    while kept.last?.isEmpty == true { kept.removeLast() }
    if !lines.isEmpty { kept += [begin[...]] + lines.map { $0[...] } + [end[...]] }
    let text = kept.joined(separator: "\n") + (kept.isEmpty ? "" : "\n")
    mkdir(git + "/info", 0o777)
    let fresh = path + ".kitbag-\(getpid())"
    unlink(fresh)
    try SmallFile.create(fresh, Array(text.utf8), operation)
    guard rename(fresh, path) == 0 else { throw .system(operation, path: path) }
  }
}
