package import Git
package import KitCore

/// What `accept` is asked for.
package struct AcceptRequest: Sendable {
  /// The offer's id, or its beginning.
  package var offer: String
  /// The parts to take, as addresses; none for all.
  package var parts: [String]
  /// The maintainers' own words, by address.
  package var own: [(name: String, bytes: [UInt8])]
  /// The content that was reviewed elsewhere; `nil` for what was looked at on this computer.
  package var content: ObjectID?
  /// What to say along with it.
  package var text: String

  /// An acceptance.
  package init(
    offer: String, parts: [String] = [], own: [(name: String, bytes: [UInt8])] = [], content: ObjectID? = nil,
    text: String = ""
  ) {
    self.offer = offer
    self.parts = parts
    self.own = own
    self.content = content
    self.text = text
  }
}

/// What answering an offer did.
package struct Answered: Sendable {
  /// The offer.
  package let offer: Offer
  /// The step in its review.
  package let step: ReviewStep
  /// What changed in the kit, in terms of the session; nothing for what is only said.
  package let changes: [Change]
  /// Warnings that the kit has now and had not before.
  package let warnings: [Diagnostic]
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
  /// The step that this became.
  package let operation: Operation
  /// Files that were left alone, because somebody edited them at the same moment.
  package let kept: [String]
}

extension Workspace {
  /// Takes an offer, or parts of it, into the kit as it is now.
  ///
  /// Only what was looked at is taken: where the offer was revised since, nothing happens.
  /// - Throws: ``OfferError``, ``FranchiseError``, ``GitError``.
  package mutating func accept(_ acceptance: AcceptRequest) async throws -> Answered {
    let saved = try await save(for: "accept").operation
    return try await retrying { (workspace: inout Workspace) in
      try await workspace.acceptOnce(acceptance, saved)
    }
  }

  /// Says that an offer is not taken, and why.
  ///
  /// - Throws: ``OfferError``, ``FranchiseError``, ``GitError``.
  package mutating func decline(
    _ id: String, because text: String, content: ObjectID? = nil
  ) async throws -> Answered {
    try await retrying { (workspace: inout Workspace) in
      let offer = try Self.find(id, among: try await workspace.received())
      try await workspace.requireAnswerable(offer, content)
      return try await workspace.say(.declined, text, about: offer, "Declined: \(offer.title)")
    }
  }

  /// Says something about an offer, as its maker or as whoever reviews it.
  ///
  /// - Throws: ``OfferError``, ``FranchiseError``, ``GitError``.
  package mutating func comment(_ id: String, _ text: String) async throws -> Answered {
    try await retrying { (workspace: inout Workspace) in
      let offer = try Self.find(id, among: try await workspace.received() + workspace.offers())
      return try await workspace.say(.commented, text, about: offer, "Said something about: \(offer.title)")
    }
  }

  private mutating func say(
    _ kind: ReviewStep.Kind, _ text: String, about offer: Offer, _ summary: String
  ) async throws -> Answered {
    let author = try await signature()
    let step = step(kind, offer, author, text: text)
    var (after, objects) = (view, ObjectBatch())
    try await add(step, to: &after, &objects, by: author)
    let done = try await publish(
      OperationDraft(
        verb: kind == .declined ? "decline" : "comment", summary: summary,
        arguments: ["offer": .string(offer.id)], after: after, objects: objects))
    return Answered(
      offer: offer, step: step, changes: [], warnings: [], savedFirst: nil, operation: done.operation,
      kept: [])
  }

  private func step(
    _ kind: ReviewStep.Kind, _ offer: Offer, _ author: Signature, text: String, parts: [String] = [],
    own: [String] = []
  ) -> ReviewStep {
    ReviewStep(
      number: 1, kind: kind, offer: offer.id, content: offer.version,
      who: Identity(name: author.name, email: author.email), time: author.time.seconds, text: text,
      parts: parts, own: own)
  }

  /// Refuses to answer what was answered, or what nobody here has seen as it is.
  private func requireAnswerable(_ offer: Offer, _ content: ObjectID?) async throws {
    if let answer = try await reviewLog(offer.id).answer, answer.content == offer.version {
      let how = answer.kind == .accepted ? "accepted" : "declined"
      throw OfferError.answered(offer.id, by: answer.who.name, how: how)
    }
    guard let seen = content ?? Looks(in: repository.gitFolder)[offer.id] else {
      throw OfferError.notReviewed(offer.id)
    }
    guard seen == offer.version else { throw OfferError.revisedSince(offer.id) }
  }

  private mutating func acceptOnce(_ acceptance: AcceptRequest, _ saved: Operation?) async throws -> Answered
  {
    guard let main = view.main else { throw FranchiseError.noMain }
    let offer = try Self.find(acceptance.offer, among: try await received())
    try await requireAnswerable(offer, acceptance.content)
    let trial = try await trial(of: offer, taking: acceptance.parts)
    let owned = acceptance.own.compactMap { try? Address(parsing: $0.name) }
    let open = trial.merged.clashes.map(\.address).filter { (clash: String) -> Bool in
      guard let address = try? Address(parsing: clash) else { return true }
      return !owned.contains { $0.contains(address) }
    }
    guard open.isEmpty else { throw OfferError.clashes(open) }
    var files = trial.merged.files
    for words in acceptance.own { try OwnWords(name: words.name, bytes: words.bytes).put(into: &files) }
    guard files != trial.main else { throw OfferError.alreadyThere }
    let changes = KitComparison(old: trial.main, new: files).changes
    let faults = NewFaults(before: trial.main, after: files)
    guard faults.errors.isEmpty else { throw OfferError.breaksKit(faults.errors) }
    var (after, objects) = (view, ObjectBatch())
    let author = try await signature()
    let tree = try await tree(of: main, holding: files, in: &objects)
    let commit = NewCommit(
      tree: tree, parents: [main], author: author, message: Self.message(accepting: offer, by: author))
    after[.main] = try objects.add(commit: commit)
    let step = step(
      .accepted, offer, author, text: acceptance.text, parts: acceptance.parts,
      own: acceptance.own.map(\.name))
    try await add(step, to: &after, &objects, by: author)
    let words = acceptance.parts.isEmpty ? "Accepted: " : "Accepted in part: "
    let arguments: JSON = ["offer": .string(offer.id), "parts": .strings(acceptance.parts)]
    let done = try await publish(
      OperationDraft(
        verb: "accept", summary: words + offer.title, arguments: arguments, after: after, objects: objects))
    return Answered(
      offer: offer, step: step, changes: changes, warnings: faults.found, savedFirst: saved,
      operation: done.operation, kept: done.kept)
  }

  private static func message(accepting offer: Offer, by author: Signature) -> String {
    var trailers = [
      Trailer(name: Offer.idTrailer, value: offer.id), Trailer(name: Offer.groupTrailer, value: offer.group),
    ]
    if offer.author.email != author.email || offer.author.name != author.name {
      trailers.append(.coAuthor(oneLine(offer.author.name), email: oneLine(offer.author.email)))
    }
    let why = offer.why.isEmpty ? "" : "\n\n" + offer.why
    return Trailer.appending(trailers, to: oneLine(offer.title) + why + "\n\nOffered with Kitbag.")
  }
}
