extension ShortPlan {
  /// What shortening means for the session, as sentences for a facilitator: one for each changed block, then what is
  /// lost in all, or how short the plan can be at best.
  package var sentences: [String] {
    var sentences = changes.map(Self.sentence)
    if !fits {
      sentences.append(impossibility)
    } else if changes.isEmpty {
      sentences.append("It takes \(Self.count(total)): nothing has to change.")
    } else {
      sentences.append("It takes \(Self.count(total)) now. What it costs: \(losses).")
    }
    return sentences
  }

  /// How short the plan can be at best, as a sentence for whoever asked for less.
  package var impossibility: String {
    "This plan cannot fit \(Self.count(wanted)): the shortest it can be is \(Self.count(total))."
  }

  private static func sentence(_ change: Change) -> String {
    let what =
      change.isCut
      ? "\(change.block.title): left out, \(count(change.block.cost)) saved."
      : "\(change.block.title): \(count(change.minutes)) instead of \(change.block.cost)."
    guard let by = change.by, !by.isEmpty else { return what }
    return "\(what) \(by)"
  }

  private var losses: String {
    var order: [String] = []
    var lost: [String: Int] = [:]
    for change in changes {
      if lost[change.block.kind] == nil { order.append(change.block.kind) }
      lost[change.block.kind, default: 0] += change.block.cost - change.minutes
    }
    let parts = order.map { (kind: String) -> String in
      "\(Self.count(lost[kind] ?? 0)) less \(Self.word(kind))"
    }
    return parts.joined(separator: ", ")
  }

  private static func count(_ minutes: Int) -> String { minutes == 1 ? "1 minute" : "\(minutes) minutes" }

  /// The word for a kind of block as it stands after "less".
  private static func word(_ kind: String) -> String {
    switch kind {
    case "input": "talk from the front"
    case "break": "rest"
    case "admin": "for practical matters"
    case "energiser": "to energise people"
    case "check-in": "to check in"
    case "check-out": "to check out"
    case "arrival": "to arrive"
    default: kind
    }
  }
}
