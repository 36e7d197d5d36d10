/// A run of blocks without a rest between them.
package struct Stretch: Equatable, Sendable {
  /// The positions of its blocks in the plan.
  package let blocks: Range<Int>
  /// How long people go without a rest, in minutes.
  package let minutes: Int

  /// How long people can reasonably go without a rest.
  ///
  /// Facilitators' rule of thumb is ninety minutes in a room and an hour on a screen; a quarter of an hour more is
  /// common and bearable, so it is information; beyond that it is a warning.
  package struct Limit: Equatable, Sendable {
    /// Longer than this is worth a thought.
    package let advised: Int
    /// Longer than this is a warning.
    package let bearable: Int

    /// For people in one room.
    package static let inPerson = Limit(advised: 90, bearable: 105)
    /// For people in front of a screen, all of them or some.
    package static let online = Limit(advised: 60, bearable: 75)
  }

  /// The shortest break that lets people rest, in minutes.
  package static let shortestRest = 5
}

extension Schedule {
  /// The stretches between the breaks, in order; people arriving are not yet sitting, so an arrival begins none.
  package var stretches: [Stretch] {
    var stretches: [Stretch] = []
    var first = 0
    var minutes = 0
    func close(at position: Int) {
      if minutes > 0 { stretches.append(Stretch(blocks: first..<position, minutes: minutes)) }
      first = position + 1
      minutes = 0
    }
    for (position, entry) in entries.enumerated() {
      let block = entry.block
      let rests = block.isBreak && block.cost >= Stretch.shortestRest
      if rests || block.kind == "arrival" { close(at: position) } else { minutes += block.cost }
    }
    close(at: entries.count)
    return stretches
  }
}
