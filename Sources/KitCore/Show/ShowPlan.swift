extension Show {
  /// A plan: what it is for, a table of times and blocks, what it costs to make it shorter, then notes.
  func show(_ plan: Plan, on sheet: inout Sheet) {
    let said = wording(of: plan)
    let short = shortened(plan)
    let blocks =
      short.map { short in zip(plan.timedBlocks, short.minutes).map { $0.lasting($1) } } ?? plan.timedBlocks
    let schedule = Schedule(of: blocks, from: clock.start ?? ClockTime(minutes: 0))
    if let short, !short.fits {
      sheet.words("\(short.impossibility) What follows is that shortest session.")
      sheet.gap()
    }
    sheet.title(said("title", plan.title), plan.address)
    sheet.words(said("purpose", plan.purpose))
    sheet.gap()
    sheet.list("Outcomes", said("outcomes", plan.outcomes))
    sheet.list("Outputs", said("outputs", plan.outputs))
    sheet.entry("Setting", facts(of: plan).joined(separator: " · "))
    sheet.gap()
    table(plan, schedule, on: &sheet)
    sheet.gap()
    sheet.entry("In all", "\(count(schedule.minutes)): " + totals(schedule).joined(separator: ", "))
    if let short {
      sheet.gap()
      sheet.title("If there are only \(count(short.fits ? short.wanted : short.total))", underline: "-")
      for sentence in short.sentences where sentence != short.impossibility || short.fits {
        sheet.row("- ", sentence)
      }
      stretches(of: schedule, limit: plan.stretchLimit, on: &sheet)
      return
    }
    sheet.gap()
    sheet.list("Before the session", said("pre-work", plan.preWork))
    sheet.entry("Room", said("room layout", ifSaid: plan.roomLayout))
    for entry in plan.contingency { sheet.entry("If \(entry.condition.asClause)", entry.action) }
    for (place, block) in plan.blocks.enumerated() {
      sheet.gap()
      show(block, of: plan, at: place, on: &sheet)
    }
  }

  /// The plan when it is made to fit the minutes asked for; `nil` where none are.
  func shortened(_ plan: Plan) -> ShortPlan? {
    clock.ifShort.map { (minutes: Int) -> ShortPlan in
      let blocks = zip(plan.timedBlocks, plan.blocks).map { $0.called(title(of: $1)) }
      return ShortPlan(of: blocks, fitting: minutes)
    }
  }

  /// Whether a part can be shown in the minutes asked for; `true` where none are, and for what takes no time.
  package func fits(_ address: Address) -> Bool {
    let id = address.kind == .event ? address.id.flatMap { kit.event($0) }?.plan : address.id
    guard address.kind == .plan || address.kind == .event, let plan = id.flatMap({ kit.plan($0) }) else {
      return true
    }
    return shortened(plan)?.fits ?? true
  }

  /// The times, minutes, titles, kinds, statuses and leads of the blocks.
  private func table(_ plan: Plan, _ schedule: Schedule, on sheet: inout Sheet) {
    let leads = plan.blocks.map { $0.lead?.rawValue ?? "" }
    let all = leads + plan.blocks.flatMap(\.tracks).map { $0.lead?.rawValue ?? "" }
    let lead = min(24, all.map { TextLayout.width(of: $0) }.max() ?? 0)
    let title = max(16, width - 31 - lead)
    sheet.line(
      row("Time", "Min", "Block", "Kind", "Status", leads.allSatisfy(\.isEmpty) ? "" : "Lead", title))
    sheet.rule()
    for (place, block) in plan.blocks.enumerated() {
      let entry = schedule.entries[place]
      let isCut = entry.block.cost == 0 && block.minutes > 0
      let words = sheet.safe(self.title(of: block))
      let name = TextLayout.wrapped(words, to: title)
      sheet.line(
        row(
          isCut ? "" : time(entry.start), isCut ? "cut" : "\(entry.block.cost)", name[0], block.kind.rawValue,
          block.status == .adaptable ? "" : block.status.rawValue, leads[place], title))
      for more in name.dropFirst() { sheet.line(row("", "", more, "", "", "", title)) }
      for track in block.tracks {
        let name = TextLayout.wrapped("‖ " + sheet.safe(track.title), to: title)
        sheet.line(row("", "\(track.minutes)", name[0], "", "", track.lead?.rawValue ?? "", title))
        for more in name.dropFirst() { sheet.line(row("", "", "  " + more, "", "", "", title)) }
      }
    }
    sheet.rule()
    sheet.line(row(time(schedule.end), "\(schedule.minutes)", "End", "", "", "", title))
  }

  private func row(
    _ time: String, _ minutes: String, _ title: String, _ kind: String, _ status: String, _ lead: String,
    _ columns: Int
  ) -> String {
    let cells = [
      TextLayout.padded(time, to: 6), TextLayout.aligned(minutes, to: 4), "  ",
      TextLayout.padded(title, to: columns), " ",
      TextLayout.padded(kind, to: 10), " ", TextLayout.padded(status, to: 6), lead.isEmpty ? "" : " " + lead,
    ]
    return cells.joined().droppingBlanksAtEnd
  }

  /// A time of day where the start is known, else hours and minutes from the start.
  func time(_ time: ClockTime) -> String {
    if clock.start != nil { return time.description }
    let minutes = time.minutes % 60
    return "\(time.minutes / 60):\(minutes < 10 ? "0" : "")\(minutes)"
  }

  func count(_ minutes: Int) -> String { minutes == 1 ? "1 minute" : "\(minutes) minutes" }

  private func totals(_ schedule: Schedule) -> [String] {
    schedule.totals.filter { $0.minutes > 0 }.map { "\($0.kind) \($0.minutes)" }
  }

  private func facts(of plan: Plan) -> [String] {
    var facts = [plan.setting.rawValue]
    if let size = plan.groupSize { facts.append(words(for: size) + " people") }
    if let rule = plan.confidentiality { facts.append(rule.words) }
    if let other = plan.variantOf {
      facts.append("a variant of \(other)" + (plan.variant.map { " (\($0))" } ?? ""))
    }
    if !plan.rolesNeeded.isEmpty {
      facts.append("roles: " + plan.rolesNeeded.map(\.rawValue).joined(separator: ", "))
    }
    return facts
  }

  func words(for size: SizeRange) -> String {
    switch (size.least, size.most) {
    case (let least?, let most?): least == most ? "\(least)" : "\(least) to \(most)"
    case (let least?, nil): "at least \(least)"
    case (nil, let most?): "at most \(most)"
    case (nil, nil): "any number of"
    }
  }

  private func stretches(of schedule: Schedule, limit: Stretch.Limit, on sheet: inout Sheet) {
    guard let longest = schedule.stretches.map(\.minutes).max(), longest > limit.advised else { return }
    sheet.row("- ", "People then go \(longest) minutes without a break; \(limit.advised) are advised.")
  }
}

extension TimedBlock {
  /// The block under another title.
  fileprivate func called(_ title: String) -> TimedBlock {
    TimedBlock(
      id: id, title: title, kind: kind, minutes: stated, minimum: minimum, status: status, ifShort: ifShort,
      tracks: tracks, steps: steps)
  }

  /// The block when it takes so many minutes instead.
  fileprivate func lasting(_ minutes: Int) -> TimedBlock {
    TimedBlock(id: id, title: title, kind: kind, minutes: minutes)
  }
}

extension Sheet {
  /// A line across the sheet.
  mutating func rule() { line(String(repeating: "-", count: width)) }
}

extension String {
  /// The text without blanks at its end.
  var droppingBlanksAtEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

extension String {
  /// A sentence as it stands after "If": with a small first letter, unless it is a word in capitals, and no full stop.
  fileprivate var asClause: String {
    let text = trimmed
    let isName = text.dropFirst().first?.isUppercase == true
    let clause = isName ? text : text.prefix(1).lowercased() + text.dropFirst()
    return clause.hasSuffix(".") ? String(clause.dropLast()) : clause
  }
}
