internal import Git
internal import KitCore

/// What `release` did.
package struct Released: Sendable {
  /// What is new in it, as groups will read it.
  package let notes: ReleaseNotes
  /// The number that what changed asked for, and why.
  package let proposal: VersionProposal
  /// The release before; `nil` for the first.
  package let last: KitVersion?
  /// The round that is now run with this version, by its id.
  package let round: String?
  /// The step that it became.
  package let operation: Operation
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
}

extension Workspace {
  /// Makes a release of the kit: writes its version, its changelog and the round that is run with it, and names it.
  ///
  /// Unsaved work is saved first. The kit must pass its check.
  /// - Parameters:
  ///   - version: The number, with or without `v`.
  ///   - round: The id of a round of the kit that is to be run with it.
  /// - Throws: ``ReleaseError``, ``FranchiseError``, ``GitError``.
  package mutating func release(_ version: String, round: String? = nil) async throws -> Released {
    let plan = try await releasePlan()
    let wished = try Self.accepted(version, plan, releases.map(\.version))
    if let first = plan.errors.first {
      throw FranchiseError.unusableKit(count: plan.errors.count, first: first)
    }
    _ = try Self.pinned(round, to: wished, in: try await filesInFolder())
    let saved = try await save(for: "release").operation
    return try await retrying { (workspace: inout Workspace) in
      try await workspace.releaseOnce(version, round, saved)
    }
  }

  private mutating func releaseOnce(
    _ wish: String, _ round: String?, _ saved: Operation?
  ) async throws -> Released {
    let old = try await files(of: view.main)
    let plan = try await releasePlan(of: old)
    let version = try Self.accepted(wish, plan, releases.map(\.version))
    var (files, title) = try Self.pinned(round, to: version, in: old)
    let author = try await signature()
    let notes = ReleaseNotes(
      version: version.text, day: calendarDay(author.time), round: title, changes: plan.changes,
      titles: plan.titles,
      thanks: plan.contributors)
    files["kit.yaml"] = try Self.edited(old["kit.yaml"], "kit.yaml") {
      (document: YAMLDocument) throws(YAMLEditFault) in
      try document.setting(.plain(version.text), at: ["version"])
    }
    files[ReleaseNotes.path] = notes.added(to: old[ReleaseNotes.path])
    var objects = ObjectBatch()
    let words = "Release \(version.text)" + (round.map { " for the round \($0)" } ?? "")
    var after = view
    let commit = try await self.version(files, over: old, saying: words + "\n\n" + notes.text, in: &objects)
    after[.main] = commit
    after[try RefName.tag("v\(version.text)")] = try objects.add(
      tag: NewTag(
        name: "v\(version.text)", target: commit, kind: .commit, tagger: author,
        message: words + "\n\n" + notes.text + "\n"))
    let arguments: JSON = ["version": .string(version.text), "round": .optional(round)]
    let done = try await publish(
      OperationDraft(verb: "release", summary: words, arguments: arguments, after: after, objects: objects))
    return Released(
      notes: notes, proposal: plan.proposal, last: plan.last, round: round, operation: done.operation,
      savedFirst: saved)
  }

  /// The version, where it is one that may come next.
  private static func accepted(
    _ wish: String, _ plan: ReleasePlan, _ known: [KitVersion]
  ) throws -> KitVersion {
    let proposal = plan.proposal.version
    guard let version = KitVersion(wish.hasPrefix("v") ? String(wish.dropFirst()) : wish) else {
      throw ReleaseError.badVersion(wish, proposal: proposal)
    }
    if known.contains(where: { $0.text == version.text }) {
      throw ReleaseError.taken(version.text, proposal: proposal)
    }
    guard let last = plan.last else { return version }
    if plan.changes.isEmpty { throw ReleaseError.nothingNew(since: last.text) }
    guard version > last else {
      throw ReleaseError.notNewer(version.text, than: last.text, proposal: proposal)
    }
    return version
  }

  /// The files with the round run with this version, and the round's name.
  private static func pinned(
    _ round: String?, to version: KitVersion, in files: [String: [UInt8]]
  ) throws -> (files: [String: [UInt8]], title: String?) {
    guard let round else { return (files, nil) }
    let path = "rounds/\(round).yaml"
    guard let bytes = files[path] else {
      let known = files.keys.filter { $0.hasPrefix("rounds/") && $0.hasSuffix(".yaml") }
        .map { String($0.dropFirst("rounds/".count).dropLast(".yaml".count)) }.sorted()
      throw ReleaseError.noSuchRound(
        round, nearest: NearestMatch.of(round, among: known), known: known)
    }
    var files = files
    let id = files["kit.yaml"].flatMap { try? YAMLDocument.read($0).root["id"]?.text }
    let edited = try edited(bytes, path) { (document: YAMLDocument) throws(YAMLEditFault) in
      guard document.root["kit"]?.mapping != nil else {
        let pin: YAMLValue = .mapping([
          YAMLField("id", .text(id ?? "")), YAMLField("version", .plain(version.text)),
        ])
        return try document.setting(pin, at: ["kit"])
      }
      return try document.setting(.plain(version.text), at: ["kit", "version"])
    }
    files[path] = edited
    return (files, (try? YAMLDocument.read(edited).root["title"]?.text) ?? round)
  }

  /// A file of data with one edit.
  ///
  /// - Throws: ``FranchiseError/unreadableFile(_:reason:)``.
  static func edited(
    _ bytes: [UInt8]?, _ path: String,
    _ edit: (YAMLDocument) throws(YAMLEditFault) -> YAMLDocument
  ) throws -> [UInt8] {
    do {
      return try edit(try YAMLDocument.read(bytes ?? [])).bytes
    } catch let fault as YAMLFault {
      throw FranchiseError.unreadableFile(path, reason: fault.message)
    } catch let fault as YAMLEditFault {
      throw FranchiseError.unreadableFile(path, reason: fault.message)
    }
  }
}
