/// A facilitator guide whose headings or "Time:" lines say how long each activity takes.
struct SessionLayout {
  /// One activity: its own heading and the sections under it.
  struct Activity {
    let heading: ActivityHeading
    /// `nil` where it has a number like the others, but no time.
    let time: StatedTime?
    /// What its heading states where its "Time:" line states something else.
    let otherTime: StatedTime?
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
      let end = SessionLayout.end(of: index, in: sections)
      if let activity = SessionLayout.activity(Array(sections[index..<end])) {
        activities.append(activity)
        index = end
      } else {
        rest.append(sections[index])
        index += 1
      }
    }
    let hasTimes = activities.contains { $0.time != nil }
    self.activities = hasTimes ? activities : []
    self.rest = hasTimes ? rest : sections
  }

  /// The lines under headings such as "Objectives" that belong to no activity.
  func outcomes() -> [String] {
    LabelledText(rest, labelsFirst: true).items(.objectives).map { $0.oneLine }
  }

  /// Where the sections under the one at `index` end.
  private static func end(of index: Int, in sections: [ForeignPage.Section]) -> Int {
    sections[(index + 1)...].firstIndex { $0.level <= sections[index].level } ?? sections.count
  }

  /// The activity that a section and those under it are; `nil` for a heading over activities, and for all else.
  private static func activity(_ sections: [ForeignPage.Section]) -> Activity? {
    guard let section = sections.first, section.level > 0, SectionLabel(heading: section.title) == nil else {
      return nil
    }
    let heading = ActivityHeading(section.title)
    let inner = sections.dropFirst()
    if inner.contains(where: {
      ActivityHeading($0.title).time != nil && SectionLabel(heading: $0.title) == nil
    }) {
      return nil
    }
    if heading.time == nil, heading.number == nil, inner.contains(where: { line(of: $0) != nil }) {
      return nil
    }
    let label = inner.first { SectionLabel(heading: $0.title) == .time }
    let stated =
      sections.lazy.compactMap { line(of: $0) }.first ?? label.flatMap { StatedTime(field: $0.lines.text) }
    guard let time = stated ?? heading.time else {
      return heading.number == nil
        ? nil : Activity(heading: heading, time: nil, otherTime: nil, sections: sections)
    }
    let other = heading.time.flatMap { $0.minutes == time.minutes ? nil : $0 }
    return Activity(heading: heading, time: time, otherTime: other, sections: sections)
  }

  /// The time in a "Time:" line of a section.
  private static func line(of section: ForeignPage.Section) -> StatedTime? {
    for line in section.lines {
      if let opening = SectionLabel.opening(line), opening.label == .time {
        return StatedTime(field: opening.rest)
      }
    }
    return nil
  }
}

/// The heading of an activity, taken apart: `Activity 2: Walk the wall — 20 minutes (optional)`.
struct ActivityHeading {
  /// The words without number, time and "optional"; empty where there are no others.
  let words: String
  /// The activity's number, where it has one.
  let number: Int?
  /// The time that it states.
  let time: StatedTime?
  /// Whether it says that the activity is optional.
  let isOptional: Bool

  private static let kinds: Set<String> = [
    "activity", "session", "exercise", "part", "step", "block", "section", "module",
  ]

  init(_ heading: String) {
    time = StatedTime(in: heading)
    var text = heading
    if let time { text.removeSubrange(time.range) }
    text = text.filter { !"()[]".contains($0) }
    isOptional = text.lowercased().contains("optional")
    var words = text.split { $0 == " " }.map(String.init).filter { $0.lowercased() != "optional" }
    var number: Int?
    if words.count >= 2, ActivityHeading.kinds.contains(words[0].lowercased()) {
      number = Int(words[1].filter(\.isNumber))
      if number != nil { words.removeFirst(2) }
    } else if let first = words.first, let last = first.last, ".)".contains(last) {
      number = Int(first.dropLast())
      if number != nil { words.removeFirst() }
    }
    self.number = number
    self.words = ActivityHeading.bare(words.joined(separator: " "))
  }

  private static func bare(_ text: String) -> String {
    let ends: Set<Character> = [" ", "—", "–", "-", ":", ",", "|", "."]
    var text = text.drop { ends.contains($0) }
    while let last = text.last, ends.contains(last) { text = text.dropLast() }
    return String(text)
  }
}
