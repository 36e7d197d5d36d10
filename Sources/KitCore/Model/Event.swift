/// One session of a group on a day, at a place.
package struct Event: Sendable {
  /// The record in the file.
  package let record: Record
  /// Its id, the name of its file.
  package let id: KitID
  /// Its name.
  package let title: String
  /// The plan, and the kit's version with which it was planned.
  package let plan: KitID?, kitVersion: String
  /// The commit of the kit with which it was planned, 40 hexadecimal digits.
  package let kitCommit: String?
  /// The round that it belongs to.
  package let round: KitID?
  /// The day, as `2026-03-12`, and the time of its start, as `13:30`.
  package let date: String, start: String
  /// The time zone, as `Europe/London`.
  package let timeZone: String
  /// How people come together.
  package let setting: Setting
  /// The organisation that hosts.
  package let host: String
  /// The place; `nil` for a session that is online only.
  package let venue: Venue?
  /// Where people join online.
  package let joinLink: String?
  /// How many people can come.
  package let capacity: Int?
  /// Who takes which role, by name only.
  package let roles: [(role: RoleID, people: [String])]
  /// What may be told afterwards, where it differs from the group.
  package let confidentiality: Confidentiality?
  /// Whether it is recorded.
  package let isRecorded: Bool
  /// How often day, time or place changed since people were told; calendars take a higher one for the newer.
  package let sequence: Int
  /// The role to tell what one needs, and until when.
  package let accessContact: RoleID?, accessDeadline: String?
  /// Until when personal data is kept.
  package let retention: Retention?
  /// The values of parameters for this event, in the order of the file.
  package let parameters: [(name: String, text: String)]
  /// What is done otherwise on the day.
  package let overrides: [Override]
  /// What is left for another time.
  package let parkingLot: [String]

  /// Reads the event in the file of this name.
  package init(id: KitID, _ record: Record) {
    self.record = record
    self.id = id
    title = record.text("title") ?? ""
    plan = record.choice("plan")
    kitVersion = record.text("kit version") ?? ""
    kitCommit = record.text("kit commit")
    round = record.choice("round")
    date = record.text("date") ?? ""
    start = record.text("start") ?? ""
    timeZone = record.text("time zone") ?? ""
    setting = record.choice("setting") ?? .inPerson
    host = record.text("host") ?? ""
    venue = record.record("venue").map { Venue($0) }
    joinLink = record.text("join link")
    capacity = record.integer("capacity")
    roles = record.people("roles")
    confidentiality = record.choice("confidentiality")
    isRecorded = record.boolean("recording") ?? false
    sequence = record.integer("sequence") ?? 0
    let accessibility = record.record("accessibility")
    accessContact = accessibility?.choice("contact")
    accessDeadline = accessibility?.text("deadline")
    retention = record.record("retention").map { Retention($0) }
    parameters = record.namedTexts("parameters")
    overrides = record.records("overrides").map { Override($0) }
    parkingLot = record.texts("parking lot")
  }
}

/// Until when the personal data of an event is kept, and who sees to it.
package struct Retention: Sendable, Hashable {
  /// The role that deletes.
  package let owner: RoleID?
  /// The last days, counted from the event; where nothing is said, a week for access notes and thirty
  /// days for the others.
  package let accessNotes: DayOffset, attendeeList: DayOffset, signIn: DayOffset

  /// Reads the dates.
  package init(_ record: Record) {
    let week = DayOffset("T+7d") ?? .theDay
    let month = DayOffset("T+30d") ?? .theDay
    owner = record.choice("owner")
    accessNotes = record.text("access notes").flatMap { DayOffset($0) } ?? week
    attendeeList = record.text("attendee list").flatMap { DayOffset($0) } ?? month
    signIn = record.text("sign-in").flatMap { DayOffset($0) } ?? month
  }
}

/// What is done otherwise with a block on the day.
package struct Override: Sendable {
  /// The record in the file.
  package let record: Record
  /// The block.
  package let block: BlockID?
  /// Why.
  package let because: String
  /// The minutes that it takes instead.
  package let minutes: Int?
  /// Whether it is left out.
  package let isCut: Bool
  /// The role that leads it instead.
  package let lead: RoleID?
  /// What else there is to say.
  package let note: String?

  /// Reads an override.
  package init(_ record: Record) {
    self.record = record
    block = record.choice("block")
    because = record.text("because") ?? ""
    minutes = record.integer("minutes")
    isCut = record.boolean("cut") ?? false
    lead = record.choice("lead")
    note = record.text("note")
  }
}

extension Record {
  /// Roles with the people who take them, in the order of the file.
  fileprivate func people(_ key: String) -> [(role: RoleID, people: [String])] {
    node[key]?.mapping?.entries.compactMap { (entry: YAMLEntry) -> (role: RoleID, people: [String])? in
      guard let role = entry.key.text.flatMap({ RoleID(rawValue: $0) }) else { return nil }
      return (role, Record.texts(of: entry.value))
    } ?? []
  }
}
