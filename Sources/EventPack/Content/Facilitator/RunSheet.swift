internal import KitCore

/// The run sheet: the whole session on one page.
struct RunSheet {
  let occasion: Occasion

  /// The document.
  var document: PackDocument {
    let rows = occasion.blocks.map { (entry: OccasionBlock) -> [[PackBlock]] in
      [
        [.text(entry.start.description)], [.text("\(entry.minutes)")], title(of: entry), lead(of: entry),
        bring(entry.block),
      ]
    }
    let end: [[PackBlock]] = [
      [.text(occasion.end.description)], [], [.paragraph([.strong([.text("Ends")])])], [], [],
    ]
    let table = PackTable(
      caption: [.text("\(Wording("en").date(occasion.day)), \(occasion.start) to \(occasion.end)")],
      columns: [
        .init([.text("Time")]), .init([.text("Min")], alignment: .right), .init([.text("What")], share: 4),
        .init([.text("Who leads")], share: 2), .init([.text("Have ready")], share: 4),
      ],
      rows: rows + [end], namesRows: true)
    var draft = Draft()
    draft.add(.table(table))
    if let fit = occasion.fit, !fit.changes.isEmpty {
      draft.heading(2, "To fit \(fit.wanted) minutes")
      draft.points(fit.sentences.map(occasion.line))
    }
    return PackDocument(
      id: "facilitator/run-sheet", audience: .facilitator, title: "Run sheet",
      summary: "The whole session on one page, with clock times.", language: occasion.language,
      paper: .init(points: 10), blocks: draft.blocks)
  }

  private func title(of entry: OccasionBlock) -> [PackBlock] {
    let block = entry.block
    var blocks: [PackBlock] = [.paragraph([.strong([.text(occasion.line(block.title))])])]
    if block.tracks.isEmpty {
      if let groups = block.groups, groups != .plenary { blocks.append(.text(groups.words)) }
    } else {
      blocks.append(
        .points(block.tracks.map { "\(occasion.line($0.title)), \($0.minutes) minutes" }))
    }
    if let note = entry.override?.note { blocks.append(.text(occasion.line(note))) }
    return blocks
  }

  private func lead(of entry: OccasionBlock) -> [PackBlock] {
    var blocks: [PackBlock] = entry.lead.map { [.text(occasion.role($0))] } ?? []
    if !entry.block.support.isEmpty {
      blocks.append(
        .text("with " + entry.block.support.map { occasion.role($0).lowercasedFirst }.joined(separator: ", "))
      )
    }
    return blocks
  }

  private func bring(_ block: Block) -> [PackBlock] {
    let materials = block.materials + block.tracks.flatMap(\.materials)
    return materials.isEmpty ? [] : [.text(materials.map { occasion.line($0.item) }.joined(separator: "; "))]
  }
}
