/// The place of an event.
package struct Venue: Sendable {
  /// The record in the file.
  package let record: Record
  /// Its name.
  package let name: String
  /// Where it is.
  package let address: String
  /// When it opens and closes, as `13:00`.
  package let opens: String?, closes: String?
  /// The rooms.
  package let rooms: [String]
  /// What stands about access: yes, no, or a sentence.
  package let stepFree: String?, hearingLoop: String?, accessibleToilet: String?, quietRoom: String?
  /// How to get there.
  package let travel: String?
  /// How to get on the network.
  package let wifi: String?

  /// Reads a venue.
  package init(_ record: Record) {
    self.record = record
    name = record.text("name") ?? ""
    address = record.text("address") ?? ""
    opens = record.text("opens")
    closes = record.text("closes")
    rooms = record.texts("rooms")
    stepFree = record.text("step free")
    hearingLoop = record.text("hearing loop")
    accessibleToilet = record.text("accessible toilet")
    quietRoom = record.text("quiet room")
    travel = record.text("travel")
    wifi = record.text("wifi")
  }

  /// What a venue looks like in a file.
  package static let shape = ObjectShape(
    "venue", title: "Venue", "The place of an event.",
    [
      .required("name", .text, "Its name"),
      .required("address", .text, "Where it is"),
      .optional("opens", .clockTime, "When it opens, in quotes"),
      .optional("closes", .clockTime, "When it closes, in quotes"),
      .optional("rooms", .texts, "The rooms"),
      .optional("step free", .text, "Whether one gets in without steps: yes, no, or a sentence"),
      .optional("hearing loop", .text, "Whether there is a hearing loop: yes, no, or a sentence"),
      .optional("accessible toilet", .text, "Whether there is an accessible toilet: yes, no, or a sentence"),
      .optional("quiet room", .text, "Whether there is a quiet room: yes, no, or a sentence"),
      .optional("travel", .text, "How to get there"),
      .optional("wifi", .text, "How to get on the network"),
    ])
}
