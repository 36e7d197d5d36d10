/// What each file of the imported folder is, and where it goes.
struct ImportSorting: Sendable {
  private(set) var lessons: [ForeignPage] = []
  private(set) var sessions: [ForeignPage] = []
  private(set) var cards: [(place: String, card: CardLayout)] = []
  private(set) var prose: [ForeignPage] = []
  private(set) var checklists: [(place: String, page: ForeignPage, list: ChecklistLayout)] = []
  /// What people do beforehand, from a page on setting up.
  private(set) var preWork: [String] = []
  /// Paths that become resources, pages among them.
  private(set) var resources: [String] = []
  /// Where files stand in the kit, by their path in the folder; only those that have a place of their own.
  private(set) var places: [String: String] = [:]
  /// The title and the purpose that a read-me file gives.
  private(set) var title: String?
  private(set) var purpose = ""
  /// The licence that a licence file states.
  private(set) var licence: String?
  /// What was left out, and why.
  private(set) var needs: [KitImport.Need] = []

  private var readMeLicence: String?
  private var guideIDs = UniqueIDs()
  private var checklistIDs = UniqueIDs()
  private var methodIDs = UniqueIDs()
  private var resourceIDs = UniqueIDs()
  private var leftOut: [String] = []

  /// Sorts the files by their paths, so that the same folder always gives the same kit.
  init(_ material: [String: [UInt8]]) {
    for path in material.keys.sorted() {
      guard let bytes = material[path] else { continue }
      if !isForPeople(path) {
        leftOut.append(path)
      } else if let reason = ImportSorting.refusal(path, bytes) {
        needs.append(KitImport.Need(path: path, words: reason))
      } else {
        sort(path, bytes)
      }
    }
    licence = licence ?? readMeLicence
    for path in leftOut {
      needs.append(KitImport.Need(path: path, words: "Left out: it is no material for sessions."))
    }
  }

  private mutating func sort(_ path: String, _ bytes: [UInt8]) {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) ?? "" {
    case "md", "markdown", "txt", "qmd", "rmd": sort(page: ForeignPage(path: path, bytes: bytes), bytes)
    case "yaml", "yml", "json":
      let records = ImportSorting.records(path, bytes)
      let cards = records.compactMap { CardLayout($0, path: path) }
      if cards.isEmpty { leftOut.append(path) } else { cards.forEach { add($0) } }
      if !cards.isEmpty, cards.count < records.count {
        let words =
          "Of \(records.count) records \(records.count - cards.count) are no cards and were left out."
        needs.append(KitImport.Need(path: path, words: words))
      }
    case "csv", "tsv", "pdf", "docx", "odt", "pptx", "odp", "xlsx", "ods", "doc", "ppt", "xls", "rtf", "png",
      "jpg",
      "jpeg", "gif", "webp":
      addResource(path)
    default: leftOut.append(path)
    }
  }

  private mutating func sort(page: ForeignPage, _ bytes: [UInt8]) {
    let stem = page.path.fileStem.lowercased()
    if ["license", "licence", "copying"].contains(stem) {
      licence = licence ?? StatedLicence.identifier(in: String(decoding: bytes.prefix(16_000), as: UTF8.self))
      return
    }
    if stem == "readme" || stem == "index", !page.path.contains("/") {
      title = title ?? (page.title == page.path.fileStem.wordsOfName ? nil : page.title)
      let opening = page.sections.first { !$0.isEmpty && !$0.lines.text.isEmpty }?.lines.text ?? ""
      var text = ForeignText(from: page.path, to: "kit.yaml", places: [:])
      purpose = text.text(of: opening.split(separator: "\n").map(String.init)).firstSentence()
      let terms = page.sections.first { $0.title.lowercased().hasPrefix("licen") }?.lines.text
      let last = page.sections.last?.lines.text ?? ""
      readMeLicence =
        (page.field("licence", "license")?.text ?? terms).flatMap { StatedLicence.identifier(in: $0) }
        ?? StatedLicence.identifier(in: last)
    }
    if stem == "setup" || stem == "set-up", preWork.isEmpty {
      preWork = LabelledText.items(
        of: page.sections.flatMap(\.lines).filter { LabelledText.listItem($0) != nil })
      // What else the page says is kept as a guide.
      if page.sections.flatMap(\.lines).allSatisfy({
        LabelledText.listItem($0) != nil || $0.allSatisfy(\.isWhitespace)
      }) {
        return
      }
    }
    if let list = ChecklistLayout(page) {
      let place = "checklists/\(checklistIDs.id(for: stem, fallback: "checklist")).yaml"
      checklists.append((place, page, list))
    } else if EpisodeLayout.matches(page) {
      places[page.path] = "guides/\(guideIDs.id(for: stem.wordsOfName, fallback: "lesson")).md"
      lessons.append(page)
    } else if let card = CardLayout(page) {
      add(card)
    } else {
      sortByTimes(page)
    }
  }

  private mutating func sortByTimes(_ page: ForeignPage) {
    let session = SessionLayout(page)
    let stem = page.path.fileStem
    if !session.activities.isEmpty {
      let id = guideIDs.id(for: stem == "README" ? page.title : stem, fallback: "session")
      sessions.append(page)
      if session.rest.contains(where: { !$0.isEmpty }) { places[page.path] = "guides/\(id).md" }
    } else if page.sections.allSatisfy(\.isEmpty) {
      leftOut.append(page.path)
    } else if ImportSorting.kind(of: page.path) != nil {
      places[page.path] = "resources/\(resourceIDs.id(for: stem, fallback: "handout")).md"
      prose.append(page)
      resources.append(page.path)
    } else {
      places[page.path] = "guides/\(guideIDs.id(for: stem, fallback: "guide")).md"
      prose.append(page)
    }
  }

  private mutating func add(_ card: CardLayout) {
    // A page's name is its id; the records of one data file have only their titles.
    let isPage = card.path.lowercased().hasSuffix(".md")
    let id = methodIDs.id(for: isPage ? card.path.fileStem : card.title, fallback: "method")
    let place = "methods/\(id).md"
    if places[card.path] == nil { places[card.path] = place }
    cards.append((place, card))
  }

  private mutating func addResource(_ path: String) {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? "bin"
    places[path] = "resources/\(resourceIDs.id(for: path.fileStem, fallback: "file")).\(ending)"
    resources.append(path)
  }

  /// The records of a data file: a list of mappings, or one mapping that holds such a list, or is a record itself.
  private static func records(_ path: String, _ bytes: [UInt8]) -> [[ForeignField]] {
    // JSON is a dialect of YAML, so that one reader does for both.
    guard let root = try? YAMLDocument.read(bytes, options: .any).root else { return [] }
    if let items = root.sequence?.items { return items.map { ForeignField.fields(of: $0.value) } }
    let lists = (root.mapping?.entries ?? []).compactMap { $0.value.sequence?.items }
    let inner = lists.flatMap { items in items.map { ForeignField.fields(of: $0.value) } }.filter {
      !$0.isEmpty
    }
    let named = (root.mapping?.entries ?? []).filter { $0.value.mapping != nil }
    if !named.isEmpty, inner.isEmpty {
      return named.map { entry in
        [ForeignField(name: "title", texts: [entry.key.text ?? ""])] + ForeignField.fields(of: entry.value)
      }
    }
    return inner.isEmpty ? [ForeignField.fields(of: root)] : inner
  }

  /// Why a file is not imported at all.
  private static func refusal(_ path: String, _ bytes: [UInt8]) -> String? {
    let lower = path.lowercased()
    let isTable = lower.hasSuffix(".csv") || lower.hasSuffix(".tsv")
    if isTable && !ContactColumn.inTable(bytes).isEmpty
      || lower.hasSuffix(".json") && !ContactColumn.inJSON(bytes).isEmpty
    {
      return "Not imported: it has columns for people's contact details, which stay out of kits."
    }
    if bytes.count > 20 << 20 { return "Not imported: it is larger than 20 MB." }
    if (try? KitPath(path)) == nil { return "Not imported: its name cannot travel to every computer." }
    return nil
  }

  /// What a file's name and folders say of a resource; `nil` where they say nothing.
  static func kind(of path: String) -> String? {
    let words = Set(path.lowercased().split { !$0.isLetter }.map(String.init))
    let kinds: [(String, Set<String>)] = [
      ("card", ["card", "cards"]), ("slides", ["slides", "slide", "pptx", "odp", "ppt", "presentation"]),
      ("form", ["form", "forms", "survey"]),
      ("template", ["template", "templates", "canvas"]), ("poster", ["poster", "posters"]),
      ("sign", ["sign", "signs"]),
      ("handout", ["handout", "handouts", "worksheet", "worksheets"]),
      ("reading", ["reading", "readings", "pdf"]),
    ]
    return kinds.first { !words.isDisjoint(with: $0.1) }?.0
  }

  /// Whether a path is a picture's.
  static func isPicture(_ path: String) -> Bool {
    [".png", ".jpg", ".jpeg", ".gif", ".webp"].contains { path.lowercased().hasSuffix($0) }
  }

  /// Whether a file is meant for people who run sessions, not for a website or a repository.
  private func isForPeople(_ path: String) -> Bool {
    let names = path.split(separator: "/")
    if names.contains(where: {
      $0.hasPrefix(".") || ["_layouts", "_includes", "node_modules", "bin"].contains($0)
    }) {
      return false
    }
    let stem = path.fileStem.lowercased()
    if stem.hasPrefix("_") { return false }
    return ![
      "contributing", "code_of_conduct", "conduct", "changelog", "citation", "authors", "_config", "config",
      "package",
    ]
    .contains(stem)
  }
}
