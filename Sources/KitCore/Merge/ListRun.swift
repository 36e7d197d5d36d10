/// The items of one list, as they follow each other.
struct ListRun {
  /// One item.
  struct Item {
    /// Where its number, or its mark, stands, in bytes.
    let mark: Range<Int>
    let number: Int?
    /// The text of its first paragraph.
    let text: Range<Int>
    /// Whether something stands below it that its mark's width sets in.
    var hasMore: Bool
  }

  let items: [Item]

  /// Whether all items have numbers.
  var isNumbered: Bool { items.allSatisfy { $0.number != nil } }

  /// Whether the items, two at least, are numbered in a row.
  var isCounted: Bool {
    let numbers = items.compactMap(\.number)
    return numbers.count == items.count && items.count >= 2
      && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// All runs of a document.
  static func all(in text: [UInt8]) -> [ListRun] {
    var runs: [ListRun] = []
    var open: [(indent: Int, depth: Int, items: [Item])] = []
    func close() {
      if let last = open.popLast() {
        runs.append(ListRun(items: last.items))
      }
    }
    for block in MarkdownDocument(text).blocks {
      let item = item(block, text)
      while let last = open.last, block.indent < last.indent || block.quoteDepth != last.depth { close() }
      if let last = open.last, block.indent > last.indent, !last.items.isEmpty {
        open[open.count - 1].items[last.items.count - 1].hasMore = true
      } else if open.last != nil, item == nil {
        close()
      }
      guard let item else { continue }
      if let last = open.last, last.indent == block.indent {
        open[open.count - 1].items.append(item)
      } else {
        open.append((block.indent, block.quoteDepth, [item]))
      }
    }
    while !open.isEmpty { close() }
    return runs
  }

  private static func item(_ block: MarkdownBlock, _ text: [UInt8]) -> Item? {
    guard case .item(let number) = block.kind else { return nil }
    var start = block.range.lowerBound
    while start < block.content.lowerBound, text[start].isBlank || text[start] == UInt8(ascii: ">") {
      start += 1
    }
    var end = start + 1
    if number != nil {
      end = start
      while end < block.content.lowerBound, text[end].isASCIIDigit { end += 1 }
    }
    guard start < end, end <= block.content.lowerBound else { return nil }
    let lines = text[block.content.lowerBound..<block.range.upperBound].dropLast()
    return Item(
      mark: start..<end, number: number, text: block.content.lowerBound..<block.range.upperBound,
      hasMore: lines.contains(0x0A))
  }
}
