package import KitCore

extension PackDocument {
  /// The document as other programs read it; see <doc:PackDocuments>.
  package var json: JSON {
    .compact([
      ("format", 1),
      ("id", .string(id)),
      ("audience", .string(audience.rawValue)),
      ("title", .string(title)),
      ("summary", .string(summary)),
      ("language", .string(language)),
      ("paper", paper.json),
      ("blocks", .array(blocks.map(\.json))),
    ])
  }
}

extension PackDocument.Paper {
  fileprivate var json: JSON {
    [
      "size": .string(size.rawValue), "form": .string(form.rawValue), "per sheet": .integer(perSheet),
      "landscape": .boolean(isLandscape), "points": .integer(points),
    ]
  }
}

extension PackBlock {
  /// The block as other programs read it: an object whose `is` names the kind.
  package var json: JSON {
    switch self {
    case .heading(let level, let anchor, let text):
      ["is": "heading", "level": .integer(level), "anchor": .string(anchor), "text": text.json]
    case .paragraph(let text): ["is": "paragraph", "text": text.json]
    case .list(let start, let items):
      .compact([
        ("is", "list"), ("start", start.map { .integer($0) }), ("items", .array(items.map(\.json))),
      ])
    case .table(let table): table.json
    case .picture(let picture): picture.json
    case .facts(let facts):
      ["is": "facts", "items": .array(facts.map { ["term": $0.term.json, "blocks": $0.blocks.json] })]
    case .box(let box):
      [
        "is": "box", "kind": .string(box.kind.rawValue), "title": .string(box.title),
        "blocks": box.blocks.json,
      ]
    case .quote(let blocks): ["is": "quote", "blocks": blocks.json]
    case .code(let text): ["is": "code", "code": .string(text)]
    case .section(let blocks): ["is": "section", "blocks": blocks.json]
    case .columns(let columns):
      [
        "is": "columns",
        "columns": .array(columns.map { ["title": .string($0.title), "blocks": $0.blocks.json] }),
      ]
    case .cards(let cards): ["is": "cards", "cards": .array(cards.map(\.json))]
    case .lines(let label, let count): ["is": "lines", "label": label.json, "count": .integer(count)]
    case .footnotes(let notes):
      [
        "is": "footnotes",
        "items": .array(notes.map { ["number": .integer($0.number), "blocks": $0.blocks.json] }),
      ]
    case .rule: ["is": "rule"]
    case .pageBreak: ["is": "page break"]
    }
  }
}

extension PackBlock.Item {
  fileprivate var json: JSON {
    .compact([("done", isDone.map { .boolean($0) }), ("blocks", blocks.json)])
  }
}

extension PackBlock.Card {
  fileprivate var json: JSON {
    .compact([
      ("anchor", .string(anchor)),
      ("title", .string(title)),
      ("over", over.isEmpty ? nil : .string(over)),
      ("language", language.map { .string($0) }),
      ("blocks", blocks.json),
      ("notes", notes.isEmpty ? nil : notes.json),
    ])
  }
}

extension PackTable {
  fileprivate var json: JSON {
    let columns = columns.map { (column: Column) -> JSON in
      [
        "title": column.title.json, "align": .string(column.alignment.rawValue),
        "share": .integer(column.share),
      ]
    }
    let rows = rows.map { (row: [[PackBlock]]) -> JSON in .array(row.map(\.json)) }
    return [
      "is": "table", "caption": caption.json, "columns": .array(columns), "rows": .array(rows),
      "names rows": .boolean(namesRows), "for writing": .boolean(isForWriting),
    ]
  }
}

extension PackPicture {
  fileprivate var json: JSON {
    ["is": "picture", "file": .string(file), "alternative": .string(alternative)]
  }
}

extension [PackBlock] {
  fileprivate var json: JSON { .array(map(\.json)) }
}

extension PackInline {
  /// The piece as other programs read it: a string for text, an object whose `is` names anything else.
  package var json: JSON {
    switch self {
    case .text(let text): .string(text)
    case .strong(let inner): ["is": "strong", "text": inner.json]
    case .emphasis(let inner): ["is": "emphasis", "text": inner.json]
    case .struck(let inner): ["is": "struck", "text": inner.json]
    case .code(let text): ["is": "code", "code": .string(text)]
    case .link(let target, let inner): ["is": "link", "to": .string(target), "text": inner.json]
    case .picture(let picture): picture.json
    case .language(let language, let inner):
      ["is": "language", "language": .string(language), "text": inner.json]
    case .footnote(let number): ["is": "footnote", "number": .integer(number)]
    case .lineBreak: ["is": "line break"]
    }
  }
}

extension [PackInline] {
  fileprivate var json: JSON { .array(map(\.json)) }
}
