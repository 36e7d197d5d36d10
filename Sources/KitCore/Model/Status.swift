/// How free a group is with a part. It informs; it never stops anybody.
package enum Status: String, Sendable, Hashable, CaseIterable {
  /// Wording and presence are protected.
  case fixed
  /// To be made one's own, within what it allows.
  case adaptable
  /// An empty slot that the group fills, and that no update touches.
  case local
}

/// What a group may do with an adaptable part.
package enum Permission: String, Sendable, Hashable, CaseIterable {
  /// Give it more or less time.
  case retime
  /// Say it otherwise.
  case reword
  /// Add to it.
  case add
  /// Put it at another place.
  case reorder
  /// Put something else with the same purpose in its place.
  case swap
  /// Leave it out.
  case drop
}

/// How people come together.
package enum Setting: String, Sendable, Hashable, CaseIterable {
  /// Everyone in one room.
  case inPerson = "in-person"
  /// Everyone at a screen.
  case online
  /// Some in the room, some at a screen.
  case hybrid
}

/// The status of a part that cannot say it itself.
package struct PolicyEntry: Sendable {
  /// The record in the file.
  package let record: Record
  /// The part, as written.
  package let part: String
  /// How free a group is with it.
  package let status: Status
  /// Why.
  package let because: String?
  /// What a group may do with it; all that the status lets it where nothing is said.
  package let allows: [Permission]

  /// Reads an entry.
  package init(_ record: Record) {
    self.record = record
    part = record.text("part") ?? ""
    status = record.choice("status") ?? .adaptable
    because = record.text("because")
    allows = record.choices("allows")
  }

  /// The part, where it is well written.
  package var address: Address? { try? Address(parsing: part) }

  /// What an entry looks like in a file.
  package static let shape = ObjectShape(
    "policy", title: "Policy entry", "The status of a part that cannot carry one itself, and the reason.",
    rules: [.needs("because", when: "status", is: "fixed")],
    [
      .required("part", .address, "The address of the part"),
      .required("status", .choice(of: Status.self), "How free a group is with the part"),
      .optional("because", .text, "The reason; without one people ignore it"),
      .optional("allows", .list(.choice(of: Permission.self)), "What a group may do with it"),
    ])
}
