/// A page of boxes to tick under headings that say when: `Two weeks before`, `On the day`.
struct ChecklistLayout {
  /// What to do, and when, as the kit format writes it.
  let tasks: [(when: String, words: String)]
  /// How many lines with words are no boxes, and so become no tasks.
  let otherLines: Int

  /// Reads a page; `nil` where it has fewer than three boxes.
  init?(_ page: ForeignPage) {
    var tasks: [(when: String, words: String)] = []
    var others = 0
    for section in page.sections {
      let when = ChecklistLayout.offset(section.title)
      for line in section.lines where !line.allSatisfy(\.isWhitespace) {
        guard let item = LabelledText.listItem(line),
          line.contains("[ ]") || line.lowercased().contains("[x]")
        else {
          others += 1
          continue
        }
        tasks.append((when, item))
      }
    }
    guard tasks.count >= 3 else { return nil }
    self.tasks = tasks
    otherLines = others
  }

  /// When the words of a heading mean; the day itself where they say nothing.
  static func offset(_ heading: String) -> String {
    let words = heading.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let isAfter = words.contains { $0.hasPrefix("after") || $0 == "later" }
    let isBefore = words.contains { ["before", "prior", "ahead"].contains($0) }
    let numbers = ["one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8]
    let number = words.lazy.compactMap { Int($0) ?? numbers[$0] }.first { (1...99).contains($0) } ?? 1
    guard isAfter || isBefore else { return "T0" }
    let unit = words.contains { $0.hasPrefix("day") } ? "d" : "w"
    if isBefore, unit == "w", !words.contains(where: { $0.hasPrefix("week") }) { return "T-1d" }
    return "T\(isBefore ? "-" : "+")\(number)\(unit)"
  }

  /// The checklist as a file.
  func value(title: String, role: String, text: inout ForeignText) -> YAMLValue {
    var ids = UniqueIDs()
    let values = tasks.map { (task: (when: String, words: String)) -> YAMLValue in
      let words = text.words(task.words)
      let id = ids.id(for: words.split(separator: " ").prefix(5).joined(separator: " "), fallback: "task")
      return .mapping([
        YAMLField("id", .text(id)), YAMLField("when", .text(task.when)), YAMLField("task", .text(words)),
      ])
    }
    return .mapping([
      YAMLField("title", .text(title)), YAMLField("role", .text(role)), YAMLField("tasks", .sequence(values)),
    ])
  }
}
