internal import CGit2

/// One repository on this disk: its objects, its history, its refs and its worktree.
///
/// Every call runs on the repository's own serial queue, never on the shared pool. Only values come out.
/// Several `Repository` values, also in several processes, may work on one folder at once: objects only ever get
/// added, and refs move by compare-and-swap.
///
/// libgit2 is given the `.git` folder alone and an empty configuration, so that nothing that a repository's
/// configuration says can make it run or read anything; `RepositoryLayout` reads the few settings that matter.
package actor Repository {
  private let executor = RepositoryExecutor()
  let handle: GitHandle<RepositoryKind>
  let store: GitHandle<StoreKind>

  /// The `.git` folder (or the bare repository itself), absolute, without links, without a final slash.
  package nonisolated let gitFolder: String
  /// The folder that holds the kit's files, absolute, without links; `nil` for a bare repository.
  package nonisolated let worktree: String?
  /// The settings that the repository's own configuration file held when it was opened.
  package nonisolated let settings: Settings

  /// The queue on which everything here runs.
  package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Opens what `layout` found to be safe.
  private init(_ layout: RepositoryLayout) throws(GitError) {
    let path = layout.gitFolder
    handle = try GitHandle("open the repository", path: path) { git_repository_open_bare(&$0, path) }
    let empty = try GitHandle<ConfigKind>("open the repository", path: path) { git_config_new(&$0) }
    try check(git_repository_set_config(handle.pointer, empty.pointer), "open the repository", path: path)
    store = try ObjectStore.open(path + "/objects")
    try check(git_repository_set_odb(handle.pointer, store.pointer), "open the repository", path: path)
    gitFolder = layout.gitFolder
    worktree = layout.worktree
    settings = layout.settings
  }

  /// Opens the repository whose worktree is exactly `folder`, or, with `bare`, the bare repository `folder`.
  ///
  /// Folders above are not searched. Nothing is written.
  ///
  /// - Throws: `notFound` where there is no repository; `ownership` when another user owns it; `unsupported` for
  ///   shallow and partial clones, SHA-256, linked worktrees, alternates, a worktree elsewhere, and a bare
  ///   repository where a worktree is needed (or the reverse); `corrupt` for a damaged one.
  package static func open(_ folder: String, bare: Bool = false) throws(GitError) -> Repository {
    try Repository(RepositoryLayout(of: folder, bare: bare))
  }

  /// Makes an empty repository in `folder` (made if missing, its parent must exist) and opens it.
  ///
  /// `HEAD` names `branch`. The `.git` folder appears complete or not at all.
  ///
  /// - Throws: `exists` when there is a repository already.
  @discardableResult
  package static func create(
    _ folder: String, bare: Bool = false, branch: RefName = .main
  ) throws(GitError) -> Repository {
    try RepositoryLayout.create(in: folder, bare: bare, branch: branch)
    return try open(folder, bare: bare)
  }

  /// Runs `body` as one piece on the repository's queue, so that many calls cost one hop and nothing comes between.
  package func perform<Value: Sendable>(
    _ body: @Sendable (isolated Repository) throws -> Value
  ) async rethrows -> Value {
    try body(self)
  }
}
