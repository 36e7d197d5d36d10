/// A document in the making: blocks in order, and anchors that stay unique.
struct Draft {
  private(set) var blocks: [PackBlock] = []
  var anchors = Anchors()

  /// Adds a heading of this level, from 2.
  mutating func heading(_ level: Int, _ title: String, anchor: String? = nil) {
    blocks.append(
      .heading(level: level, anchor: anchors.next(for: anchor ?? Draft.slug(title)), [.text(title)]))
  }

  /// Adds a paragraph, unless it is empty.
  mutating func text(_ text: String) {
    if !text.isEmpty { blocks.append(.paragraph([.text(text)])) }
  }

  /// Adds blocks.
  mutating func add(_ blocks: [PackBlock]) { self.blocks += blocks }

  /// Adds a block.
  mutating func add(_ block: PackBlock) { blocks.append(block) }

  /// Adds a list of points, unless it is empty.
  mutating func points(_ texts: [String]) {
    if !texts.isEmpty { blocks.append(.points(texts)) }
  }

  /// A name for an anchor.
  static func slug(_ title: String) -> String {
    var slug = ""
    for letter in title.lowercased() {
      if letter.isLetter || letter.isNumber {
        slug.append(letter)
      } else if !slug.isEmpty, slug.last != "-" {
        slug += "-"
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }
}

extension PackBlock {
  /// A paragraph of plain text.
  static func text(_ text: String) -> PackBlock { .paragraph([.text(text)]) }

  /// A list of plain points.
  static func points(_ texts: [String]) -> PackBlock {
    .list(start: nil, texts.map { Item([.text($0)]) })
  }

  /// A list of plain tasks that are not done yet.
  static func tasks(_ texts: [String]) -> PackBlock {
    .list(start: nil, texts.map { Item([.text($0)], isDone: false) })
  }

  /// Text of a data file: blank lines part paragraphs, and lines that begin with `- ` are points. Nothing else is special.
  static func prose(_ text: String) -> [PackBlock] {
    var blocks: [PackBlock] = []
    var words: [Substring] = []
    var points: [String] = []
    func close() {
      if !words.isEmpty { blocks.append(.text(words.joined(separator: " "))) }
      if !points.isEmpty { blocks.append(.points(points)) }
      words = []
      points = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let parts = line.split(whereSeparator: \.isWhitespace)
      if parts.isEmpty {
        close()
      } else if parts.count > 1, parts[0] == "-" {
        if !words.isEmpty { close() }
        points.append(parts.dropFirst().joined(separator: " "))
      } else if let last = points.last, line.hasPrefix("  ") {
        points[points.count - 1] = last + " " + parts.joined(separator: " ")
      } else {
        if !points.isEmpty { close() }
        words += parts
      }
    }
    close()
    return blocks
  }
}

extension PackBlock.Fact {
  /// A name with plain text.
  static func fact(_ term: String, _ text: String) -> PackBlock.Fact {
    PackBlock.Fact([.text(term)], [.paragraph([.text(text)])])
  }
}
