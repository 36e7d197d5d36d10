/// A method card: a way of working that blocks refer to.
package struct Method: Sendable {
  /// The front matter.
  package let record: Record
  /// Its id, the name of its file.
  package let id: KitID
  /// Its name.
  package let title: String
  /// What it is, in a sentence.
  package let what: String
  /// Why one would use it, in a sentence.
  package let why: String
  /// How long it takes.
  package let minutes: SizeRange?
  /// How people work together.
  package let groups: Grouping?
  /// How many people it works for.
  package let groupSize: SizeRange?
  /// What to bring.
  package let materials: [Material]
  /// Its SPDX licence; empty where the file is wrong.
  package let licence: String
  /// What it owes to others.
  package let attribution: [Attribution]
  /// Its language, where it is not the kit's.
  package let language: String?
  /// The card itself.
  package let prose: Prose
  /// The card in other languages.
  package internal(set) var translations: [String: Prose] = [:]

  /// Reads the card in the file of this name.
  package init(id: KitID, _ record: Record, prose: Prose) {
    self.record = record
    self.id = id
    self.prose = prose
    title = record.text("title") ?? ""
    what = record.text("what") ?? ""
    why = record.text("why") ?? ""
    minutes = record.record("minutes").map { SizeRange($0) }
    groups = record.text("groups").flatMap { Grouping($0) }
    groupSize = record.record("group size").map { SizeRange($0) }
    materials = record.records("materials").map { Material($0) }
    licence = record.text("licence") ?? ""
    attribution = record.records("attribution").map { Attribution($0) }
    language = record.text("language")
  }

  /// What a card's front matter looks like.
  package static let shape = ObjectShape(
    "method", title: "Method", "The front matter of a method card.",
    [
      .required("title", .text, "Its name"),
      .required("what", .text, "What it is, in a sentence"),
      .required("why", .text, "Why one would use it, in a sentence"),
      .required("minutes", .object(SizeRange.minutes), "How long it takes"),
      .optional("groups", Grouping.value, "How people work together"),
      .optional("group size", .object(SizeRange.people), "How many people it works for"),
      .optional("materials", .list(.object(Material.shape)), "What to bring"),
      .required("licence", .licence, "Its SPDX licence"),
      .required("attribution", .list(.object(Attribution.shape)), "What it owes to others; [] for nothing"),
      .optional("language", .language, "Its language, where it is not the kit's"),
    ])
}
