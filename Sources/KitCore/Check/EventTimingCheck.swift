/// An event must fit its venue's hours.
enum EventTimingCheck {
  static let end = CheckRule(
    "ends-after-closing", .warning, why: "People would be put out of the room before the session is over.",
    remedy:
      "Begin earlier, agree on a later closing, or shorten the plan: “kitbag show … --if-short N” shows how.")
  static let start = CheckRule(
    "starts-before-opening", .warning, why: "Nobody can get in to set up.",
    remedy: "Begin later, or agree on an earlier opening.")
  static let overrides = CheckRule(
    "override-outside-limits", .warning, why: "The block says how few or many minutes it bears.",
    remedy: "Keep within the block's “min” and “max”, or say why not in “because” and leave it.")

  static let rules = [end, start, overrides]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    kit.events.flatMap { (event: Event) -> [Diagnostic] in
      guard let plan = event.plan.flatMap({ kit.plan($0) }) else { return [] }
      return hours(of: event, plan) + limits(of: event, plan)
    }
  }

  /// The plan's blocks with what the event does otherwise.
  static func blocks(of event: Event, _ plan: Plan) -> [TimedBlock] {
    plan.blocks.compactMap { (block: Block) -> TimedBlock? in
      guard let change = event.overrides.last(where: { $0.block == block.id }) else {
        return TimedBlock(block)
      }
      if change.isCut { return nil }
      guard let minutes = change.minutes else { return TimedBlock(block) }
      return TimedBlock(
        id: block.id.rawValue, title: block.title, kind: block.kind.rawValue, minutes: minutes)
    }
  }

  private static func hours(of event: Event, _ plan: Plan) -> [Diagnostic] {
    guard let start = ClockTime(event.start), let venue = event.venue,
      plan.blocks.allSatisfy(\.record.hasMinutes)
    else { return [] }
    let schedule = Schedule(of: blocks(of: event, plan), from: start)
    var found: [Diagnostic] = []
    if let closes = venue.closes.flatMap({ ClockTime($0) }), let over = schedule.overrun(past: closes) {
      found.append(
        end.found(
          in: venue.record, at: "closes",
          "The session ends at \(schedule.end), \(over) minutes after the venue closes at \(closes)."))
    }
    if let opens = venue.opens.flatMap({ ClockTime($0) }), start < opens {
      found.append(
        EventTimingCheck.start.found(
          in: venue.record, at: "opens", "The session begins at \(start), before the venue opens at \(opens)."
        ))
    }
    return found
  }

  private static func limits(of event: Event, _ plan: Plan) -> [Diagnostic] {
    event.overrides.compactMap { (change: Override) -> Diagnostic? in
      guard let minutes = change.minutes, let block = change.block.flatMap({ plan.block($0) }) else {
        return nil
      }
      if let least = block.least, minutes < least {
        return overrides.found(
          in: change.record, at: "minutes",
          "“\(block.title)” gets \(minutes) minutes; it needs at least \(least).")
      }
      guard let most = block.most, minutes > most else { return nil }
      return overrides.found(
        in: change.record, at: "minutes",
        "“\(block.title)” gets \(minutes) minutes; it bears at most \(most).")
    }
  }
}
