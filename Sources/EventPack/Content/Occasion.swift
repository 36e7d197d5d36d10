internal import KitCore

/// An event with everything that follows from it and from the kit: dates, times, head-count, words.
struct Occasion {
  let request: PackRequest
  let plan: Plan
  let day: CalendarDay
  let zone: TimeZoneRule
  /// The blocks that take place, in order, with clock times.
  let blocks: [OccasionBlock]
  /// Blocks that are left out on the day, with the reason.
  let leftOut: [(block: Block, because: String)]
  /// How the plan was made to fit, if that was asked for.
  let fit: ShortPlan?
  /// The values of all parameters that have one.
  let values: [String: String]

  var kit: Kit { request.kit }
  var event: Event { request.event }

  /// Works out an event.
  ///
  /// - Throws: ``PackFault`` where the plan is missing, or the day, time or time zone cannot be understood.
  init(_ request: PackRequest) throws(PackFault) {
    let event = request.event
    let record = event.record
    guard let plan = event.plan.flatMap({ request.kit.plan($0) }) else {
      throw PackFault(
        [
          .error(
            "no-plan", record, "plan",
            "The event names the plan “\(event.plan?.rawValue ?? "")”, which the kit does not have.",
            "Name one of: \(request.kit.plans.map(\.id.rawValue).joined(separator: ", ")).")
        ])
    }
    guard let day = CalendarDay(event.date) else {
      throw PackFault(
        [.error("bad-day", record, "date", "“\(event.date)” is no day.", "Write it like 2026-03-12.")])
    }
    guard let start = ClockTime(event.start) else {
      throw PackFault(
        [
          .error(
            "bad-time", record, "start", "“\(event.start)” is no time.", "Write it like \"13:30\", in quotes."
          )
        ])
    }
    guard let zone = TimeZoneRule(event.timeZone) else {
      let nearest = TimeZoneRule.nearest(to: event.timeZone).map { "Did you mean \($0)? " } ?? ""
      throw PackFault(
        [
          .error(
            "unknown-time-zone", record, "time zone",
            "Kitbag does not know the clocks of “\(event.timeZone)”.",
            "\(nearest)It knows Europe/London, Europe/Dublin, UTC and others of Europe.")
        ])
    }
    if case .skipped = zone.localTime(day, minutes: start.minutes) {
      throw PackFault([
        .error(
          "skipped-time", record, "start",
          "On \(event.date) the clocks of \(zone.name) jump over \(event.start).", "Begin an hour later.")
      ])
    }
    self.request = request
    self.plan = plan
    self.day = day
    self.zone = zone
    values = Occasion.values(of: request.kit, event)
    let timed = Occasion.timed(plan, event, fitting: request.minutes)
    fit = timed.fit
    let kept = zip(plan.blocks, timed.minutes).filter { $0.1 != nil }
    var now = start
    blocks = kept.map { (block: Block, minutes: Int?) -> OccasionBlock in
      let begin = now
      now = now.adding(minutes: minutes ?? 0)
      return OccasionBlock(
        block: block, start: begin, end: now, override: event.overrides.last { $0.block == block.id },
        shortened: timed.fit?.changes.first { $0.block.id == block.id.rawValue }?.by)
    }
    leftOut = zip(plan.blocks, timed.minutes).filter { $0.1 == nil }.map { (block: Block, _: Int?) in
      let override = event.overrides.last { $0.block == block.id }
      return (block, override?.because ?? block.ifShort?.by ?? "")
    }
  }

  /// The minutes of every block of the plan; `nil` for one that is left out.
  private static func timed(
    _ plan: Plan, _ event: Event, fitting wanted: Int?
  ) -> (minutes: [Int?], fit: ShortPlan?) {
    let changed = plan.blocks.map { (block: Block) -> TimedBlock in
      guard let minutes = event.overrides.last(where: { $0.block == block.id })?.minutes else {
        return TimedBlock(block)
      }
      let plain = TimedBlock(block)
      return TimedBlock(
        id: plain.id, title: plain.title, kind: plain.kind, minutes: minutes, minimum: plain.minimum,
        status: plain.status, ifShort: plain.ifShort)
    }
    let isCut = plan.blocks.map { (block: Block) -> Bool in
      event.overrides.last { $0.block == block.id }?.isCut == true
    }
    let kept = zip(changed, isCut).filter { !$0.1 }.map(\.0)
    let fit = wanted.map { ShortPlan(of: kept, fitting: $0) }
    var lengths = (fit?.minutes ?? kept.map(\.cost)).makeIterator()
    let minutes = isCut.map { (cut: Bool) -> Int? in
      if cut { return nil }
      let length = lengths.next() ?? 0
      return fit != nil && length == 0 ? nil : length
    }
    return (minutes, fit)
  }

  /// Every parameter's value: the event's over the group's over the kit's default.
  private static func values(of kit: Kit, _ event: Event) -> [String: String] {
    var values: [String: String] = [:]
    for parameter in kit.identity.parameters { values[parameter.name] = parameter.fallback }
    for (name, text) in kit.group?.parameters ?? [] where !text.isEmpty { values[name] = text }
    for (name, text) in event.parameters where !text.isEmpty { values[name] = text }
    return values
  }

  // MARK: Words

  /// A text of the kit with its parameters filled in.
  func fill(_ text: String) -> String {
    text.contains("{{") ? ParameterText(text).substituting(values) : text
  }

  /// A text of the kit with its parameters filled in, on one line.
  func line(_ text: String) -> String {
    fill(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// When the session begins and ends.
  var start: ClockTime { blocks.first?.start ?? ClockTime(event.start) ?? ClockTime(minutes: 0) }
  var end: ClockTime { blocks.last?.end ?? start }

  /// The main language of the kit.
  var language: String { kit.identity.languages[0] }

  /// How many people materials are counted for.
  var people: Int {
    request.people ?? event.capacity ?? plan.groupSize?.most ?? kit.identity.groupSize?.most ?? 20
  }

  /// Who runs the session, as it stands on the pack.
  var organiser: String { kit.group?.look.name ?? kit.group?.name ?? event.host }

  /// What may be told afterwards: the tightest that kit, group, plan and event say.
  var confidentiality: Confidentiality {
    [kit.identity.confidentiality, kit.group?.confidentiality, plan.confidentiality, event.confidentiality]
      .compactMap { $0 }.max() ?? .onTheRecord
  }

  /// Whether the Chatham House Rule holds, for all of the session or for a part of it.
  var hasRule: Bool {
    confidentiality == .chathamHouse || blocks.contains { $0.block.confidentiality == .chathamHouse }
  }

  /// Whether everybody is at a screen.
  var isOnline: Bool { event.setting == .online }

  /// The fixed parts that the group changed, with its reasons.
  var waivers: [Customisations.Entry] { (kit.customisations?.parts ?? []).filter { $0.kind == .waiver } }

  /// The kit's name, or what it is based on where fixed parts were changed.
  var kitName: String {
    let title = line(kit.identity.title)
    return waivers.isEmpty ? title : "Based on “\(title)”"
  }

  /// A role as people read it, with the people who take it where the pack may hold names.
  func role(_ id: RoleID) -> String {
    let shown = Occasion.words(of: id)
    let people = request.isPrivate ? event.roles.first { $0.role == id }?.people ?? [] : []
    return people.isEmpty ? shown : "\(shown) (\(people.joined(separator: ", ")))"
  }

  /// A role's id as people write it: `co-facilitator` and `note-taker` keep their hyphen, others do not.
  static func words(of id: RoleID) -> String {
    var name = ""
    let parts = id.rawValue.split(separator: "-")
    for (index, part) in parts.enumerated() {
      if index > 0 { name += parts[index - 1] == "co" || part == "taker" || part == "keeper" ? "-" : " " }
      name += part
    }
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// What everyone can do or knows by the end, without the words “By the end” where the heading says them.
  func outcomes(_ texts: [String], under heading: String) -> [String] {
    let lines = texts.map(line)
    guard lines.allSatisfy({ $0.hasPrefix(heading + " ") }) else { return lines }
    return lines.map { (text: String) -> String in
      let rest = text.dropFirst(heading.count + 1)
      return rest.prefix(1).uppercased() + rest.dropFirst()
    }
  }

  /// A day that is counted from the event.
  func date(_ offset: DayOffset) -> CalendarDay { day.adding(days: offset.days) }
}

extension Occasion {
  /// The languages of papers for participants, the main one first: those into which the plan is translated.
  var languages: [String] {
    let others = kit.identity.languages.dropFirst().filter { plan.translations.languages.contains($0) }
    return [language] + others
  }

  /// The event for people's own calendars.
  var calendarFile: CalendarFile {
    let stamp = (
      day: CalendarDay(number: Int(request.time / 86_400)), minutes: Int(request.time % 86_400) / 60
    )
    var lines = [line(plan.purpose)]
    if hasRule { lines.append(ConfidentialityWords.summary(.chathamHouse)) }
    lines += [event.joinLink.map { "Join online: " + fill($0) }].compactMap { $0 }
    let place = event.venue.map { [line($0.name), line($0.address)].joined(separator: ", ") }
    return CalendarFile(
      uid: "\(event.id)@\(kit.group?.id?.rawValue ?? kit.identity.id?.rawValue ?? "kit").kitbag",
      sequence: event.sequence, stamp: stamp, zone: zone, day: day, start: start.minutes, end: end.minutes,
      title: line(event.title), description: lines.joined(separator: "\n"),
      location: place ?? event.joinLink.map(fill) ?? "", url: event.joinLink.map(fill))
  }
}
