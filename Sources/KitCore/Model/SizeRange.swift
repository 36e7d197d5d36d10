/// From so many to so many: people in a group, or minutes that a method takes.
package struct SizeRange: Sendable, Hashable {
  /// The fewest, if there is a limit.
  package let least: Int?
  /// The most, if there is a limit.
  package let most: Int?

  /// Reads a range.
  package init(_ record: Record) {
    least = record.integer("min")
    most = record.integer("max")
  }

  /// How many people a group has.
  package static let people = ObjectShape(
    "group-size", title: "Group size", "How many people it works for.",
    [
      .optional("min", .integer(1...100_000), "The fewest people"),
      .optional("max", .integer(1...100_000), "The most people"),
    ])

  /// How many minutes something takes.
  package static let minutes = ObjectShape(
    "minutes-range", title: "Minutes", "How long it takes, from the shortest sensible time to the longest.",
    [
      .required("min", .minutes, "The fewest minutes in which it works"),
      .required("max", .minutes, "The most minutes that it should take"),
    ])
}
