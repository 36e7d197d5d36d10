extension TimedBlock {
  /// What the clock needs to know of a plan's block.
  package init(_ block: Block) {
    let status: Status =
      switch block.status {
      case .fixed: .fixed
      case .local: .local
      case .adaptable: .adaptable
      }
    let ifShort: IfShort? = block.ifShort.flatMap { (change: TimeChange) -> IfShort? in
      if change.isCut { return .cut(by: change.by) }
      return change.minutes.map { .shrink(minutes: $0, by: change.by) }
    }
    self.init(
      id: block.id.rawValue, title: block.title, kind: block.kind.rawValue, minutes: block.minutes,
      minimum: block.least, status: status, ifShort: ifShort, tracks: block.tracks.map(\.minutes),
      steps: block.steps.map(\.minutes))
  }
}

extension Plan {
  /// The plan's blocks as the clock sees them.
  package var timedBlocks: [TimedBlock] { blocks.map { TimedBlock($0) } }

  /// The plan's times when it begins at `start`.
  package func schedule(from start: ClockTime) -> Schedule { Schedule(of: timedBlocks, from: start) }

  /// How long people can go without a rest in the plan's setting.
  package var stretchLimit: Stretch.Limit { setting == .inPerson ? .inPerson : .online }
}
