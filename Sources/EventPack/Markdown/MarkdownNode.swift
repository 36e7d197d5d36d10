internal import CMarkGFM

/// One node of a parsed text; valid only while the ``MarkdownParse`` that gave it is alive.
struct MarkdownNode {
  let pointer: OpaquePointer

  /// The name of its kind, as the parser has it: `paragraph`, `table_cell`, …
  var kind: String {
    // The parser has no name for its notes.
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_FOOTNOTE_DEFINITION: "footnote_definition"
    case CMARK_NODE_FOOTNOTE_REFERENCE: "footnote_reference"
    default: String(cString: cmark_node_get_type_string(pointer))
    }
  }

  /// The letters of a text, code or raw piece.
  var literal: String { MarkdownNode.string(cmark_node_get_literal(pointer)) }

  /// Where a link or picture leads.
  var target: String { MarkdownNode.string(cmark_node_get_url(pointer)) }

  /// The level of a heading.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The first number of a list; `nil` for points.
  var listStart: Int? {
    cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
  }

  /// Whether an item of a list of tasks is ticked.
  var isTicked: Bool { cmark_gfm_extensions_get_tasklist_item_checked(pointer) }

  /// How the columns of a table are set.
  var alignments: [PackTable.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return (0..<count).map { (index: Int) -> PackTable.Alignment in
      switch letters[index] {
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: .left
      }
    }
  }

  /// The line in the text, from 1.
  var line: Int { Int(cmark_node_get_start_line(pointer)) }

  /// The nodes inside, in order.
  var children: [MarkdownNode] {
    var found: [MarkdownNode] = []
    var next = cmark_node_first_child(pointer)
    while let node = next {
      found.append(MarkdownNode(pointer: node))
      next = cmark_node_next(node)
    }
    return found
  }

  private static func string(_ letters: UnsafePointer<CChar>?) -> String {
    letters.map { String(cString: $0) } ?? ""
  }
}

/// Sole owner of a parsed text.
struct MarkdownParse: ~Copyable {
  private let document: OpaquePointer

  /// Parses a text with tables, lists of tasks, struck words and notes; `nil` where there is no memory.
  init?(_ text: String) {
    _ = MarkdownParse.extensions
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "tasklist"] {
      if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(parser, found) }
    }
    var copy = text
    copy.withUTF8 { (bytes: UnsafeBufferPointer<UInt8>) in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let document = cmark_parser_finish(parser) else { return nil }
    self.document = document
  }

  deinit { cmark_node_free(document) }

  /// The node that holds all others.
  var root: MarkdownNode { MarkdownNode(pointer: document) }

  /// The parser's list of extensions is filled once, by whoever comes first.
  private static let extensions: Void = cmark_gfm_core_extensions_ensure_registered()
}
