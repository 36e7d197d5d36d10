internal import Git
internal import KitCore

/// The version of the master that an update takes.
struct UpdateTarget: Sendable {
  /// The version itself.
  var commit: ObjectID
  /// Its number, as the release or its kit.yaml says.
  var version: String
  /// Whether it is a release.
  var isRelease: Bool

  /// Chooses among what was seen; `nil` where all of it is part of `main` already.
  ///
  /// - Throws: ``FranchiseError/noSuchVersion(_:known:)``, ``FranchiseError/emptyMaster(_:)``; ``GitError``.
  init?(
    _ goal: UpdateRequest.Goal, in look: MasterLook, over main: ObjectID, _ repository: isolated Repository
  ) throws {
    let releases = look.releases
    let steady = releases.filter { !$0.version.isTrial }
    switch goal {
    case .release(let wish):
      try self.init(try Self.find(wish, in: look), over: main, repository)
    case .next:
      for release in steady {
        guard let target = try UpdateTarget(release, over: main, repository) else { continue }
        self = target
        return
      }
      guard steady.isEmpty else { return nil }
      try self.init(newestStateOf: look, over: main, repository)
    case .newest:
      if let newest = steady.last ?? releases.last {
        try self.init(newest, over: main, repository)
      } else {
        try self.init(newestStateOf: look, over: main, repository)
      }
    }
  }

  private static func find(_ wish: String, in look: MasterLook) throws -> MasterLook.Release {
    let bare = wish.hasPrefix("v") ? String(wish.dropFirst()) : wish
    if let found = look.releases.first(where: { $0.version.text == bare }) { return found }
    if let version = KitVersion(bare), let problem = look.refused[version] {
      throw TransportError(.notAdmitted(problem), at: look.address)
    }
    throw FranchiseError.noSuchVersion(wish, known: look.releases.reversed().map(\.version.text))
  }

  private init?(_ release: MasterLook.Release, over main: ObjectID, _ repository: isolated Repository) throws
  {
    let commit = try repository.version(behind: release.target)
    if try repository.isAncestor(commit, of: main) { return nil }
    self.init(commit: commit, version: release.version.text, isRelease: true)
  }

  private init?(newestStateOf look: MasterLook, over main: ObjectID, _ repository: isolated Repository) throws
  {
    guard let commit = look.view[.upstreamMain] else {
      throw FranchiseError.emptyMaster(look.address?.text ?? "")
    }
    if try repository.isAncestor(commit, of: main) { return nil }
    let kit = try repository.entry(at: "kit.yaml", in: try repository.commit(commit).tree)
    let root = kit.flatMap { try? YAMLDocument.read(try repository.blob($0.id)).root }
    self.init(commit: commit, version: root?["version"]?.text ?? "", isRelease: false)
  }

  init(commit: ObjectID, version: String, isRelease: Bool) {
    (self.commit, self.version, self.isRelease) = (commit, version, isRelease)
  }
}
