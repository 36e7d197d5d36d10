/// Something to hand out, show or read: a card, a handout, slides, a form.
package struct Resource: Sendable {
  /// What a resource is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case card, handout, slides, poster, sign, form, template, reading, link
  }

  /// When participants may see it.
  package enum Reveal: String, Sendable, Hashable, CaseIterable {
    case before, during, after
    case facilitatorOnly = "facilitator-only"
  }

  /// The front matter, or the file beside it.
  package let record: Record
  /// Its id: the path below `resources/` without the ending.
  package let id: ResourceID
  /// Its name.
  package let title: String
  /// What it is.
  package let kind: Kind
  /// Its licence, where it is not the kit's.
  package let licence: String?
  /// What it owes to others.
  package let attribution: [Attribution]
  /// Its language, where it is not the kit's.
  package let language: String?
  /// What a picture shows, for people who do not see it.
  package let alternativeText: String?
  /// How it is printed.
  package let print: PrintSpecification?
  /// Where it is found on the web.
  package let link: String?
  /// Whether it must not be copied.
  package let isLinkOnly: Bool
  /// When participants may see it.
  package let reveal: Reveal
  /// How long it takes to read.
  package let readingMinutes: Int?
  /// The same in other languages, for what the front matter says.
  package let words: Translations
  /// The file that is handed out; `nil` for a link that is described only.
  package let path: KitPath?
  /// Its Markdown; `nil` for any other file.
  package let prose: Prose?
  /// Its Markdown in other languages.
  package internal(set) var translations: [String: Prose] = [:]
  /// The file in other languages, where it is not Markdown.
  package internal(set) var translatedFiles: [String: KitPath] = [:]

  /// Reads a resource.
  ///
  /// - Parameters:
  ///   - id: Its id.
  ///   - record: The front matter, or the file beside it.
  ///   - path: The file that is handed out.
  ///   - prose: Its Markdown, if it is Markdown.
  package init(id: ResourceID, _ record: Record, path: KitPath?, prose: Prose?) {
    self.record = record
    self.id = id
    self.path = path
    self.prose = prose
    title = record.text("title") ?? ""
    kind = record.choice("kind") ?? .handout
    licence = record.text("licence")
    attribution = record.records("attribution").map { Attribution($0) }
    language = record.text("language")
    alternativeText = record.text("alternative text")
    print = record.record("print").map { PrintSpecification($0) }
    link = record.text("link")
    isLinkOnly = record.boolean("link only") ?? false
    reveal = record.choice("reveal") ?? .during
    readingMinutes = record.integer("reading minutes")
    words = Translations(record)
  }

  /// Whether it is a picture by its file's ending.
  package var isPicture: Bool {
    ["png", "jpg", "jpeg", "gif", "svg", "webp"].contains(path?.ending ?? "")
  }

  /// What a resource's front matter or the file beside it looks like.
  package static let shape = ObjectShape(
    "resource", title: "Resource", "What a handout, card, form or other resource is, and when people see it.",
    rules: [.needs("link", when: "kind", is: "link")],
    [
      .required("title", .text, "Its name"),
      .required("kind", .choice(of: Kind.self), "What it is"),
      .optional("licence", .licence, "Its SPDX licence, where it is not the kit's"),
      .optional("attribution", .list(.object(Attribution.shape)), "What it owes to others"),
      .optional("language", .language, "Its language, where it is not the kit's"),
      .optional("alternative text", .text, "What a picture shows, for people who do not see it"),
      .optional("print", .object(PrintSpecification.shape), "How it is printed"),
      .optional("link", .url, "Where it is found on the web"),
      .optional("link only", .boolean, "Whether it must not be copied", default: "no"),
      .optional("reveal", .choice(of: Reveal.self), "When participants may see it", default: "during"),
      .optional("reading minutes", .minutes, "How long it takes to read, in whole minutes"),
      Translations.field,
    ])
}
