internal import KitCore

/// The shapes of pandoc's tree, as far as they are used.
enum Pandoc {
  /// A node of a kind with its content.
  static func node(_ kind: String, _ content: JSON? = nil) -> JSON {
    .compact([("t", .string(kind)), ("c", content)])
  }

  /// Letters.
  static func letters(_ text: String) -> JSON { node("Str", .string(text)) }

  /// A paragraph.
  static func paragraph(_ pieces: [JSON]) -> JSON { node("Para", .array(pieces)) }

  /// A name, classes and other attributes.
  static func attributes(_ anchor: String = "", classes: [String] = [], _ pairs: [(String, String)] = [])
    -> JSON
  {
    [.string(anchor), .strings(classes), .array(pairs.map { [.string($0.0), .string($0.1)] })]
  }

  /// Blocks in a paragraph style of the reference documents.
  static func styled(_ style: String, _ blocks: [JSON]) -> JSON {
    node("Div", [attributes("", [("custom-style", style)]), .array(blocks)])
  }

  /// Blocks of a class.
  static func division(_ name: String, _ blocks: [JSON]) -> JSON {
    node("Div", [attributes(classes: [name]), .array(blocks)])
  }

  /// A heading.
  static func heading(_ level: Int, anchor: String, _ pieces: [JSON]) -> JSON {
    node("Header", [.integer(level), attributes(anchor), .array(pieces)])
  }

  /// Text in the document's particulars.
  static func meta(_ text: String) -> JSON { node("MetaInlines", [letters(text)]) }

  /// A table; widths are shares of the whole. No cell is called the head of its row: pandoc 2.17 leaves such cells out
  /// of ODT files.
  static func table(
    caption: [JSON], columns: [(align: String, width: Double)], head: [[JSON]], rows: [[[JSON]]]
  ) -> JSON {
    let none = attributes()
    let row = { (cells: [[JSON]]) -> JSON in
      [none, .array(cells.map { [none, node("AlignDefault"), 1, 1, .array($0)] })]
    }
    let specifications = columns.map { (column: (align: String, width: Double)) -> JSON in
      [node(column.align), node("ColWidth", .number(column.width))]
    }
    let heads: [JSON] = head.contains { !$0.isEmpty } ? [row(head)] : []
    let body: JSON = [none, 0, [], .array(rows.map(row))]
    return node(
      "Table",
      [
        none, [.null, .array(caption.isEmpty ? [] : [paragraph(caption)])], .array(specifications),
        [none, .array(heads)], [body], [none, []],
      ])
  }
}
