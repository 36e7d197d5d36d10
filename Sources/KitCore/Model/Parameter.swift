/// A word that every group fills with its own: `{{region}}` in any text.
package struct Parameter: Sendable {
  /// What a value may be.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, number, date, time, url, choice
  }

  /// The record in the file.
  package let record: Record
  /// The name between the braces.
  package let name: String
  /// What a value may be.
  package let kind: Kind
  /// What it is for.
  package let description: String
  /// A value that shows what is meant.
  package let example: String?
  /// What counts until a group sets it; `nil` where a group must set it.
  package let fallback: String?
  /// The values to choose from, for ``Kind/choice``.
  package let choices: [String]

  /// Reads the parameter with this name.
  package init(name: String, _ record: Record) {
    self.record = record
    self.name = name
    kind = record.choice("type") ?? .text
    description = record.text("description") ?? ""
    example = record.text("example")
    fallback = record.text("default")
    choices = record.texts("choices")
  }

  /// Whether a group must set it.
  package var mustBeSet: Bool { fallback == nil }

  /// What a parameter looks like in kit.yaml.
  package static let shape = ObjectShape(
    "parameter", title: "Parameter",
    "A word that every group fills with its own, written as {{name}} in any text.",
    rules: [.needs("choices", when: "type", is: "choice")],
    [
      .optional("type", .choice(of: Kind.self), "What a value may be", default: "text"),
      .required("description", .text, "What it is for, as a group is asked for it"),
      .optional("example", .scalar, "A value that shows what is meant"),
      .optional("default", .scalar, "What counts until a group sets it; without it a group must"),
      .optional("choices", .texts, "The values to choose from"),
    ])
}
