/// One part of a session, with everything that a facilitator needs to run it.
package struct Block: Sendable {
  /// What a block is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case activity, discussion, input, `break`, arrival, energiser
    case checkIn = "check-in"
    case checkOut = "check-out"
    case admin
  }

  /// The record in the file.
  package let record: Record
  /// Its id in the plan; everything matches by it, never by position.
  package let id: BlockID
  /// Its name.
  package let title: String
  /// What it is.
  package let kind: Kind
  /// How long it takes, in whole minutes.
  package let minutes: Int
  /// The fewest and most minutes, where there are limits.
  package let least: Int?, most: Int?
  /// Minutes that each person gets.
  package let minutesPerPerson: Int?
  /// What it is for, in a line.
  package let purpose: String
  /// What exists or is known afterwards, in a line.
  package let outcome: String?
  /// How free a group is with it.
  package let status: Status
  /// Why it has its status.
  package let because: String?
  /// What a group may do with it; all where it is adaptable and says nothing.
  package let allows: [Permission]
  /// The method card.
  package let method: KitID?
  /// The guide or section.
  package let guide: GuideReference?
  /// Resources that it uses; a folder means all in it.
  package let resources: [ResourceID]
  /// What participants see.
  package let participants: String?
  /// Notes for the facilitator.
  package let notes: String?
  /// Exact words, where they matter.
  package let say: String?
  /// Questions to ask.
  package let prompts: [String]
  /// What to look out for.
  package let watch: [String]
  /// What to do, in order.
  package let steps: [Step]
  /// What runs at the same time, instead of steps.
  package let tracks: [Track]
  /// How people work together.
  package let groups: Grouping?
  /// How many rooms it needs.
  package let rooms: Int?
  /// What to bring.
  package let materials: [Material]
  /// How the room is laid out, and the online room.
  package let space: String?, spaceOnline: String?
  /// The role that leads.
  package let lead: RoleID?
  /// Roles that help.
  package let support: [RoleID]
  /// How to run it online, hybrid, with many, or with little time.
  package let adaptations: Adaptations?
  /// What makes it possible for everyone to take part.
  package let access: [String]
  /// What to do with less time, and with more.
  package let ifShort: TimeChange?, ifLong: TimeChange?
  /// What may be told afterwards, where it differs from the plan.
  package let confidentiality: Confidentiality?
  /// The same in other languages.
  package let translations: Translations

  /// Reads a block; an id that is wrong becomes one that is like it.
  package init(_ record: Record) {
    self.record = record
    id = record.identifier(orFrom: "title")
    title = record.text("title") ?? ""
    kind = record.choice("kind") ?? .activity
    minutes = record.integer("minutes") ?? 0
    least = record.integer("min")
    most = record.integer("max")
    minutesPerPerson = record.integer("minutes per person")
    purpose = record.text("purpose") ?? ""
    outcome = record.text("outcome")
    let status: Status = record.choice("status") ?? .adaptable
    self.status = status
    because = record.text("because")
    allows = record.has("allows") || status != .adaptable ? record.choices("allows") : Permission.allCases
    method = record.choice("method")
    guide = record.text("guide").flatMap { GuideReference($0) }
    resources = record.choices("resources")
    participants = record.text("participants")
    notes = record.text("notes")
    say = record.text("say")
    prompts = record.texts("prompts")
    watch = record.texts("watch")
    steps = record.records("steps").map { Step($0) }
    tracks = record.records("tracks").map { Track($0) }
    groups = record.text("groups").flatMap { Grouping($0) }
    rooms = record.integer("rooms")
    materials = record.records("materials").map { Material($0) }
    space = record.text("space")
    spaceOnline = record.text("space online")
    lead = record.choice("lead")
    support = record.choices("support")
    adaptations = record.record("adaptations").map { Adaptations($0) }
    access = record.texts("access")
    ifShort = record.record("if short").map { TimeChange($0) }
    ifLong = record.record("if long").map { TimeChange($0) }
    confidentiality = record.choice("confidentiality")
    translations = Translations(record)
  }
}

/// How to run a block under other circumstances.
package struct Adaptations: Sendable {
  /// The text for each circumstance that the file names.
  package let online: String?, hybrid: String?, largeGroup: String?, shortOfTime: String?

  /// Reads the adaptations of a block.
  package init(_ record: Record) {
    online = record.text("online")
    hybrid = record.text("hybrid")
    largeGroup = record.text("large group")
    shortOfTime = record.text("short of time")
  }

  /// What they look like in a file.
  package static let shape = ObjectShape(
    "adaptations", title: "Adaptations", "How to run it under other circumstances.",
    [
      .optional("online", .text, "When everyone is at a screen"),
      .optional("hybrid", .text, "When some are in the room and some at a screen"),
      .optional("large group", .text, "When many people come"),
      .optional("short of time", .text, "When there is little time"),
    ])
}
