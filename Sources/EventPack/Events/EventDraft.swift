package import KitCore

/// An event as somebody plans it, before it is written to its file.
package struct EventDraft: Sendable {
  /// The event's id; else made of the day and the plan.
  package var id: String?
  /// Its name; else that of the plan.
  package var title: String?
  /// The plan.
  package var plan: KitID
  /// The round that it belongs to.
  package var round: KitID?
  /// The day, as `2026-03-12`, and the start, as `13:30`.
  package var date: String, start: String
  /// The time zone, as `Europe/London`.
  package var timeZone = "Europe/London"
  /// How people come together; else as the plan has it.
  package var setting: Setting?
  /// The organisation that hosts.
  package var host: String
  /// The place: name and address, and when it opens and closes.
  package var venue: (name: String, address: String)?
  package var opens: String?, closes: String?
  /// Where people join online.
  package var joinLink: String?
  /// How many people can come.
  package var capacity: Int?
  /// The values of parameters for this event.
  package var parameters: [(name: String, text: String)] = []
  /// The commit that pins the kit.
  package var commit: String?

  /// Begins an event.
  package init(plan: KitID, date: String, start: String, host: String) {
    self.plan = plan
    self.date = date
    self.start = start
    self.host = host
  }

  /// The event's id, as its file is named.
  package var identifier: String { id ?? "\(date)-\(plan)" }

  /// The file of the event.
  ///
  /// - Throws: ``YAMLEditFault`` for a text that cannot be written; ``YAMLFault`` never.
  package func file(in kit: Kit) throws -> [UInt8] {
    let known = kit.plan(plan)
    var document = try YAMLDocument.read(
      Array("# yaml-language-server: $schema=../schemas/event.schema.json\nplan: \(plan)\n".utf8))
    func set(_ key: String, _ value: YAMLValue?) throws {
      if let value { document = try document.setting(value, at: [.key(key)]) }
    }
    try set("title", .text(title ?? known?.title ?? plan.rawValue))
    try set("kit version", .text(kit.identity.version))
    try set("kit commit", commit.map { .text($0) })
    try set("round", round.map { .text($0.rawValue) })
    try set("date", .text(date))
    try set("start", .text(start))
    try set("time zone", .text(timeZone))
    try set("setting", .text((setting ?? known?.setting ?? .inPerson).rawValue))
    try set("host", .text(host))
    if let venue {
      var fields = [YAMLField("name", .text(venue.name)), YAMLField("address", .text(venue.address))]
      if let opens { fields.append(YAMLField("opens", .text(opens))) }
      if let closes { fields.append(YAMLField("closes", .text(closes))) }
      try set("venue", .mapping(fields))
    }
    try set("join link", joinLink.map { .text($0) })
    try set("capacity", capacity.map { .literal(String($0)) })
    if !parameters.isEmpty {
      try set("parameters", .mapping(parameters.map { YAMLField($0.name, .text($0.text)) }))
    }
    return document.bytes
  }
}

/// What is to be said about the day and time of a planned event.
package struct EventTimes: Sendable {
  /// Something about a day or time.
  package enum Finding: Sendable, Hashable {
    /// It is no day; the text.
    case noDay(String)
    /// It is no time; the text.
    case noTime(String)
    /// The clocks of the place are not known; the nearest known name.
    case unknownZone(String, nearest: String?)
    /// The clocks jump over the start.
    case skipped
    /// The start happens twice that night; the first time is meant.
    case twice
    /// The clocks change while the session runs.
    case changesMeanwhile
    /// The venue opens only after the start.
    case beforeOpening(ClockTime)
    /// The session ends so many minutes after the venue closes.
    case afterClosing(ClockTime, minutes: Int)
    /// The day is past.
    case past

    /// Whether no event can be planned so.
    package var isFault: Bool {
      switch self {
      case .noDay, .noTime, .unknownZone, .skipped: true
      default: false
      }
    }
  }

  /// What there is to say, the gravest first.
  package let findings: [Finding]
  /// When the session ends, where that is known.
  package let end: ClockTime?

  /// Looks at a planned event.
  ///
  /// - Parameter today: The number of today's day since 1970; `nil` where no clock is asked.
  package init(of draft: EventDraft, in kit: Kit, today: Int? = nil) {
    var findings: [Finding] = []
    let day = CalendarDay(draft.date)
    let start = ClockTime(draft.start)
    let zone = TimeZoneRule(draft.timeZone)
    if day == nil { findings.append(.noDay(draft.date)) }
    if start == nil { findings.append(.noTime(draft.start)) }
    if zone == nil {
      findings.append(.unknownZone(draft.timeZone, nearest: TimeZoneRule.nearest(to: draft.timeZone)))
    }
    end = start.flatMap { (start: ClockTime) -> ClockTime? in kit.plan(draft.plan)?.schedule(from: start).end
    }
    if let day, let start, let zone {
      let first = zone.localTime(day, minutes: start.minutes)
      if first == .skipped { findings.append(.skipped) }
      if case .twice = first { findings.append(.twice) }
      if let end, case .once(let before) = first,
        zone.localTime(day, minutes: end.minutes) != .once(offset: before)
      {
        findings.append(.changesMeanwhile)
      }
    }
    if let start, let opens = draft.opens.flatMap({ ClockTime($0) }), start < opens {
      findings.append(.beforeOpening(opens))
    }
    if let end, let closes = draft.closes.flatMap({ ClockTime($0) }), end > closes {
      findings.append(.afterClosing(closes, minutes: end.minutes - closes.minutes))
    }
    if let day, let today, day.number < today { findings.append(.past) }
    self.findings = findings
  }
}
