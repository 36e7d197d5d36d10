internal import KitCore

/// What whoever helps to lead gets: their own blocks, and a sheet for notes.
struct CoFacilitatorPapers {
  let occasion: Occasion

  /// The documents.
  var documents: [PackDocument] { [blocks, notes] }

  /// The roles that lead or help, other than those with papers of their own, in the order of the kit.
  private var roles: [RoleID] {
    let used = Set(
      occasion.blocks.flatMap { (entry: OccasionBlock) -> [RoleID] in
        ([entry.lead] + entry.block.tracks.map(\.lead)).compactMap { $0 } + entry.block.support
          + entry.block.tracks.flatMap(\.support)
      })
    let known = occasion.kit.identity.roles.map(\.id)
    return known.filter { used.contains($0) }
      + used.filter { !known.contains($0) }.sorted { $0.rawValue < $1.rawValue }
  }

  private var blocks: PackDocument {
    var draft = Draft()
    for role in roles {
      draft.heading(2, occasion.role(role), anchor: role.rawValue)
      if let duty = occasion.kit.identity.roles.first(where: { $0.id == role })?.duty {
        draft.text(occasion.line(duty))
      }
      let rows = occasion.blocks.compactMap { (entry: OccasionBlock) -> [[PackBlock]]? in row(entry, role) }
      draft.add(
        .table(
          PackTable(
            caption: [],
            columns: [
              .init([.text("Time")]), .init([.text("Block")], share: 3),
              .init([.text("Your part")], share: 4),
            ],
            rows: rows)))
    }
    return PackDocument(
      id: "co-facilitator/my-blocks", audience: .coFacilitator, title: "My blocks",
      summary: "Who leads and helps when, role by role.", language: occasion.language, blocks: draft.blocks)
  }

  private func row(_ entry: OccasionBlock, _ role: RoleID) -> [[PackBlock]]? {
    let block = entry.block
    var parts: [String] = []
    if entry.lead == role { parts.append("You lead.") }
    if block.support.contains(role) {
      parts.append("You help\(entry.lead.map { " the \(occasion.role($0).lowercasedFirst)" } ?? "").")
    }
    for track in block.tracks {
      if track.lead == role { parts.append("You lead “\(occasion.line(track.title))”.") }
      if track.support.contains(role) { parts.append("You help in “\(occasion.line(track.title))”.") }
    }
    let bring = (block.materials + block.tracks.flatMap(\.materials)).filter { $0.from == role }
    if !bring.isEmpty {
      parts.append("Bring: \(bring.map { occasion.line($0.item) }.joined(separator: "; ")).")
    }
    guard !parts.isEmpty else { return nil }
    let target = "facilitator/plan.html#\(block.id)"
    return [
      [.text(entry.times)], [.paragraph([.link(to: target, [.text(occasion.line(block.title))])])],
      [.text(parts.joined(separator: " "))],
    ]
  }

  private var notes: PackDocument {
    var draft = Draft()
    draft.text("Write points, not people. What stands here may be read by everyone who was there.")
    if occasion.hasRule {
      draft.add(
        .box(
          .init(
            .warning, "The Chatham House Rule holds", [.text("No names, no organisations, no quotations.")])))
    }
    for entry in occasion.blocks where entry.block.kind != .break {
      draft.heading(2, "\(entry.start)  \(occasion.line(entry.block.title))", anchor: entry.block.id.rawValue)
      if let outcome = entry.block.outcome { draft.text("Looking for: \(occasion.line(outcome))") }
      draft.add(.lines(label: [.text("Points")], count: 4))
    }
    draft.heading(2, "Counts and actions")
    draft.add(.lines(label: [.text("How many people, from how many organisations")], count: 1))
    draft.add(.lines(label: [.text("Who does what by when (roles, not names)")], count: 4))
    return PackDocument(
      id: "co-facilitator/notes", audience: .coFacilitator, title: "Note-taker's sheet",
      summary: "Room to write, block by block.", language: occasion.language, blocks: draft.blocks)
  }
}
