/// The groups that run a master kit, and where their forks live.
package struct Network: Sendable {
  /// One group of the network.
  package struct Member: Sendable {
    /// The record in the file.
    package let record: Record
    /// The group's id.
    package let id: BlockID
    /// Its name.
    package let name: String
    /// Where it is at home.
    package let area: String
    /// The address of its kit.
    package let fork: String?
    /// Since when it takes part, as `2026-03-12`.
    package let since: String?
    /// What else there is to say.
    package let note: String?

    /// Reads a member; an id that is wrong becomes one that is like it.
    package init(_ record: Record) {
      self.record = record
      id = record.identifier(orFrom: "name")
      name = record.text("name") ?? ""
      area = record.text("area") ?? ""
      fork = record.text("fork")
      since = record.text("since")
      note = record.text("note")
    }
  }

  /// The record in the file.
  package let record: Record
  /// The groups in the order of the file.
  package let groups: [Member]

  /// Reads network.yaml.
  package init(_ record: Record) {
    self.record = record
    groups = record.records("groups").map { Member($0) }
  }

  private static let member = ObjectShape(
    "member", title: "Group", "A group of the network.",
    [
      .required("id", .pattern(.id, example: "midlands"), "The group's id; never reused"),
      .required("name", .text, "Its name"),
      .required("area", .text, "Where it is at home"),
      .optional("fork", .text, "The address of its kit"),
      .optional("since", .date, "Since when it takes part"),
      .optional("note", .text, "What else there is to say"),
    ])

  /// What network.yaml looks like.
  package static let shape = ObjectShape(
    "network", title: "Network", "The groups that run this kit, and where their own versions live.",
    [.required("groups", .list(.object(member)), "The groups")])
}
