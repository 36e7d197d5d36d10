package import Git
internal import KitCore

/// What `update` did.
package struct Updated: Sendable {
  /// How it ended.
  package enum Outcome: Sendable {
    /// Everything that was asked for is part of the kit already.
    case upToDate
    /// Only looked.
    case preview
    /// Taken, as this step.
    case taken(Operation)
    /// Questions wait for answers; the kit's files are untouched. The step that recorded them.
    case waits(Operation)
  }

  /// How it ended.
  package let outcome: Outcome
  /// The newest version that was seen, where there is nothing to take; else the one that is taken.
  package let version: String
  /// What it does to the kit; `nil` where there is nothing to take.
  package let brief: UpdateBrief?
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
  /// Why the master could not be asked, where it could not: then this is what was seen last.
  package let unreachable: TransportError?
  /// Releases that break a rule of kits and were left out.
  package let refused: [String]
  /// Files that were left alone, because somebody edited them at the same moment.
  package let kept: [String]
}

extension Workspace {
  /// Takes a version of the master: what only one side changed comes in by itself, what both changed becomes a
  /// question, and then the kit's files stay as they are until all is answered.
  ///
  /// Unsaved work is saved first, as a step of its own.
  /// - Parameters:
  ///   - tell: Called with the brief before anything is taken; may be called again if somebody else was faster.
  /// - Throws: ``FranchiseError``: `noMaster`, `updateWaits`, `rewritten`, `noSuchVersion`, `unrelated` and others;
  ///   `TransportError`; ``GitError``. Nothing was taken then.
  package mutating func update(
    _ request: UpdateRequest = UpdateRequest(), with transport: Transport,
    tell: (UpdateBrief) -> Void = { _ in }
  ) async throws -> Updated {
    try await requireNothingPending()
    return try await update(request, by: try await lookAtMaster(request, with: transport), tell)
  }

  /// As ``update(_:with:tell:)``, where the master's versions came here by other means than the network.
  ///
  /// - Parameter refs: The master's own `refs/heads/main` and tags; what they name must be stored here.
  package mutating func update(
    _ request: UpdateRequest = UpdateRequest(), seeing refs: [RefName: ObjectID]
  ) async throws -> Updated {
    try await requireNothingPending()
    return try await update(request, by: try await look(at: refs, request)) { _ in }
  }

  private mutating func update(
    _ request: UpdateRequest, by look: MasterLook, _ tell: (UpdateBrief) -> Void
  ) async throws -> Updated {
    guard let target = try await target(request, in: look) else {
      return Updated(
        outcome: .upToDate, version: look.releases.last?.version.text ?? "", brief: nil, savedFirst: nil,
        unreachable: look.unreachable, refused: look.refused.keys.sorted().map(\.text), kept: [])
    }
    let saved = request.isPreview ? nil : try await save(for: "update").operation
    let result = try await retrying { (workspace: inout Workspace) in
      try await workspace.requireNothingPending()
      return try await workspace.take(target, request, look, tell)
    }
    return Updated(
      outcome: result.outcome, version: target.version, brief: result.brief, savedFirst: saved,
      unreachable: look.unreachable, refused: look.refused.keys.sorted().map(\.text), kept: result.kept)
  }

  private func requireNothingPending() async throws {
    guard view[.pending] != nil else { return }
    let pending = try await pendingUpdate()
    throw FranchiseError.updateWaits(pending?.version ?? "", open: pending?.open.count ?? 0)
  }

  private func target(_ request: UpdateRequest, in look: MasterLook) async throws -> UpdateTarget? {
    guard let main = view.main else { throw FranchiseError.noMain }
    return try await repository.perform { (repository: isolated Repository) throws in
      try UpdateTarget(request.goal, in: look, over: main, repository)
    }
  }

  private mutating func take(
    _ target: UpdateTarget, _ request: UpdateRequest, _ look: MasterLook, _ tell: (UpdateBrief) -> Void
  ) async throws -> (outcome: Updated.Outcome, brief: UpdateBrief, kept: [String]) {
    guard let main = view.main else { throw FranchiseError.noMain }
    let offers = offers
    let author = try await signature()
    let (merge, brief) = try await repository.perform { (repository: isolated Repository) throws in
      let merge = try UpdateMerge(
        of: main, taking: target, declining: request.declined.map(\.part), offers: offers, repository)
      try merge.requireParts(request.declined.map(\.part))
      return (merge, try UpdateBrief(of: merge, declined: request.declined, repository))
    }
    tell(brief)
    var after = view
    for ref in look.view.differences(from: after) where ref.text.hasPrefix("refs/kitbag/upstream/") {
      after[ref] = look.view[ref]
    }
    let name = target.isRelease ? "version \(target.version)" : "the master's newest state"
    let arguments: JSON = .compact([
      ("master", (look.address?.text).map { .string($0) }), ("version", .string(target.version)),
      ("release", .string(target.commit.description)),
    ])
    if request.isPreview {
      if after != view {
        try await publish(
          OperationDraft(verb: "update", summary: "Looked at \(name)", arguments: arguments, after: after))
      }
      return (.preview, brief, [])
    }
    let record = PendingRecord(
      target: target, declined: request.declined, address: request.master?.text)
    let questions = record.questions(of: merge)
    if questions.isEmpty {
      let (commit, objects) = try await merge.finish([:], brief, record, by: author, in: repository)
      after[.main] = commit
      let done = try await publish(
        OperationDraft(
          verb: "update", summary: "Took \(name)", arguments: arguments, after: after, objects: objects))
      return (.taken(done.operation), brief, done.kept)
    }
    let (pending, objects) = try await repository.perform { (repository: isolated Repository) throws in
      var objects = ObjectBatch()
      let id = try record.write(merge, questions, by: author, into: &objects, repository)
      return (id, objects)
    }
    after[.pending] = pending
    let count = questions.count == 1 ? "one question" : "\(questions.count) questions"
    let done = try await publish(
      OperationDraft(
        verb: "update", summary: "Began to take \(name): \(count)", arguments: arguments, after: after,
        objects: objects))
    return (.waits(done.operation), brief, [])
  }
}

extension UpdateMerge {
  /// The one version that joins the group's kit and the master's, with these answers.
  ///
  /// - Throws: ``FranchiseError``, ``GitError``.
  func finish(
    _ answers: [String: ClashAnswer], _ brief: UpdateBrief, _ record: PendingRecord, by author: Signature,
    in repository: Repository
  ) async throws -> (commit: ObjectID, objects: ObjectBatch) {
    try await repository.perform { (repository: isolated Repository) throws in
      var objects = ObjectBatch()
      let tree = try tree(answers, isFinal: true, from: record.address, in: &objects, repository)
      let commit = NewCommit(
        tree: try tree.write(into: &objects), parents: [main, target.commit], author: author,
        message: message(answers, brief, record))
      return (try objects.add(commit: commit), objects)
    }
  }

  private func message(
    _ answers: [String: ClashAnswer], _ brief: UpdateBrief, _ record: PendingRecord
  ) -> String {
    let name = target.version.isEmpty ? "the master's newest state" : "version \(target.version)"
    var lines = brief.taken.prefix(50).map { "- " + Workspace.oneLine($0.sentence) }
    for (address, answer) in answers.sorted(by: { $0.key < $1.key }) {
      lines.append("- \(address): \(answer.words)")
    }
    let trailers = record.declined.map {
      Trailer(name: "Kitbag-Declined", value: "\($0.part): \(Workspace.oneLine($0.because))")
    }
    let text = "Take \(name)\n" + (lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n")
    return trailers.isEmpty ? text : Trailer.appending(trailers, to: text)
  }

  /// Refuses addresses that no version has.
  ///
  /// - Throws: ``FranchiseError/unknownPart(_:nearest:)``.
  func requireParts(_ parts: [String]) throws {
    for part in parts {
      let file = String(part.prefix { $0 != "#" && $0 != "." })
      var known: [String] = []
      for path in Set(material.trees.ours.keys).union(material.trees.theirs.keys) {
        known.append((try? KitPath(path)).flatMap { KitLayout($0) }?.address.description ?? path)
        known.append(path)
      }
      guard !known.contains(where: { $0 == part || $0 == file }) else { continue }
      throw FranchiseError.unknownPart(part, nearest: NearestMatch.of(file, among: known.sorted()))
    }
  }
}

extension ClashAnswer {
  /// The answer in a few plain words.
  package var words: String {
    switch self {
    case .ours: "ours stays"
    case .theirs: "the master's is taken"
    case .both: "both are kept"
    case .words: "own words"
    }
  }
}
