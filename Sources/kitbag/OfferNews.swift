internal import Franchise

/// What there is to tell of offers when somebody asks where they stand.
struct OfferNews {
  /// Offers of this group whose answers were not shown yet.
  let answered: [SentItem]
  /// Offers of others that wait for somebody here.
  let waiting: [InboxItem]

  init(_ workspace: Workspace) async throws {
    answered = try await workspace.sent().filter(\.isNews)
    waiting = try await workspace.inbox().filter(\.waits)
  }

  /// A line for each answer, and one for what waits.
  var lines: [String] {
    let answers = answered.compactMap { (item: SentItem) -> String? in
      item.answer.map {
        "Your offer '\(item.offer.title)' was answered: \($0.words). 'kitbag inbox' shows it."
      }
    }
    guard let first = waiting.first else { return answers }
    let more = waiting.count > 1 ? " and \(waiting.count - 1) more" : ""
    return answers + ["An offer waits for you: '\(first.offer.title)'\(more). 'kitbag inbox' lists them."]
  }
}
