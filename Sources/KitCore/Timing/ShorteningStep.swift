/// One thing that a plan allows to save time in one block, from one length to the next shorter one.
struct ShorteningStep: Equatable, Sendable {
  /// How time is saved.
  enum Way: Int, Sendable {
    /// Any number of minutes down to the block's own minimum.
    case trim
    /// Exactly as the plan's words for little time say.
    case follow
    /// The block is left out.
    case cut
  }

  /// The position of the block in its plan.
  let position: Int
  /// How time is saved.
  let way: Way
  /// The length before, in minutes.
  let from: Int
  /// The length after; zero only for a cut.
  let to: Int
  /// What is given up first stands lower: see `rank(of:)`.
  let rank: Int

  /// Minutes given up.
  var loss: Int { from - to }

  /// The steps that a block allows, each from where the one before it ends.
  static func steps(for block: TimedBlock, at position: Int) -> [ShorteningStep] {
    var targets: [(to: Int, way: Way)] = []
    if let minimum = block.minimum, minimum > 0 { targets.append((minimum, .trim)) }
    switch block.ifShort {
    case .shrink(let minutes, _) where minutes > 0: targets.append((minutes, .follow))
    case .cut where block.status != .fixed: targets.append((0, .cut))
    default: break
    }
    targets.sort { (left, right) in
      left.to != right.to ? left.to > right.to : left.way.rawValue > right.way.rawValue
    }
    var from = block.cost
    var steps: [ShorteningStep] = []
    for target in targets where target.to < from {
      steps.append(
        ShorteningStep(position: position, way: target.way, from: from, to: target.to, rank: rank(of: block)))
      from = target.to
    }
    return steps
  }

  /// Adaptable parts give way first, then the group's own, then the breaks that people need, and fixed parts last.
  private static func rank(of block: TimedBlock) -> Int {
    switch block.status {
    case .fixed: 3
    case .adaptable where block.isBreak, .local where block.isBreak: 2
    case .local: 1
    case .adaptable: 0
    }
  }

  /// All steps of a plan in the order in which they are taken: by rank, then the smallest loss, shrinking before
  /// cutting, then the plan's order; a block's own steps stay in their order.
  static func inOrder(for blocks: [TimedBlock]) -> [ShorteningStep] {
    var keyed: [(key: [Int], step: ShorteningStep)] = []
    for (position, block) in blocks.enumerated() {
      var floor: [Int] = []
      for step in steps(for: block, at: position) {
        let key = [step.rank, step.loss, step.way == .cut ? 1 : 0, position]
        floor = floor.lexicographicallyPrecedes(key) ? key : floor
        keyed.append((floor + [keyed.count], step))
      }
    }
    keyed.sort { (left, right) in left.key.lexicographicallyPrecedes(right.key) }
    return keyed.map(\.step)
  }
}
