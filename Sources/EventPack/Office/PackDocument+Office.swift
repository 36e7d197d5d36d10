package import KitCore

extension PackDocument {
  /// The document as pandoc's own tree, from which it writes ODT and DOCX. `pandoc-api-version` is left for whoever
  /// knows which pandoc it is.
  ///
  /// - Parameter subtitle: What stands below the title, such as the event in a line.
  package func officeTree(subtitle: String) -> JSON {
    var writer = OfficeBlocks(footnotes: blocks)
    if paper.form == .signs { writer.cardsBeginPages = true }
    return tree(subtitle: subtitle, blocks: writer.blocks(blocks))
  }

  /// The cards of the document as slides with speaker's notes, as pandoc's own tree.
  package func slideTree(subtitle: String) -> JSON {
    let writer = OfficeBlocks(footnotes: blocks)
    return tree(subtitle: subtitle, blocks: blocks.flatMap { writer.slides($0) })
  }

  private func tree(subtitle: String, blocks: [JSON]) -> JSON {
    [
      "meta": [
        "title": Pandoc.meta(title), "subtitle": Pandoc.meta(subtitle), "lang": Pandoc.meta(language),
      ],
      "blocks": .array(blocks),
    ]
  }
}
