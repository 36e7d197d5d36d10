internal import KitCore

/// Documents made of the kit's own resources, guides and methods.
struct ResourceDocuments {
  let occasion: Occasion
  let pages: PackPages

  /// All of them, in the order of the kit; each translation stands beside its original.
  ///
  /// - Parameter used: Resources that stand in another document already.
  func documents(reading: inout ProseReading, except used: Set<ResourceID>) -> [PackDocument] {
    var documents: [PackDocument] = []
    var decks: [String: [Resource]] = [:]
    var order: [String] = []
    for resource in pages.resources where !used.contains(resource.id) {
      guard let place = pages.place(of: resource) else { continue }
      if PackPages.deckFolder(of: resource) != nil {
        if decks[place.id] == nil { order.append(place.id) }
        decks[place.id, default: []].append(resource)
      } else if let prose = resource.prose {
        documents.append(document(resource, prose, language: nil, at: place, reading: &reading))
        for language in resource.translations.keys.sorted() {
          guard let translated = resource.translations[language] else { continue }
          documents.append(document(resource, translated, language: language, at: place, reading: &reading))
        }
      } else if let path = resource.path, resource.isPicture {
        documents.append(picture(resource, path, at: place, reading: &reading))
      }
    }
    for id in order { documents += deck(decks[id] ?? [], reading: &reading) }
    return documents + guides(&reading) + methods(&reading)
  }

  // MARK: One resource

  private func document(
    _ resource: Resource, _ prose: Prose, language: String?, at place: PackPages.Place,
    reading: inout ProseReading
  ) -> PackDocument {
    var anchors = Anchors()
    let title = occasion.line((language == nil ? nil : prose.title) ?? resource.title)
    let blocks = reading.blocks(of: prose, for: place.audience, anchors: &anchors)
    let paper = ResourceDocuments.paper(of: resource)
    let shown: [PackBlock]
    switch paper.form {
    case .cards where ResourceDocuments.isDeck(resource), .signs where resource.kind == .sign:
      shown = ResourceDocuments.cut(blocks, title: title, anchors: &anchors)
    case .cards, .signs:
      shown = [.cards([.init(anchor: anchors.next(for: "card"), title: title, blocks: blocks)])]
    default: shown = blocks
    }
    return PackDocument(
      id: place.id + (language.map { "." + $0 } ?? ""), audience: place.audience, title: title,
      summary: ResourceDocuments.summary(of: resource, occasion),
      language: language ?? resource.language ?? occasion.language, paper: paper, blocks: shown)
  }

  private func picture(
    _ resource: Resource, _ path: KitPath, at place: PackPages.Place, reading: inout ProseReading
  ) -> PackDocument {
    let staged = reading.stage(path)
    let picture = PackPicture(
      file: staged, alternative: occasion.line(resource.alternativeText ?? resource.title))
    return PackDocument(
      id: place.id, audience: place.audience, title: occasion.line(resource.title),
      summary: ResourceDocuments.summary(of: resource, occasion),
      language: resource.language ?? occasion.language,
      paper: .init(size: .init(resource.print?.size)), blocks: [.picture(picture)])
  }

  /// Whether a card's sections are cards of their own: its name says "cards", "slips", "labels" or "badges".
  private static func isDeck(_ resource: Resource) -> Bool {
    let last = resource.id.rawValue.split { $0 == "-" || $0 == "/" }.last ?? ""
    return ["cards", "slips", "labels", "badges", "signs", "posters"].contains(last)
  }

  static func paper(of resource: Resource) -> PackDocument.Paper {
    let form: PackDocument.Paper.Form =
      switch resource.kind {
      case .card: .cards
      case .sign, .poster: .signs
      default: .pages
      }
    return .init(size: .init(resource.print?.size), form: form, perSheet: resource.print?.perSheet ?? 1)
  }

  private static func summary(of resource: Resource, _ occasion: Occasion) -> String {
    var words = [resource.kind.rawValue.prefix(1).uppercased() + resource.kind.rawValue.dropFirst()]
    if let print = resource.print {
      words.append("\(print.size.rawValue)\(print.perSheet > 1 ? ", \(print.perSheet) on a sheet" : "")")
    }
    if let minutes = resource.readingMinutes { words.append("\(minutes) minutes to read") }
    return words.joined(separator: ", ") + "."
  }

  /// Text before the first heading, then one card for each section under it.
  static func cut(_ blocks: [PackBlock], title: String, anchors: inout Anchors) -> [PackBlock] {
    var before: [PackBlock] = []
    var cards: [PackBlock.Card] = []
    var open: (anchor: String, title: String, blocks: [PackBlock])?
    func close() {
      if let card = open { cards.append(.init(anchor: card.anchor, title: card.title, blocks: card.blocks)) }
    }
    for block in blocks {
      if case .heading(2, let anchor, let text) = block {
        close()
        open = (anchor, text.plain, [])
      } else if open != nil {
        open?.blocks.append(block)
      } else {
        before.append(block)
      }
    }
    close()
    if cards.isEmpty {
      return [.cards([.init(anchor: anchors.next(for: "card"), title: title, blocks: before)])]
    }
    return before + [.cards(cards)]
  }

  // MARK: Cards of a folder

  private func deck(_ resources: [Resource], reading: inout ProseReading) -> [PackDocument] {
    guard let first = resources.first, let place = pages.place(of: first) else { return [] }
    let languages = Set(resources.flatMap { $0.translations.keys }).sorted()
    let folder = PackPages.deckFolder(of: first) ?? first.title
    let title = folder.prefix(1).uppercased() + folder.dropFirst()
    return ([nil] + languages.map { $0 }).map { (language: String?) -> PackDocument in
      var anchors = Anchors()
      let cards = resources.compactMap { (resource: Resource) -> PackBlock.Card? in
        guard let prose = language.map({ resource.translations[$0] }) ?? resource.prose else { return nil }
        let blocks = reading.blocks(of: prose, for: place.audience, anchors: &anchors)
        let name = String(resource.id.rawValue.split(separator: "/").last ?? "card")
        return .init(
          anchor: anchors.next(for: name),
          title: occasion.line((language == nil ? nil : prose.title) ?? resource.title),
          blocks: blocks)
      }
      return PackDocument(
        id: place.id + (language.map { "." + $0 } ?? ""), audience: place.audience, title: title,
        summary: "\(cards.count) cards. " + ResourceDocuments.summary(of: first, occasion),
        language: language ?? first.language ?? occasion.language, paper: ResourceDocuments.paper(of: first),
        blocks: [.cards(cards)])
    }
  }

  // MARK: Guides and methods

  private func guides(_ reading: inout ProseReading) -> [PackDocument] {
    var documents: [PackDocument] = []
    for guide in pages.guides {
      let place = pages.place(of: guide)
      var anchors = Anchors()
      var blocks = reading.blocks(of: guide.prose, for: place.audience, anchors: &anchors)
      if let summary = guide.summary { blocks.insert(.text(occasion.line(summary)), at: 0) }
      documents.append(
        PackDocument(
          id: place.id, audience: place.audience, title: occasion.line(guide.title),
          summary: guide.summary.map(occasion.line) ?? "How to prepare, hold and follow up the session.",
          language: guide.language ?? occasion.language, blocks: blocks))
    }
    return documents
  }

  private func methods(_ reading: inout ProseReading) -> [PackDocument] {
    guard !pages.methods.isEmpty else { return [] }
    var draft = Draft()
    for (index, method) in pages.methods.enumerated() {
      if index > 0 { draft.add(.pageBreak) }
      draft.heading(2, occasion.line(method.title), anchor: method.id.rawValue)
      draft.add(.facts([.fact("What", occasion.line(method.what)), .fact("Why", occasion.line(method.why))]))
      draft.add(reading.blocks(of: method.prose, for: .facilitator, anchors: &draft.anchors).map(\.lowered))
      if !method.attribution.isEmpty {
        draft.text(method.attribution.map { Credits.line($0, occasion) }.joined(separator: " "))
      }
    }
    return [
      PackDocument(
        id: "facilitator/methods", audience: .facilitator, title: "Methods",
        summary: "The ways of working that blocks refer to.", language: occasion.language,
        blocks: draft.blocks)
    ]
  }
}

extension PackBlock {
  /// The block under a heading of its own: headings go down one level.
  var lowered: PackBlock {
    if case .heading(let level, let anchor, let text) = self {
      .heading(level: min(6, level + 1), anchor: anchor, text)
    } else {
      self
    }
  }
}

extension PackDocument.Paper.Size {
  /// The size that a kit asks for; A4 where it says nothing.
  init(_ size: PrintSpecification.Size?) {
    switch size {
    case .a3: self = .a3
    case .a5: self = .a5
    case .a6: self = .a6
    case .a4, nil: self = .a4
    }
  }
}
