extension Show {
  /// A block with all that its facilitator needs.
  func show(_ block: Block, of plan: Plan, at place: Int, on sheet: inout Sheet) {
    let schedule = plan.schedule(from: clock.start ?? ClockTime(minutes: 0))
    let entry = schedule.entries[place]
    let said = wording(of: block)
    sheet.title(
      "\(time(entry.start))  \(title(of: block)) (\(count(entry.block.cost)))",
      plan.address.part(block.id.rawValue),
      underline: "-")
    sheet.entry("Purpose", said("purpose", block.purpose))
    sheet.entry("Outcome", said("outcome", ifSaid: block.outcome))
    if block.status != .adaptable {
      sheet.entry(block.status == .fixed ? "Fixed" : "Local", block.because ?? "yes")
    }
    sheet.entry("Run by", people(block.lead, block.support))
    sheet.entry(
      "Together",
      [block.groups?.description, block.rooms.map { "\($0) rooms" }].compactMap { $0 }.joined(separator: ", ")
    )
    sheet.entry("Method", block.method.map { "method:\($0)" })
    sheet.entry("Guide", block.guide.map { "guide:\($0)" })
    sheet.list("Resources", block.resources.map { "resource:\($0)" })
    sheet.entry("Participants see", said("participants", ifSaid: block.participants))
    sheet.entry("Say", said("say", ifSaid: block.say))
    show(block.steps, on: &sheet, indent: 0)
    for track in block.tracks { show(track, on: &sheet) }
    sheet.entry("Notes", said("notes", ifSaid: block.notes))
    sheet.list("Ask", said("prompts", block.prompts))
    sheet.list("Watch out for", said("watch", block.watch))
    sheet.list("Bring", block.materials.map { words(for: $0) })
    sheet.entry("Room", said("space", ifSaid: block.space))
    sheet.entry("Online room", said("space online", ifSaid: block.spaceOnline))
    sheet.list("So that everyone can take part", said("access", block.access))
    adaptations(of: block, on: &sheet)
    sheet.entry("Confidentiality", block.confidentiality?.words)
  }

  private func show(_ steps: [Step], on sheet: inout Sheet, indent: Int) {
    guard !steps.isEmpty else { return }
    sheet.row("", "Steps:", indent: indent)
    for step in steps {
      sheet.row(TextLayout.aligned("\(step.minutes)", to: 4) + " min  ", step.action, indent: indent)
      sheet.entry("Say", step.say, indent: indent + 10)
      sheet.list("Ask", step.prompts, indent: indent + 10)
      sheet.list("Watch out for", step.watch, indent: indent + 10)
    }
  }

  private func show(_ track: Track, on sheet: inout Sheet) {
    sheet.row("At the same time: ", "\(track.title) (\(count(track.minutes)))")
    sheet.entry("Run by", people(track.lead, track.support), indent: 2)
    sheet.entry("Participants see", track.participants, indent: 2)
    sheet.entry("Notes", track.notes, indent: 2)
    show(track.steps, on: &sheet, indent: 2)
    sheet.list("Bring", track.materials.map { words(for: $0) }, indent: 2)
  }

  private func adaptations(of block: Block, on sheet: inout Sheet) {
    sheet.entry("Online", block.adaptations?.online)
    sheet.entry("Hybrid", block.adaptations?.hybrid)
    sheet.entry("With many people", block.adaptations?.largeGroup)
    sheet.entry("With little time", block.adaptations?.shortOfTime)
    if let change = block.ifShort {
      sheet.entry(
        "If time is short",
        change.isCut ? "leave it out. \(change.by)" : "\(count(change.minutes ?? 0)). \(change.by)")
    }
    if let change = block.ifLong {
      sheet.entry("With more time", "\(count(change.minutes ?? 0)). \(change.by)")
    }
  }

  private func people(_ lead: RoleID?, _ support: [RoleID]) -> String? {
    guard let lead else { return support.isEmpty ? nil : support.map(\.rawValue).joined(separator: ", ") }
    return support.isEmpty
      ? lead.rawValue : "\(lead), with \(support.map(\.rawValue).joined(separator: ", "))"
  }

  func words(for material: Material) -> String {
    var words = "\(material.quantity) × \(material.item)"
    if material.per != .event { words += " per \(material.per.rawValue)" }
    if let role = material.from { words += " (\(role))" }
    return words + (material.note.map { ". \($0)" } ?? "")
  }
}
