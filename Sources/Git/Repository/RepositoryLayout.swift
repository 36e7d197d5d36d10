internal import Glibc

/// Where a repository's parts lie, once every reason to refuse it has been looked for.
///
/// The checks run before libgit2 sees the folder, and read the repository's configuration as text.
struct RepositoryLayout {
  let gitFolder: String
  let worktree: String?
  let settings: Settings

  /// Looks at `folder` without writing anything.
  init(of folder: String, bare: Bool) throws(GitError) {
    let root = try Self.resolved(folder)
    if bare {
      worktree = nil
      gitFolder = root
    } else {
      worktree = root
      gitFolder = root + "/.git"
      try Self.requireOwnGitFolder(gitFolder, under: root)
    }
    try Self.requireOwner(of: gitFolder)
    if let worktree { try Self.requireOwner(of: worktree) }
    try Self.requirePlainParts(gitFolder)
    settings = try Self.readSettings(gitFolder)
    try requireSupported()
    try requireWorktree(bare: bare)
  }

  private static let opening = "open the repository"

  private static func resolved(_ folder: String) throws(GitError) -> String {
    guard !folder.utf8.contains(0) else {
      throw GitError(.invalid, "the path holds a NUL", operation: opening)
    }
    guard let real = realpath(folder, nil) else { throw .system(opening, path: folder) }
    defer { free(real) }
    return String(cString: real)
  }

  /// `.git` must be a folder: a file or a link points to a repository elsewhere.
  private static func requireOwnGitFolder(_ gitFolder: String, under root: String) throws(GitError) {
    guard let found = FileStatus(gitFolder) else {
      if FileStatus(root + "/HEAD") != nil, FileStatus(root + "/objects") != nil {
        throw GitError(
          .unsupported, "it is a bare repository, without files", operation: opening, path: root)
      }
      throw GitError(.notFound, "there is no repository here", operation: opening, path: root)
    }
    guard found.isFolder else {
      throw GitError(
        .unsupported, "its .git is not a folder but points elsewhere (a linked worktree or a submodule)",
        operation: opening, path: gitFolder)
    }
  }

  /// Another user's repository is refused, as git itself refuses it.
  private static func requireOwner(of folder: String) throws(GitError) {
    guard let found = FileStatus(folder) else { throw .system(opening, path: folder) }
    guard found.owner == geteuid() else {
      throw GitError(
        .ownership, "it belongs to user \(found.owner), and you are user \(geteuid())", operation: opening,
        path: folder)
    }
  }

  /// Refuses what would make git read objects or settings from outside the folder.
  private static func requirePlainParts(_ gitFolder: String) throws(GitError) {
    for (part, wantsFolder) in [("HEAD", false), ("objects", true), ("refs", true)] {
      guard let found = FileStatus(gitFolder + "/" + part) else {
        throw GitError(.notFound, "\(part) is missing", operation: opening, path: gitFolder)
      }
      guard wantsFolder ? found.isFolder : found.isFile else {
        throw GitError(.unsupported, "\(part) points elsewhere", operation: opening, path: gitFolder)
      }
    }
    for part in ["objects/pack", "objects/info", "refs/heads", "refs/kitbag", "info"] {
      guard let found = FileStatus(gitFolder + "/" + part), !found.isFolder else { continue }
      throw GitError(.unsupported, "\(part) points elsewhere", operation: opening, path: gitFolder)
    }
    // A pipe among these would hold its reader for ever.
    for part in ["config", "packed-refs", "index", "info/exclude"] {
      guard let found = FileStatus(gitFolder + "/" + part), !found.isFile else { continue }
      throw GitError(.unsupported, "\(part) points elsewhere", operation: opening, path: gitFolder)
    }
    for (part, what) in outsideParts where FileStatus(gitFolder + "/" + part) != nil {
      throw GitError(.unsupported, "\(what) (\(part))", operation: opening, path: gitFolder)
    }
    if let shallow = FileStatus(gitFolder + "/shallow"), shallow.size > 0 {
      throw GitError(
        .unsupported, "it is a shallow clone, whose history is cut off", operation: opening, path: gitFolder)
    }
  }

  private static let outsideParts: [(part: String, what: String)] = [
    ("commondir", "it is a linked worktree of another repository"),
    ("gitdir", "it is a linked worktree of another repository"),
    ("objects/info/alternates", "it borrows objects from another repository"),
    ("objects/info/http-alternates", "it borrows objects from another repository"),
    ("info/grafts", "its history is rewritten by grafts"),
  ]

  private static func readSettings(_ gitFolder: String) throws(GitError) -> Settings {
    let path = gitFolder + "/config"
    guard FileStatus(path) != nil else { return Settings() }
    return try Settings(parsing: SmallFile.read(path, limit: 1 << 20, opening))
  }

  /// Refuses formats and extensions that libgit2, or this program, would get wrong.
  private func requireSupported() throws(GitError) {
    func refuse(_ why: String) -> GitError {
      GitError(.unsupported, why, operation: Self.opening, path: gitFolder)
    }
    let version = settings["core.repositoryformatversion"] ?? "0"
    guard version == "0" || version == "1" else { throw refuse("its format is version \(version)") }
    for name in settings.names where name.hasPrefix("extensions.") {
      let value = settings[name]?.lowercased() ?? ""
      switch name {
      case "extensions.objectformat" where value == "sha1", "extensions.noop", "extensions.preciousobjects":
        continue
      case "extensions.objectformat": throw refuse("it names objects by \(value), not SHA-1")
      case "extensions.partialclone": throw refuse("it is a partial clone, which lacks objects")
      case "extensions.worktreeconfig" where !settings.isOn(name): continue
      default: throw refuse("it uses \(name)")
      }
    }
    for name in settings.names where name.hasPrefix("remote.") {
      if name.hasSuffix(".promisor"), settings.isOn(name) {
        throw refuse("it is a partial clone, which lacks objects")
      }
    }
    if settings.isOn("core.sparsecheckout") { throw refuse("it shows only some of its files (sparse)") }
  }

  /// `core.bare` and `core.worktree` must agree with what is opened.
  private func requireWorktree(bare: Bool) throws(GitError) {
    guard !bare, let worktree else { return }
    if settings.isOn("core.bare") {
      throw GitError(
        .unsupported, "it is a bare repository, without files", operation: Self.opening, path: gitFolder)
    }
    guard let named = settings["core.worktree"] else { return }
    let absolute = named.hasPrefix("/") ? named : gitFolder + "/" + named
    guard let real = try? Self.resolved(absolute), real == worktree else {
      throw GitError(
        .unsupported, "its files are set to lie elsewhere (core.worktree)", operation: Self.opening,
        path: gitFolder)
    }
  }
}
