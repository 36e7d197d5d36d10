internal import Git
internal import KitCore

/// An offer that came in, and where its review stands.
package struct InboxItem: Hashable, Sendable {
  /// Where the review of an offer stands.
  package enum State: String, Hashable, Sendable {
    /// Nobody looked at it on this computer yet.
    case new
    /// It was looked at here and not answered.
    case open
    /// It was revised since it was looked at here, or since it was answered.
    case revised
    /// All of it or parts went into the kit.
    case accepted
    /// It was not taken.
    case declined
  }

  /// The offer.
  package let offer: Offer
  /// Where it stands.
  package let state: State
  /// What was said and answered.
  package let steps: [ReviewStep]

  /// Whether it waits for somebody here.
  package var waits: Bool { state == .new || state == .open || state == .revised }
}

/// An offer that this group made, and what was answered.
package struct SentItem: Hashable, Sendable {
  /// The offer.
  package let offer: Offer
  /// What was said and answered.
  package let steps: [ReviewStep]
  /// Whether something was answered that was not shown here yet.
  package let isNews: Bool

  /// The last answer; `nil` where there is none.
  package var answer: ReviewStep? { steps.last { $0.isAnswer } }
}

extension Workspace {
  /// What groups offer to this kit, what waits first, then by id.
  ///
  /// - Throws: ``GitError``.
  package func inbox() async throws -> [InboxItem] {
    let looks = Looks(in: repository.gitFolder)
    var items: [InboxItem] = []
    for offer in try await received() {
      let log = try await reviewLog(offer.id)
      let state: InboxItem.State
      if let answer = log.answer {
        state = answer.content != offer.version ? .revised : answer.kind == .accepted ? .accepted : .declined
      } else if let seen = looks[offer.id] {
        state = seen == offer.version ? .open : .revised
      } else {
        state = .new
      }
      items.append(InboxItem(offer: offer, state: state, steps: log.steps))
    }
    return items.filter(\.waits) + items.filter { !$0.waits }
  }

  /// What this group offers, with the answers that are known here.
  ///
  /// - Parameter noting: Whether what is told now counts as shown.
  /// - Throws: ``GitError``.
  package func sent(noting: Bool = false) async throws -> [SentItem] {
    var looks = Looks(in: repository.gitFolder)
    var items: [SentItem] = []
    for offer in try await offers() {
      let log = try await reviewLog(offer.id)
      let tip = view[try RefName(RefName.reviews + offer.id)]
      let isNews = log.steps.contains { $0.isAnswer } && looks["answer/" + offer.id] != tip
      items.append(SentItem(offer: offer, steps: log.steps, isNews: isNews))
      looks["answer/" + offer.id] = tip
    }
    if noting, items.contains(where: \.isNews) { looks.write() }
    return items
  }

  /// The offers that came in, in order of id.
  func received() async throws -> [Offer] { try await offers(under: RefName.inbox) }

  /// Whether the present content of an offer was answered.
  func isAnswered(_ offer: Offer) async throws -> Bool {
    try await reviewLog(offer.id).answer?.content == offer.version
  }
}
