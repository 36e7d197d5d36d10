extension Debrief {
  private static let counts = ObjectShape(
    "counts", title: "Counts", "How many people there were.",
    [
      .required("booked", .integer(0...100_000), "How many booked"),
      .required("attended", .integer(0...100_000), "How many came"),
      .optional("organisations", .integer(0...100_000), "From how many organisations"),
    ])

  private static let adaptation = ObjectShape(
    "adaptation", title: "Adaptation", "Something that was done otherwise, and whether it should stay so.",
    [
      .required("block", .pattern(.id, example: "card-walk"), "The block"),
      .required("what", .text, "What was done"),
      .required("why", .text, "Why"),
      .optional("keep", .boolean, "Whether the group keeps it", default: "no"),
      .optional("offer", .boolean, "Whether it should be offered to the master", default: "no"),
    ])

  private static let reportable = ObjectShape(
    "reportable-point", title: "Reportable point", "A point, and whether all agreed that it may be reported.",
    [
      .required("point", .text, "The point, without names"),
      .required("agreed", .boolean, "Whether all agreed that it may be reported"),
    ])

  private static let action = ObjectShape(
    "action", title: "Action", "Something to be done.",
    [
      .required("what", .text, "What"),
      .optional("role", .role, "The role that does it; never a person"),
      .optional("by", .date, "The last day"),
    ])

  private static let feedback = ObjectShape(
    "feedback", title: "Feedback", "What people said on the feedback form, on the whole.",
    [
      .required("answers", .integer(0...100_000), "How many answered"),
      .optional("summary", .text, "What they said, without names; only with five answers or more"),
    ])

  /// What a debrief looks like.
  package static let shape = ObjectShape(
    "debrief", title: "Debrief", "How an event went, in counts and lessons; never who said what.",
    [
      .required("event", .pattern(.id, example: "2026-03-leeds"), "The event"),
      .required("counts", .object(counts), "How many people there were"),
      .optional(
        "actual minutes", .mapping(keys: .id, .integer(0...1440)), "Block ids with the minutes they took"),
      .optional("triumphs", .texts, "What worked"),
      .optional("treacle", .texts, "What got stuck"),
      .optional("adaptations", .list(.object(adaptation)), "What was done otherwise"),
      .optional("reportable", .list(.object(reportable)), "Points that may or may not be reported"),
      .optional("actions", .list(.object(action)), "What is to be done"),
      .optional("feedback", .object(feedback), "What people said, on the whole"),
    ])
}
