/// A block of a plan as it comes out of somebody else's material.
struct ImportedBlock: Sendable {
  /// Unique within its plan.
  var id: String
  var title: String
  /// One of the kinds of the kit format.
  var kind: String
  var minutes: Int
  /// The least and the most, where the material states a range.
  var range: ClosedRange<Int>?
  var purpose: String
  var outcome = ""
  var guide: String?
  var participants = ""
  var notes = ""
  var prompts: [String] = []
  /// Empty, or steps whose minutes sum to the block's.
  var steps: [(minutes: Int, words: String)] = []
  var materials: [ImportedMaterial] = []

  /// The block as it is written in a plan; what is empty is left out.
  var value: YAMLValue {
    var fields = [
      YAMLField("id", .text(id)), YAMLField("title", .text(title)), YAMLField("kind", .text(kind)),
      YAMLField("minutes", .integer(minutes)),
    ]
    if let range, range.count > 1 {
      fields += [YAMLField("min", .integer(range.lowerBound)), YAMLField("max", .integer(range.upperBound))]
    }
    fields.append(YAMLField("purpose", .text(purpose)))
    if !outcome.isEmpty { fields.append(YAMLField("outcome", .text(outcome))) }
    if let guide { fields.append(YAMLField("guide", .text(guide))) }
    if !participants.isEmpty { fields.append(YAMLField("participants", .text(participants))) }
    if !notes.isEmpty { fields.append(YAMLField("notes", .text(notes))) }
    if !prompts.isEmpty { fields.append(YAMLField("prompts", .sequence(prompts.map(YAMLValue.text)))) }
    if !steps.isEmpty {
      let values = steps.map { (step: (minutes: Int, words: String)) -> YAMLValue in
        .mapping([YAMLField("minutes", .integer(step.minutes)), YAMLField("do", .text(step.words))])
      }
      fields.append(YAMLField("steps", .sequence(values)))
    }
    if !materials.isEmpty { fields.append(YAMLField("materials", .sequence(materials.map(\.value)))) }
    return .mapping(fields)
  }

  /// The kind that a title speaks of.
  static func kind(ofTitle title: String) -> String {
    let words = Set(title.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
    for (kind, names) in kinds where !words.isDisjoint(with: names) { return kind }
    return "activity"
  }

  private static let kinds: [(String, Set<String>)] = [
    ("break", ["break", "lunch", "coffee", "tea", "refreshments", "pause"]),
    ("arrival", ["arrival", "arrivals", "registration", "arrive"]),
    ("energiser", ["energiser", "energizer", "icebreaker", "ice-breaker", "warm-up", "warmup"]),
    (
      "check-out",
      ["close", "closing", "wrap", "wrap-up", "check-out", "checkout", "evaluation", "goodbye", "farewell"]
    ),
    ("check-in", ["welcome", "introductions", "check-in", "checkin", "opening"]),
    (
      "discussion", ["discussion", "discuss", "reflection", "debrief", "plenary", "conversation", "dialogue"]
    ),
    ("input", ["presentation", "talk", "lecture", "overview", "input", "introduction", "briefing", "demo"]),
    ("admin", ["admin", "housekeeping", "set-up", "setup", "clear-up"]),
  ]
}

/// Something that people need in a block.
struct ImportedMaterial: Sendable {
  let item: String
  let quantity: Int
  /// `participant`, `pair`, `group` or `event`.
  let per: String

  /// Reads a line such as `15 cards per group` or `pens`.
  init?(_ line: String) {
    var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    var quantity = 1
    if let first = words.first, let number = Int(first), (1...10_000).contains(number), words.count > 1 {
      quantity = number
      words.removeFirst()
      if words.first == "x" || words.first == "×" { words.removeFirst() }
    }
    var per = "event"
    for (word, meaning) in ImportedMaterial.pers {
      if let place = words.lastIndex(where: { $0.lowercased().filter(\.isLetter) == word }), place > 0 {
        let before = words[place - 1].lowercased()
        guard ["per", "each", "every", "a"].contains(before) || before == "for" else { continue }
        per = meaning
        let start = place > 1 && words[place - 2].lowercased() == "for" ? place - 2 : place - 1
        words.removeSubrange(start...place)
        break
      }
    }
    let item = words.joined(separator: " ").trimmed
    guard !item.isEmpty else { return nil }
    self.item = item.last == "." ? String(item.dropLast()) : item
    self.quantity = quantity
    self.per = per
  }

  var value: YAMLValue {
    .mapping([
      YAMLField("item", .text(item)), YAMLField("quantity", .integer(quantity)), YAMLField("per", .text(per)),
    ])
  }

  private static let pers: [(String, String)] = [
    ("participant", "participant"), ("person", "participant"), ("learner", "participant"),
    ("attendee", "participant"),
    ("pair", "pair"), ("group", "group"), ("table", "group"), ("team", "group"),
  ]
}
