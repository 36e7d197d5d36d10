internal import KitCore

/// Prompt cards: one card to hold in the hand for each block.
struct PromptCards {
  let occasion: Occasion

  /// The document.
  var document: PackDocument {
    var anchors = Anchors()
    var cards = occasion.blocks.map { (entry: OccasionBlock) -> PackBlock.Card in
      .init(
        anchor: anchors.next(for: entry.block.id.rawValue), title: occasion.line(entry.block.title),
        over: "\(entry.times) · \(entry.minutes) minutes", blocks: words(of: entry.block))
    }
    if occasion.hasRule {
      cards.insert(
        .init(
          anchor: anchors.next(for: "rule"), title: "The Chatham House Rule", over: "Before anything else",
          blocks: [.text("Read it out, word for word:"), .quote([.text(ConfidentialityWords.rule)])]), at: 0)
    }
    return PackDocument(
      id: "facilitator/prompt-cards", audience: .facilitator, title: "Prompt cards",
      summary: "A card for each block: what to do, say and ask.", language: occasion.language,
      paper: .init(size: .a5, form: .cards, perSheet: 2), blocks: [.cards(cards)])
  }

  private func words(of block: Block) -> [PackBlock] {
    var blocks: [PackBlock] = []
    if let say = block.say { blocks.append(.box(.init(.say, "Say", PackBlock.prose(occasion.fill(say))))) }
    let tracks =
      block.tracks.isEmpty ? [("", block.steps)] : block.tracks.map { (occasion.line($0.title), $0.steps) }
    for (title, steps) in tracks where !steps.isEmpty {
      if !title.isEmpty { blocks.append(.paragraph([.strong([.text(title)])])) }
      blocks.append(
        .list(
          start: 1,
          steps.map { (step: Step) -> PackBlock.Item in
            var inner: [PackBlock] = [
              .paragraph([.strong([.text("\(step.minutes)′ ")]), .text(occasion.line(step.action))])
            ]
            if let say = step.say { inner.append(.quote([.text(occasion.line(say))])) }
            return .init(inner)
          }))
    }
    let prompts = block.prompts + (block.steps + block.tracks.flatMap(\.steps)).flatMap(\.prompts)
    if !prompts.isEmpty { blocks.append(.box(.init(.prompt, "Ask", [.points(prompts.map(occasion.line))]))) }
    return blocks.isEmpty ? [.text(occasion.line(block.purpose))] : blocks
  }
}
