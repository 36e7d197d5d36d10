/// What the clock needs to know of a block, and nothing else.
///
/// Minutes outside 0…`longest` are brought inside, so that sums over hostile files cannot overflow.
package struct TimedBlock: Equatable, Sendable {
  /// The most minutes that any single block is believed to take: a week.
  package static let longest = 10_080

  /// What a plan says to do with less time than planned.
  package enum IfShort: Equatable, Sendable {
    /// Run it in so many minutes, in the way that the words tell.
    case shrink(minutes: Int, by: String)
    /// Leave it out, and what to do instead.
    case cut(by: String)
  }

  /// Who may change a block, as far as time is concerned.
  package enum Status: Int, Comparable, Sendable {
    case adaptable, local, fixed

    package static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }

  /// The block's id within its plan.
  package let id: String
  /// The title as people read it.
  package let title: String
  /// `activity`, `discussion`, `input`, `break`, …
  package let kind: String
  /// What the plan states, in minutes.
  package let stated: Int
  /// The fewest minutes that the plan allows, if it says.
  package let minimum: Int?
  /// Who may change it.
  package let status: Status
  /// What to do when time is short, if the plan says.
  package let ifShort: IfShort?
  /// The minutes of the parallel tracks; empty where there are none.
  package let tracks: [Int]
  /// The minutes of the steps; empty where there are none.
  package let steps: [Int]

  /// Makes a block; minutes are brought inside 0…`longest`.
  package init(
    id: String, title: String? = nil, kind: String, minutes: Int, minimum: Int? = nil,
    status: Status = .adaptable, ifShort: IfShort? = nil, tracks: [Int] = [], steps: [Int] = []
  ) {
    self.id = id
    self.title = title ?? id
    self.kind = kind
    self.stated = Self.bounded(minutes)
    self.minimum = minimum.map(Self.bounded)
    self.status = status
    self.ifShort = ifShort
    self.tracks = tracks.map(Self.bounded)
    self.steps = steps.map(Self.bounded)
  }

  /// What the block takes of the session: its longest track where it runs in parallel, else what it states.
  package var cost: Int { tracks.max() ?? stated }

  /// The sum of its steps, or `nil` where it has none.
  package var stepTotal: Int? { steps.isEmpty ? nil : steps.reduce(0, +) }

  /// Whether people rest in it.
  package var isBreak: Bool { kind == "break" }

  private static func bounded(_ minutes: Int) -> Int { min(max(0, minutes), longest) }
}
