internal import Glibc

extension RepositoryLayout {
  private static let creating = "make a repository"

  /// Lays an empty repository: built beside its place, then renamed into it, so that a crash leaves all or nothing.
  ///
  /// - Throws: `exists` when there is one already.
  static func create(in folder: String, bare: Bool, branch: RefName) throws(GitError) {
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw .system(creating, path: folder) }
    let target = bare ? folder : folder + "/.git"
    if !bare, FileStatus(target) != nil {
      throw GitError(.exists, "there is a repository here already", operation: creating, path: folder)
    }
    // A bare repository is its folder, so that the half-built one lies beside it, not in it.
    let draft = target + ".kitbag-new-\(getpid())"
    guard mkdir(draft, 0o777) == 0 else { throw .system(creating, path: draft) }
    do throws(GitError) {
      try fill(draft, bare: bare, branch: branch)
      // An empty folder may be replaced, anything else gives ENOTEMPTY.
      guard rename(draft, target) == 0 else {
        guard errno == ENOTEMPTY || errno == EEXIST else { throw GitError.system(creating, path: target) }
        throw GitError(.exists, "there is something here already", operation: creating, path: folder)
      }
    } catch {
      removeDraft(draft)
      throw error
    }
    try SmallFile.syncFolder(folder, creating)
  }

  private static let folders = ["objects", "objects/info", "objects/pack", "refs", "refs/heads", "refs/tags"]

  private static func fill(_ draft: String, bare: Bool, branch: RefName) throws(GitError) {
    for name in folders {
      guard mkdir(draft + "/" + name, 0o777) == 0 else { throw .system(creating, path: draft) }
    }
    try SmallFile.create(draft + "/HEAD", Array("ref: \(branch.text)\n".utf8), creating)
    let config = """
      [core]
      \trepositoryformatversion = 0
      \tfilemode = true
      \tbare = \(bare)
      \tlogallrefupdates = true

      """
    try SmallFile.create(draft + "/config", Array(config.utf8), creating)
    for name in folders.reversed() { try SmallFile.syncFolder(draft + "/" + name, creating) }
    try SmallFile.syncFolder(draft, creating)
  }

  /// Best effort: what stays is a folder with a name that nobody reads.
  private static func removeDraft(_ draft: String) {
    for file in ["HEAD", "config"] { unlink(draft + "/" + file) }
    for name in folders.reversed() { rmdir(draft + "/" + name) }
    rmdir(draft)
  }
}
