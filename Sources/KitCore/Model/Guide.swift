/// A facilitation guide: how somebody in a role prepares, holds and follows up a session.
package struct Guide: Sendable {
  /// The front matter.
  package let record: Record
  /// Its id, the name of its file.
  package let id: KitID
  /// Its name.
  package let title: String
  /// Whose guide it is.
  package let role: RoleID?
  /// The plans that it is for; all where none is named.
  package let plans: [KitID]
  /// What it says, in a sentence.
  package let summary: String?
  /// Its language, where it is not the kit's.
  package let language: String?
  /// Its licence, where it is not the kit's.
  package let licence: String?
  /// What it owes to others.
  package let attribution: [Attribution]
  /// The guide itself.
  package let prose: Prose
  /// The guide in other languages.
  package internal(set) var translations: [String: Prose] = [:]

  /// Reads the guide in the file of this name.
  package init(id: KitID, _ record: Record, prose: Prose) {
    self.record = record
    self.id = id
    self.prose = prose
    title = record.text("title") ?? ""
    role = record.choice("role")
    plans = record.choices("plans")
    summary = record.text("summary")
    language = record.text("language")
    licence = record.text("licence")
    attribution = record.records("attribution").map { Attribution($0) }
  }

  /// Roles that a guide can be for in every kit, besides the kit's own.
  package static let usualRoles: [RoleID] = [
    "facilitator", "co-facilitator", "host", "note-taker", "technical-producer",
  ].map { RoleID(wellFormed: $0) }

  /// What a guide's front matter looks like.
  package static let shape = ObjectShape(
    "guide", title: "Guide", "The front matter of a facilitation guide.",
    [
      .required("title", .text, "Its name"),
      .required("role", .role, "Whose guide it is: facilitator, host, note-taker, …"),
      .optional("plans", .list(.id), "The plans that it is for; all where none is named"),
      .optional("summary", .text, "What it says, in a sentence"),
      .optional("language", .language, "Its language, where it is not the kit's"),
      .optional("licence", .licence, "Its SPDX licence, where it is not the kit's"),
      .optional("attribution", .list(.object(Attribution.shape)), "What it owes to others"),
    ])
}
