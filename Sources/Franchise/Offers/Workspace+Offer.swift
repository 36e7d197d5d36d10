internal import Archive
internal import Git
package import KitCore

extension Workspace {
  /// Offers chosen changes to the master: as one version on top of the newest one that was seen of it.
  ///
  /// Unsaved work is saved first. Nothing leaves the kit by this alone: ``offerFile(_:)`` makes a file for e-mail, and
  /// ``push(_:to:with:)`` sends it to the group's own host.
  /// - Throws: ``OfferError``, ``FranchiseError``, ``GitError``.
  package mutating func offer(_ request: OfferRequest) async throws -> Offered {
    let saved = try await save(for: "offer").operation
    return try await retrying { (workspace: inout Workspace) in
      try await workspace.offerOnce(request, saved)
    }
  }

  /// What can be offered: the changes against what was last taken of the master, without what is the group's own.
  ///
  /// - Throws: ``OfferError/noMaster``, ``GitError``.
  package func offerable() async throws -> [Change] {
    let (versions, _) = try await offerVersions()
    let isOwn: (String, [UInt8]) -> Bool = { path, _ in !GroupFile.isLocal(path) }
    return KitComparison(old: versions.base.filter(isOwn), new: versions.ours.filter(isOwn)).changes
  }

  /// What this group has offered, in order of id.
  ///
  /// - Throws: ``GitError``.
  package func offers() async throws -> [Offer] { try await offers(under: RefName.offers) }

  /// The offers whose refs stand below a prefix, in order of id.
  func offers(under prefix: String) async throws -> [Offer] {
    var found: [Offer] = []
    for ref in view.refs(under: prefix) {
      if let offer = Offer(try await repository.commit(ref.target)) { found.append(offer) }
    }
    return found
  }

  /// The offer of this group with an id.
  ///
  /// - Throws: ``OfferError/noSuchOffer(_:nearest:known:)``, ``GitError``.
  func ownOffer(_ id: String) async throws -> Offer {
    try Self.find(id, among: try await offers())
  }

  /// The offer with an id, or the only one whose id begins so.
  static func find(_ id: String, among offers: [Offer]) throws(OfferError) -> Offer {
    if let found = offers.first(where: { $0.id == id }) { return found }
    let begun = offers.filter { $0.id.hasPrefix(id) }
    if id.utf8.count >= 3, begun.count == 1, let only = begun.first { return only }
    let known = offers.map(\.id)
    throw .noSuchOffer(id, nearest: begun.first?.id ?? NearestMatch.of(id, among: known), known: known)
  }

  private mutating func offerOnce(_ request: OfferRequest, _ saved: Operation?) async throws -> Offered {
    let (versions, newest) = try await offerVersions()
    let earlier: Offer? =
      if let id = request.revises { try await ownOffer(id) } else { nil }
    var request = request
    if request.parts.isEmpty { request.parts = earlier?.parts ?? [] }
    guard !request.parts.isEmpty else {
      let known = KitChoice.names(in: versions.ours, versions.base).filter { !GroupFile.isLocal(name: $0) }
      throw known.isEmpty ? OfferError.nothingToOffer : OfferError.nothingChosen(known: known)
    }
    let title = Self.oneLine(request.title ?? earlier?.title ?? "")
    guard (3...100).contains(title.count) else {
      throw OfferError.badTitle(
        title.isEmpty
          ? "The offer has no title." : "A title has 3 to 100 characters; this has \(title.count).")
    }
    let why = (request.why ?? earlier?.why ?? "").trimmed
    let group = try groupID(in: versions.ours)
    let id =
      earlier?.id ?? Offer.newID(title: title, group: group) { SHA256(of: Array($0.utf8)).hex }
    if earlier == nil, view[try RefName(RefName.offers + id)] != nil { throw OfferError.alreadyOffered(id) }
    let draft = try OfferDraft(request, title: title, why: why, versions)
    var objects = ObjectBatch()
    let author =
      request.asGroup
      ? Identity(ofGroup: versions.ours["group.yaml"]).signature(conditions.clock) : try await signature()
    let message = Offer.message(
      title: title, why: why, id: id, group: group, parts: request.parts,
      revision: (earlier?.revision ?? 0) + 1)
    let tree = try await tree(of: newest, holding: draft.files, in: &objects)
    if let earlier, try await isSame(earlier, tree, newest, title: title, why: why, parts: request.parts) {
      return Offered(
        offer: earlier, changes: draft.changes, restored: draft.restored, savedFirst: saved, operation: nil)
    }
    let commit = NewCommit(tree: tree, parents: [newest], author: author, message: message)
    let version = try objects.add(commit: commit)
    var after = view
    after[try RefName(RefName.offers + id)] = version
    let words = (earlier == nil ? "Offered: " : "Offered anew: ") + title
    let arguments: JSON = ["offer": .string(id), "parts": .strings(request.parts)]
    let done = try await publish(
      OperationDraft(verb: "offer", summary: words, arguments: arguments, after: after, objects: objects))
    guard let offer = Offer(try await repository.commit(version)) else { throw OfferError.badTitle(title) }
    return Offered(
      offer: offer, changes: draft.changes, restored: draft.restored, savedFirst: saved,
      operation: done.operation)
  }

  /// Whether an offer says just this already.
  private func isSame(
    _ earlier: Offer, _ tree: ObjectID, _ newest: ObjectID, title: String, why: String, parts: [String]
  ) async throws -> Bool {
    guard earlier.base == newest, earlier.title == title, earlier.why == why, earlier.parts == parts else {
      return false
    }
    return try await repository.commit(earlier.version).tree == tree
  }

  /// The versions that an offer is made of, and the name of the master's newest.
  private func offerVersions() async throws -> (versions: OfferDraft.Versions, newest: ObjectID) {
    guard let main = view.main, let seen = view[.upstreamMain] else { throw OfferError.noMaster }
    let newest = try await repository.version(behind: seen)
    guard let base = try await repository.mergeBases(main, newest).first else { throw OfferError.noMaster }
    let versions = OfferDraft.Versions(
      base: try await files(of: base), ours: try await files(of: main), master: try await files(of: newest))
    return (versions, newest)
  }

  private func groupID(in files: [String: [UInt8]]) throws(OfferError) -> String {
    guard let bytes = files["group.yaml"],
      let id = (try? YAMLDocument.read(bytes))?.root["id"]?.text.flatMap({ KitID(rawValue: $0) })
    else { throw .noMaster }
    return id.rawValue
  }

  /// The tree of a version with its kit's files exchanged for these; files of other programs stay.
  func tree(
    of version: ObjectID, holding files: [String: [UInt8]], in objects: inout ObjectBatch
  ) async throws -> ObjectID {
    var (tree, before) = try await repository.perform {
      (repository: isolated Repository) throws -> (KitTree, [String: [UInt8]]) in
      let tree = try KitTree(repository, try repository.commit(version).tree)
      return (tree, try tree.contents(repository))
    }
    for path in before.keys where files[path] == nil { tree.remove(path) }
    for (path, bytes) in files where before[path] != bytes { try tree.set(path, to: bytes, in: &objects) }
    before = [:]
    return try tree.write(into: &objects)
  }
}

extension GroupFile {
  /// Whether an address or path is of a file that belongs to one group alone.
  static func isLocal(name: String) -> Bool {
    guard let address = try? Address(parsing: name) else { return isLocal(name) }
    return KitLayout.path(of: address.file).map { isLocal($0.text) } ?? false
  }
}
