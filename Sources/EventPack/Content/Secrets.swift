internal import KitCore

/// The texts of a kit that only whoever leads may read, without those that participants see anyway.
struct Secrets: Sendable {
  /// The texts, filled in and on one line each.
  let texts: [String]
  /// What participants may read, on one line.
  let open: String

  init(_ occasion: Occasion, _ pages: PackPages, besides prose: String) {
    var secret: [String] = []
    for block in occasion.plan.blocks {
      secret += [block.notes, block.say, block.ifShort?.by, block.ifLong?.by].compactMap { $0 }
      secret += block.prompts + block.watch
      for step in block.steps + block.tracks.flatMap(\.steps) {
        secret += [step.action, step.say].compactMap { $0 } + step.prompts + step.watch
      }
      secret += block.tracks.compactMap(\.notes)
    }
    secret += occasion.plan.contingency.map(\.action)
    for resource in pages.resources where resource.reveal == .facilitatorOnly {
      secret += (resource.prose?.text ?? "").split(separator: "\n").map(Secrets.withoutMarks)
    }
    texts = secret.map(occasion.line)
    open = Secrets.open(occasion) + " " + prose
  }

  /// What a plan says to participants, on one line.
  private static func open(_ occasion: Occasion) -> String {
    var open: [String] = [occasion.plan.purpose] + occasion.plan.outcomes + occasion.plan.preWork
    for block in occasion.plan.blocks {
      open += [block.title, block.purpose] + [block.participants].compactMap { $0 }
      open += block.tracks.compactMap(\.participants)
    }
    return open.map(occasion.line).joined(separator: " ")
  }

  /// Markdown without the marks that a page does not show.
  private static func withoutMarks(_ markdown: some StringProtocol) -> String {
    String(String.UnicodeScalarView(markdown.unicodeScalars.filter { !"*`#>|".unicodeScalars.contains($0) }))
  }
}
