/// A facilitator guide whose headings or "Time:" lines say how long each activity takes.
struct SessionLayout {
  /// One activity: its own heading and the sections under it.
  struct Activity {
    let title: String
    let time: StatedTime
    let sections: [ForeignPage.Section]
  }

  /// The activities in order.
  let activities: [Activity]
  /// The sections that belong to no activity.
  let rest: [ForeignPage.Section]

  /// Finds the activities of a page; none where it states no times.
  init(_ page: ForeignPage) {
    var activities: [Activity] = []
    var rest: [ForeignPage.Section] = []
    let sections = page.sections
    var index = 0
    while index < sections.count {
      let section = sections[index]
      let end = SessionLayout.end(of: index, in: sections)
      guard section.level > 0, let time = SessionLayout.time(of: index, in: sections),
        !SessionLayout.holdsActivities(index..<end, in: sections)
      else {
        rest.append(section)
        index += 1
        continue
      }
      activities.append(
        Activity(
          title: SessionLayout.title(section.title), time: time, sections: Array(sections[index..<end])))
      index = end
    }
    self.activities = activities
    self.rest = rest
  }

  /// The lines under headings such as "Objectives" that belong to no activity.
  func outcomes() -> [String] {
    LabelledText(rest.map { section in section }).items(.objectives).map { $0.oneLine }
  }

  /// Where the sections under the one at `index` end.
  private static func end(of index: Int, in sections: [ForeignPage.Section]) -> Int {
    sections[(index + 1)...].firstIndex { $0.level <= sections[index].level } ?? sections.count
  }

  /// Whether a section is a heading over activities that state their own times.
  private static func holdsActivities(_ range: Range<Int>, in sections: [ForeignPage.Section]) -> Bool {
    range.dropFirst().contains { (place: Int) -> Bool in
      SectionLabel(heading: sections[place].title) == nil && StatedTime(in: sections[place].title) != nil
        || SectionLabel(heading: sections[place].title) == nil && timeLine(of: sections[place]) != nil
    }
  }

  /// The time in a heading, in a "Time:" line below it, or under a "Time" heading inside it.
  private static func time(of index: Int, in sections: [ForeignPage.Section]) -> StatedTime? {
    let section = sections[index]
    if SectionLabel(heading: section.title) != nil { return nil }
    if let time = StatedTime(in: section.title) ?? timeLine(of: section) { return time }
    let inner = sections[(index + 1)..<end(of: index, in: sections)]
    let label = inner.first { SectionLabel(heading: $0.title) == .time && $0.level == section.level + 1 }
    return label.flatMap { StatedTime(field: $0.lines.text) }
  }

  private static func timeLine(of section: ForeignPage.Section) -> StatedTime? {
    for line in section.lines {
      if let opening = SectionLabel.opening(line), opening.label == .time {
        return StatedTime(field: opening.rest)
      }
    }
    return nil
  }

  /// A heading without its time and its number: `Activity 2: Walk the wall — 20 minutes` is `Walk the wall`.
  private static func title(_ heading: String) -> String {
    var title = heading
    if let time = StatedTime(in: title) { title.removeSubrange(time.range) }
    title = title.filter { !"()[]".contains($0) }
    let ends: Set<Character> = [" ", "—", "–", "-", ":", ",", "|", "."]
    func bare(_ text: Substring) -> Substring {
      var text = text.drop { ends.contains($0) }
      while let last = text.last, ends.contains(last) { text = text.dropLast() }
      return text
    }
    let whole = bare(title[...])
    let words = whole.split(separator: " ", maxSplits: 2)
    let numbered = ["activity", "session", "exercise", "part", "step", "block", "section", "module"]
    if words.count > 2, numbered.contains(words[0].lowercased()), words[1].first?.isNumber == true {
      return String(bare(words[2]))
    }
    if words.count > 1, words[0].dropLast().allSatisfy(\.isNumber),
      words[0].last == "." || words[0].last == ")"
    {
      return String(bare(whole.dropFirst(words[0].count)))
    }
    return whole.isEmpty ? "Untitled" : String(whole)
  }
}

extension SessionLayout.Activity {
  /// The activity as a block.
  ///
  /// - Parameters:
  ///   - text: Makes foreign words fit for a kit, and keeps notes of what needs a hand.
  ///   - ids: The ids of the plan.
  ///   - needs: Gets what was found and could not be kept in its place.
  func block(text: inout ForeignText, ids: inout UniqueIDs, needs: inout [String]) -> ImportedBlock {
    let labelled = LabelledText(sections)
    let words = text.words(title)
    let minutes = time.typical
    var purpose = text.words(labelled.sentence(.purpose)).firstSentence()
    let objectives = labelled.items(.objectives).map { text.words($0) }
    var notes = text.text(
      of: labelled.lines(nil) + [""] + labelled.lines(.facilitatorNotes) + [""] + labelled.lines(.what) + [""]
        + labelled.lines(.why))
    let (steps, listed) = steps(labelled, minutes: minutes, text: &text, title: words, needs: &needs)
    if !listed.isEmpty {
      notes = [notes, "Steps:\n\n" + listed].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
    if purpose.isEmpty { purpose = objectives.first ?? notes.firstParagraph.firstSentence() }
    var block = ImportedBlock(
      id: ids.id(for: words, fallback: "activity"), title: words, kind: ImportedBlock.kind(ofTitle: words),
      minutes: minutes, range: time.minutes, purpose: purpose.isEmpty ? ImportedPlan.toBeWritten : purpose)
    block.outcome = objectives.first ?? ""
    block.participants = text.text(of: labelled.lines(.participants))
    block.notes = notes
    block.prompts = labelled.items(.prompts).map { text.words($0) }
    block.steps = steps
    block.materials = labelled.items(.materials).compactMap { ImportedMaterial(text.words($0)) }
    return block
  }

  /// The steps where each says its minutes and they sum to the activity's; else their words, for the notes.
  private func steps(
    _ labelled: LabelledText, minutes: Int, text: inout ForeignText, title: String, needs: inout [String]
  ) -> (steps: [(minutes: Int, words: String)], listed: String) {
    let lines = labelled.lines(.steps)
    let items = LabelledText.items(of: lines)
    let timed = items.compactMap { (item: String) -> (minutes: Int, words: String)? in
      StatedTime(in: item).map { ($0.typical, SessionLayout.Activity.words(of: item, without: $0)) }
    }
    guard !timed.isEmpty else { return ([], text.text(of: lines)) }
    let sum = timed.reduce(0) { $0 + $1.minutes }
    guard timed.count == items.count, sum == minutes else {
      needs.append(
        timed.count == items.count
          ? "“\(title)”: its steps take \(sum) minutes, but it has \(minutes); they are in its notes for now."
          : "“\(title)”: not every step says its minutes; they are in its notes for now.")
      return ([], text.text(of: lines))
    }
    return (timed.map { ($0.minutes, text.words($0.words)) }, "")
  }

  private static func words(of item: String, without time: StatedTime) -> String {
    var words = item
    words.removeSubrange(time.range)
    let bare = words.replacing("()", with: "").trimmed
    return bare.drop { ":—–- ".contains($0) }.trimmed
  }
}

extension String {
  /// The lines before the first blank one.
  fileprivate var firstParagraph: String {
    split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }.joined(separator: " ")
  }
}
