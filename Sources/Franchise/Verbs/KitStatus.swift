package import Git
internal import KitCore

/// Where a kit stands: whose it is, what is not saved, what the master has that is new, what waits.
package struct KitStatus: Hashable, Sendable {
  /// The kit's title, and its version as kit.yaml in the folder says them; empty where that cannot be read.
  package let title: String, version: String
  /// The group that the kit belongs to; `nil` in a master.
  package let group: GroupFacts?
  /// What is not saved yet.
  package let unsaved: FileSummary
  /// What lies in the folder and cannot be part of a kit.
  package let foreign: [WorktreeChange]
  /// Releases of the master that were seen and are newer than the group's, the oldest first.
  package let newer: [String]
  /// Whether the master, which has no releases, was seen to have something newer.
  package let hasNews: Bool
  /// The update that waits for answers; `nil` where none does.
  package let waiting: Waiting?
  /// The last step; `nil` where there is none yet.
  package let latest: Operation?
  /// What was put right or noticed while looking.
  package let repairs: [Repair]

  /// An update that waits.
  package struct Waiting: Hashable, Sendable {
    /// The version that is being taken.
    package let version: String
    /// How many questions it has, and how many of them are open.
    package let questions: Int, open: Int
  }

  /// What group.yaml says of a group.
  package struct GroupFacts: Hashable, Sendable {
    /// The group's name.
    package let name: String
    /// The master's id, and the version that the group took last.
    package let master: String, masterVersion: String
    /// Where the master is; `nil` where it is not told.
    package let address: String?
  }
}

extension Workspace {
  /// Looks where the kit stands. Nothing is fetched and no file is changed.
  ///
  /// - Throws: ``GitError``.
  package func status() async throws -> KitStatus {
    let tree = try await tree()
    let changes = try await repository.status(against: tree)
    let kit = try await read("kit.yaml")
    let group = try await read("group.yaml").map { (root: YAMLNode) -> KitStatus.GroupFacts in
      KitStatus.GroupFacts(
        name: root["name"]?.text ?? "", master: root["master"]?["kit"]?.text ?? "",
        masterVersion: root["master"]?["version"]?.text ?? "", address: root["master"]?["address"]?.text)
    }
    let taken = group.flatMap { KitVersion($0.masterVersion) }
    let seen = view.upstreamReleases
    let newer = seen.filter { release in taken.map { release.version > $0 } ?? false }
    let news = try await news(newer.map(\.target), hasReleases: !seen.isEmpty)
    return KitStatus(
      title: kit?["title"]?.text ?? "", version: kit?["version"]?.text ?? "", group: group,
      unsaved: FileSummary(changes),
      foreign: changes.changes.filter { if case .foreign = $0.kind { true } else { false } },
      newer: zip(newer, news.isNew).filter(\.1).map(\.0.version.text), hasNews: news.hasNews,
      waiting: try await waiting(), latest: latest, repairs: repairs)
  }

  /// Which of these versions of the master the kit does not hold yet, and whether its newest state is one of them.
  private func news(
    _ targets: [ObjectID], hasReleases: Bool
  ) async throws -> (isNew: [Bool], hasNews: Bool) {
    guard let main = view.main else { return (targets.map { _ in false }, false) }
    let newest = hasReleases ? nil : view[.upstreamMain]
    return try await repository.perform { (repository: isolated Repository) throws in
      let isNew = try targets.map { (target: ObjectID) throws -> Bool in
        try !repository.isAncestor(try repository.version(behind: target), of: main)
      }
      return (isNew, try newest.map { try !repository.isAncestor($0, of: main) } ?? false)
    }
  }

  /// The update that waits, as its record says; nothing is worked out anew.
  private func waiting() async throws -> KitStatus.Waiting? {
    guard let id = view[.pending] else { return nil }
    return try await repository.perform { (repository: isolated Repository) throws in
      try PendingRecord.standing(of: id, repository)
    }
  }

  /// A data file of the folder as it is now; `nil` where it is missing or cannot be read.
  private func read(_ path: String) async throws -> YAMLNode? {
    guard let bytes = try? await repository.readFile(path) else { return nil }
    return (try? YAMLDocument.read(bytes))?.root
  }
}
