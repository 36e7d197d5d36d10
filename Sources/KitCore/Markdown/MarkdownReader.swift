/// The pass over a document's lines that finds its blocks.
struct MarkdownReader {
  let bytes: [UInt8]
  private let shape: LineShape
  private var at = 0
  private var isInTable = false

  private(set) var frontMatter: Range<Int>?
  private(set) var frontMatterBody = 0..<0
  private(set) var hasUnclosedFrontMatter = false
  private(set) var blocks: [MarkdownBlock] = []
  /// Where the blank lines before the next block begin.
  private(set) var gapStart = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    shape = LineShape(bytes: bytes)
  }

  /// Reads the lines between two `---` lines at the very start.
  mutating func readFrontMatter() {
    let first = MarkdownLine(bytes, from: 0)
    guard isFrontMatterMark(first, "---") else { return }
    var at = first.range.upperBound
    while at < bytes.count {
      let line = MarkdownLine(bytes, from: at)
      if isFrontMatterMark(line, "---") || isFrontMatterMark(line, "...") {
        frontMatter = 0..<line.range.upperBound
        frontMatterBody = first.range.upperBound..<at
        self.at = line.range.upperBound
        gapStart = self.at
        return
      }
      at = line.range.upperBound
    }
    hasUnclosedFrontMatter = true
  }

  private func isFrontMatterMark(_ line: MarkdownLine, _ mark: StaticString) -> Bool {
    line.range.lowerBound == line.start && line.end - line.start == 3
      && (0..<3).allSatisfy { bytes[line.start + $0] == mark.utf8Start[$0] }
  }

  mutating func readBlocks() {
    var fence: (mark: UInt8, length: Int)?
    while at < bytes.count {
      let line = MarkdownLine(bytes, from: at)
      if let open = fence {
        if line.range.allSatisfy({ bytes[$0].isBlank }) {
          at = line.range.upperBound
          continue
        }
        let closes = shape.closes(open, line)
        append(closes ? .fence : .code, line, content: line.start..<line.end)
        if closes { fence = nil }
      } else if line.isBlank {
        isInTable = false
        at = line.range.upperBound
      } else {
        fence = readBlock(line)
      }
    }
  }

  /// Reads the block that begins with this line; answers with the fence that it opens, if it does.
  private mutating func readBlock(_ line: MarkdownLine) -> (mark: UInt8, length: Int)? {
    let whole = line.start..<line.end
    if let fence = shape.fence(line) {
      append(.fence, line, content: whole)
      return fence
    }
    if let heading = shape.heading(line) {
      append(.heading(level: heading.level), line, content: heading.content)
    } else if shape.isRule(line) {
      append(.rule, line, content: whole)
    } else if shape.isLinkDefinition(line) {
      append(.linkDefinition, line, content: whole)
    } else if isTableLine(line) {
      append(shape.isTableRule(line) ? .tableRule : .tableRow, line, content: whole)
      isInTable = true
    } else if shape.isHTML(line) {
      append(.html, line, content: whole)
    } else {
      readText(line)
    }
    return nil
  }

  /// A row with a leading bar, or one without inside or at the head of a table.
  private func isTableLine(_ line: MarkdownLine) -> Bool {
    if shape.isRow(line) { return true }
    guard shape.hasBar(line) else { return false }
    if isInTable { return true }
    guard line.range.upperBound < bytes.count, shape.item(line) == nil else { return false }
    return shape.isTableRule(MarkdownLine(bytes, from: line.range.upperBound))
  }

  /// Reads a paragraph or an item with all its lines; a line of `=` or `-` under one line makes it a heading.
  private mutating func readText(_ first: MarkdownLine) {
    let item = shape.item(first)
    var last = first
    var next = first.range.upperBound
    while next < bytes.count {
      let line = MarkdownLine(bytes, from: next)
      if item == nil, last.range == first.range, let level = shape.underline(line) {
        append(.heading(level: level), first, upTo: line.range.upperBound, content: first.start..<first.end)
        return
      }
      if line.isBlank || beginsBlock(line) { break }
      last = line
      next = line.range.upperBound
    }
    let content = (item?.content.lowerBound ?? first.start)..<max(last.end, item?.content.upperBound ?? 0)
    append(item.map { .item(number: $0.number) } ?? .paragraph, first, upTo: next, content: content)
  }

  /// Whether a line ends the paragraph before it.
  private func beginsBlock(_ line: MarkdownLine) -> Bool {
    shape.item(line) != nil || shape.heading(line) != nil || shape.fence(line) != nil || shape.isRow(line)
      || shape.isLinkDefinition(line) || shape.isHTML(line) || shape.isRule(line)
  }

  private mutating func append(
    _ kind: MarkdownBlock.Kind, _ line: MarkdownLine, upTo end: Int? = nil, content: Range<Int>
  ) {
    let end = end ?? line.range.upperBound
    blocks.append(
      MarkdownBlock(
        kind: kind, gap: gapStart..<line.range.lowerBound, range: line.range.lowerBound..<end,
        content: content,
        indent: line.indent, quoteDepth: line.quoteDepth))
    if kind != .tableRow, kind != .tableRule { isInTable = false }
    at = end
    gapStart = end
  }
}
