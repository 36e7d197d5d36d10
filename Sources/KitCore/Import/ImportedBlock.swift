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
  /// Ids of resources that it uses.
  var resources: [String] = []
  /// How people work together, as the kit format writes it.
  var groups: String?
  var participants = ""
  var notes = ""
  var say = ""
  var access: [String] = []
  /// The material's number of the activity, by which two guides to it belong together.
  var number: Int?
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
    if !resources.isEmpty { fields.append(YAMLField("resources", .sequence(resources.map(YAMLValue.text)))) }
    if let groups { fields.append(YAMLField("groups", .text(groups))) }
    if !participants.isEmpty { fields.append(YAMLField("participants", .text(participants))) }
    if !notes.isEmpty { fields.append(YAMLField("notes", .text(notes))) }
    if !say.isEmpty { fields.append(YAMLField("say", .text(say))) }
    if !prompts.isEmpty { fields.append(YAMLField("prompts", .sequence(prompts.map(YAMLValue.text)))) }
    if !steps.isEmpty {
      let values = steps.map { (step: (minutes: Int, words: String)) -> YAMLValue in
        .mapping([YAMLField("minutes", .integer(step.minutes)), YAMLField("do", .text(step.words))])
      }
      fields.append(YAMLField("steps", .sequence(values)))
    }
    if !materials.isEmpty { fields.append(YAMLField("materials", .sequence(materials.map(\.value)))) }
    if !access.isEmpty { fields.append(YAMLField("access", .sequence(access.map(YAMLValue.text)))) }
    return .mapping(fields)
  }

  /// How people work together, where words such as "in pairs" say so.
  static func groups(in text: String) -> String? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let sizes = [
      "two": "pairs", "three": "trios", "four": "groups of 4", "five": "groups of 5", "six": "groups of 6",
    ]
    for (place, word) in words.enumerated() {
      let next = place + 1 < words.count ? words[place + 1] : ""
      let after = place + 2 < words.count ? words[place + 2] : ""
      if word == "in", ["pairs", "trios"].contains(next) { return next }
      guard word == "groups", next == "of" else { continue }
      if let number = Int(after), (2...99).contains(number) { return "groups of \(number)" }
      if let size = sizes[after] { return size }
    }
    return nil
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
  /// Whether the material says how many; else one is assumed.
  let isCounted: Bool
  /// `participant`, `pair`, `group` or `event`.
  let per: String

  /// Reads a line such as `15 cards per group`, `sticky notes (three for each person)` or `pens`.
  init?(_ line: String) {
    let (thing, measure) = ImportedMaterial.split(line)
    var words = thing.split(whereSeparator: \.isWhitespace).map(String.init)
    var quantity: Int?
    if words.count > 1, let number = ImportedMaterial.number(words[0]) {
      quantity = number
      words.removeFirst()
      if ["x", "×"].contains(words.first) { words.removeFirst() }
    }
    var item = words.joined(separator: " ").trimmed
    while let last = item.last, ".,:;".contains(last) { item.removeLast() }
    guard !item.isEmpty else { return nil }
    let lower = measure.lowercased()
    let isSet = lower.contains("set")
    let counted = lower.split { !$0.isLetter && !$0.isNumber }.compactMap {
      ImportedMaterial.number(String($0))
    }.first
    self.item = item
    self.quantity = isSet ? 1 : counted ?? quantity ?? 1
    isCounted = isSet || counted != nil || quantity != nil
    per = ImportedMaterial.pers.first { lower.contains($0.0) }?.1 ?? "event"
  }

  /// Whether words only say how many of something there are, such as `one for each participant`.
  static func isOnlyMeasure(_ words: String) -> Bool {
    guard let first = words.split(separator: " ").first,
      number(String(first)) != nil || first.lowercased() == "a"
    else {
      return false
    }
    return openings.contains { words.lowercased().contains($0) }
  }

  private static let openings = [" per ", " for each ", " for every ", " at each ", " each "]

  /// The thing, and the words that say how many of it for whom: in brackets, behind a comma, or at the end.
  private static func split(_ line: String) -> (thing: String, measure: String) {
    if let open = line.firstIndex(of: "("), let close = line[open...].firstIndex(of: ")") {
      let inner = String(line[line.index(after: open)..<close])
      if openings.contains(where: { " \(inner.lowercased()) ".contains($0) }) {
        return (String(line[..<open] + line[line.index(after: close)...]), inner)
      }
    }
    if let comma = line.lastIndex(of: ","), isOnlyMeasure(line[line.index(after: comma)...].trimmed) {
      return (String(line[..<comma]), line[line.index(after: comma)...].trimmed)
    }
    let words = line.split(separator: " ").map(String.init)
    for place in words.indices.dropFirst()
    where ["per", "for", "at", "each"].contains(words[place].lowercased()) {
      let tail = words[place...].joined(separator: " ")
      guard openings.contains(where: { " \(tail.lowercased()) ".contains($0) }) else { continue }
      return (words[..<place].joined(separator: " "), tail)
    }
    return (line, "")
  }

  private static func number(_ word: String) -> Int? {
    if let number = Int(word) { return (1...10_000).contains(number) ? number : nil }
    return [
      "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
    ][
      word.lowercased()]
  }

  var value: YAMLValue {
    .mapping([
      YAMLField("item", .text(item)), YAMLField("quantity", .integer(quantity)), YAMLField("per", .text(per)),
    ])
  }

  private static let pers: [(String, String)] = [
    ("participant", "participant"), ("person", "participant"), ("learner", "participant"),
    ("attendee", "participant"),
    ("pair", "pair"), ("group", "group"), ("table", "group"), ("team", "group"), ("each", "participant"),
  ]
}
