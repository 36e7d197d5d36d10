/// The minutes of a plan must agree with each other.
enum TimingCheck {
  static let steps = CheckRule(
    "steps-do-not-sum", .error,
    why: "Whoever follows the steps would run over, or stand there with time left.",
    remedy: "Change the minutes of the steps or of the block so that they agree.")
  static let tracks = CheckRule(
    "tracks-do-not-fit", .error, why: "A block with parallel tracks takes as long as its longest track.",
    remedy: "Give the block the minutes of its longest track.")
  static let limits = CheckRule(
    "minutes-outside-limits", .error, why: "The minutes must lie between “min” and “max”.",
    remedy: "Correct the minutes or the limits.")
  static let upsideDown = CheckRule(
    "limits-upside-down", .error, why: "A least that is above the most allows nothing.",
    remedy: "Swap “min” and “max”, or correct them.")
  static let short = CheckRule(
    "if-short-not-shorter", .warning, why: "What to do with little time must take less time.",
    remedy: "Give “if short” fewer minutes than the block, and no fewer than its “min”.")
  static let long = CheckRule(
    "if-long-not-longer", .warning, why: "What to do with more time must take more time.",
    remedy: "Give “if long” more minutes than the block, and no more than its “max”.")
  static let fixedCut = CheckRule(
    "fixed-cut", .warning, why: "A fixed part is never left out, however short the time.",
    remedy: "Say in how few minutes it can be done instead of “cut: yes”.")
  static let both = CheckRule(
    "steps-and-tracks", .warning, why: "A block runs either its steps or its parallel tracks.",
    remedy: "Move the steps into the tracks, or to a block of their own.")
  static let stretch = CheckRule(
    "long-stretch", .warning,
    why:
      "People need a break after 90 minutes in a room and 60 on a screen; a quarter of an hour more is only noted.",
    remedy: "Put a break of at least five minutes into it.")

  static let rules = [steps, tracks, limits, upsideDown, short, long, fixedCut, both, stretch]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    var found = kit.plans.flatMap { plan in plan.blocks.flatMap(of) + stretches(of: plan) }
    let holders = [kit.identity.record] + kit.plans.map(\.record)
    found += holders.compactMap { upsideDown($0.record("group size")) }
    for card in kit.methods {
      found += [card.record.record("group size"), card.record.record("minutes")].compactMap { upsideDown($0) }
    }
    return found
  }

  private static func of(_ block: Block) -> [Diagnostic] {
    var found = sum(of: block.steps, is: block.minutes, in: block.record)
    for track in block.tracks { found += sum(of: track.steps, is: track.minutes, in: track.record) }
    if block.record.hasMinutes, block.tracks.allSatisfy(\.record.hasMinutes),
      let longest = block.tracks.map(\.minutes).max(), longest != block.minutes
    {
      found.append(
        tracks.found(
          in: block.record, at: "minutes",
          "The longest track takes \(longest) minutes, the block \(block.minutes)."))
    }
    if !block.tracks.isEmpty, !block.steps.isEmpty {
      found.append(both.found(in: block.record, at: "steps", "The block has both steps and tracks."))
    }
    return found + limits(of: block) + changes(of: block)
  }

  private static func sum(of steps: [Step], is minutes: Int, in record: Record) -> [Diagnostic] {
    // Minutes that are no number are told as such; what they would sum to is anybody's guess.
    guard record.hasMinutes, steps.allSatisfy(\.record.hasMinutes), record.hasAllSteps(steps) else {
      return []
    }
    let sum = steps.reduce(0) { $0 + $1.minutes }
    guard !steps.isEmpty, sum != minutes else { return [] }
    return [
      TimingCheck.steps.found(
        in: record, at: "minutes", "The steps take \(sum) minutes, but \(minutes) are planned.")
    ]
  }

  private static func limits(of block: Block) -> [Diagnostic] {
    let record = block.record
    if let least = block.least, let most = block.most, least > most {
      return [
        upsideDown.found(in: record, at: "min", "At least \(least) minutes and at most \(most) cannot be.")
      ]
    }
    guard record.hasMinutes else { return [] }
    if let least = block.least, block.minutes < least {
      return [
        limits.found(
          in: record, at: "minutes", "\(block.minutes) minutes are fewer than the least, \(least).")
      ]
    }
    if let most = block.most, block.minutes > most {
      return [
        limits.found(in: record, at: "minutes", "\(block.minutes) minutes are more than the most, \(most).")
      ]
    }
    return []
  }

  private static func changes(of block: Block) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let change = block.ifShort {
      if change.isCut, block.status == .fixed {
        found.append(
          fixedCut.found(in: change.record, at: "cut", "The block is fixed, but “if short” leaves it out."))
      }
      if block.record.hasMinutes, let minutes = change.minutes,
        minutes >= block.minutes || minutes < block.least ?? 0
      {
        let why =
          minutes >= block.minutes
          ? "not fewer than \(block.minutes)" : "fewer than the least, \(block.least ?? 0)"
        found.append(
          short.found(
            in: change.record, at: "minutes", "If time is short it takes \(minutes) minutes, \(why)."))
      }
    }
    if block.record.hasMinutes, let change = block.ifLong, let minutes = change.minutes,
      minutes <= block.minutes || minutes > block.most ?? Int.max
    {
      let why =
        minutes <= block.minutes ? "not more than \(block.minutes)" : "more than the most, \(block.most ?? 0)"
      found.append(
        long.found(in: change.record, at: "minutes", "With more time it takes \(minutes) minutes, \(why)."))
    }
    return found
  }

  private static func upsideDown(_ size: Record?) -> Diagnostic? {
    guard let size, let least = size.integer("min"), let most = size.integer("max"), least > most else {
      return nil
    }
    return upsideDown.found(in: size, at: "min", "At least \(least) and at most \(most) cannot be.")
  }

  private static func stretches(of plan: Plan) -> [Diagnostic] {
    let limit = plan.stretchLimit
    // A kind that is misspelt may be a break.
    guard plan.blocks.allSatisfy({ $0.record.hasMinutes && $0.record.hasKind }) else { return [] }
    return plan.schedule(from: ClockTime(minutes: 0)).stretches.filter { $0.minutes > limit.advised }
      .map { (found: Stretch) -> Diagnostic in
        let first = plan.blocks[found.blocks.lowerBound]
        let last = plan.blocks[found.blocks.upperBound - 1]
        let diagnostic = stretch.found(
          in: first.record,
          "From “\(first.title)” to “\(last.title)” people go \(found.minutes) minutes without a break.")
        return found.minutes > limit.bearable ? diagnostic : diagnostic.asInformation
      }
  }
}

extension Record {
  /// Whether its minutes are there and can be counted with.
  var hasMinutes: Bool { integer("minutes") != nil }

  /// Whether its kind is one of those that there are.
  fileprivate var hasKind: Bool { text("kind").flatMap { Block.Kind(rawValue: $0) } != nil }

  /// Whether none of its steps was too odd to be read.
  fileprivate func hasAllSteps(_ steps: [Step]) -> Bool {
    node["steps"]?.sequence?.items.count ?? 0 == steps.count
  }
}

extension Diagnostic {
  /// The same, as something that is only worth knowing.
  var asInformation: Diagnostic {
    Diagnostic(
      .information, rule, path: path, place: place, address: address, message: message, remedy: remedy)
  }
}
