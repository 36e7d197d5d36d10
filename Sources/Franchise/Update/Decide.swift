internal import Git
package import KitCore

/// What `decide` did.
package struct Decided: Sendable {
  /// The update as it waits now; `nil` where it is finished.
  package let pending: PendingUpdate?
  /// The step that it became; `nil` where nothing changed.
  package let operation: Operation?
  /// What the update brought, where it is finished now.
  package let brief: UpdateBrief?
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
  /// Files that were left alone, because somebody edited them at the same moment.
  package let kept: [String]
}

extension Workspace {
  /// Records answers to the questions that wait, and finishes the update if none is open then.
  ///
  /// Before it finishes, unsaved work is saved and the merge is worked out once more over the kit as it is by then:
  /// answers stand where the question is still the same, and what is new is asked.
  /// - Parameters:
  ///   - answers: By the addresses of the questions; an answer given before is replaced.
  ///   - finishes: Whether to finish when all is answered.
  /// - Throws: ``FranchiseError/noPendingUpdate``, ``FranchiseError/unknownQuestion(_:nearest:open:)`` (then no answer
  ///   is recorded); ``GitError``.
  package mutating func decide(
    _ answers: [String: ClashAnswer], finishing finishes: Bool = true
  ) async throws -> Decided {
    let first = try await answered(answers)
    let wouldFinish = finishes && first.open.isEmpty
    let saved = wouldFinish ? try await save(for: "decide").operation : nil
    return try await retrying { (workspace: inout Workspace) in
      // Saving may have changed the questions: a part that is asked about may read otherwise now.
      let pending = try await workspace.answered(answers, as: first)
      if finishes, pending.open.isEmpty { return try await workspace.finish(pending, saved) }
      return try await workspace.record(pending, saved)
    }
  }

  /// Drops the update that waits, as if it had never begun.
  ///
  /// - Returns: The step that it became.
  /// - Throws: ``FranchiseError/noPendingUpdate``; ``GitError``.
  package mutating func abandonUpdate() async throws -> Operation {
    try await retrying { (workspace: inout Workspace) in
      guard workspace.view[.pending] != nil else { throw FranchiseError.noPendingUpdate }
      var after = workspace.view
      after[.pending] = nil
      return try await workspace.publish(
        OperationDraft(verb: "decide", summary: "Dropped the update that waited", after: after)
      ).operation
    }
  }

  /// The update that waits with these answers put in.
  ///
  /// - Parameter seen: What the answers were given to, if that may be another update by now: they count only for the
  ///   questions that are still the same.
  private func answered(
    _ answers: [String: ClashAnswer], as seen: PendingUpdate? = nil
  ) async throws -> PendingUpdate {
    guard var pending = try await pendingUpdate() else { throw FranchiseError.noPendingUpdate }
    for (address, answer) in answers {
      let place = pending.questions.firstIndex { $0.address == address }
      if let seen {
        let question = seen.questions.first { $0.address == address }
        if let place, pending.questions[place].identity == question?.identity {
          pending.questions[place].answer = answer
        }
        continue
      }
      guard let place else {
        throw FranchiseError.unknownQuestion(
          address, nearest: NearestMatch.of(address, among: pending.questions.map(\.address)),
          open: pending.open.map(\.address))
      }
      guard answer != .both || pending.questions[place].shown.allowsBoth else {
        throw FranchiseError.cannotKeepBoth(address)
      }
      pending.questions[place].answer = answer
    }
    if seen == nil { try pending.requireReadable(answers.keys.sorted()) }
    return pending
  }

  private mutating func finish(_ pending: PendingUpdate, _ saved: Operation?) async throws -> Decided {
    let record = PendingRecord(
      target: pending.merge.target, declined: pending.declined, address: pending.address)
    let (commit, objects) = try await pending.merge.finish(
      pending.answers, pending.brief, record, by: try await signature(), in: repository)
    var after = view
    after[.main] = commit
    after[.pending] = nil
    let name = pending.isRelease ? "version \(pending.version)" : "the master's newest state"
    let arguments: JSON = [
      "version": .string(pending.version), "release": .string(pending.release.description),
    ]
    let done = try await publish(
      OperationDraft(
        verb: "decide", summary: "Took \(name)", arguments: arguments, after: after, objects: objects))
    return Decided(
      pending: nil, operation: done.operation, brief: pending.brief, savedFirst: saved, kept: done.kept)
  }

  private mutating func record(_ pending: PendingUpdate, _ saved: Operation?) async throws -> Decided {
    let record = PendingRecord(
      target: pending.merge.target, declined: pending.declined, address: pending.address)
    let author = try await signature()
    let (id, objects) = try await repository.perform { (repository: isolated Repository) throws in
      var objects = ObjectBatch()
      let id = try record.write(pending.merge, pending.questions, by: author, into: &objects, repository)
      return (id, objects)
    }
    guard id != pending.id else {
      return Decided(pending: pending, operation: nil, brief: nil, savedFirst: saved, kept: [])
    }
    var after = view
    after[.pending] = id
    let open = pending.open.count
    let words =
      open == 0 ? "all is answered" : open == 1 ? "one question is open" : "\(open) questions are open"
    let done = try await publish(
      OperationDraft(verb: "decide", summary: "Answered: \(words)", after: after, objects: objects))
    return Decided(
      pending: pending, operation: done.operation, brief: nil, savedFirst: saved, kept: done.kept)
  }
}
