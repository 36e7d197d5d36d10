internal import KitCore

/// What participants get: the agenda without notes, and how to join, in one language of the kit.
struct ParticipantPapers {
  let occasion: Occasion
  let language: String
  let wording: Wording

  init(_ occasion: Occasion, language: String) {
    self.occasion = occasion
    self.language = language
    wording = Wording(language)
  }

  private var isMain: Bool { language == occasion.language }
  private var suffix: String { isMain ? "" : "." + language }

  /// The agenda.
  var agenda: PackDocument {
    PackDocument(
      id: "participants/agenda" + suffix, audience: .participants, title: wording[.agenda],
      summary: "What happens when, without notes.", language: language, blocks: agendaBlocks)
  }

  /// A text of a part in the language of the paper; marked where there is only the kit's main language.
  private func words(_ original: String, _ key: String, _ translations: Translations) -> [PackInline] {
    if isMain { return [.text(occasion.line(original))] }
    if let text = translations.text(key, in: language) { return [.text(occasion.line(text))] }
    return [.language(occasion.language, [.text(occasion.line(original))])]
  }

  /// The agenda's blocks.
  var agendaBlocks: [PackBlock] {
    let plan = occasion.plan
    var blocks: [PackBlock] = [
      .facts([
        .init(
          [.text(wording[.when])], [.text("\(wording.date(occasion.day)), \(occasion.start)–\(occasion.end)")]
        ),
        .init([.text(wording[.host])], [.paragraph([inMain(occasion.line(occasion.event.host))])]),
      ]),
      .paragraph(words(plan.purpose, "purpose", plan.translations)),
    ]
    let rows = occasion.blocks.map { (entry: OccasionBlock) -> [[PackBlock]] in
      let block = entry.block
      var what: [PackBlock] = [.paragraph([.strong(words(block.title, "title", block.translations))])]
      if let text = block.participants {
        what.append(.paragraph(words(text, "participants", block.translations)))
      }
      for track in block.tracks {
        what.append(.paragraph([.strong([inMain(occasion.line(track.title))])]))
        if let text = track.participants { what.append(.paragraph([inMain(occasion.line(text))])) }
      }
      return [[.text(entry.start.description)], what]
    }
    blocks.append(
      .table(
        PackTable(
          caption: [], columns: [.init([.text(wording[.time])]), .init([.text(wording[.what])], share: 8)],
          rows: rows + [
            [[.text(occasion.end.description)], [.paragraph([.strong([.text(wording[.ends])])])]]
          ],
          namesRows: true)))
    let outcomes = isMain ? plan.outcomes : plan.translations.texts("outcomes", in: language)
    if !outcomes.isEmpty {
      blocks.append(.heading(level: 2, anchor: "outcomes", [.text(wording[.byTheEnd])]))
      blocks.append(.points(occasion.outcomes(outcomes, under: wording[.byTheEnd])))
    }
    blocks += rule
    return blocks
  }

  private func inMain(_ text: String) -> PackInline {
    isMain ? .text(text) : .language(occasion.language, [.text(text)])
  }

  private var rule: [PackBlock] {
    var blocks: [PackBlock] = [.heading(level: 2, anchor: "afterwards", [.text(wording[.rule])])]
    if occasion.hasRule { blocks.append(.quote([.paragraph([inMain(ConfidentialityWords.rule)])])) }
    if occasion.confidentiality != .chathamHouse {
      blocks.append(.paragraph([inMain(ConfidentialityWords.summary(occasion.confidentiality))]))
    }
    let isRecorded = occasion.event.isRecorded && !occasion.hasRule
    blocks.append(.text(wording[isRecorded ? .recorded : .notRecorded]))
    return blocks
  }

  /// How to join, with the kit's own joining note where it has one.
  func joining(note: [PackBlock]) -> PackDocument {
    PackDocument(
      id: "participants/joining" + suffix, audience: .participants, title: wording[.joining],
      summary: "When, where, how to get there, and what to bring.", language: language,
      blocks: joiningBlocks + note)
  }

  private var joiningBlocks: [PackBlock] {
    let event = occasion.event
    var facts: [PackBlock.Fact] = [
      .init(
        [.text(wording[.when])], [.text("\(wording.date(occasion.day)), \(occasion.start)–\(occasion.end)")])
    ]
    if let venue = event.venue {
      facts.append(
        .init(
          [.text(wording[.place])],
          [.paragraph([inMain("\(occasion.line(venue.name)), \(occasion.line(venue.address))")])]))
    }
    if let link = event.joinLink, case .outside(let address) = LinkTarget(occasion.fill(link)) {
      facts.append(.init([.text(wording[.joinOnline])], [.paragraph([.link(to: address, [.text(address)])])]))
    }
    facts.append(.init([.text(wording[.host])], [.paragraph([inMain(occasion.line(event.host))])]))
    var blocks: [PackBlock] = [.facts(facts)]
    if let venue = event.venue {
      if let travel = venue.travel {
        blocks.append(.heading(level: 2, anchor: "travel", [.text(wording[.gettingThere])]))
        blocks.append(.paragraph([inMain(occasion.line(travel))]))
      }
      let known: [(Wording.Word, String?)] = [
        (.stepFree, venue.stepFree), (.hearingLoop, venue.hearingLoop),
        (.accessibleToilet, venue.accessibleToilet),
        (.quietRoom, venue.quietRoom), (.wifi, venue.wifi),
      ]
      let access = known.compactMap { (word: Wording.Word, text: String?) -> PackBlock.Fact? in
        text.map { .init([.text(wording[word])], [.paragraph([inMain(occasion.line($0))])]) }
      }
      if !access.isEmpty {
        blocks.append(.heading(level: 2, anchor: "access", [.text(wording[.access])]))
        blocks.append(.facts(access))
      }
    }
    blocks.append(.text(wording[.accessAsk] + deadline))
    let work = isMain ? occasion.plan.preWork : occasion.plan.translations.texts("pre-work", in: language)
    if !work.isEmpty {
      blocks.append(.heading(level: 2, anchor: "beforehand", [.text(wording[.beforehand])]))
      blocks.append(.points(work.map(occasion.line)))
    }
    return blocks
  }

  private var deadline: String {
    guard let day = occasion.event.accessDeadline.flatMap({ CalendarDay($0) }) else { return "" }
    return " \(wording[.askBy]) \(wording.date(day))."
  }
}
