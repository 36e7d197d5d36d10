/// Facilitator guides whose headings state times, each a plan of its own.
extension KitImport {
  /// What participants read, by the number of the activity: from guides that are for them.
  private mutating func participantTexts() -> [Int: String] {
    var texts: [Int: String] = [:]
    for page in sorting.sessions where isForParticipants(page) {
      var text = ForeignText(from: page.path, to: "plans/\(wish.id).yaml", places: sorting.places)
      for activity in SessionLayout(page).activities {
        guard let number = activity.heading.number else { continue }
        texts[number] = text.text(of: activity.sections.flatMap(\.lines))
      }
      for note in text.notes { need(note, at: page.path) }
    }
    return texts
  }

  /// Whether a page says the same activities for participants, beside guides for facilitators.
  private func isForParticipants(_ page: ForeignPage) -> Bool {
    let isTheirs = page.path.fileStem.lowercased().contains("participant")
    return isTheirs && sorting.sessions.contains { !$0.path.fileStem.lowercased().contains("participant") }
  }

  mutating func writeSessions() {
    let texts = participantTexts()
    var unused = Set(texts.keys)
    for page in sorting.sessions where !isForParticipants(page) { writeSession(page, texts, &unused) }
    for page in sorting.sessions where isForParticipants(page) {
      let session = SessionLayout(page)
      let unnumbered = session.activities.count { $0.heading.number == nil }
      if unnumbered > 0 || session.rest.contains(where: { !$0.lines.text.isEmpty }) {
        need(
          "What stands in the participants' guide outside of numbered activities was left out.", at: page.path
        )
      }
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
    needFields(of: page, but: ["purpose", "description", "summary", "licence", "license"])
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
    let short = purpose.firstSentence()
    // What opens the page is in its guide, too; a purpose that the page names as one is nowhere else.
    if short.oneLine != purpose.oneLine, sorting.places[page.path] == nil {
      need("Only the first sentence of the purpose was taken over: \(purpose.oneLine)", at: page.path)
    }
    return ImportedPlan(title: title(of: page), purpose: short, outcomes: outcomes, blocks: blocks)
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
}
