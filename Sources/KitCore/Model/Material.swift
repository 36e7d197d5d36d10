/// Something to bring.
package struct Material: Sendable {
  /// For whom a quantity counts.
  package enum Measure: String, Sendable, Hashable, CaseIterable {
    case participant, pair, group, event
  }

  /// The record in the file.
  package let record: Record
  /// What it is.
  package let item: String
  /// How many.
  package let quantity: Int
  /// For whom.
  package let per: Measure
  /// The role that brings it.
  package let from: RoleID?
  /// What else there is to say.
  package let note: String?

  /// Reads a material.
  package init(_ record: Record) {
    self.record = record
    item = record.text("item") ?? ""
    quantity = record.integer("quantity") ?? 1
    per = record.choice("per") ?? .event
    from = record.choice("from")
    note = record.text("note")
  }

  /// What a material looks like in a file.
  package static let shape = ObjectShape(
    "material", title: "Material", "Something to bring, how many of it, and who brings it.",
    [
      .required("item", .text, "What it is"),
      .required("quantity", .integer(0...100_000), "How many"),
      .required(
        "per", .choice(of: Measure.self), "For whom that many: each participant, pair or group, or the event"),
      .optional("from", .role, "The role that brings it"),
      .optional("note", .text, "What else there is to say"),
    ])
}
