/// The words of a part in the language that was asked for, where the kit has them in it, else its own.
struct Wording {
  private let translations: Translations
  private let language: String?

  init(_ translations: Translations, in language: String?) {
    self.translations = translations
    self.language = language
  }

  /// The text under a key.
  func callAsFunction(_ key: String, _ own: String) -> String {
    language.flatMap { translations.text(key, in: $0) } ?? own
  }

  /// The text under a key that may be left out.
  func callAsFunction(_ key: String, ifSaid own: String?) -> String? {
    own.flatMap { (own: String) -> String? in language.flatMap { translations.text(key, in: $0) } ?? own }
  }

  /// The list under a key.
  func callAsFunction(_ key: String, _ own: [String]) -> [String] {
    let translated = language.map { translations.texts(key, in: $0) } ?? []
    return translated.isEmpty ? own : translated
  }
}

extension Show {
  func wording(of plan: Plan) -> Wording { Wording(plan.translations, in: language) }
  func wording(of block: Block) -> Wording { Wording(block.translations, in: language) }

  /// A block's title in the language that was asked for.
  func title(of block: Block) -> String { wording(of: block)("title", block.title) }

  /// A Markdown file's text and title in the language that was asked for.
  func prose(_ own: Prose, _ translations: [String: Prose]) -> (prose: Prose, title: String?) {
    guard let language, let translated = translations[language] else { return (own, nil) }
    return (translated, translated.title)
  }
}
