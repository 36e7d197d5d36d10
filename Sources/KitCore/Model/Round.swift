/// A round of sessions that all groups run with the same kit, so that their answers compare.
package struct Round: Sendable {
  /// A question that every group asks.
  package struct Question: Sendable {
    /// The record in the file.
    package let record: Record
    /// Its id in the round.
    package let id: BlockID
    /// The question.
    package let question: String
    /// How it is answered.
    package let scale: String?

    /// Reads a question; an id that is wrong becomes one that is like it.
    package init(_ record: Record) {
      self.record = record
      id = record.identifier(orFrom: "question")
      question = record.text("question") ?? ""
      scale = record.text("scale")
    }
  }

  /// The record in the file.
  package let record: Record
  /// Its id, the name of its file.
  package let id: KitID
  /// Its name.
  package let title: String
  /// The kit that it is run with, and its version.
  package let kit: KitID?, version: String
  /// What it is about.
  package let theme: String
  /// What every session reaches.
  package let coreOutcomes: [String]
  /// The first and last day, as `2026-03-12`.
  package let from: String, to: String
  /// Questions that every group asks.
  package let commonQuestions: [Question]

  /// Reads the round in the file of this name.
  package init(id: KitID, _ record: Record) {
    self.record = record
    self.id = id
    title = record.text("title") ?? ""
    let pinned = record.record("kit")
    kit = pinned?.choice("id")
    version = pinned?.text("version") ?? ""
    theme = record.text("theme") ?? ""
    coreOutcomes = record.texts("core outcomes")
    let window = record.record("window")
    from = window?.text("from") ?? ""
    to = window?.text("to") ?? ""
    commonQuestions = record.records("common questions").map { Question($0) }
  }

  private static let pin = ObjectShape(
    "pinned-kit", title: "Pinned kit", "The kit and version that a round is run with.",
    [.required("id", .id, "The kit's id"), .required("version", .version, "The version")])

  private static let window = ObjectShape(
    "window", title: "Window", "From when to when.",
    [.required("from", .date, "The first day"), .required("to", .date, "The last day")])

  private static let question = ObjectShape(
    "question", title: "Question", "A question that every group asks, so that answers compare.",
    [
      .required("id", .pattern(.id, example: "understanding"), "Its id; never reused"),
      .required("question", .text, "The question, word for word"),
      .optional("scale", .text, "How it is answered"),
    ])

  /// What a round looks like.
  package static let shape = ObjectShape(
    "round", title: "Round", "A round of sessions that all groups run with the same kit.",
    [
      .required("title", .text, "Its name"),
      .required("kit", .object(pin), "The kit that it is run with, and its version"),
      .required("theme", .text, "What it is about"),
      .required("core outcomes", .list(.text, atLeast: 1), "What every session reaches"),
      .required("window", .object(window), "From when to when it runs"),
      .optional("common questions", .list(.object(question)), "Questions that every group asks"),
    ])
}
