/// One thing that the facilitator does in a block.
package struct Step: Sendable {
  /// The record in the file.
  package let record: Record
  /// How long it takes, in whole minutes.
  package let minutes: Int
  /// What to do.
  package let action: String
  /// Exact words, where they matter.
  package let say: String?
  /// Questions to ask.
  package let prompts: [String]
  /// What to look out for.
  package let watch: [String]

  /// Reads a step; `do` is ``action``.
  package init(_ record: Record) {
    self.record = record
    minutes = record.integer("minutes") ?? 0
    action = record.text("do") ?? ""
    say = record.text("say")
    prompts = record.texts("prompts")
    watch = record.texts("watch")
  }

  /// What a step looks like in a file.
  package static let shape = ObjectShape(
    "step", title: "Step",
    "One thing that the facilitator does. The minutes of all steps make those of the block.",
    [
      .required("minutes", .minutes, "How long it takes, in whole minutes"),
      .required("do", .text, "What to do"),
      .optional("say", .text, "Exact words, where they matter"),
      .optional("prompts", .texts, "Questions to ask"),
      .optional("watch", .texts, "What to look out for"),
    ])
}
