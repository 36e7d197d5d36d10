internal import KitCore

/// The contingency sheet: what to do when something goes wrong or time runs out.
struct ContingencySheet {
  let occasion: Occasion

  /// The document.
  var document: PackDocument {
    var draft = Draft()
    if !occasion.plan.contingency.isEmpty {
      draft.heading(2, "What if")
      draft.add(
        .facts(occasion.plan.contingency.map { .fact(occasion.line($0.condition), occasion.line($0.action)) })
      )
    }
    draft.heading(2, "If time runs out")
    let shortest = ShortPlan.shortest(of: occasion.blocks.map { TimedBlock($0.block) })
    draft.text(
      "At its shortest the session takes \(shortest) minutes. Give up what stands on top of your list first, fixed blocks last."
    )
    let rows = occasion.blocks.compactMap { (entry: OccasionBlock) -> [[PackBlock]]? in
      guard let short = entry.block.ifShort else { return nil }
      let to = short.isCut ? "left out" : short.minutes.map { "\($0)" } ?? ""
      return [
        [.text(occasion.line(entry.block.title))], [.text("\(entry.minutes)")], [.text(to)],
        [.text(occasion.line(short.by))],
      ]
    }
    if !rows.isEmpty {
      draft.add(
        .table(
          PackTable(
            caption: [.text("What can be shortened")],
            columns: [
              .init([.text("Block")], share: 3), .init([.text("Now")], alignment: .right),
              .init([.text("Short")], alignment: .right), .init([.text("How")], share: 5),
            ], rows: rows, namesRows: true)))
    }
    if !occasion.isOnline { addFallback(&draft) }
    return PackDocument(
      id: "facilitator/contingency", audience: .facilitator, title: "When something goes wrong",
      summary: "What to do when people, time or things are missing.", language: occasion.language,
      blocks: draft.blocks)
  }

  private func addFallback(_ draft: inout Draft) {
    let large = occasion.blocks.compactMap { (entry: OccasionBlock) -> PackBlock.Fact? in
      entry.block.adaptations?.largeGroup.map { .fact(occasion.line(entry.block.title), occasion.line($0)) }
    }
    guard !large.isEmpty else { return }
    draft.heading(2, "If many people come")
    draft.add(.facts(large))
  }
}
