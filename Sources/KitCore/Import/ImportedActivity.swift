/// Turns an activity of a facilitator guide into a block.
struct ImportedActivity {
  /// Minutes that stand where the material states none.
  static let placeholder = 15

  let activity: SessionLayout.Activity
  /// Makes foreign words fit for a plan, and keeps notes of what needs a hand.
  var text: ForeignText
  /// What was found and could not be kept in its place.
  private(set) var needs: [String] = []

  init(_ activity: SessionLayout.Activity, text: ForeignText) {
    self.activity = activity
    self.text = text
  }

  private var minutes: Int { activity.time?.planned ?? ImportedActivity.placeholder }

  /// The title: the heading's words, else those of the heading under it.
  private var title: String {
    let own = activity.heading.words
    if !own.isEmpty { return own }
    let inner = activity.sections.dropFirst().first {
      SectionLabel(heading: $0.title) == nil && !$0.title.isEmpty
    }
    if let inner { return inner.title }
    return activity.heading.number.map { "Activity \($0)" } ?? "Untitled"
  }

  /// The activity as a block of a plan whose ids are `ids`.
  mutating func block(ids: inout UniqueIDs) -> ImportedBlock {
    let cleaned = text.words(title)
    let words = cleaned.isEmpty ? "Untitled" : cleaned
    var sections = activity.sections
    if activity.heading.words.isEmpty, let place = sections.firstIndex(where: { $0.title == title }) {
      sections[place].title = ""
    }
    let labelled = LabelledText(sections)
    var block = ImportedBlock(
      id: ids.id(for: words, fallback: "activity"), title: words, kind: ImportedBlock.kind(ofTitle: words),
      minutes: minutes, range: activity.time?.minutes, purpose: "")
    block.number = activity.heading.number
    let objectives = labelled.items(.objectives).map { text.words($0) }
    block.outcome = objectives.first ?? ""
    block.participants = text.text(of: labelled.lines(.participants))
    block.say = text.words(labelled.sentence(.say)).filter { !"\"“”".contains($0) }
    block.prompts = labelled.items(.prompts).map { text.words($0) }
    block.access = labelled.items(ofParagraphs: .access).map { text.words($0) }
    block.materials = labelled.items(.materials).compactMap { ImportedMaterial(text.words($0)) }
    let uncounted = block.materials.filter { !$0.isCounted }.map(\.item)
    if !uncounted.isEmpty {
      needs.append("“\(words)”: say how many; 1 stands there for: \(uncounted.joined(separator: ", ")).")
    }
    block.groups = ImportedBlock.groups(in: sections.flatMap(\.lines).joined(separator: " "))
    let own = text.text(of: labelled.lines(nil) + [""] + labelled.lines(.what) + [""] + labelled.lines(.why))
    block.notes = text.text(of: labelled.lines(.facilitatorNotes))
    addSteps(of: labelled, own: own, to: &block)
    let wholePurpose = text.words(labelled.sentence(.purpose))
    let purpose = wholePurpose.firstSentence()
    if purpose.oneLine != wholePurpose.oneLine { block.addNotes("Purpose: \(wholePurpose)") }
    if objectives.count > 1 {
      block.addNotes("Objectives:\n\n" + objectives.map { "- \($0)" }.joined(separator: "\n"))
    }
    block.purpose =
      [purpose, objectives.first ?? "", own.firstParagraph.firstSentence()].first { !$0.isEmpty }
      ?? ImportedPlan.toBeWritten
    tellTimes(&block)
    return block
  }

  /// Steps where each says its minutes and they sum to the block's; one step where there is only running text.
  private mutating func addSteps(of labelled: LabelledText, own: String, to block: inout ImportedBlock) {
    let lines = labelled.lines(.steps)
    let items = LabelledText.items(of: lines)
    let timed = items.compactMap { (item: String) -> (minutes: Int, words: String)? in
      StatedTime(in: item).map { ($0.planned, ImportedActivity.words(of: item, without: $0)) }
    }
    let sum = timed.reduce(0) { $0 + $1.minutes }
    if !timed.isEmpty, timed.count == items.count, sum == minutes {
      block.steps = timed.map { ($0.minutes, text.words($0.words)) }
      block.addNotes(own)
    } else if items.isEmpty {
      if !own.isEmpty { block.steps = [(minutes, own)] }
    } else {
      if timed.count == items.count {
        needs.append(
          "“\(block.title)”: its steps take \(sum) minutes, but it has \(minutes); they are in its notes for now."
        )
      } else {
        needs.append("“\(block.title)”: not every step says its minutes; they are in its notes for now.")
      }
      block.addNotes(
        [own, "Steps:\n\n" + text.text(of: lines)].filter { !$0.isEmpty }.joined(separator: "\n\n"))
    }
  }

  private mutating func tellTimes(_ block: inout ImportedBlock) {
    guard let time = activity.time else {
      block.addNotes("The source states no time; \(minutes) minutes stand here for now.")
      needs.append("“\(block.title)”: the source states no time; \(minutes) minutes stand there for now.")
      return
    }
    if let other = activity.otherTime {
      needs.append(
        "“\(block.title)”: its heading says \(other.planned) minutes, its “Time:” line \(time.planned); the latter was taken."
      )
    }
    if time.isRounded { needs.append("“\(block.title)”: its time was rounded to \(time.planned) minutes.") }
    if time.minutes.count > 1 {
      needs.append(
        "“\(block.title)”: \(time.minutes.lowerBound) to \(time.planned) minutes; the most was taken. Confirm it."
      )
    }
    if activity.heading.isOptional { block.addNotes("This part is optional.") }
  }

  private static func words(of item: String, without time: StatedTime) -> String {
    var words = item
    words.removeSubrange(time.range)
    return words.replacing("()", with: "").trimmed.drop { ":—–- ".contains($0) }.trimmed
  }
}

extension ImportedBlock {
  /// Adds a paragraph to the notes.
  mutating func addNotes(_ words: String) {
    notes = [notes, words].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }
}

extension String {
  /// The lines before the first blank one.
  fileprivate var firstParagraph: String {
    split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }.joined(separator: " ")
  }
}
