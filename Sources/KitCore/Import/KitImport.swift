/// A folder of somebody else's material, turned into a kit as far as a program can.
///
/// Three layouts are understood: lessons with `teaching:` and `exercises:`, facilitator guides whose headings state
/// times, and cards with what, why, time and how. All other pages become guides or handouts; other files go along as
/// resources. What could not be known is listed, never invented in silence.
package struct KitImport: Sendable {
  /// What the person says about the new kit.
  package struct Wish: Sendable {
    /// The kit's id.
    package var id: String
    /// The name of the folder that is imported, for the attribution.
    package var source: String
    /// The licence that the person names; it wins over what the material states.
    package var licence: String?
    /// Who keeps the kit; the id where nobody says.
    package var owner: String?

    /// Makes a wish.
    package init(id: String, source: String, licence: String? = nil, owner: String? = nil) {
      self.id = id
      self.source = source
      self.licence = licence
      self.owner = owner
    }
  }

  /// One thing that a person should look at.
  package struct Need: Hashable, Sendable {
    /// The file of the material, or of the new kit, that it concerns; `nil` for the whole.
    package let path: String?
    /// What to do, one sentence.
    package let words: String
  }

  /// The files of the new kit by their paths.
  package private(set) var files: [String: [UInt8]] = [:]
  /// What needs a hand, in the order of the files, each said once.
  package private(set) var needs: [Need] = []
  /// How many plans, blocks, guides, methods and resources came out, in words.
  package var summary: String {
    let counts = [
      (plans, "plan"), (blocks, "block"), (count("guides/"), "guide"), (count("methods/"), "method"),
      (count("checklists/"), "checklist"),
      (sorting.resources.count, "resource"),
    ]
    let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    return words.isEmpty ? "nothing but a title" : words.joined(separator: ", ")
  }

  /// Whether neither the person nor the material says under which licence it is.
  package var lacksLicence: Bool { kitLicence == StatedLicence.unknown }

  private let wish: Wish
  private let sorting: ImportSorting
  private var plans = 0
  private var blocks = 0

  /// Imports the files of a folder, given by their paths below it.
  package init(_ material: [String: [UInt8]], as wish: Wish) {
    self.wish = wish
    sorting = ImportSorting(material)
    needs = sorting.needs
    writeLessons()
    writeSessions()
    writeChecklists()
    for card in sorting.cards { writeMethod(card) }
    for page in sorting.prose { writeProse(page) }
    writeResources(material)
    writeKit()
    var seen: Set<Need> = []
    needs = needs.filter { seen.insert($0).inserted }
  }

  private func count(_ folder: String) -> Int { files.keys.count { $0.hasPrefix(folder) } }

  private mutating func need(_ words: String, at path: String? = nil) {
    needs.append(Need(path: path, words: words))
  }

  private func place(of path: String) -> String { sorting.places[path] ?? "guides/" + slug(of: path) + ".md" }

  private mutating func write(_ value: YAMLValue, to path: String) {
    files[path] = Array(ImportedFile.yaml(value).utf8)
  }
}

// MARK: - The layouts

extension KitImport {
  /// All lessons together are one plan; each one's text is a guide.
  private mutating func writeLessons() {
    guard !sorting.lessons.isEmpty else { return }
    var ids = UniqueIDs()
    var plan = ImportedPlan(
      title: kitTitle, purpose: sorting.purpose, outcomes: [], blocks: [])
    plan.preWork = words(of: sorting.preWork, from: "setup.md")
    for page in sorting.lessons {
      let lesson = EpisodeLayout(page)
      let target = place(of: page.path)
      var text = ForeignText(from: page.path, to: "plans/\(wish.id).yaml", places: sorting.places)
      var found: [String] = []
      plan.outcomes += lesson.objectives.map { text.words($0) }
      plan.blocks.append(lesson.block(guide: target.fileStem, text: &text, ids: &ids, needs: &found))
      for note in found { need(note, at: page.path) }
      if lesson.isBreak { continue }
      writeGuide(page, sections: page.sections, to: target)
      need("See which more of the lesson participants may have; it may hold solutions.", at: target)
    }
    writePlan(plan, named: wish.id)
  }

  private func words(of items: [String], from path: String) -> [String] {
    var text = ForeignText(from: path, to: "plans/\(wish.id).yaml", places: sorting.places)
    return items.map { text.words($0) }
  }

  /// What participants read, by the number of the activity: from guides that are for them.
  private func participantTexts() -> [Int: String] {
    var texts: [Int: String] = [:]
    for page in sorting.sessions where isForParticipants(page) {
      var text = ForeignText(from: page.path, to: "plans/\(wish.id).yaml", places: sorting.places)
      for activity in SessionLayout(page).activities {
        guard let number = activity.heading.number else { continue }
        texts[number] = text.text(of: activity.sections.flatMap(\.lines))
      }
    }
    return texts
  }

  /// Whether a page says the same activities for participants, beside guides for facilitators.
  private func isForParticipants(_ page: ForeignPage) -> Bool {
    let isTheirs = page.path.fileStem.lowercased().contains("participant")
    return isTheirs && sorting.sessions.contains { !$0.path.fileStem.lowercased().contains("participant") }
  }

  private mutating func writeSessions() {
    let texts = participantTexts()
    var unused = Set(texts.keys)
    for page in sorting.sessions where !isForParticipants(page) { writeSession(page, texts, &unused) }
    for page in sorting.sessions where isForParticipants(page) {
      for number in unused.sorted() {
        need(
          "Activity \(number) is in the participants' guide, but in no facilitator's guide.", at: page.path)
      }
    }
  }

  private mutating func writeSession(_ page: ForeignPage, _ theirs: [Int: String], _ unused: inout Set<Int>) {
    let session = SessionLayout(page)
    let name = place(of: page.path).fileStem
    var ids = UniqueIDs()
    var blocks: [ImportedBlock] = []
    for activity in session.activities {
      var imported = ImportedActivity(
        activity, text: ForeignText(from: page.path, to: "plans/\(name).yaml", places: sorting.places))
      var block = imported.block(ids: &ids)
      for words in imported.needs + imported.text.notes { need(words, at: page.path) }
      block.resources = resources(of: block, linked: imported.text.linked)
      if let number = block.number, let words = theirs[number] {
        if block.participants.isEmpty { block.participants = words }
        unused.remove(number)
      } else if !theirs.isEmpty, block.kind != "break" {
        need("“\(block.title)” has no counterpart in the participants' guide.", at: page.path)
      }
      blocks.append(block)
    }
    writePlan(plan(of: page, session, blocks, named: name), named: name)
    if sorting.places[page.path] != nil { writeGuide(page, sections: session.rest, to: place(of: page.path)) }
  }

  private mutating func plan(
    of page: ForeignPage, _ session: SessionLayout, _ blocks: [ImportedBlock], named name: String
  ) -> ImportedPlan {
    var text = ForeignText(from: page.path, to: "plans/\(name).yaml", places: sorting.places)
    let rest = LabelledText(session.rest, labelsFirst: true)
    let opening = session.rest.first { !$0.lines.text.isEmpty }?.lines ?? []
    var purpose = text.words(page.field("purpose", "description", "summary")?.text ?? rest.sentence(.purpose))
    if purpose.isEmpty { purpose = text.text(of: opening) }
    let outcomes = session.outcomes().map { text.words($0) }
    for note in text.notes + page.faults { need(note, at: page.path) }
    return ImportedPlan(
      title: title(of: page), purpose: purpose.firstSentence(), outcomes: outcomes, blocks: blocks)
  }

  /// The ids of the resources that a block links to, or whose titles its materials name.
  private func resources(of block: ImportedBlock, linked: [String]) -> [String] {
    let words = (block.materials.map(\.item) + block.steps.map(\.words)).joined(separator: " ").lowercased()
    return sorting.resources.compactMap { (path: String) -> String? in
      guard let place = sorting.places[path] else { return nil }
      let title = sorting.prose.first { $0.path == path }?.title ?? path.fileStem.wordsOfName
      let name = path.fileStem.wordsOfName
      let isNamed = words.contains(title.lowercased()) || words.contains(name.lowercased())
      guard linked.contains(place) || isNamed else { return nil }
      return String(place.dropFirst("resources/".count).prefix { $0 != "." })
    }
  }

  /// A page's title, fit for a kit and never empty.
  private func title(of page: ForeignPage) -> String {
    var text = ForeignText(from: page.path, to: "kit.yaml", places: [:])
    let words = text.words(page.title.oneLine)
    return words.isEmpty ? "Untitled" : words
  }

  private mutating func writeChecklists() {
    for (place, page, list) in sorting.checklists {
      var text = ForeignText(from: page.path, to: place, places: sorting.places)
      write(list.value(title: title(of: page), role: "host", text: &text), to: place)
      need("Say whose list it is; it is the host's for now. Check the days.", at: place)
      for note in text.notes { need(note, at: page.path) }
    }
  }

  private mutating func writePlan(_ plan: ImportedPlan, named name: String) {
    let path = "plans/\(name).yaml"
    for words in plan.needs { need(words, at: path) }
    plans += 1
    blocks += plan.blocks.count
    write(plan.value, to: path)
  }

  private mutating func writeMethod(_ card: (place: String, card: CardLayout)) {
    let (path, card) = card
    var text = ForeignText(from: card.path, to: path, places: sorting.places)
    func said(_ words: String, _ what: String) -> String {
      if words.isEmpty { need("Write the method's “\(what)”.", at: path) }
      return words.isEmpty ? ImportedPlan.toBeWritten : words
    }
    let what = said(text.words(card.what.oneLine), "what")
    let why = said(text.words(card.why.oneLine), "why")
    if card.time == nil {
      need("Say how many minutes the method takes; 15 to 60 stand there for now.", at: path)
    }
    let time = card.time?.minutes ?? 15...60
    let licence = StatedLicence.identifier(in: card.licence) ?? kitLicence
    var fields = [
      YAMLField("title", .text(text.words(card.title))), YAMLField("what", .text(what)),
      YAMLField("why", .text(why)),
      YAMLField("minutes", ImportedFile.range(time)),
    ]
    if let groups = ImportedBlock.groups(in: card.who) ?? CardWords.groups[card.who.lowercased()] {
      fields.append(YAMLField("groups", .text(groups)))
    }
    if let size = card.size { fields.append(YAMLField("group size", ImportedFile.range(size))) }
    if !card.materials.isEmpty {
      fields.append(YAMLField("materials", .sequence(card.materials.map(\.value))))
    }
    fields.append(YAMLField("licence", .text(licence)))
    let source = card.source.isEmpty ? [] : [attribution(source: text.words(card.source), licence: licence)]
    fields.append(YAMLField("attribution", .sequence(source)))
    let how = card.how.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let who = [("Who", card.who), ("Access", card.access)].filter { !$0.1.isEmpty }
    let extra = who.map { ForeignPage.Section(title: $0.0, level: 1, lines: [$0.1], line: 1) }
    let main = ForeignPage.Section(title: "How", level: 1, lines: how, line: 1)
    let sections = [main] + card.rest.filter { !$0.isEmpty } + extra
    if !card.others.isEmpty {
      need(
        "Left out, as a method card has no place for it: \(card.others.joined(separator: ", ")).",
        at: card.path)
    }
    for fault in card.faults { need(fault, at: card.path) }
    let body = text.body(of: sections)
    if card.how.isEmpty { need("Write how the method is done.", at: path) }
    for note in text.notes { need(note, at: card.path) }
    files[path] = Array(ImportedFile.markdown(.mapping(fields), body: body).utf8)
  }

  private mutating func writeProse(_ page: ForeignPage) {
    let target = place(of: page.path)
    if target.hasPrefix("resources/") {
      let fields = [
        YAMLField("title", .text(title(of: page))),
        YAMLField("kind", .text(ImportSorting.kind(of: page.path) ?? "handout")),
      ]
      writePage(page, sections: page.sections, fields: fields, to: target)
    } else {
      writeGuide(page, sections: page.sections, to: target)
    }
  }

  private mutating func writeGuide(_ page: ForeignPage, sections: [ForeignPage.Section], to target: String) {
    let fields = [YAMLField("title", .text(title(of: page))), YAMLField("role", .text("facilitator"))]
    writePage(page, sections: sections, fields: fields, to: target)
  }

  private mutating func writePage(
    _ page: ForeignPage, sections: [ForeignPage.Section], fields: [YAMLField], to target: String
  ) {
    var text = ForeignText(from: page.path, to: target, places: sorting.places)
    var sections = sections
    // The title stands in the front matter; the same words as first heading would stand there twice.
    if let first = sections.firstIndex(where: { $0.level == 1 }), sections[first].title == page.title,
      sections.count(where: { $0.level == 1 }) == 1
    {
      sections[first].level = 0
    }
    let body = text.body(of: sections)
    for note in text.notes + page.faults { need(note, at: page.path) }
    files[target] = Array(ImportedFile.markdown(.mapping(fields), body: body).utf8)
  }
}

// MARK: - The kit as a whole

extension KitImport {
  private var kitTitle: String {
    var text = ForeignText(from: "README.md", to: "kit.yaml", places: [:])
    let words = text.words((sorting.title ?? wish.source.wordsOfName).oneLine)
    return words.isEmpty ? wish.id : words
  }

  private var kitLicence: String { wish.licence ?? sorting.licence ?? StatedLicence.unknown }

  private mutating func writeResources(_ material: [String: [UInt8]]) {
    for path in sorting.resources {
      let target = place(of: path)
      if target.hasSuffix(".md") { continue }
      files[target] = material[path]
      let isPicture = ImportSorting.isPicture(path)
      var fields = [
        YAMLField("title", .text(path.fileStem.wordsOfName)),
        YAMLField("kind", .text(ImportSorting.kind(of: path) ?? "handout")),
      ]
      if isPicture {
        fields.append(YAMLField("alternative text", .text("Picture: \(path.fileStem.wordsOfName)")))
      }
      write(.mapping(fields), to: target + ".yaml")
      need(
        isPicture
          ? "Describe the picture in its alternative text, and say whose it is."
          : "The file went along as it is; say what it is for, and point to it from a block.", at: target)
    }
  }

  private mutating func writeKit() {
    let title = kitTitle
    if kitLicence == StatedLicence.unknown {
      need("Ask for the licence of the material before you share the kit: none was found.", at: "kit.yaml")
    }
    if sorting.purpose.isEmpty { need("Write the kit's purpose.", at: "kit.yaml") }
    if wish.owner == nil { need("Say who keeps the kit: the owner is “\(wish.id)” for now.", at: "kit.yaml") }
    if files.keys.allSatisfy({ !$0.hasPrefix("plans/") }) {
      need("Write a plan that uses what was imported: no times of a session were found.")
    }
    let fields = [
      YAMLField("kitbag", .integer(1)), YAMLField("id", .text(wish.id)), YAMLField("title", .text(title)),
      YAMLField("purpose", .text(sorting.purpose.isEmpty ? ImportedPlan.toBeWritten : sorting.purpose)),
      YAMLField("version", .text("0.1.0")), YAMLField("licence", .text(kitLicence)),
      YAMLField("owner", .text(wish.owner ?? wish.id)),
      YAMLField("attribution", .sequence([attribution(source: title, licence: kitLicence)])),
    ]
    write(.mapping(fields), to: "kit.yaml")
  }

  private func attribution(source: String, licence: String) -> YAMLValue {
    .mapping([
      YAMLField("source", .text(source)),
      YAMLField("licence", .text(licence == StatedLicence.unknown ? "none stated" : licence)),
      YAMLField("changes", .text("Turned into a session kit.")),
    ])
  }
}

/// How cards say who takes part, where that is a grouping.
private enum CardWords {
  static let groups = [
    "two people": "pairs", "pairs": "pairs", "everyone, alone": "individual", "alone": "individual",
    "everyone": "plenary", "everybody": "plenary", "the whole group": "plenary", "three people": "trios",
  ]
}

extension ForeignPage.Section {
  /// Whether nothing stands under no heading.
  var isEmpty: Bool { title.isEmpty && lines.allSatisfy { $0.allSatisfy(\.isWhitespace) } }
}
