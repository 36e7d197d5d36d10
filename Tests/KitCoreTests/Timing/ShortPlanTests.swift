import KitCore
import Testing
import Trials

/// A plan like those of the sample kits.
private let session = [
  TimedBlock(id: "welcome", title: "Welcome", kind: "check-in", minutes: 10, minimum: 5, status: .fixed),
  TimedBlock(
    id: "walk", title: "Card walk", kind: "activity", minutes: 40, status: .fixed,
    ifShort: .shrink(minutes: 30, by: "Walk only the ten nearest cards.")),
  TimedBlock(id: "break", title: "Break", kind: "break", minutes: 15, minimum: 10),
  TimedBlock(
    id: "updates", title: "Lightning updates", kind: "input", minutes: 20, status: .local,
    ifShort: .cut(by: "Put the updates on the wall instead.")),
  TimedBlock(id: "coffee", title: "Lean coffee", kind: "discussion", minutes: 45, minimum: 25),
]

@Suite struct ShortPlanTests {
  @Test func `a plan that fits is left alone`() {
    let plan = ShortPlan(of: session, fitting: 130)
    #expect(plan.changes.isEmpty)
    #expect(plan.sentences == ["It takes 130 minutes: nothing has to change."])
  }

  @Test func `only what is needed is trimmed`() {
    let plan = ShortPlan(of: session, fitting: 123)
    #expect(plan.minutes == [10, 40, 15, 20, 38])
    #expect(plan.sentences.first == "Lean coffee: 38 minutes instead of 45.")
    #expect(plan.sentences.last == "It takes 123 minutes now. What it costs: 7 minutes less discussion.")
  }

  @Test func `adaptable parts give way before local ones, then breaks, then fixed ones`() {
    #expect(ShortPlan(of: session, fitting: 110).minutes == [10, 40, 15, 20, 25])
    #expect(ShortPlan(of: session, fitting: 90).minutes == [10, 40, 15, 0, 25])
    #expect(ShortPlan(of: session, fitting: 85).minutes == [10, 40, 10, 0, 25])
    #expect(ShortPlan(of: session, fitting: 80).minutes == [5, 40, 10, 0, 25])
    #expect(ShortPlan(of: session, fitting: 70).minutes == [5, 30, 10, 0, 25])
  }

  @Test func `what turned out not to be needed is given back`() {
    // Cutting the updates saves twenty at once, so that the coffee keeps what it can.
    #expect(ShortPlan(of: session, fitting: 105).minutes == [10, 40, 15, 0, 40])
  }

  @Test func `words of the plan are shown with the block that follows them`() {
    let plan = ShortPlan(of: session, fitting: 70)
    #expect(
      plan.sentences.contains(
        "Lightning updates: left out, 20 minutes saved. Put the updates on the wall instead."))
    #expect(plan.sentences.contains("Card walk: 30 minutes instead of 40. Walk only the ten nearest cards."))
  }

  @Test func `what cannot fit says the shortest that it can be`() {
    let plan = ShortPlan(of: session, fitting: 60)
    #expect(!plan.fits)
    #expect(plan.total == 70)
    #expect(plan.sentences.last == "This plan cannot fit 60 minutes: the shortest it can be is 70 minutes.")
  }

  @Test func `a fixed part is never cut, even where it says so`() {
    let blocks = [TimedBlock(id: "rule", kind: "input", minutes: 10, status: .fixed, ifShort: .cut(by: ""))]
    #expect(ShortPlan(of: blocks, fitting: 0).minutes == [10])
  }

  @Test(arguments: UInt64(0)..<300)
  func `any plan is shortened within its own rules`(seed: UInt64) {
    var random = Dice(seed: seed)
    let blocks = (0..<Int.random(in: 0...12, using: &random)).map { random.block($0) }
    let full = blocks.reduce(0) { $0 + $1.cost }
    let shortest = ShortPlan.shortest(of: blocks)
    for wanted in stride(from: -5, through: full + 5, by: 3) {
      let plan = ShortPlan(of: blocks, fitting: wanted)
      #expect(plan.fits == (wanted >= shortest))
      #expect(plan.total == plan.minutes.reduce(0, +))
      #expect(plan.fits || plan.total == shortest)
      #expect(wanted < full || plan.changes.isEmpty)
      for (block, minutes) in zip(blocks, plan.minutes) {
        #expect(minutes <= block.cost)
        #expect(isAllowed(minutes, in: block))
      }
    }
  }

  @Test(arguments: UInt64(0)..<100)
  func `no single change of a plan that fits could have been spared`(seed: UInt64) {
    var random = Dice(seed: seed)
    let blocks = (0..<8).map { random.block($0) }
    let wanted = Int.random(in: 0...200, using: &random)
    let plan = ShortPlan(of: blocks, fitting: wanted)
    guard plan.fits else { return }
    for change in plan.changes {
      #expect(plan.total - change.minutes + change.block.cost > wanted)
    }
  }

  @Test func `a plan of very many blocks is shortened at once`() {
    var random = Dice(seed: 7)
    let blocks = (0..<20_000).map { random.block($0) }
    let shortest = ShortPlan.shortest(of: blocks)
    #expect(ShortPlan(of: blocks, fitting: shortest).total == shortest)
  }

  /// Whether a block may be run in so many minutes by its own words.
  private func isAllowed(_ minutes: Int, in block: TimedBlock) -> Bool {
    if minutes == block.cost { return true }
    if let minimum = block.minimum, minimum > 0, minutes >= minimum { return true }
    switch block.ifShort {
    case .shrink(let short, _): return minutes == short
    case .cut: return minutes == 0 && block.status != .fixed
    case nil: return false
    }
  }
}

extension Dice {
  /// A block with any mixture of what shortens it.
  mutating func block(_ number: Int) -> TimedBlock {
    let minutes = Int.random(in: 0...60, using: &self)
    let statuses: [TimedBlock.Status] = [.adaptable, .local, .fixed]
    let kinds = ["activity", "discussion", "input", "break"]
    let shorts: [TimedBlock.IfShort?] = [
      nil, .cut(by: "Skip it."), .shrink(minutes: Int.random(in: 0...60, using: &self), by: "Hurry."),
    ]
    return TimedBlock(
      id: "b\(number)", kind: kinds[Int.random(in: 0...3, using: &self)], minutes: minutes,
      minimum: Bool.random(using: &self) ? Int.random(in: 0...60, using: &self) : nil,
      status: statuses[Int.random(in: 0...2, using: &self)],
      ifShort: shorts[Int.random(in: 0...2, using: &self)])
  }
}
