extension PackBlock {
  /// The block with all its running text changed, at every depth.
  func mappingText(_ change: ([PackInline]) -> [PackInline]) -> PackBlock {
    func all(_ blocks: [PackBlock]) -> [PackBlock] { blocks.map { $0.mappingText(change) } }
    switch self {
    case .heading(let level, let anchor, let text):
      return .heading(level: level, anchor: anchor, change(text))
    case .paragraph(let text): return .paragraph(change(text))
    case .list(let start, let items):
      return .list(start: start, items.map { Item(all($0.blocks), isDone: $0.isDone) })
    case .table(let table):
      return .table(
        PackTable(
          caption: change(table.caption), columns: table.columns,
          rows: table.rows.map { (row: [[PackBlock]]) -> [[PackBlock]] in row.map(all) },
          namesRows: table.namesRows,
          isForWriting: table.isForWriting))
    case .facts(let facts): return .facts(facts.map { Fact(change($0.term), all($0.blocks)) })
    case .box(let box): return .box(Box(box.kind, box.title, all(box.blocks)))
    case .quote(let blocks): return .quote(all(blocks))
    case .section(let blocks): return .section(all(blocks))
    case .columns(let columns): return .columns(columns.map { Column($0.title, all($0.blocks)) })
    case .cards(let cards):
      return .cards(
        cards.map {
          Card(
            anchor: $0.anchor, title: $0.title, over: $0.over, blocks: all($0.blocks), notes: all($0.notes),
            language: $0.language)
        })
    case .lines(let label, let count): return .lines(label: change(label), count: count)
    case .footnotes(let notes): return .footnotes(notes.map { Footnote($0.number, all($0.blocks)) })
    case .picture, .code, .rule, .pageBreak: return self
    }
  }
}

extension PackBlock {
  /// The letters alone, with a blank between blocks.
  var plain: String {
    func all(_ blocks: [PackBlock]) -> String { blocks.map(\.plain).joined(separator: " ") }
    switch self {
    case .heading(_, _, let text), .paragraph(let text), .lines(let text, _): return text.plain
    case .list(_, let items): return items.map { all($0.blocks) }.joined(separator: " ")
    case .table(let table):
      let titles = table.columns.map(\.title.plain)
      return (titles + table.rows.flatMap { $0.map(all) }).joined(separator: " ")
    case .facts(let facts): return facts.map { $0.term.plain + " " + all($0.blocks) }.joined(separator: " ")
    case .box(let box): return box.title + " " + all(box.blocks)
    case .quote(let blocks), .section(let blocks): return all(blocks)
    case .code(let text): return text
    case .columns(let columns): return columns.map { $0.title + " " + all($0.blocks) }.joined(separator: " ")
    case .cards(let cards): return cards.map { $0.title + " " + all($0.blocks) }.joined(separator: " ")
    case .footnotes(let notes): return notes.map { all($0.blocks) }.joined(separator: " ")
    case .picture(let picture): return picture.alternative
    case .rule, .pageBreak: return ""
    }
  }
}
