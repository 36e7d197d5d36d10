internal import KitCore

/// Reads Markdown of a kit into the blocks of a document.
///
/// Raw HTML is left out, links and pictures lead only where ``LinkTarget`` lets them, and the depth is bounded.
struct MarkdownTree {
  /// What a link or picture of the text means in the pack.
  struct Surroundings {
    /// The file that holds the text, inside the kit.
    let file: KitPath
    /// The page of the pack that stands for a file of the kit; `nil` where the pack has none.
    var page: (_ file: String) -> String? = { _ in nil }
    /// The staged picture for a file of the kit; `nil` where the kit has no such picture.
    var picture: (_ file: String) -> String? = { _ in nil }
  }

  /// Something in the text that a pack cannot show.
  struct Fault: Error, Equatable {
    /// The line in the text, from 1.
    let line: Int
    /// What is wrong, as a phrase.
    let reason: String
  }

  private let filling: MarkdownFilling
  private let surroundings: Surroundings
  private var anchors: Anchors
  private var levels: [Int] = []
  private var notes: [PackBlock.Footnote] = []
  /// What was left out, in order of place.
  private(set) var faults: [Fault] = []

  private static let deepest = 24

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - markdown: The text.
  ///   - values: The values of parameters.
  ///   - anchors: Names that headings of the same document have already; new ones are added.
  /// - Returns: The blocks, headings from level 2, and what was left out.
  /// - Throws: ``Fault`` for a text that is too complex to be parsed.
  static func read(
    _ markdown: String, values: [String: String], anchors: inout Anchors, in surroundings: Surroundings
  ) throws(Fault) -> (blocks: [PackBlock], faults: [Fault]) {
    if let fault = MarkdownLimits().fault(in: markdown) {
      throw Fault(line: fault.line, reason: fault.reason)
    }
    let filling = MarkdownFilling(markdown, values: values)
    guard let parse = MarkdownParse(filling.text) else {
      throw Fault(line: 1, reason: "there is no memory for it")
    }
    var tree = MarkdownTree(filling: filling, surroundings: surroundings, anchors: anchors)
    var blocks = try tree.blocks(of: parse.root, depth: 0)
    if !tree.notes.isEmpty { blocks.append(.footnotes(tree.notes)) }
    anchors = tree.anchors
    return (blocks, tree.faults)
  }

  private init(filling: MarkdownFilling, surroundings: Surroundings, anchors: Anchors) {
    self.filling = filling
    self.surroundings = surroundings
    self.anchors = anchors
  }

  private mutating func blocks(of node: MarkdownNode, depth: Int) throws(Fault) -> [PackBlock] {
    guard depth < MarkdownTree.deepest else { throw Fault(line: node.line, reason: "it is nested too deep") }
    var blocks: [PackBlock] = []
    for child in node.children {
      if let block = try self.block(child, depth: depth) { blocks.append(block) }
    }
    return blocks
  }

  private mutating func block(_ node: MarkdownNode, depth: Int) throws(Fault) -> PackBlock? {
    switch node.kind {
    case "heading": return try heading(node)
    case "paragraph":
      let text = try inlines(of: node, depth: depth)
      if text.count == 1, case .picture(let picture) = text[0] { return .picture(picture) }
      return text.isEmpty ? nil : .paragraph(text)
    case "block_quote": return .quote(try blocks(of: node, depth: depth + 1))
    case "list":
      var items: [PackBlock.Item] = []
      for item in node.children {
        let isTask = item.kind == "tasklist"
        items.append(.init(try blocks(of: item, depth: depth + 1), isDone: isTask ? item.isTicked : nil))
      }
      return .list(start: node.listStart, items)
    case "code_block": return .code(filling.filled(node.literal))
    case "thematic_break": return .rule
    case "table": return try table(node, depth: depth)
    case "footnote_definition":
      let number = notes.count + 1
      notes.append(.init(number, try blocks(of: node, depth: depth + 1)))
      return nil
    case "html_block":
      // A comment says nothing to anybody, so nobody misses it.
      if !node.literal.hasPrefix("<!--") {
        faults.append(Fault(line: node.line, reason: "raw HTML is left out"))
      }
      return nil
    default: return nil
    }
  }

  /// A heading on the level that follows from those before it: from 2 on, without a gap.
  private mutating func heading(_ node: MarkdownNode) throws(Fault) -> PackBlock? {
    let text = try inlines(of: node, depth: 0)
    let (title, id) = HeadingText.split(text.plain)
    guard !title.isEmpty else { return nil }
    let level = node.headingLevel
    while let last = levels.last, last >= level { levels.removeLast() }
    levels.append(level)
    let shown = id == nil ? text : MarkdownTree.withoutID(text)
    return .heading(
      level: min(6, levels.count + 1), anchor: anchors.next(for: id ?? HeadingText.slug(title)), shown)
  }

  /// A heading's text without the `{#id}` at its end.
  private static func withoutID(_ text: [PackInline]) -> [PackInline] {
    guard case .text(let last) = text.last else { return text }
    return text.dropLast() + [.text(HeadingText.split(last).title)]
  }

  private mutating func table(_ node: MarkdownNode, depth: Int) throws(Fault) -> PackBlock? {
    let alignments = node.alignments
    var titles: [[PackInline]] = []
    var rows: [[[PackBlock]]] = []
    for row in node.children {
      var cells: [[PackInline]] = []
      for cell in row.children { cells.append(try inlines(of: cell, depth: depth + 1)) }
      if row.kind == "table_header" {
        titles = cells
      } else {
        rows.append(
          cells.map { (cell: [PackInline]) -> [PackBlock] in cell.isEmpty ? [] : [.paragraph(cell)] })
      }
    }
    let columns = titles.enumerated().map { (index: Int, title: [PackInline]) -> PackTable.Column in
      let width = rows.map { $0.indices.contains(index) ? $0[index].first?.letters ?? 0 : 0 }.max() ?? 0
      return .init(
        title, alignment: alignments.indices.contains(index) ? alignments[index] : .left,
        share: width > 24 ? 4 : width > 10 ? 2 : 1)
    }
    guard !columns.isEmpty else { return nil }
    let isForm = !rows.isEmpty && rows.allSatisfy { $0.dropFirst().allSatisfy(\.isEmpty) }
    let namesRows = rows.allSatisfy { $0.first?.isEmpty == false }
    return .table(
      PackTable(caption: [], columns: columns, rows: rows, namesRows: namesRows, isForWriting: isForm))
  }

  // MARK: Text

  private mutating func inlines(of node: MarkdownNode, depth: Int) throws(Fault) -> [PackInline] {
    guard depth < MarkdownTree.deepest else { throw Fault(line: node.line, reason: "it is nested too deep") }
    var pieces: [PackInline] = []
    for child in node.children {
      for piece in try inline(child, depth: depth) { pieces.appendJoining(piece) }
    }
    return pieces
  }

  private mutating func inline(_ node: MarkdownNode, depth: Int) throws(Fault) -> [PackInline] {
    switch node.kind {
    case "text": return [.text(filling.filled(node.literal))]
    case "softbreak": return [.text(" ")]
    case "linebreak": return [.lineBreak]
    case "code": return [.code(filling.filled(node.literal))]
    case "strong": return [.strong(try inlines(of: node, depth: depth + 1))]
    case "emph": return [.emphasis(try inlines(of: node, depth: depth + 1))]
    case "strikethrough": return [.struck(try inlines(of: node, depth: depth + 1))]
    case "link": return link(node, try inlines(of: node, depth: depth + 1))
    case "image": return picture(node, try inlines(of: node, depth: depth + 1))
    case "footnote_reference": return Int(node.literal).map { [.footnote($0)] } ?? []
    case "html_inline":
      let tag = node.literal.lowercased().filter { !$0.isWhitespace }
      if tag == "<br>" || tag == "<br/>" { return [.lineBreak] }
      if !tag.hasPrefix("<!--") { faults.append(Fault(line: node.line, reason: "raw HTML is left out")) }
      return []
    default: return []
    }
  }

  /// A link, or only its words where it leads nowhere.
  private mutating func link(_ node: MarkdownNode, _ words: [PackInline]) -> [PackInline] {
    switch LinkTarget(filling.filled(node.target)) {
    case .outside(let address): return words.isEmpty ? [] : [.link(to: address, words)]
    case .anchor: return words
    case .file(let path, _):
      guard let file = LinkTarget.resolve(path, from: surroundings.file.text),
        let page = surroundings.page(file)
      else { return words }
      return [.link(to: page, words)]
    case nil:
      faults.append(Fault(line: node.line, reason: "a link that leads nowhere safe is left out"))
      return words
    }
  }

  /// A picture of the kit, or its words where it is none.
  private mutating func picture(_ node: MarkdownNode, _ words: [PackInline]) -> [PackInline] {
    guard case .file(let path, nil) = LinkTarget(filling.filled(node.target)),
      let file = LinkTarget.resolve(path, from: surroundings.file.text),
      let staged = surroundings.picture(file)
    else {
      faults.append(Fault(line: node.line, reason: "a picture that is no file of the kit is left out"))
      return words
    }
    return [.picture(PackPicture(file: staged, alternative: words.plain))]
  }
}

extension PackBlock {
  /// Roughly how many letters a cell has.
  fileprivate var letters: Int {
    if case .paragraph(let text) = self { text.plain.utf8.count } else { 0 }
  }
}

extension [PackInline] {
  /// Adds a piece; text next to text becomes one piece.
  fileprivate mutating func appendJoining(_ piece: PackInline) {
    if case .text(let more) = piece, case .text(let text) = last {
      self[count - 1] = .text(text + more)
    } else {
      append(piece)
    }
  }
}
