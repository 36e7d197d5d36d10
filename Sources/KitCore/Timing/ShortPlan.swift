/// A plan made to fit fewer minutes than it takes, by what its blocks themselves allow.
///
/// The rule, so that two people get the same answer: adaptable parts give way before local ones, then breaks, then fixed
/// ones; within each, the smallest loss first. A fixed part is never cut; it shrinks only to its own minimum or its
/// own words for little time. Nothing is given up that is not needed for the fit.
package struct ShortPlan: Equatable, Sendable {
  /// What becomes of one block.
  package struct Change: Equatable, Sendable {
    /// The block as the plan has it.
    package let block: TimedBlock
    /// The minutes it gets; zero where it is left out.
    package let minutes: Int
    /// How: the plan's own words, or `nil` where it is simply kept shorter.
    package let by: String?

    /// Whether the block is left out.
    package var isCut: Bool { minutes == 0 }
  }

  /// The minutes asked for.
  package let wanted: Int
  /// The length of every block in the plan's order; zero where it is left out.
  package let minutes: [Int]
  /// The blocks that change, in the plan's order.
  package let changes: [Change]
  /// What the plan takes now, in minutes: at most `wanted`, unless `fits` is false.
  package let total: Int
  /// Whether it fits. Where it does not, this is the shortest plan that there is.
  package var fits: Bool { total <= wanted }

  /// Shortens `blocks` until they fit `wanted` minutes, or as far as they allow.
  package init(of blocks: [TimedBlock], fitting wanted: Int) {
    var shortening = Shortening(blocks)
    shortening.shorten(to: wanted)
    if shortening.total <= wanted { shortening.giveBack(upTo: wanted) }
    self.wanted = wanted
    minutes = shortening.minutes
    total = shortening.total
    let how = shortening.words
    changes = zip(blocks.indices, blocks).compactMap { (position: Int, block: TimedBlock) -> Change? in
      guard shortening.minutes[position] != block.cost else { return nil }
      return Change(block: block, minutes: shortening.minutes[position], by: how[position])
    }
  }

  /// The fewest minutes that `blocks` can take.
  package static func shortest(of blocks: [TimedBlock]) -> Int {
    zip(blocks.indices, blocks).reduce(0) { (sum: Int, next: (Int, TimedBlock)) -> Int in
      sum + (ShorteningStep.steps(for: next.1, at: next.0).last?.to ?? next.1.cost)
    }
  }
}

/// The work of shortening: which steps are taken, and how long every block is by then.
private struct Shortening {
  let blocks: [TimedBlock]
  var minutes: [Int]
  var total: Int
  var taken: [ShorteningStep] = []

  init(_ blocks: [TimedBlock]) {
    self.blocks = blocks
    minutes = blocks.map(\.cost)
    total = minutes.reduce(0, +)
  }

  /// Takes steps in order until the plan fits; the last trim takes only what is needed.
  mutating func shorten(to wanted: Int) {
    for step in ShorteningStep.inOrder(for: blocks) {
      guard total > wanted else { return }
      let to = step.way == .trim ? max(step.to, step.from - (total - wanted)) : step.to
      set(step.position, to: to)
      taken.append(step)
    }
  }

  /// Takes back, last first, what turned out not to be needed.
  mutating func giveBack(upTo wanted: Int) {
    var kept: [ShorteningStep] = []
    var pinned: Set<Int> = []
    for step in taken.reversed() {
      let spare = wanted - total
      let now = minutes[step.position]
      if !pinned.contains(step.position), step.from - now <= spare {
        set(step.position, to: step.from)
        continue
      }
      if !pinned.contains(step.position), step.way == .trim { set(step.position, to: now + spare) }
      pinned.insert(step.position)
      kept.append(step)
    }
    taken = kept.reversed()
  }

  /// The plan's own words for each block that follows them.
  var words: [Int: String] {
    var words: [Int: String] = [:]
    for step in taken where step.way != .trim {
      switch blocks[step.position].ifShort {
      case .shrink(_, let by), .cut(let by): words[step.position] = by
      case nil: break
      }
    }
    return words
  }

  private mutating func set(_ position: Int, to value: Int) {
    total += value - minutes[position]
    minutes[position] = value
  }
}
