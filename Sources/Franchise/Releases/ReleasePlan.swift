package import Git
package import KitCore

/// What a release would hold if it were made now.
package struct ReleasePlan: Sendable {
  /// The last release; `nil` where there is none yet.
  package let last: KitVersion?
  /// Which number what changed asks for.
  package let proposal: VersionProposal
  /// What changed since the last release, without what is a group's alone.
  package let changes: [Change]
  /// Who worked on it, by name, the first one first.
  package let contributors: [String]
  /// What would stop it, in the order of files.
  package let errors: [Diagnostic]
  /// What the kit's files call themselves, by path.
  let titles: [String: String]
}

extension Workspace {
  /// The kit's own releases, the oldest first, with the versions that they name.
  package var releases: [(version: KitVersion, target: ObjectID)] {
    view.refs(under: "refs/tags/v").compactMap { (ref: (name: RefName, target: ObjectID)) in
      KitVersion(tag: String(ref.name.shortText)).map { (version: $0, target: ref.target) }
    }
    .sorted { $0.version < $1.version }
  }

  /// Looks what a release would hold, saved or not. Nothing is written.
  ///
  /// - Throws: ``GitError``.
  package func releasePlan() async throws -> ReleasePlan {
    try await releasePlan(of: try await filesInFolder())
  }

  /// What a release of these files would hold.
  func releasePlan(of files: [String: [UInt8]]) async throws -> ReleasePlan {
    let last = releases.last
    let base: ObjectID? =
      if let last { try await repository.version(behind: last.target) } else { nil }
    let old = try await self.files(of: base)
    let changes = last == nil ? [] : Self.changes(from: old, to: files)
    let reading = KitReading.read(KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) }).files)
    let before = KitReading.read(KitFiles.admitting(old.map { (path: $0.key, bytes: $0.value) }).files)
    let written = reading.kit.flatMap { KitVersion($0.identity.version) }
    return ReleasePlan(
      last: last?.version,
      proposal: VersionProposal(
        changes, since: last?.version, written: written, [before.kit, reading.kit].compactMap { $0 }),
      changes: changes, contributors: try await contributors(since: base),
      errors: Check.diagnostics(of: reading).filter { $0.severity == .error },
      titles: reading.kit.map(Self.titles) ?? [:])
  }

  private static func titles(of kit: Kit) -> [String: String] {
    let named =
      kit.plans.map { ($0.record.path.text, $0.title) } + kit.guides.map { ($0.prose.path.text, $0.title) }
      + kit.methods.map { ($0.prose.path.text, $0.title) }
      + kit.resources.compactMap { (resource: Resource) in resource.path.map { ($0.text, resource.title) } }
      + kit.checklists.map { ($0.record.path.text, $0.title) }
      + kit.rounds.map { ($0.record.path.text, $0.title) }
    return Dictionary(named.filter { !$0.1.isEmpty }) { first, _ in first }
  }

  /// What changed in the sessions: without the version itself, the changelog, and what is a group's alone.
  private static func changes(from old: [String: [UInt8]], to new: [String: [UInt8]]) -> [Change] {
    func shared(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
      files.filter { !GroupFile.isLocal($0.key) && $0.key != ReleaseNotes.path }
    }
    return KitComparison(old: shared(old), new: shared(new)).changes.filter { $0.address != "kit.version" }
  }

  /// Who wrote what was saved since a version, by name: authors and those whom they credit.
  private func contributors(since base: ObjectID?) async throws -> [String] {
    guard let main = view.main else { return [] }
    return try await repository.perform { (repository: isolated Repository) throws -> [String] in
      var names: [String] = []
      let versions = try repository.history(from: [main], hiding: base.map { [$0] } ?? [], limit: 10_000)
      for id in versions.reversed() {
        let commit = try repository.commit(id)
        let credited = commit.trailers.filter { $0.name.lowercased() == "co-authored-by" }
          .compactMap { Identity(parsing: $0.value)?.name }
        for name in [commit.author.name] + credited
        where !name.isEmpty && name != Identity.kitbag.name && !names.contains(name) {
          names.append(name)
        }
      }
      return names
    }
  }
}
