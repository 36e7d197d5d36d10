extension Block {
  /// What a block looks like in a plan.
  package static let shape = ObjectShape(
    "block", title: "Block", "One part of a session, with everything that a facilitator needs to run it.",
    rules: [.needs("because", when: "status", is: "fixed"), .notBoth("steps", "tracks")],
    core + freedom + references + words + course + practice)

  private static let core: [ObjectShape.Field] = [
    .required(
      "id", .pattern(.id, example: "card-walk"), "Its id, by which versions are compared; never reused"),
    .required("title", .text, "Its name"),
    .required("kind", .choice(of: Kind.self), "What it is"),
    .required("minutes", .minutes, "How long it takes, in whole minutes"),
    .optional("min", .minutes, "The fewest minutes in which it works"),
    .optional("max", .minutes, "The most minutes that it should take"),
    .optional("minutes per person", .minutes, "Minutes that each person gets"),
    .required("purpose", .text, "What it is for, in a line"),
    .optional("outcome", .text, "What exists or is known afterwards, in a line"),
  ]

  private static let freedom: [ObjectShape.Field] = [
    .optional("status", .choice(of: Status.self), "How free a group is with it", default: "adaptable"),
    .optional("because", .text, "The reason for its status; a fixed block needs one"),
    .optional(
      "allows", .list(.choice(of: Permission.self)), "What a group may do with it; all where nothing is said"),
  ]

  private static let references: [ObjectShape.Field] = [
    .optional("method", .pattern(.id, example: "lean-coffee"), "The method card that it follows"),
    .optional("guide", GuideReference.value, "The guide, or the section of a guide, that says how"),
    .optional("resources", .list(.resourceID), "Resources that it uses; a folder means all in it"),
  ]

  private static let words: [ObjectShape.Field] = [
    .optional("participants", .text, "What participants see, on the slide or card"),
    .optional("notes", .text, "Notes for the facilitator"),
    .optional("say", .text, "Exact words, where they matter"),
    .optional("prompts", .texts, "Questions to ask"),
    .optional("watch", .texts, "What to look out for"),
  ]

  private static let course: [ObjectShape.Field] = [
    .optional("steps", .list(.object(Step.shape)), "What to do, in order; the minutes sum to the block's"),
    .optional("tracks", .list(.object(Track.shape)), "What runs at the same time, instead of steps"),
    .optional("groups", Grouping.value, "How people work together"),
    .optional("rooms", .integer(1...1000), "How many rooms it needs"),
    .optional("materials", .list(.object(Material.shape)), "What to bring"),
    .optional("space", .text, "How the room is laid out"),
    .optional("space online", .text, "How the online room is laid out"),
    .optional("lead", .role, "The role that leads; never a person"),
    .optional("support", .list(.role), "Roles that help; never a person"),
  ]

  private static let practice: [ObjectShape.Field] = [
    .optional("adaptations", .object(Adaptations.shape), "How to run it under other circumstances"),
    .optional("access", .texts, "What makes it possible for everyone to take part"),
    .optional("if short", .object(TimeChange.short), "What to do with less time"),
    .optional("if long", .object(TimeChange.long), "What to do with more time"),
    .optional(
      "confidentiality", .choice(of: Confidentiality.self), "What may be told afterwards; may only be tighter"
    ),
    Translations.field,
  ]
}
