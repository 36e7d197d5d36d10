/// What a heading or a line such as `**Materials:** pens` says about the words after it.
enum SectionLabel: Sendable {
  case time, objectives, purpose, materials, facilitatorNotes, participants, steps, what, why, prompts, say,
    access

  private static let words: [(label: SectionLabel, names: [String])] = [
    (
      .time,
      ["time", "timing", "duration", "length", "time required", "time needed", "timerequired", "how long"]
    ),
    (
      .objectives,
      [
        "objectives", "learning objectives", "learning outcomes", "outcomes", "objective", "outcome", "goals",
        "session objectives", "what you will learn", "by the end",
      ]
    ),
    (.purpose, ["purpose", "aim", "aims", "goal", "intention"]),
    (
      .materials,
      [
        "materials", "material", "materials needed", "you will need", "you need", "equipment", "supplies",
        "what you need", "resources needed", "things to bring",
      ]
    ),
    (
      .facilitatorNotes,
      [
        "facilitator notes", "facilitator note", "notes for facilitators", "notes for the facilitator",
        "notes",
        "facilitation notes", "trainer notes", "instructor notes", "tips", "tips for facilitators",
        "facilitator tips",
        "note to facilitator", "notes to facilitators",
      ]
    ),
    (
      .participants,
      [
        "participants", "for participants", "participant instructions", "instructions for participants",
        "task", "handout",
      ]
    ),
    (
      .steps,
      [
        "steps", "process", "instructions", "how", "how to", "method", "procedure", "how to run it",
        "what to do", "activity",
      ]
    ),
    (.what, ["what", "what is it", "what it is", "whatis"]),
    (.why, ["why", "why do it", "why use it", "why do this", "whydo"]),
    (.prompts, ["questions", "prompts", "discussion questions", "debrief questions", "ask"]),
    (.say, ["say"]),
    (.access, ["accessibility note", "accessibility notes", "accessibility", "access", "access notes"]),
  ]

  private static let byName: [String: SectionLabel] = Dictionary(
    words.flatMap { entry in entry.names.map { ($0, entry.label) } }, uniquingKeysWith: { first, _ in first })

  /// The label that a heading is, without regard to case and closing punctuation.
  init?(heading: String) {
    let plain = heading.lowercased().filter { $0.isLetter || $0 == " " || $0.isNumber }.trimmed
    guard let label = Self.byName[plain] else { return nil }
    self = label
  }

  /// The label at the beginning of a line, and what stands behind its colon.
  static func opening(_ line: String) -> (label: SectionLabel, rest: String)? {
    let bare = line.drop { " >*_-•".contains($0) }
    guard bare.count < line.count || line.first?.isLetter == true,
      let colon = bare.prefix(48).firstIndex(of: ":")
    else {
      return nil
    }
    guard let label = SectionLabel(heading: String(bare[..<colon].filter { $0 != "*" && $0 != "_" })) else {
      return nil
    }
    return (label, bare[bare.index(after: colon)...].drop { " *_".contains($0) }.trimmed)
  }
}
