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
  /// Whether an update waits for answers.
  package let waits: Bool
  /// The last step; `nil` where there is none yet.
  package let latest: Operation?
  /// What was put right or noticed while looking.
  package let repairs: [Repair]

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
    let seen = upstreamReleases.map(\.version)
    let newer = taken.map { (taken: KitVersion) -> [KitVersion] in seen.filter { $0 > taken } } ?? []
    return KitStatus(
      title: kit?["title"]?.text ?? "", version: kit?["version"]?.text ?? "", group: group,
      unsaved: FileSummary(changes),
      foreign: changes.changes.filter { if case .foreign = $0.kind { true } else { false } },
      newer: newer.sorted().map(\.text), waits: view[.pending] != nil, latest: latest, repairs: repairs)
  }

  /// The releases of the master that were seen last, the oldest first, with what their refs name.
  package var upstreamReleases: [(version: KitVersion, target: ObjectID)] {
    view.refs(under: RefName.upstreamTags).compactMap { (ref: (name: RefName, target: ObjectID)) in
      let name = String(ref.name.text.dropFirst(RefName.upstreamTags.count))
      return KitVersion(tag: name).map { (version: $0, target: ref.target) }
    }
    .sorted { $0.version < $1.version }
  }

  /// A data file of the folder as it is now; `nil` where it is missing or cannot be read.
  private func read(_ path: String) async throws -> YAMLNode? {
    guard let bytes = try? await repository.readFile(path) else { return nil }
    return (try? YAMLDocument.read(bytes))?.root
  }
}
