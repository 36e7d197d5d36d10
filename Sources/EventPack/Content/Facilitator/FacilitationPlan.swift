internal import KitCore

/// The facilitation plan: every block with all that whoever leads it must know.
struct FacilitationPlan {
  let occasion: Occasion
  /// Pages of the pack for guides, methods and resources, by their addresses.
  let pages: PackPages

  /// The document.
  var document: PackDocument {
    var draft = Draft()
    draft.add(.facts(overview))
    if let rule = ruleFirst { draft.add(rule) }
    draft.heading(2, "By the end")
    draft.points(occasion.outcomes(occasion.plan.outcomes, under: "By the end"))
    if !occasion.plan.outputs.isEmpty {
      draft.heading(2, "What exists afterwards")
      draft.points(occasion.plan.outputs.map(occasion.line))
    }
    for block in occasion.blocks {
      draft.heading(2, "\(block.times)  \(occasion.line(block.block.title))", anchor: block.block.id.rawValue)
      draft.add(.section(parts(of: block)))
    }
    if !occasion.leftOut.isEmpty {
      draft.heading(2, "Left out this time")
      draft.add(
        .facts(
          occasion.leftOut.map { (block: Block, because: String) -> PackBlock.Fact in
            .fact(occasion.line(block.title), occasion.line(because))
          }))
    }
    return PackDocument(
      id: "facilitator/plan", audience: .facilitator, title: "Facilitation plan",
      summary: "Every block with steps, exact words, prompts and what to look out for.",
      language: occasion.language, blocks: draft.blocks)
  }

  private var overview: [PackBlock.Fact] {
    var facts: [PackBlock.Fact] = [
      .fact("Purpose", occasion.line(occasion.plan.purpose)),
      .fact(
        "Time",
        "\(occasion.start) to \(occasion.end), \(occasion.end.minutes - occasion.start.minutes) minutes"),
      .fact("People", "Up to \(occasion.people)"),
      .fact("Afterwards", ConfidentialityWords.summary(occasion.confidentiality)),
    ]
    if !occasion.plan.rolesNeeded.isEmpty {
      facts.append(.fact("Roles", occasion.plan.rolesNeeded.map(occasion.role).joined(separator: ", ")))
    }
    return facts
  }

  private var ruleFirst: PackBlock? {
    guard occasion.hasRule else { return nil }
    return .box(
      .init(.say, "Read this out before anything else", [.quote([.text(ConfidentialityWords.rule)])]))
  }

  private func parts(of entry: OccasionBlock) -> [PackBlock] {
    let block = entry.block
    var parts: [PackBlock] = [.facts(facts(of: entry))]
    if let override = entry.override {
      let note = [override.note, override.because].compactMap { $0 }.map(occasion.line).joined(separator: " ")
      parts.append(.box(.init(.note, "Otherwise than in the plan", [.text(note)])))
    }
    if entry.isRetimed, let by = entry.shortened {
      parts.append(.box(.init(.time, "Shortened to \(entry.minutes) minutes", [.text(occasion.line(by))])))
    }
    if let notes = block.notes { parts += PackBlock.prose(occasion.fill(notes)) }
    if let say = block.say { parts.append(said(say)) }
    parts += lists(prompts: block.prompts, watch: block.watch)
    if block.tracks.isEmpty {
      parts += steps(block.steps)
    } else {
      parts.append(.columns(block.tracks.map(column)))
    }
    if let text = block.participants {
      parts.append(.box(.init(.note, "What participants see", PackBlock.prose(occasion.fill(text)))))
    }
    parts += materials(block.materials)
    parts += practice(entry)
    return parts
  }

  private func facts(of entry: OccasionBlock) -> [PackBlock.Fact] {
    let block = entry.block
    var facts: [PackBlock.Fact] = [
      .fact(
        "Minutes",
        entry.isRetimed ? "\(entry.minutes), instead of \(TimedBlock(block).cost)" : "\(entry.minutes)"),
      .fact("For", occasion.line(block.purpose)),
    ]
    if let outcome = block.outcome { facts.append(.fact("Afterwards", occasion.line(outcome))) }
    if let lead = entry.lead {
      let support =
        block.support.isEmpty ? "" : "; with " + block.support.map(occasion.role).joined(separator: ", ")
      facts.append(.fact("Leads", occasion.role(lead) + support))
    }
    if let groups = block.groups {
      let rooms = block.rooms.map { $0 == 1 ? ", 1 room" : ", \($0) rooms" } ?? ""
      facts.append(.fact("Groups", groups.words + rooms))
    }
    if let space = occasion.isOnline ? block.spaceOnline ?? block.space : block.space {
      facts.append(.fact("Space", occasion.line(space)))
    }
    let links = pages.links(of: block)
    if !links.isEmpty { facts.append(.init([.text("See")], [.paragraph(links)])) }
    if block.confidentiality == .chathamHouse, occasion.confidentiality != .chathamHouse {
      facts.append(.fact("Rule", "The Chatham House Rule holds in this block."))
    }
    if block.status == .fixed, let because = block.because {
      facts.append(.fact("Fixed", occasion.line(because)))
    }
    return facts
  }

  private func said(_ words: String) -> PackBlock {
    .box(.init(.say, "Say", PackBlock.prose(occasion.fill(words))))
  }

  private func lists(prompts: [String], watch: [String]) -> [PackBlock] {
    var parts: [PackBlock] = []
    if !prompts.isEmpty { parts.append(.box(.init(.prompt, "Ask", [.points(prompts.map(occasion.line))]))) }
    if !watch.isEmpty {
      parts.append(.box(.init(.watch, "Look out for", [.points(watch.map(occasion.line))])))
    }
    return parts
  }

  /// The steps as a numbered list, with their minutes where there is more than one.
  private func steps(_ steps: [Step]) -> [PackBlock] {
    guard !steps.isEmpty else { return [] }
    let items = steps.map { (step: Step) -> PackBlock.Item in
      let minutes = step.minutes == 1 ? "1 minute" : "\(step.minutes) minutes"
      var blocks: [PackBlock] = [
        .paragraph([.strong([.text(minutes)]), .text("  " + occasion.line(step.action))])
      ]
      if let say = step.say { blocks.append(said(say)) }
      blocks += lists(prompts: step.prompts, watch: step.watch)
      return PackBlock.Item(blocks)
    }
    return [.list(start: 1, items)]
  }

  private func column(_ track: Track) -> PackBlock.Column {
    var blocks: [PackBlock] = []
    var facts: [PackBlock.Fact] = [.fact("Minutes", "\(track.minutes)")]
    if let lead = track.lead {
      let support =
        track.support.isEmpty ? "" : "; with " + track.support.map(occasion.role).joined(separator: ", ")
      facts.append(.fact("Leads", occasion.role(lead) + support))
    }
    if let space = track.space { facts.append(.fact("Space", occasion.line(space))) }
    blocks.append(.facts(facts))
    if let notes = track.notes { blocks += PackBlock.prose(occasion.fill(notes)) }
    blocks += steps(track.steps)
    if let text = track.participants {
      blocks.append(.box(.init(.note, "What participants see", PackBlock.prose(occasion.fill(text)))))
    }
    blocks += materials(track.materials)
    return .init(occasion.line(track.title), blocks)
  }

  private func materials(_ materials: [Material]) -> [PackBlock] {
    guard !materials.isEmpty else { return [] }
    let items = materials.map { (material: Material) -> String in
      let from = material.from.map { ", from the \(occasion.role($0).lowercasedFirst)" } ?? ""
      let note = material.note.map { ". \(occasion.line($0))" } ?? ""
      return "\(material.quantity) × \(occasion.line(material.item)), for \(material.per.words)\(from)\(note)"
    }
    return [.box(.init(.note, "Have ready", [.points(items)]))]
  }

  private func practice(_ entry: OccasionBlock) -> [PackBlock] {
    let block = entry.block
    var parts: [PackBlock] = []
    if !block.access.isEmpty {
      parts.append(
        .box(.init(.note, "So that everyone can take part", [.points(block.access.map(occasion.line))])))
    }
    var facts: [PackBlock.Fact] = []
    if let adaptations = block.adaptations {
      let known: [(String, String?)] = [
        ("Online", adaptations.online), ("Hybrid", adaptations.hybrid),
        ("Large group", adaptations.largeGroup),
        ("Short of time", adaptations.shortOfTime),
      ]
      for (name, text) in known { if let text { facts.append(.fact(name, occasion.line(text))) } }
    }
    if let short = block.ifShort {
      let head = short.isCut ? "Leave it out. " : short.minutes.map { "\($0) minutes. " } ?? ""
      facts.append(.fact("If time is short", head + occasion.line(short.by)))
    }
    if let long = block.ifLong {
      facts.append(
        .fact(
          "If there is more time", (long.minutes.map { "\($0) minutes. " } ?? "") + occasion.line(long.by)))
    }
    if !facts.isEmpty { parts.append(.box(.init(.time, "If things are otherwise", [.facts(facts)]))) }
    return parts
  }
}

extension Grouping {
  /// As it stands in a sentence.
  var words: String {
    switch self {
    case .individual: "Each on their own"
    case .pairs: "Pairs"
    case .trios: "Threes"
    case .plenary: "Everyone together"
    case .groups(let size): "Groups of \(size)"
    }
  }
}

extension Material.Measure {
  /// As it stands after "for".
  var words: String {
    switch self {
    case .participant: "each person"
    case .pair: "each pair"
    case .group: "each group"
    case .event: "the session"
    }
  }
}

extension String {
  /// The text with a small letter first.
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
