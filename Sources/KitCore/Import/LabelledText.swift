/// The lines under a heading, sorted by what labels among them say.
struct LabelledText: Sendable {
  /// One run of lines that belong together.
  struct Part: Sendable {
    /// What a label says they are; `nil` where nothing says so.
    var label: SectionLabel?
    /// The lines, without the label.
    var lines: [String]
  }

  /// The parts in order.
  private(set) var parts: [Part] = []

  /// Sorts the lines of one section and of the sections inside it.
  ///
  /// - Parameters:
  ///   - sections: The sections; the heading of the first one is left out.
  ///   - labelsFirst: Whether the first heading may be a label as well.
  init(_ sections: some Sequence<ForeignPage.Section>, labelsFirst: Bool = false) {
    for (number, section) in sections.enumerated() {
      let isTitle = number == 0 && !labelsFirst
      let label = isTitle ? nil : SectionLabel(heading: section.title)
      var lines: [String] = []
      if !isTitle, label == nil, !section.title.isEmpty {
        lines = ["", "**\(section.title)**", ""]
      }
      add(lines + section.lines, under: label)
    }
  }

  /// All lines under a label, in order; empty where there is none.
  func lines(_ label: SectionLabel?) -> [String] {
    parts.filter { $0.label == label }.flatMap(\.lines)
  }

  /// The words under a label on one line.
  func sentence(_ label: SectionLabel) -> String {
    let words = lines(label).flatMap { $0.split(whereSeparator: \.isWhitespace) }
    return words.joined(separator: " ").drop { "-*•".contains($0) }.trimmed
  }

  /// The paragraphs or list items under a label, one text each.
  func items(ofParagraphs label: SectionLabel) -> [String] {
    let parts = parts.filter { $0.label == label }
    return parts.flatMap { (part: Part) -> [String] in
      let isList = part.lines.contains { LabelledText.listItem($0) != nil }
      return isList ? LabelledText.items(of: part.lines) : [part.lines.joined(separator: " ").oneLine]
    }
  }

  /// The items of the list under a label: its list items, else what stands between commas or on separate lines.
  func items(_ label: SectionLabel) -> [String] { LabelledText.items(of: lines(label)) }

  /// The items of a list, or of a sentence that lists things.
  static func items(of lines: [String]) -> [String] {
    var items: [String] = []
    let isList = lines.contains { listItem($0) != nil }
    for line in lines where !line.allSatisfy(\.isWhitespace) {
      if let item = listItem(line) {
        items.append(item)
      } else if isList, line.first == " " || line.first == "\t", !items.isEmpty {
        items[items.count - 1] += " " + line.trimmed
      } else if !isList {
        items += separated(line)
      }
    }
    return items.map { $0.filter { sign in sign != "*" } }.filter { !$0.isEmpty }
  }

  /// The things that a line lists: between semicolons where it has any, else between commas outside of brackets.
  ///
  /// What only says how many of the thing before, such as "one for each participant", belongs to it.
  private static func separated(_ line: String) -> [String] {
    if line.contains(";") { return line.split(separator: ";").map { $0.trimmed } }
    var depth = 0
    var pieces = [""]
    for letter in line {
      if "([".contains(letter) { depth += 1 }
      if ")]".contains(letter) { depth -= 1 }
      if letter == ",", depth <= 0 { pieces.append("") } else { pieces[pieces.count - 1].append(letter) }
    }
    var items: [String] = []
    for piece in pieces.map({ $0.trimmed }) where !piece.isEmpty {
      if !items.isEmpty, ImportedMaterial.isOnlyMeasure(piece) {
        items[items.count - 1] += ", " + piece
      } else {
        items.append(piece)
      }
    }
    return items
  }

  /// The words of a list item, bulleted or numbered; `nil` for any other line.
  static func listItem(_ line: String) -> String? {
    let trimmed = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    if let mark = trimmed.first, "-*+•".contains(mark), trimmed.dropFirst().first?.isWhitespace == true {
      return trimmed.dropFirst().trimmed.droppingTickBox
    }
    let digits = trimmed.prefix { $0.isNumber }
    guard (1...3).contains(digits.count), let mark = trimmed.dropFirst(digits.count).first,
      ".)".contains(mark),
      trimmed.dropFirst(digits.count + 1).first?.isWhitespace == true
    else { return nil }
    return trimmed.dropFirst(digits.count + 1).trimmed
  }

  private static func isNumbered(_ line: String) -> Bool {
    line.first?.isNumber == true && listItem(line) != nil
  }

  /// Adds lines, where a label at the beginning of a line takes over for its own paragraph or list.
  private mutating func add(_ lines: [String], under outer: SectionLabel?) {
    var part = Part(label: outer, lines: [])
    var isInline = false
    for line in lines {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if let opening = SectionLabel.opening(line) {
        parts.append(part)
        part = Part(label: opening.label, lines: opening.rest.isEmpty ? [] : [opening.rest])
        isInline = !opening.rest.isEmpty
      } else if part.label == nil, LabelledText.isNumbered(line) {
        // A numbered list says how it is done, whether or not a label says so.
        parts.append(part)
        part = Part(label: .steps, lines: [line])
        isInline = false
      } else if part.label != outer, ends(part, at: line, isInline: isInline, isBlank: isBlank) {
        parts.append(part)
        part = Part(label: outer, lines: [line])
      } else {
        part.lines.append(line)
      }
    }
    parts.append(part)
    parts.removeAll { $0.lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
  }

  /// Whether a labelled part is over: behind its blank line, unless a list goes on.
  private func ends(_ part: Part, at line: String, isInline: Bool, isBlank: Bool) -> Bool {
    if isBlank { return isInline }
    guard part.lines.last?.allSatisfy(\.isWhitespace) == true else { return false }
    guard part.lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return false }
    return LabelledText.listItem(line) == nil && line.first != " "
  }
}

extension String {
  /// A list item without `[ ]` or `[x]` before it.
  var droppingTickBox: String {
    ["[ ] ", "[x] ", "[X] "].contains { hasPrefix($0) } ? String(dropFirst(4)).trimmed : self
  }
}
