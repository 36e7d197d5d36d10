/// How a file writes its YAML, so that what is put in looks like the rest.
struct YAMLHabits {
  /// Spaces by which the entries of a mapping are indented under their key.
  private(set) var step = 2

  /// Spaces by which the dashes of a list are indented under their key.
  private(set) var dashIndent = 2

  /// Spaces between a dash and its item.
  private(set) var dashGap = 1

  /// The quotes that the file uses where quotes are needed.
  private(set) var quotes = YAMLScalar.Style.double

  /// How the file writes text that needs no quotes.
  private(set) var text = YAMLScalar.Style.plain

  /// Spaces inside the brackets of a flow list, and inside the braces of a flow mapping.
  private(set) var bracketGap = 0
  private(set) var braceGap = 0

  /// How lines end.
  let lineEnding: LineEnding

  init(of document: YAMLDocument) {
    lineEnding = document.source.lineEnding
    var tally = YAMLTally(document)
    tally.count(document.root, column: nil)
    step = tally.steps.mostFrequent ?? max(2, tally.dashIndents.mostFrequent ?? 2)
    dashIndent = tally.dashIndents.mostFrequent ?? step
    dashGap = tally.dashGaps.mostFrequent ?? 1
    bracketGap = min(1, tally.bracketGaps.mostFrequent ?? 0)
    braceGap = min(1, tally.braceGaps.mostFrequent ?? 0)
    let single = tally.styles[.single, default: 0]
    let double = tally.styles[.double, default: 0]
    quotes = single > double ? .single : .double
    if max(single, double) > tally.styles[.plain, default: 0] { text = quotes }
  }
}

/// Counts how often a file does what.
private struct YAMLTally {
  private let document: YAMLDocument
  var steps: [Int: Int] = [:]
  var dashIndents: [Int: Int] = [:]
  var dashGaps: [Int: Int] = [:]
  var bracketGaps: [Int: Int] = [:]
  var braceGaps: [Int: Int] = [:]
  var styles: [YAMLScalar.Style: Int] = [:]

  init(_ document: YAMLDocument) { self.document = document }

  /// Counts a value and all in it; `column` is that of the key above it, if it has one. As deep as the limit for
  /// depth at most.
  mutating func count(_ node: YAMLNode, column parent: Int?) {
    switch node.content {
    case .alias: return
    case .scalar(let scalar):
      if YAMLScalarWriter.canBePlain(scalar.text, inFlow: false) { styles[scalar.style, default: 0] += 1 }
    case .sequence(let sequence):
      count(sequence, in: node, column: parent)
      for item in sequence.items { count(item.value, column: nil) }
    case .mapping(let mapping):
      let column = mapping.entries.first.map { (entry: YAMLEntry) -> Int in
        document.column(at: entry.range.lowerBound)
      }
      if mapping.layout == .block, let parent, let column, column > parent {
        steps[column - parent, default: 0] += 1
      }
      if mapping.layout == .flow, let first = mapping.entries.first {
        braceGaps[blanks(node.range.lowerBound + 1, first.range.lowerBound), default: 0] += 1
      }
      for entry in mapping.entries { count(entry.value, column: mapping.layout == .block ? column : nil) }
    }
  }

  private mutating func count(_ sequence: YAMLSequence, in node: YAMLNode, column parent: Int?) {
    guard let first = sequence.items.first else { return }
    guard sequence.layout == .block else {
      bracketGaps[blanks(node.range.lowerBound + 1, first.range.lowerBound), default: 0] += 1
      return
    }
    let column = document.column(at: first.range.lowerBound)
    if let parent, column >= parent { dashIndents[column - parent, default: 0] += 1 }
    for item in sequence.items where !item.value.range.isEmpty && item.value.properties.isEmpty {
      let gap = item.value.range.lowerBound - item.range.lowerBound - 1
      if (1...8).contains(gap), document.isBlank(item.range.lowerBound + 1..<item.value.range.lowerBound) {
        dashGaps[gap, default: 0] += 1
      }
    }
  }

  /// The number of blanks where there are only blanks in one line.
  private func blanks(_ start: Int, _ end: Int) -> Int {
    start <= end && document.isBlank(start..<end) ? end - start : 0
  }
}

extension [Int: Int] {
  /// The key that was counted most often; the smallest of several.
  fileprivate var mostFrequent: Int? {
    self.max { (one: Element, other: Element) -> Bool in (one.value, -one.key) < (other.value, -other.key) }?
      .key
  }
}
