package import Git

/// What `update` is asked for.
package struct UpdateRequest: Sendable {
  /// Which of the master's versions is wanted.
  package enum Goal: Hashable, Sendable {
    /// The newest release that is no trial; the newest state of a master that has no releases.
    case newest
    /// The oldest release that is not taken yet.
    case next
    /// The release of this number.
    case release(String)
  }

  /// A part of which nothing is taken this time, and why.
  package struct Declined: Hashable, Sendable {
    /// The address of the part.
    package var part: String
    /// Why.
    package var because: String

    /// A part with the reason.
    package init(part: String, because: String) {
      (self.part, self.because) = (part, because)
    }
  }

  /// Which version is wanted.
  package var goal: Goal
  /// The parts of which nothing is taken, until the master changes them again.
  package var declined: [Declined]
  /// Where the master is now, if a person says that it has moved.
  package var master: RemoteAddress?
  /// Whether to work with what was seen last, without asking the master.
  package var isOffline: Bool
  /// Whether to go on where the master's past is another one than before.
  package var acceptsRewritten: Bool
  /// Whether only to look: what would come in is told, and nothing is taken.
  package var isPreview: Bool

  /// A request.
  package init(
    goal: Goal = .newest, declined: [Declined] = [], master: RemoteAddress? = nil, isOffline: Bool = false,
    acceptsRewritten: Bool = false, isPreview: Bool = false
  ) {
    self.goal = goal
    self.declined = declined
    self.master = master
    self.isOffline = isOffline
    self.acceptsRewritten = acceptsRewritten
    self.isPreview = isPreview
  }
}
