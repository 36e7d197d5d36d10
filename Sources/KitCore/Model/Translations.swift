/// The same words in other languages, beside the originals.
package struct Translations: Sendable, Hashable {
  private let words: [String: [String: [String]]]
  /// The languages in the order of the file.
  package let languages: [String]

  /// Reads the translations that a record holds.
  package init(_ record: Record) {
    var words: [String: [String: [String]]] = [:]
    var languages: [String] = []
    for entry in record.node["translations"]?.mapping?.entries ?? [] {
      guard let language = entry.key.text, let inner = entry.value.mapping else { continue }
      languages.append(language)
      var texts: [String: [String]] = [:]
      for translated in inner.entries {
        guard let key = translated.key.text else { continue }
        texts[key] = Record.texts(of: translated.value)
      }
      words[language] = texts
    }
    self.words = words
    self.languages = languages
  }

  /// The text under a key in a language; `nil` where it is not translated.
  package func text(_ key: String, in language: String) -> String? { words[language]?[key]?.first }

  /// The texts under a key in a language; empty where it is not translated.
  package func texts(_ key: String, in language: String) -> [String] { words[language]?[key] ?? [] }

  /// The keys that are translated into a language, in alphabetical order.
  package func keys(in language: String) -> [String] { words[language].map { $0.keys.sorted() } ?? [] }

  /// The key under which translations stand in every file that has them.
  package static let field: ObjectShape.Field = .optional(
    "translations", .mapping(keys: .language, .mapping(keys: nil, .texts)),
    "The same keys in other languages: language, then key and text")
}
