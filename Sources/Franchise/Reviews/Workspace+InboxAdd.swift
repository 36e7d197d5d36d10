package import Git
internal import Glibc
internal import KitCore

/// What came in with a file or from the groups' kits.
package struct Arrived: Sendable {
  /// Offers that are new here, or revised.
  package var offers: [Offer] = []
  /// The offers of them that were here before in another form.
  package var revised: [String] = []
  /// Answers to offers of this group, by offer.
  package var answers: [String] = []
  /// Where nothing could be fetched from, and why, in words.
  package var unreachable: [(group: String, reason: String)] = []
  /// What was not taken, and why, in words.
  package var refused: [(name: String, reason: String)] = []
  /// How many kits were asked.
  package var asked = 0
  /// The step that it became; `nil` where nothing was new.
  package var operation: Operation?

  /// Whether nothing was new.
  package var isEmpty: Bool { offers.isEmpty && answers.isEmpty }
}

extension Workspace {
  /// Takes in a file that came by e-mail: an offer, or the answer to one.
  ///
  /// Everything is checked before anything of it can be seen: the archive, its sums, the git bundle in quarantine, what it
  /// stands on, and what it changes.
  /// - Parameters:
  ///   - bytes: The file.
  ///   - name: What the person calls it.
  /// - Throws: ``OfferError``, ``TransportError``, ``FranchiseError``, ``GitError``; nothing of it was taken in then.
  package mutating func takeIn(_ bytes: [UInt8], name: String, with transport: Transport) async throws
    -> Arrived
  {
    let file = try MailFile(reading: bytes, name: name)
    switch file.kind {
    case .offer:
      guard let id = file.facts["id"]?.text, KitID(rawValue: id) != nil, let bundle = file.bundle else {
        throw OfferError.badFile(name, reason: "It does not say which offer it is.")
      }
      let ref = try RefName(RefName.offers + id)
      let version = try await receive(bundle, ref, transport)
      return try await retrying { (workspace: inout Workspace) in
        let offer = try await workspace.admitted(version, id: id, name: name)
        return try await workspace.note([offer], logs: [:], from: name, Arrived())
      }
    case .reply:
      guard let id = file.facts["offer"]?.text, KitID(rawValue: id) != nil else {
        throw OfferError.badFile(name, reason: "It does not say which offer it is about.")
      }
      let steps = (file.facts["steps"]?.elements ?? []).prefix(1_000).compactMap { ReviewStep($0) }
        .filter { $0.offer == id }
      let log = ReviewLog().merging(steps)
      return try await retrying { (workspace: inout Workspace) in
        guard workspace.view[try RefName(RefName.offers + id)] != nil else {
          throw OfferError.strangeReply(id)
        }
        return try await workspace.note([], logs: [id: (log, nil)], from: name, Arrived())
      }
    }
  }

  /// Lets git check a bundle in quarantine, and stores what it holds.
  private func receive(_ bundle: [UInt8], _ ref: RefName, _ transport: Transport) async throws -> ObjectID {
    let folder = repository.gitFolder + "/kitbag"
    let path = "\(folder)/offer-\(getpid()).bundle"
    try SystemFile.replace(path, with: bundle, in: folder)
    defer { unlink(path) }
    let arrivals = try await repository.receiveBundle(at: path, with: transport, allowing: { $0 == ref })
    guard let version = arrivals.refs[ref]?.id else { throw OfferError.strangeBase }
    return version
  }

  /// Reads an offer that is stored here and belongs to nobody yet, and judges what it stands on and what it changes.
  ///
  /// - Throws: ``OfferError``.
  func admitted(_ version: ObjectID, id: String, name: String) async throws -> Offer {
    guard let offer = Offer(try await repository.commit(version)), offer.id == id else {
      throw OfferError.badFile(name, reason: "What it holds is no offer, or another one than it says.")
    }
    guard try await isOurs(offer.base) else { throw OfferError.strangeBase }
    let (before, after) = try await repository.perform {
      (repository: isolated Repository) throws -> (KitTree, KitTree) in
      (
        try KitTree(repository, try repository.commit(offer.base).tree),
        try KitTree(repository, try repository.commit(offer.version).tree)
      )
    }
    for path in Set(before.files.keys).union(after.files.keys).sorted()
    where before.files[path] != after.files[path] {
      if GroupFile.isLocal(path) { throw OfferError.touchesLocal(path) }
      if !KitTree.isMeant(path) {
        throw OfferError.badFile(name, reason: "It would change the hidden file \(path).")
      }
    }
    if let known = view[try RefName(RefName.inbox + id)],
      let earlier = Offer(try await repository.commit(known))
    {
      guard earlier.group == offer.group else {
        throw OfferError.badFile(
          name, reason: "The group \(earlier.group) made an offer of that name before.")
      }
      guard offer.revision > earlier.revision || offer.version == earlier.version else {
        throw OfferError.badFile(
          name, reason: "It is older than what is here, which is revision \(earlier.revision).")
      }
    }
    return offer
  }

  /// Whether a version is in this kit's own past or in what was seen of its master.
  private func isOurs(_ version: ObjectID) async throws -> Bool {
    let tips =
      [view.main, view[.upstreamMain]].compactMap { $0 } + view.refs(under: "refs/tags/v").map(\.target)
    for tip in tips {
      let version = try? await repository.isAncestor(version, of: try await repository.version(behind: tip))
      if version == true { return true }
    }
    return false
  }

  /// Publishes what came in.
  mutating func note(
    _ offers: [Offer], logs: [String: (log: ReviewLog, tip: ObjectID?)], from name: String, _ arrived: Arrived
  ) async throws -> Arrived {
    var arrived = arrived
    var (after, objects) = (view, ObjectBatch())
    for offer in offers {
      let ref = try RefName(RefName.inbox + offer.id)
      guard view[ref] != offer.version else { continue }
      if view[ref] != nil { arrived.revised.append(offer.id) }
      after[ref] = offer.version
      arrived.offers.append(offer)
    }
    let author = try await signature()
    for (id, part) in logs.sorted(by: { $0.key < $1.key }) {
      if let tip = try await merged(part.log, at: part.tip, for: id, &objects, by: author) {
        after[try RefName(RefName.reviews + id)] = tip
        arrived.answers.append(id)
      }
    }
    guard after != view else { return arrived }
    let words = arrived.offers.count + arrived.answers.count
    let summary =
      arrived.offers.first.map { "Received the offer: \($0.title)" }
      ?? "Received an answer to: \(arrived.answers.first ?? "")"
    arrived.operation = try await publish(
      OperationDraft(
        verb: "inbox", summary: summary + (words > 1 ? ", and \(words - 1) more" : ""),
        arguments: [
          "from": .string(name), "offers": .strings(arrived.offers.map(\.id)),
          "answers": .strings(arrived.answers),
        ], after: after, objects: objects)
    ).operation
    return arrived
  }
}
