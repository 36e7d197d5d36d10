/// A plan as it comes out of somebody else's material.
struct ImportedPlan: Sendable {
  var title: String
  var purpose: String
  var outcomes: [String]
  var preWork: [String] = []
  var blocks: [ImportedBlock]

  /// Stands where the material says nothing and the format needs something.
  static let toBeWritten = "To be written: the material did not say."

  /// The plan as a file; what the format demands and the material lacks is `toBeWritten`.
  var value: YAMLValue {
    let outcomes = outcomes.isEmpty ? [ImportedPlan.toBeWritten] : outcomes
    let preWork = preWork.isEmpty ? [] : [YAMLField("pre-work", .sequence(preWork.map(YAMLValue.text)))]
    let head = [
      YAMLField("title", .text(title)),
      YAMLField("purpose", .text(purpose.isEmpty ? ImportedPlan.toBeWritten : purpose)),
      YAMLField("outcomes", .sequence(outcomes.map(YAMLValue.text))),
    ]
    return .mapping(head + preWork + [YAMLField("blocks", .sequence(blocks.map(\.value)))])
  }

  /// What a person should do to the plan, apart from what was found while reading.
  var needs: [String] {
    var needs: [String] = []
    if purpose.isEmpty { needs.append("Write the plan's purpose.") }
    if outcomes.isEmpty { needs.append("Write the plan's outcomes: “By the end everyone …”.") }
    let unsaid = blocks.count { $0.purpose == ImportedPlan.toBeWritten }
    if unsaid > 0 { needs.append("Write the purpose of \(unsaid == 1 ? "1 block" : "\(unsaid) blocks").") }
    needs.append(
      "Say for each block who leads it, what people need to take part, and what to do if time is short.")
    let timed = blocks.map { TimedBlock(id: $0.id, kind: $0.kind, minutes: $0.minutes) }
    let schedule = Schedule(of: timed, from: ClockTime(minutes: 0))
    if let longest = schedule.stretches.map(\.minutes).max(), longest > Stretch.Limit.inPerson.advised {
      needs.append("Put in breaks: people would sit for \(longest) minutes.")
    }
    return needs
  }
}

/// Ids that are unique among those given out, made from words.
struct UniqueIDs {
  private var taken: Set<String> = []

  /// The id nearest to `words`, with a number behind it where it is taken; `fallback` where no letter can stand in it.
  mutating func id(for words: String, fallback: String) -> String {
    let plain = slug(of: words)
    let stem = plain.isEmpty ? fallback : plain
    var id = stem
    var number = 2
    while !taken.insert(id).inserted {
      let tail = "-\(number)"
      id = stem.prefix(64 - tail.count) + tail
      number += 1
    }
    return id
  }
}
