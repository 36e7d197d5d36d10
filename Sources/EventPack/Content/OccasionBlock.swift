internal import KitCore

/// A block of the plan as it happens at an event: when, how long, and what is done otherwise.
struct OccasionBlock {
  /// The block in the plan.
  let block: Block
  /// When it begins and ends.
  let start: ClockTime, end: ClockTime
  /// What is done otherwise on the day, if anything.
  let override: Override?
  /// What was done to fit the time, if anything: the plan's own words.
  let shortened: String?

  /// How long it takes.
  var minutes: Int { end.minutes - start.minutes }

  /// The role that leads.
  var lead: RoleID? { override?.lead ?? block.lead }

  /// Whether the plan has another length for it.
  var isRetimed: Bool { minutes != TimedBlock(block).cost }

  /// `13:30–13:40`.
  var times: String { "\(start)–\(end)" }
}
