/// Finds the sections of a document among its blocks.
enum MarkdownSections {
  static func read(blocks: [MarkdownBlock], bytes: [UInt8]) -> [MarkdownSection] {
    let headings = blocks.indices.filter { if case .heading = blocks[$0].kind { true } else { false } }
    var names = SectionNames()
    var fullEnd = [Int](repeating: bytes.count, count: headings.count)
    var parents = [Int?](repeating: nil, count: headings.count)
    var open: [Int] = []
    for (order, block) in headings.enumerated() {
      while let last = open.last, level(blocks[headings[last]]) >= level(blocks[block]) {
        fullEnd[last] = blocks[block].gap.lowerBound
        open.removeLast()
      }
      parents[order] = open.last
      open.append(order)
    }
    return headings.enumerated().map { order, block in
      let next = order + 1 < headings.count ? headings[order + 1] : blocks.count
      let end = next < blocks.count ? blocks[next].gap.lowerBound : bytes.count
      let start = blocks[block].range.lowerBound
      let (title, id) = HeadingText.split(String(decoding: bytes[blocks[block].content], as: UTF8.self))
      return MarkdownSection(
        title: title, level: level(blocks[block]), slug: names.next(for: id ?? title, isGiven: id != nil),
        hasExplicitID: id != nil, headingBlock: block, body: block + 1..<next, ownRange: start..<end,
        fullRange: start..<fullEnd[order], parent: parents[order])
    }
  }

  private static func level(_ block: MarkdownBlock) -> Int {
    if case .heading(let level) = block.kind { level } else { 7 }
  }
}
