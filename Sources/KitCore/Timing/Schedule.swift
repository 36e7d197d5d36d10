/// The clock times of a plan: its start plus the running sum of its blocks. Computed, never stored in a kit.
package struct Schedule: Equatable, Sendable {
  /// One block with the time at which it runs.
  package struct Entry: Equatable, Sendable {
    /// The block.
    package let block: TimedBlock
    /// When it begins.
    package let start: ClockTime
    /// When it ends, and the next one begins.
    package let end: ClockTime
  }

  /// The blocks in the plan's order.
  package let entries: [Entry]
  /// When the session begins.
  package let start: ClockTime

  /// Computes the times of `blocks`, which run one after the other from `start`.
  package init(of blocks: [TimedBlock], from start: ClockTime) {
    var now = start
    entries = blocks.map { (block: TimedBlock) -> Entry in
      let begin = now
      now = now.adding(minutes: block.cost)
      return Entry(block: block, start: begin, end: now)
    }
    self.start = start
  }

  /// When the session ends.
  package var end: ClockTime { entries.last?.end ?? start }

  /// How long the session takes, in minutes.
  package var minutes: Int { end.minutes - start.minutes }

  /// How many minutes the session goes on after `closing`; `nil` where it ends in time.
  package func overrun(past closing: ClockTime) -> Int? {
    end > closing ? end.minutes - closing.minutes : nil
  }

  /// Minutes per kind of block, in the order in which the kinds first appear. They sum to `minutes`.
  package var totals: [KindTotal] {
    var places: [String: Int] = [:]
    var totals: [KindTotal] = []
    for entry in entries {
      let block = entry.block
      if let place = places[block.kind] {
        totals[place].minutes += block.cost
      } else {
        places[block.kind] = totals.count
        totals.append(KindTotal(kind: block.kind, minutes: block.cost))
      }
    }
    return totals
  }
}

/// How many minutes of a session go to one kind of block.
package struct KindTotal: Equatable, Sendable {
  /// `activity`, `discussion`, `input`, `break`, …
  package let kind: String
  /// Whole minutes.
  package var minutes: Int

  /// Makes a total.
  package init(kind: String, minutes: Int) {
    self.kind = kind
    self.minutes = minutes
  }
}
