/// A lesson of a course whose front matter says how long it is taught and how long people practise:
/// `teaching: 10`, `exercises: 15`, `objectives:`, `questions:`.
struct EpisodeLayout {
  /// Whether a page is such a lesson.
  ///
  /// One that takes no time, such as a page on setting up, is none.
  static func matches(_ page: ForeignPage) -> Bool {
    let lesson = EpisodeLayout(page)
    return lesson.teaching + lesson.exercises + lesson.rest > 0
  }

  let page: ForeignPage
  /// Minutes of teaching, practising and, in some courses, resting.
  let teaching: Int
  let exercises: Int
  let rest: Int

  init(_ page: ForeignPage) {
    self.page = page
    func minutes(_ name: String) -> Int {
      page.field(name).flatMap { field in StatedTime(field: field.text) }?.typical ?? 0
    }
    teaching = minutes("teaching")
    exercises = minutes("exercises")
    rest = minutes("break")
  }

  /// What learners can do afterwards, each on one line.
  var objectives: [String] { page.field("objectives")?.texts.map { $0.oneLine } ?? fenced("objectives") }

  /// The questions that the lesson answers.
  var questions: [String] { page.field("questions")?.texts.map { $0.oneLine } ?? fenced("questions") }

  /// What the course would take as a break and nothing else.
  var isBreak: Bool { rest > 0 && teaching + exercises == 0 }

  /// The blocks of the lesson: the lesson itself, and a break where it has one.
  ///
  /// - Parameters:
  ///   - guide: The id of the guide that its text became.
  ///   - ids: The ids of the plan.
  func blocks(guide: String, ids: inout UniqueIDs) -> [ImportedBlock] {
    var blocks: [ImportedBlock] = []
    let title = page.title
    if teaching + exercises > 0 {
      var block = ImportedBlock(
        id: ids.id(for: title, fallback: "lesson"), title: title,
        kind: exercises >= teaching ? "activity" : "input",
        minutes: teaching + exercises, purpose: purpose)
      block.guide = guide
      block.outcome = objectives.count == 1 ? objectives[0] : ""
      block.prompts = questions
      if teaching > 0 { block.steps.append((teaching, "Teach the lesson as the guide describes it.")) }
      if exercises > 0 {
        block.steps.append(
          (exercises, "Let people do the exercises of the guide, and look at them together."))
      }
      blocks.append(block)
    }
    if rest > 0 {
      blocks.append(
        ImportedBlock(
          id: ids.id(for: "break", fallback: "break"), title: "Break", kind: "break", minutes: rest,
          purpose: "People rest."))
    }
    return blocks
  }

  private var purpose: String {
    if let question = questions.first { return "Answer the question: \(question)" }
    if let objective = objectives.first { return objective }
    return ImportedPlan.toBeWritten
  }

  /// The list items between `::: objectives` and the `:::` that closes it.
  private func fenced(_ name: String) -> [String] {
    var lines: [String] = []
    var isInside = false
    for line in page.sections.flatMap(\.lines) where !isInside || !line.hasPrefix("#") {
      if line.hasPrefix(":::") {
        isInside = line.drop { $0 == ":" }.trimmed.hasPrefix(name)
      } else if isInside, let item = LabelledText.listItem(line) {
        lines.append(item)
      }
    }
    return lines
  }
}

extension String {
  /// The words of a text on one line.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
