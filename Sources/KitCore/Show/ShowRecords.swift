extension Show {
  /// What is kept about a master's network and rounds, and about a group; `false` where the kit has no such file.
  func showRecord(_ address: Address, on sheet: inout Sheet) -> Bool {
    switch address.kind {
    case .round: show(address.id.flatMap { kit.round($0) }, on: &sheet) { show($0, on: &$1) }
    case .network: show(kit.network, on: &sheet) { show($0, on: &$1) }
    case .group: show(kit.group, on: &sheet) { show($0, on: &$1) }
    case .customisations: show(kit.customisations, on: &sheet) { show($0, on: &$1) }
    case .debrief:
      show(kit.debriefs.first { $0.id == address.id }, on: &sheet) { show($0, on: &$1) }
    default: false
    }
  }

  private func show<Part>(
    _ part: Part?, on sheet: inout Sheet, as show: (Part, inout Sheet) -> Void
  ) -> Bool {
    guard let part else { return false }
    show(part, &sheet)
    return true
  }

  private func show(_ round: Round, on sheet: inout Sheet) {
    sheet.title(round.title, Address(.round, round.id))
    sheet.entry("Theme", round.theme)
    sheet.entry("When", "from \(round.from) to \(round.to)")
    sheet.entry("Kit", "\(round.kit?.rawValue ?? "unknown"), version \(round.version)")
    sheet.list("Every session reaches", round.coreOutcomes)
    guard !round.commonQuestions.isEmpty else { return }
    sheet.gap()
    sheet.words("Questions that every group asks, so that answers compare:")
    for question in round.commonQuestions {
      sheet.row("  - ", question.question)
      sheet.entry("Answered by", question.scale, indent: 4)
    }
  }

  private func show(_ network: Network, on sheet: inout Sheet) {
    sheet.title("The groups that run this kit", .network)
    for member in network.groups {
      sheet.gap()
      sheet.words("\(member.name), \(member.area)")
      sheet.entry("Its kit", member.fork, indent: 2)
      sheet.entry("Takes part since", member.since, indent: 2)
      sheet.words(member.note, indent: 2)
    }
  }

  private func show(_ group: Group, on sheet: inout Sheet) {
    sheet.title(group.name, .group)
    sheet.entry("Area", group.area)
    let master = group.masterAddress.map { ", from \($0)" } ?? ""
    sheet.entry(
      "Its kit comes from", "\(group.master?.rawValue ?? "a master"), version \(group.masterVersion)\(master)"
    )
    sheet.entry("Its own kit", group.fork)
    sheet.entry("Led by", group.leads.joined(separator: ", "))
    sheet.entry("Confidentiality", group.confidentiality?.words)
    sheet.entry("Meets", group.cadence)
    sheet.list("Hosts in turn", group.hostRota)
    sheet.list("Its values", group.parameters.map { "\($0.name): \($0.text)" })
    sheet.list("Its own words", group.localTerms.map { "\($0.text), for “\($0.name)”" })
    sheet.entry("Signs as", group.identityName)
  }

  private func show(_ reasons: Customisations, on sheet: inout Sheet) {
    sheet.title("Why parts differ from the master", .customisations)
    for part in reasons.parts {
      sheet.gap()
      sheet.words("\(part.part): \(part.kind.words)")
      sheet.words(part.because, indent: 2)
      let until = part.until.map { ", until \($0)" } ?? ""
      sheet.entry("Decided", part.date + until, indent: 2)
    }
  }

  private func show(_ debrief: Debrief, on sheet: inout Sheet) {
    let event = debrief.event.flatMap { kit.event($0) }
    sheet.title("How it went: \(event?.title ?? debrief.id.rawValue)", Address(.debrief, debrief.id))
    let organisations = debrief.organisations.map { ", from \($0) organisations" } ?? ""
    sheet.entry("Came", "\(debrief.attended) of \(debrief.booked) who had booked\(organisations)")
    let plan = event?.plan.flatMap { kit.plan($0) }
    sheet.list(
      "Minutes that it took",
      debrief.actualMinutes.map { (actual: (block: BlockID, minutes: Int)) -> String in
        guard let block = plan?.block(actual.block) else { return "\(actual.block): \(actual.minutes)" }
        return "\(block.title): \(actual.minutes) instead of \(block.minutes)"
      })
    sheet.list("Triumphs", debrief.triumphs)
    sheet.list("Treacle", debrief.treacle)
    sheet.list("Done otherwise", debrief.adaptations.map { words(for: $0, plan) })
    sheet.list("May be reported", debrief.reportable.filter(\.agreed).map(\.point))
    sheet.list(
      "Actions",
      debrief.actions.map {
        [$0.what, $0.role?.rawValue, $0.by.map { "by \($0)" }].compactMap { $0 }.joined(separator: ", ")
      })
    let answers = debrief.answers.map { "\($0) answers" }
    sheet.entry("Feedback", [answers, debrief.feedback].compactMap { $0 }.joined(separator: ". "))
  }

  private func words(for adaptation: Debrief.Adaptation, _ plan: Plan?) -> String {
    let block = adaptation.block.map { (id: BlockID) -> String in plan?.block(id)?.title ?? id.rawValue }
    let next = [adaptation.keep ? "to keep" : nil, adaptation.offer ? "to offer to the master" : nil]
      .compactMap { $0 }
    let end = next.isEmpty ? "" : " (\(next.joined(separator: ", ")))"
    return "\(block ?? "The session"): \(adaptation.what) \(adaptation.why)\(end)"
  }
}

extension Confidentiality {
  /// The words for people.
  var words: String {
    switch self {
    case .onTheRecord: "on the record"
    case .membersOnly: "members only"
    case .chathamHouse: "Chatham House Rule"
    }
  }
}

extension Customisations.Kind {
  /// The words for people.
  fileprivate var words: String {
    switch self {
    case .oursForGood: "ours for good"
    case .toBeOffered: "to be offered to the master"
    case .temporary: "for the time being"
    case .waiver: "a fixed part changed, with a reason"
    }
  }
}
