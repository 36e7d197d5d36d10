/// A Markdown document read line by line into blocks, with the exact bytes of each.
///
/// Reading never fails and never recurses; it takes time linear in the document's length whatever it holds.
/// The reader knows the blocks that people write, not every corner of the standard; text that it does not
/// recognise is a paragraph. Line ends may be `\n` or `\r\n`.
package struct MarkdownDocument: Sendable {
  /// The document as it was read.
  package let bytes: [UInt8]
  /// The front matter with both `---` lines, or `nil` where there is none or it is not closed.
  package let frontMatter: Range<Int>?
  /// The lines between the two `---` lines; empty where there is no front matter.
  package let frontMatterBody: Range<Int>
  /// Whether the document begins with a `---` line that nothing closes; the lines are then body text.
  package let hasUnclosedFrontMatter: Bool
  /// The blocks after the front matter, in document order.
  package let blocks: [MarkdownBlock]
  /// The sections in document order; text before the first heading belongs to none.
  package let sections: [MarkdownSection]
  /// The blank lines after the last block.
  package let tail: Range<Int>

  /// Reads a document.
  package init(_ bytes: [UInt8]) {
    var reader = MarkdownReader(bytes)
    reader.readFrontMatter()
    reader.readBlocks()
    self.bytes = bytes
    frontMatter = reader.frontMatter
    frontMatterBody = reader.frontMatterBody
    hasUnclosedFrontMatter = reader.hasUnclosedFrontMatter
    blocks = reader.blocks
    tail = reader.gapStart..<bytes.count
    sections = MarkdownSections.read(blocks: reader.blocks, bytes: bytes)
  }

  /// The text of a range; bytes that are not UTF-8 are shown as replacement characters.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The section with this slug, if there is one.
  package func section(_ slug: String) -> MarkdownSection? {
    sections.first { $0.slug == slug }
  }

  /// The cells of a table row: the bytes between its bars, without white space at the ends.
  ///
  /// An escaped bar (`\|`) is part of its cell. For a block of another kind there are no cells.
  package func cells(of block: MarkdownBlock) -> [Range<Int>] {
    guard block.kind == .tableRow || block.kind == .tableRule else { return [] }
    return TableCells.ranges(in: bytes, row: block.content)
  }

  /// For each block, the index of the item it stands in, or `nil`.
  ///
  /// A nested item's parent is the item around it; a paragraph, table or code inside an item has that item.
  package func parents() -> [Int?] {
    var open: [(block: Int, indent: Int, quote: Int)] = []
    return blocks.indices.map { index in
      let block = blocks[index]
      if case .heading = block.kind { open.removeAll() }
      if block.quoteDepth != open.last?.quote { open.removeAll() }
      while let last = open.last, block.indent <= last.indent { open.removeLast() }
      let parent = open.last?.block
      if case .item = block.kind { open.append((index, block.indent, block.quoteDepth)) }
      return parent
    }
  }
}
