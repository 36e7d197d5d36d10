extension Event {
  private static let accessibility = ObjectShape(
    "accessibility", title: "Accessibility", "Whom to tell what one needs, and until when.",
    [
      .optional("contact", .role, "The role to tell; never a person"),
      .optional("deadline", .date, "The last day on which it can be arranged"),
    ])

  private static let retention = ObjectShape(
    "retention", title: "Retention", "Until when personal data is kept.",
    [
      .optional("owner", .role, "The role that deletes"),
      .optional("access notes", .offset, "The last day for access and dietary needs", default: "T+7d"),
      .optional("attendee list", .offset, "The last day for the list of attendees", default: "T+30d"),
      .optional("sign-in", .offset, "The last day for the sign-in sheet", default: "T+30d"),
    ])

  private static let override = ObjectShape(
    "override", title: "Override", "What is done otherwise with a block on the day.",
    [
      .required("block", .pattern(.id, example: "card-walk"), "The block"),
      .required("because", .text, "Why"),
      .optional("minutes", .minutes, "The minutes that it takes instead"),
      .optional("cut", .boolean, "Whether it is left out", default: "no"),
      .optional("lead", .role, "The role that leads it instead"),
      .optional("note", .text, "What else there is to say"),
    ])

  /// What an event looks like.
  package static let shape = ObjectShape(
    "event", title: "Event", "One session of a group on a day, at a place.",
    rules: [.oneOf(["venue", "join link"])], when + place + rules)

  private static let when: [ObjectShape.Field] = [
    .required("title", .text, "Its name"),
    .required("plan", .id, "The plan"),
    .required("kit version", .version, "The kit's version with which it was planned"),
    .optional(
      "kit commit", .pattern(.commit, example: "4b825dc642cb6eb9a060e54bf8d69288fbee4904"),
      "The saved state of the kit with which it was planned, in git"),
    .optional("round", .pattern(.id, example: "2026-r1"), "The round that it belongs to"),
    .required("date", .date, "The day"),
    .required("start", .clockTime, "The time of its start on the 24-hour clock, in quotes"),
    .required("time zone", .pattern(.timeZone, example: "Europe/London"), "The time zone"),
  ]

  private static let place: [ObjectShape.Field] = [
    .required("setting", .choice(of: Setting.self), "How people come together"),
    .required("host", .text, "The organisation that hosts"),
    .optional("venue", .object(Venue.shape), "The place"),
    .optional("join link", .url, "Where people join online"),
    .optional("capacity", .integer(1...100_000), "How many people can come"),
    .optional("roles", .mapping(keys: .id, .texts), "Who takes which role, by name only"),
  ]

  private static let rules: [ObjectShape.Field] = [
    .optional(
      "confidentiality", .choice(of: Confidentiality.self), "What may be told afterwards; may only be tighter"
    ),
    .optional("recording", .boolean, "Whether it is recorded", default: "no"),
    .optional(
      "sequence", .integer(0...10_000), "How often day, time or place changed since people were told",
      default: "0"),
    .optional("accessibility", .object(accessibility), "Whom to tell what one needs, and until when"),
    .optional("retention", .object(retention), "Until when personal data is kept"),
    .optional("parameters", .mapping(keys: .parameterName, .scalar), "Values of parameters for this event"),
    .optional("overrides", .list(.object(override)), "What is done otherwise on the day"),
    .optional("parking lot", .texts, "What is left for another time"),
  ]
}
