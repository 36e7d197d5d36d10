/// The one description of a mapping in a kit: which keys it has, what they hold and what they mean.
///
/// From it come the JSON Schema, the check of a file, and the reading into typed values, so that the
/// three cannot disagree.
package struct ObjectShape: Sendable {
  /// A key that a mapping may or must have.
  package struct Field: Sendable {
    /// The key as people write it, `if short`.
    package let key: String
    /// What its value may be.
    package let value: ValueShape
    /// Whether it must be there.
    package let isRequired: Bool
    /// What counts where it is not there, as people would write it; `nil` where nothing does.
    package let fallback: String?
    /// What it means, in a sentence without full stop that an editor shows.
    package let summary: String

    /// A key that must be there.
    package static func required(_ key: String, _ value: ValueShape, _ summary: String) -> Field {
      Field(key: key, value: value, isRequired: true, fallback: nil, summary: summary)
    }

    /// A key that may be there.
    package static func optional(
      _ key: String, _ value: ValueShape, _ summary: String, default fallback: String? = nil
    ) -> Field {
      Field(key: key, value: value, isRequired: false, fallback: fallback, summary: summary)
    }
  }

  /// What must hold between several keys.
  package enum Rule: Sendable {
    /// `needed` must be there when `key` has this word.
    case needs(_ needed: String, when: String, is: String)
    /// At least one of these keys must be there.
    case oneOf([String])
    /// At most one of these keys may be there.
    case notBoth(String, String)
  }

  /// The name in schemas, one word or several with hyphens: `if-short`.
  package let name: String
  /// The name for people.
  package let title: String
  /// What it is, in a sentence or two.
  package let summary: String
  /// Its keys in the order in which people write them.
  package let fields: [Field]
  /// What must hold between its keys.
  package let rules: [Rule]
  private let places: [String: Int]

  /// Describes a mapping.
  package init(
    _ name: String, title: String, _ summary: String, rules: [Rule] = [], _ fields: [Field]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.fields = fields
    self.rules = rules
    places = Dictionary(fields.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The field with this key, if the shape has one.
  package func field(_ key: String) -> Field? { places[key].map { fields[$0] } }

  /// Whether such a mapping carries an id that addresses use.
  package var hasID: Bool { field("id") != nil }
}
