/// Why parts of a group's kit differ from the master.
package struct Customisations: Sendable {
  /// What a difference is meant to become.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// It stays with the group.
    case oursForGood = "ours-for-good"
    /// It should go to the master.
    case toBeOffered = "to-be-offered"
    /// It goes away again.
    case temporary
    /// A fixed part is changed, with a reason.
    case waiver
  }

  /// One difference with its reason.
  package struct Entry: Sendable {
    /// The record in the file.
    package let record: Record
    /// The part, as written.
    package let part: String
    /// What it is meant to become.
    package let kind: Kind
    /// Why the part differs.
    package let because: String
    /// The day of the decision, as `2026-03-12`.
    package let date: String
    /// The day on which it ends, for what is temporary.
    package let until: String?

    /// Reads an entry.
    package init(_ record: Record) {
      self.record = record
      part = record.text("part") ?? ""
      kind = record.choice("kind") ?? .temporary
      because = record.text("because") ?? ""
      date = record.text("date") ?? ""
      until = record.text("until")
    }

    /// The part, where it is well written.
    package var address: Address? { try? Address(parsing: part) }
  }

  /// The record in the file.
  package let record: Record
  /// The differences in the order of the file.
  package let parts: [Entry]

  /// Reads customisations.yaml.
  package init(_ record: Record) {
    self.record = record
    parts = record.records("parts").map { Entry($0) }
  }

  private static let entry = ObjectShape(
    "customisation", title: "Customisation", "A part that differs from the master, and why.",
    [
      .required("part", .address, "The address of the part"),
      .required("kind", .choice(of: Kind.self), "What the difference is meant to become"),
      .required("because", .text, "Why the part differs"),
      .required("date", .date, "The day of the decision"),
      .optional("until", .date, "The day on which it ends"),
    ])

  /// What customisations.yaml looks like.
  package static let shape = ObjectShape(
    "customisations", title: "Customisations", "Why parts of this group's kit differ from the master.",
    [.required("parts", .list(.object(entry)), "The parts")])
}
