/// One of several things that run at the same time in a block.
package struct Track: Sendable {
  /// The record in the file.
  package let record: Record
  /// Its id inside the block.
  package let id: BlockID
  /// Its name.
  package let title: String
  /// How long it takes, in whole minutes; the block costs the longest track.
  package let minutes: Int
  /// The role that leads it.
  package let lead: RoleID?
  /// Roles that help.
  package let support: [RoleID]
  /// How the room is laid out.
  package let space: String?
  /// What participants see.
  package let participants: String?
  /// Notes for the facilitator.
  package let notes: String?
  /// What to do, in order.
  package let steps: [Step]
  /// What to bring.
  package let materials: [Material]
  /// What is handed out or shown; a folder means all in it.
  package let resources: [ResourceID]

  /// Reads a track; an id that is wrong becomes one that is like it.
  package init(_ record: Record) {
    self.record = record
    id = record.identifier(orFrom: "title")
    title = record.text("title") ?? ""
    minutes = record.integer("minutes") ?? 0
    lead = record.choice("lead")
    support = record.choices("support")
    space = record.text("space")
    participants = record.text("participants")
    notes = record.text("notes")
    steps = record.records("steps").map { Step($0) }
    materials = record.records("materials").map { Material($0) }
    resources = record.choices("resources")
  }

  /// What a track looks like in a file.
  package static let shape = ObjectShape(
    "track", title: "Track", "One of several things that run at the same time. The block costs the longest.",
    [
      .required("id", .id, "Its id, by which versions are compared; never reused"),
      .required("title", .text, "Its name"),
      .required("minutes", .minutes, "How long it takes, in whole minutes"),
      .optional("lead", .role, "The role that leads it"),
      .optional("support", .list(.role), "Roles that help"),
      .optional("space", .text, "How the room is laid out"),
      .optional("participants", .text, "What participants see, on the slide or card"),
      .optional("notes", .text, "Notes for the facilitator"),
      .optional("steps", .list(.object(Step.shape)), "What to do, in order"),
      .optional("materials", .list(.object(Material.shape)), "What to bring"),
      .optional("resources", .list(.resourceID), "Resources that it uses; a folder means all in it"),
    ])
}

extension Record {
  /// The id that the record carries; where it is wrong, one made from another key or the record's place.
  func identifier(orFrom key: String) -> BlockID {
    if let id = text("id").flatMap({ BlockID(rawValue: $0) }) { return id }
    let likeness = node["id"]?.text ?? text(key) ?? ""
    return BlockID(likeness: likeness, fallback: "line-\(place.line)")
  }
}
