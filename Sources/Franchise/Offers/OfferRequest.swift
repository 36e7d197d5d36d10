package import KitCore

/// What `offer` is asked for.
package struct OfferRequest: Sendable {
  /// What to offer, as addresses; of a revision that leaves it out, the same as before.
  package var parts: [String]
  /// What it is, in a line; of a revision that leaves it out, as before.
  package var title: String?
  /// Why the master should take it; of a revision that leaves it out, as before.
  package var why: String?
  /// The offer that this one takes the place of.
  package var revises: String?
  /// Whether to sign with the group's role instead of the person's name.
  package var asGroup: Bool
  /// Whether the person agreed that words are turned back into parameters.
  package var mayRestore: Bool

  /// A request.
  package init(
    parts: [String], title: String? = nil, why: String? = nil, revises: String? = nil, asGroup: Bool = false,
    mayRestore: Bool = false
  ) {
    self.parts = parts
    self.title = title
    self.why = why
    self.revises = revises
    self.asGroup = asGroup
    self.mayRestore = mayRestore
  }
}

/// What `offer` did.
package struct Offered: Sendable {
  /// The offer.
  package let offer: Offer
  /// What it changes for the master, in terms of the session.
  package let changes: [Change]
  /// The words that were turned back into parameters.
  package let restored: [LocalPlace]
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
  /// The step that this became; `nil` where the offer had been made before, just so.
  package let operation: Operation?
}
