internal import Git
internal import KitCore

extension Workspace {
  /// An offer of this group as a file for e-mail (`.kitoffer`).
  ///
  /// It holds the change as a git bundle that needs the master's version that it is made on, the facts, a page that any
  /// browser opens, and a manifest with the sum of each.
  /// - Throws: ``OfferError``, ``GitError``.
  package func offerFile(_ id: String) async throws -> [UInt8] {
    let offer = try await ownOffer(id)
    let ref = try RefName(RefName.offers + offer.id)
    let bundle = try await repository.bundle(ref, at: offer.version, needing: [offer.base])
    let (before, after) = (try await files(of: offer.base), try await files(of: offer.version))
    let identity = before["kit.yaml"].flatMap { try? YAMLDocument.read($0) }?.root
    let facts: JSON = [
      "format": 1, "id": .string(offer.id), "title": .string(offer.title), "why": .string(offer.why),
      "group": .string(offer.group), "kit": .string(identity?["id"]?.text ?? ""),
      "kit version": .string(identity?["version"]?.text ?? ""), "revision": .integer(offer.revision),
      "author": .string(offer.author.name), "time": .integer(Int(offer.author.time.seconds)),
      "base": .string(offer.base.description), "version": .string(offer.version.description),
      "parts": .strings(offer.parts),
    ]
    let changes = KitComparison(old: before, new: after).changes
    let page = Self.page(of: offer, changes, kit: identity?["title"]?.text ?? "the kit")
    return try MailFile(kind: .offer, facts: facts, page: page, bundle: bundle).bytes()
  }

  private static func page(of offer: Offer, _ changes: [Change], kit: String) -> [UInt8] {
    var page = Page()
    page.paragraphs("The group \(offer.group) offers a change to “\(kit)”.")
    if !offer.why.isEmpty {
      page.heading("Why")
      page.paragraphs(offer.why)
    }
    page.heading("What it changes")
    page.paragraphs(KitComparison.summary(of: changes))
    page.changes(changes)
    page.heading("How to answer")
    page.paragraphs(
      "Save the file that this page came in, and type in the folder of the kit: kitbag inbox add, and the file's "
        + "name. Then ‘kitbag review \(offer.id)’ shows the change in your kit as it is now.")
    page.heading("About this offer")
    page.facts([
      (
        name: "Offer",
        value: offer.revision > 1 ? "\(offer.id), revised \(offer.revision - 1) times" : offer.id
      ),
      (name: "From", value: "\(offer.author.name), for the group \(offer.group)"),
      (name: "Made on version", value: offer.base.description),
      (name: "Content", value: offer.version.description),
    ])
    return page.html(title: offer.title)
  }

  /// The answers to an offer that came in, as a file for e-mail (`.kitreply`).
  ///
  /// - Throws: ``OfferError``, ``GitError``.
  package func replyFile(_ id: String) async throws -> [UInt8] {
    let offer = try Self.find(id, among: try await received())
    let steps = try await reviewLog(offer.id).steps
    let facts: JSON = [
      "format": 1, "offer": .string(offer.id), "group": .string(offer.group),
      "steps": .array(steps.map(\.json)),
    ]
    var page = Page()
    page.paragraphs("This is what was said about “\(offer.title)”, which the group \(offer.group) offered.")
    for step in steps {
      page.heading(step.words)
      if !step.text.isEmpty { page.paragraphs(step.text) }
      if !step.parts.isEmpty {
        page.paragraphs("Parts that were taken:")
        page.list(step.parts)
      }
      if !step.own.isEmpty {
        page.paragraphs("Put into other words:")
        page.list(step.own)
      }
    }
    page.heading("How to keep it")
    page.paragraphs(
      "Save the file that this page came in, and type in the folder of your kit: kitbag inbox add, and its name."
    )
    let title = "Answer: " + offer.title
    return try MailFile(kind: .reply, facts: facts, page: page.html(title: title)).bytes()
  }
}

extension ReviewStep {
  /// What happened, in one line: `London accepted parts of it`.
  package var words: String {
    switch kind {
    case .commented: "\(who.name) said"
    case .accepted: parts.isEmpty ? "\(who.name) accepted it" : "\(who.name) accepted parts of it"
    case .declined: "\(who.name) declined it"
    }
  }
}
