internal import KitCore

/// Writes blocks as nodes of pandoc's tree.
struct OfficeBlocks {
  /// Whether each card begins a page of its own.
  var cardsBeginPages = false
  /// The text of the footnotes, by number; a footnote stands where it is referred to.
  private let footnotes: [Int: [PackBlock]]

  /// A writer for a document with these blocks.
  init(footnotes blocks: [PackBlock]) {
    let notes = blocks.flatMap { (block: PackBlock) -> [PackBlock.Footnote] in
      if case .footnotes(let notes) = block { notes } else { [] }
    }
    footnotes = Dictionary(notes.map { ($0.number, $0.blocks) }) { first, _ in first }
  }

  /// Blocks, one after the other.
  func blocks(_ blocks: [PackBlock]) -> [JSON] { blocks.flatMap { nodes($0) } }

  /// The slides of a block: those of its cards.
  func slides(_ block: PackBlock) -> [JSON] {
    guard case .cards(let cards) = block else { return [] }
    return cards.flatMap { (card: PackBlock.Card) -> [JSON] in
      let notes = card.notes.isEmpty ? [] : [Pandoc.division("notes", blocks(card.notes))]
      let over = card.over.isEmpty ? [] : [Pandoc.paragraph([Pandoc.letters(card.over)])]
      return [Pandoc.heading(1, anchor: card.anchor, [Pandoc.letters(card.title)])] + over
        + blocks(card.blocks) + notes
    }
  }

  private func nodes(_ block: PackBlock) -> [JSON] {
    switch block {
    case .heading(let level, let anchor, let text):
      [Pandoc.heading(level - 1, anchor: anchor, inlines(text))]
    case .paragraph(let text): [Pandoc.paragraph(inlines(text))]
    case .list(let start, let items): [list(start: start, items)]
    case .table(let table): [self.table(table)]
    case .picture(let picture): [Pandoc.paragraph([image(picture)])]
    case .facts(let facts):
      [
        Pandoc.node(
          "DefinitionList",
          .array(facts.map { [.array(inlines($0.term)), [.array(blocks($0.blocks))]] }))
      ]
    case .box(let box): [self.box(box)]
    case .quote(let inner): [Pandoc.node("BlockQuote", .array(blocks(inner)))]
    case .code(let text): [Pandoc.node("CodeBlock", [Pandoc.attributes(), .string(text)])]
    case .section(let inner): blocks(inner)
    case .columns(let columns): [beside(columns)]
    case .cards(let cards): cards.enumerated().flatMap { card($0.element, isFirst: $0.offset == 0) }
    case .lines(let label, let count): lines(label: label, count: count)
    case .footnotes: []
    case .rule: [Pandoc.node("HorizontalRule")]
    case .pageBreak: [newPage]
    }
  }

  private func list(start: Int?, _ items: [PackBlock.Item]) -> JSON {
    let points = items.map { (item: PackBlock.Item) -> JSON in
      guard let isDone = item.isDone else { return .array(blocks(item.blocks)) }
      let box = PackInline.text(isDone ? "☒ " : "☐ ")
      if case .paragraph(let text) = item.blocks.first {
        return .array(blocks([.paragraph([box] + text)] + item.blocks.dropFirst()))
      }
      return .array(blocks([.paragraph([box])] + item.blocks))
    }
    guard let start else { return Pandoc.node("BulletList", .array(points)) }
    return Pandoc.node(
      "OrderedList",
      [[.integer(start), Pandoc.node("Decimal"), Pandoc.node("Period")], .array(points)])
  }

  private func table(_ table: PackTable) -> JSON {
    Pandoc.table(
      caption: inlines(table.caption),
      columns: zip(table.columns, widths(of: table)).map { ($0.alignment.pandoc, $1) },
      head: table.columns.map { $0.title.isEmpty ? [] : [Pandoc.paragraph(inlines([.strong($0.title)]))] },
      rows: table.rows.map { (row: [[PackBlock]]) -> [[JSON]] in
        row.enumerated().map { (place: Int, cell: [PackBlock]) -> [JSON] in
          blocks(place == 0 && table.namesRows ? cell.map(\.named) : cell)
        }
      })
  }

  /// The columns' shares of the whole. None is so narrow that a time of day breaks: letters are wider on some machines.
  private func widths(of table: PackTable) -> [Double] {
    let all = Double(max(1, table.columns.map(\.share).reduce(0, +)))
    let least = min(0.12, 1 / Double(max(1, table.columns.count)))
    let wanted = table.columns.map { max(least, Double($0.share) / all) }
    let sum = wanted.reduce(0, +)
    return wanted.map { $0 / sum }
  }

  /// Tracks stand beside one another as columns of a table with one row.
  private func beside(_ columns: [PackBlock.Column]) -> JSON {
    Pandoc.table(
      caption: [], columns: columns.map { _ in ("AlignLeft", 1 / Double(columns.count)) },
      head: columns.map { [Pandoc.paragraph(inlines([.strong([.text($0.title)])]))] },
      rows: [columns.map { blocks($0.blocks) }])
  }

  private func box(_ box: PackBlock.Box) -> JSON {
    let title = Pandoc.paragraph([Pandoc.node("Strong", [Pandoc.letters(box.title)])])
    return Pandoc.styled(box.kind.officeStyle, [title] + blocks(box.blocks))
  }

  private func card(_ card: PackBlock.Card, isFirst: Bool) -> [JSON] {
    let over =
      card.over.isEmpty ? [] : [Pandoc.styled("Kitbag Over", [Pandoc.paragraph([Pandoc.letters(card.over)])])]
    let heading = Pandoc.heading(1, anchor: card.anchor, [Pandoc.letters(card.title)])
    return (cardsBeginPages && !isFirst ? [newPage] : []) + over + [heading] + blocks(card.blocks)
  }

  private func lines(label: [PackInline], count: Int) -> [JSON] {
    let rows = Array(repeating: [[Pandoc.paragraph([Pandoc.letters("\u{A0}")])]], count: count)
    return (label.isEmpty ? [] : [Pandoc.paragraph(inlines(label))])
      + [Pandoc.table(caption: [], columns: [("AlignLeft", 1)], head: [[]], rows: rows)]
  }

  /// pandoc leaves empty paragraphs out, so this one holds a blank that does not break.
  private var newPage: JSON {
    Pandoc.styled("Kitbag New Page", [Pandoc.paragraph([Pandoc.letters("\u{A0}")])])
  }

  private func inlines(_ pieces: [PackInline]) -> [JSON] { pieces.map { inline($0) } }

  private func inline(_ piece: PackInline) -> JSON {
    switch piece {
    case .text(let text): Pandoc.letters(text)
    case .strong(let inner): Pandoc.node("Strong", .array(inlines(inner)))
    case .emphasis(let inner): Pandoc.node("Emph", .array(inlines(inner)))
    case .struck(let inner): Pandoc.node("Strikeout", .array(inlines(inner)))
    case .code(let text): Pandoc.node("Code", [Pandoc.attributes(), .string(text)])
    case .link(let target, let inner): link(to: target, inner)
    case .picture(let picture): image(picture)
    case .language(let language, let inner):
      Pandoc.node("Span", [Pandoc.attributes("", [("lang", language)]), .array(inlines(inner))])
    case .footnote(let number): Pandoc.node("Note", .array(blocks(footnotes[number] ?? [])))
    case .lineBreak: Pandoc.node("LineBreak")
    }
  }

  /// A file of the pack lies elsewhere from where the office file is kept, so only other links lead anywhere.
  private func link(to target: String, _ inner: [PackInline]) -> JSON {
    let outside = ["https:", "http:", "mailto:", "tel:", "#"].contains { target.hasPrefix($0) }
    guard outside else { return Pandoc.node("Span", [Pandoc.attributes(), .array(inlines(inner))]) }
    return Pandoc.node("Link", [Pandoc.attributes(), .array(inlines(inner)), [.string(target), ""]])
  }

  private func image(_ picture: PackPicture) -> JSON {
    let alternative: [JSON] = picture.alternative.isEmpty ? [] : [Pandoc.letters(picture.alternative)]
    return Pandoc.node("Image", [Pandoc.attributes(), .array(alternative), [.string(picture.file), ""]])
  }
}

extension PackBlock {
  /// The block as it stands in the first cell of a row that it names.
  fileprivate var named: PackBlock {
    if case .paragraph(let text) = self { .paragraph([.strong(text)]) } else { self }
  }
}

extension PackTable.Alignment {
  fileprivate var pandoc: String {
    switch self {
    case .left: "AlignLeft"
    case .centre: "AlignCenter"
    case .right: "AlignRight"
    }
  }
}

extension PackBlock.Box.Kind {
  /// The style of the reference documents.
  fileprivate var officeStyle: String {
    switch self {
    case .note: "Kitbag Note"
    case .warning: "Kitbag Warning"
    case .say: "Kitbag Say"
    case .prompt: "Kitbag Prompt"
    case .watch: "Kitbag Watch"
    case .time: "Kitbag Time"
    }
  }
}
