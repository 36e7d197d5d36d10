/// What to do with a block when there is less or more time.
package struct TimeChange: Sendable {
  /// The record in the file.
  package let record: Record
  /// The minutes that the block then takes; `nil` where it is left out.
  package let minutes: Int?
  /// Whether it is left out.
  package let isCut: Bool
  /// How, in a sentence.
  package let by: String

  /// Reads a change; only `if short` can cut.
  package init(_ record: Record) {
    self.record = record
    minutes = record.integer("minutes")
    isCut = record.shape.field("cut") != nil && record.boolean("cut") == true
    by = record.text("by") ?? ""
  }

  /// What `if short` looks like in a file.
  package static let short = ObjectShape(
    "if-short", title: "If short", "What to do with less time.", rules: [.oneOf(["minutes", "cut"])],
    [
      .optional("minutes", .minutes, "The minutes that the block then takes"),
      .optional("cut", .boolean, "Whether the block is left out", default: "no"),
      .required("by", .text, "How, in a sentence"),
    ])

  /// What `if long` looks like in a file.
  package static let long = ObjectShape(
    "if-long", title: "If long", "What to do with more time.",
    [
      .required("minutes", .minutes, "The minutes that the block then takes"),
      .required("by", .text, "How, in a sentence"),
    ])
}
