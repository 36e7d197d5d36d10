package import KitCore

extension PackDocument {
  /// The document as pandoc's own tree, from which it writes ODT and DOCX. `pandoc-api-version` is left for whoever
  /// knows which pandoc it is.
  ///
  /// - Parameter subtitle: What stands below the title, such as the event in a line.
  package func officeTree(subtitle: String) -> JSON {
    var writer = OfficeBlocks(footnotes: blocks)
    if paper.form == .signs { writer.cardsBeginPages = true }
    return [
      "meta": [
        "title": Pandoc.meta(title), "subtitle": Pandoc.meta(subtitle), "lang": Pandoc.meta(language),
      ],
      "blocks": .array(writer.blocks(blocks)),
    ]
  }

  /// The cards of the document as slides with speaker's notes, as pandoc's own tree. It has no title, from which pandoc
  /// would make a slide before the first.
  package var slideTree: JSON {
    let writer = OfficeBlocks(footnotes: blocks)
    return [
      "meta": ["lang": Pandoc.meta(language)], "blocks": .array(blocks.flatMap { writer.slides($0) }),
    ]
  }
}
