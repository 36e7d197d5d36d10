internal import KitCore

/// Slides: one for each block, with what participants see; what the facilitator says stands in the notes.
struct Slides {
  let occasion: Occasion

  /// The document.
  var document: PackDocument {
    var anchors = Anchors()
    var cards: [PackBlock.Card] = [
      .init(
        anchor: anchors.next(for: "title"), title: occasion.line(occasion.event.title),
        over: occasion.organiser,
        blocks: [
          .text(Wording(occasion.language).date(occasion.day)), .text(occasion.line(occasion.plan.purpose)),
        ],
        notes: [.text("Show this while people arrive.")])
    ]
    if occasion.hasRule {
      cards.append(
        .init(
          anchor: anchors.next(for: "rule"), title: "The Chatham House Rule",
          blocks: [.quote([.text(ConfidentialityWords.rule)])], notes: [.text("Read it out, word for word.")])
      )
    }
    for entry in occasion.blocks {
      let block = entry.block
      var shown = PackBlock.prose(occasion.fill(block.participants ?? ""))
      if !block.tracks.isEmpty {
        shown.append(
          .columns(
            block.tracks.map {
              .init(occasion.line($0.title), PackBlock.prose(occasion.fill($0.participants ?? "")))
            }))
      }
      cards.append(
        .init(
          anchor: anchors.next(for: block.id.rawValue), title: occasion.line(block.title),
          over: "\(entry.minutes) minutes", blocks: shown, notes: notes(of: entry)))
    }
    return PackDocument(
      id: "facilitator/slides", audience: .facilitator, title: "Slides",
      summary: "A slide for each block, with your words in the notes.", language: occasion.language,
      paper: .init(form: .slides), blocks: [.cards(cards)])
  }

  private func notes(of entry: OccasionBlock) -> [PackBlock] {
    let block = entry.block
    var notes: [PackBlock] = [.text("\(entry.times). \(occasion.line(block.purpose))")]
    if let say = block.say { notes += [.text("Say:")] + PackBlock.prose(occasion.fill(say)) }
    let steps = block.steps + block.tracks.flatMap(\.steps)
    if !steps.isEmpty {
      notes.append(
        .list(start: 1, steps.map { .init([.text("\($0.minutes)′ " + occasion.line($0.action))]) }))
    }
    return notes
  }
}
