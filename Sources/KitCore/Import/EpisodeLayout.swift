/// A lesson of a course whose front matter says how long it is taught and how long people practise:
/// `teaching: 10`, `exercises: 15`, `objectives:`, `questions:`.
struct EpisodeLayout {
  /// Whether a page is such a lesson.
  ///
  /// One that takes no time, such as a page on setting up, is none.
  static func matches(_ page: ForeignPage) -> Bool {
    let lesson = EpisodeLayout(page)
    return lesson.teaching.upperBound + lesson.exercises.upperBound + lesson.rest.upperBound > 0
  }

  let page: ForeignPage
  /// Minutes of teaching, practising and, in some courses, resting.
  let teaching: ClosedRange<Int>
  let exercises: ClosedRange<Int>
  let rest: ClosedRange<Int>

  init(_ page: ForeignPage) {
    self.page = page
    func minutes(_ name: String) -> ClosedRange<Int> {
      page.field(name).flatMap { field in StatedTime(field: field.text) }?.minutes ?? 0...0
    }
    teaching = minutes("teaching")
    exercises = minutes("exercises")
    rest = minutes("break")
  }

  /// What learners can do afterwards, each on one line.
  var objectives: [String] {
    page.field("objectives")?.texts.map { $0.oneLine } ?? fenced("objectives").items
  }

  /// The questions that the lesson answers.
  var questions: [String] { page.field("questions")?.texts.map { $0.oneLine } ?? fenced("questions").items }

  /// Whether it is a break and nothing else.
  var isBreak: Bool { rest.upperBound > 0 && teaching.upperBound + exercises.upperBound == 0 }

  /// The block of the lesson, or of the break.
  ///
  /// - Parameters:
  ///   - guide: The id of the guide that its text became.
  ///   - text: Makes foreign words fit for a plan.
  ///   - ids: The ids of the plan.
  ///   - needs: Gets what a person should look at.
  func block(
    guide: String, text: inout ForeignText, ids: inout UniqueIDs, needs: inout [String]
  ) -> ImportedBlock {
    let cleaned = text.words(page.title.oneLine)
    let title = cleaned.isEmpty ? "Untitled" : cleaned
    let id = ids.id(for: page.path.fileStem.wordsOfName, fallback: "lesson")
    if isBreak {
      var block = ImportedBlock(
        id: id, title: title, kind: "break", minutes: rest.upperBound, purpose: "People rest.")
      block.steps = [(rest.upperBound, "People rest.")]
      return block
    }
    let minutes = teaching.upperBound + exercises.upperBound
    var block = ImportedBlock(
      id: id, title: title, kind: exercises.upperBound > 0 ? "activity" : "input", minutes: minutes,
      range: (teaching.lowerBound + exercises.lowerBound)...minutes, purpose: text.words(purpose))
    block.guide = guide
    block.outcome = objectives.first.map { text.words($0) } ?? ""
    block.prompts = questions.map { text.words($0) }
    let keyPoints = page.field("keypoints")?.texts.map { "- \(text.words($0.oneLine))" } ?? []
    if !keyPoints.isEmpty { block.notes = "Key points:\n\n" + keyPoints.joined(separator: "\n") }
    let challenges = self.challenges
    block.participants = text.text(of: challenges)
    if teaching.upperBound > 0 {
      block.steps.append((teaching.upperBound, "Teach the lesson as the guide describes it."))
    }
    if exercises.upperBound > 0 {
      block.steps.append((exercises.upperBound, "Let people do the exercises, and look at them together."))
    } else if !challenges.isEmpty {
      needs.append("It has exercises, but does not say how long they take; no time is planned for them.")
    }
    if block.range?.count ?? 1 > 1 {
      needs.append("It states a range of minutes; the most was taken. Confirm it.")
    }
    return block
  }

  private var purpose: String {
    if let question = questions.first { return "Answer the question: \(question)" }
    return objectives.first ?? ImportedPlan.toBeWritten
  }

  // MARK: Exercises

  /// The lines of all exercises without their solutions.
  var challenges: [String] {
    let lines = page.sections.flatMap { (section: ForeignPage.Section) -> [String] in [""] + section.lines }
    return quoted(lines) + fenced("challenge").lines
  }

  /// Exercises as runs of quoted lines that end with `{: .challenge}`; what is quoted twice is a solution.
  private func quoted(_ lines: [String]) -> [String] {
    var found: [String] = []
    var run: [String] = []
    for line in lines {
      if line.hasPrefix(">") {
        run.append(line)
      } else {
        if line.hasPrefix("{:"), line.contains("challenge") {
          let own = run.filter { !$0.dropFirst().trimmed.hasPrefix(">") && !$0.contains("{:") }
          found += [""] + own.map { EpisodeLayout.withoutMarks($0.dropFirst().trimmed) }
        }
        run = []
      }
    }
    return found
  }

  private static func withoutMarks(_ line: String) -> String {
    line.hasPrefix("#") ? "**" + line.drop { $0 == "#" }.trimmed + "**" : line
  }

  /// What stands between `::: name` and the `:::` that closes it, without what is fenced inside it.
  private func fenced(_ name: String) -> (lines: [String], items: [String]) {
    var lines: [String] = []
    var open: [String] = []
    for section in page.sections {
      if open == [name], section.level > 0 { lines += ["", "**\(section.title)**"] }
      for line in section.lines {
        if line.hasPrefix(":::") {
          let word = line.drop { $0 == ":" }.trimmed.prefix { $0.isLetter }
          if word.isEmpty { _ = open.popLast() } else { open.append(String(word)) }
        } else if open == [name] {
          lines.append(line)
        }
      }
    }
    return (lines, lines.compactMap { LabelledText.listItem($0) })
  }
}

extension String {
  /// The words of a text on one line.
  var oneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
