/// One block of a Markdown document: whole lines, with exact byte ranges.
///
/// Blocks stand in document order and never overlap. What lies between them, blank lines and bare quote
/// marks, is the `gap` before the next block, so that gaps and blocks together are the document's bytes.
package struct MarkdownBlock: Sendable, Equatable {
  /// What a block is.
  package enum Kind: Sendable, Equatable, Hashable {
    /// A heading of level 1 to 6, with `#` marks or underlined.
    case heading(level: Int)
    /// Running text; may stand inside an item or a quote, as `indent` and `quoteDepth` tell.
    case paragraph
    /// A list item with the lines of its first paragraph. A bullet has no `number`.
    case item(number: Int?)
    /// A row of a table.
    case tableRow
    /// The row of dashes under a table's header.
    case tableRule
    /// The line that opens or closes fenced code.
    case fence
    /// A line of fenced code.
    case code
    /// A link definition, `[label]: address`.
    case linkDefinition
    /// A line of HTML, or of a template language.
    case html
    /// A line across, such as `---`.
    case rule
  }

  /// What the block is.
  package let kind: Kind
  /// The blank lines before the block, as bytes of the document; may be empty.
  package let gap: Range<Int>
  /// The block's lines with their line ends, as bytes of the document.
  package let range: Range<Int>
  /// The block's words without marks: of a heading or an item the text after the mark, without line end;
  /// else the lines without the first line's indentation and the last line end.
  package let content: Range<Int>
  /// Columns of white space before the block, after any quote marks; a tab counts up to the next multiple of 4.
  package let indent: Int
  /// How many quote marks stand before the block.
  package let quoteDepth: Int
}
