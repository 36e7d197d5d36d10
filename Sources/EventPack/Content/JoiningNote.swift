internal import KitCore

/// The kit's own note to those who booked: its sections stand in the joining instructions, in every language it has.
struct JoiningNote {
  private let resource: Resource?

  init(_ pages: PackPages) {
    resource = pages.resources.first { (resource: Resource) -> Bool in
      resource.reveal == .before && resource.prose != nil
        && (resource.id.rawValue.contains("joining") || resource.id.rawValue.contains("invitation"))
    }
  }

  /// What stands in the joining instructions already.
  var used: Set<ResourceID> { resource.map { [$0.id] } ?? [] }

  /// The agenda, the joining instructions and the large print, in every language.
  func papers(_ occasion: Occasion, _ reading: inout ProseReading) -> [PackDocument] {
    var documents: [PackDocument] = []
    for language in occasion.languages {
      let papers = ParticipantPapers(occasion, language: language)
      let prose = language == occasion.language ? resource?.prose : resource?.translations[language]
      var anchors = Anchors()
      for taken in ["travel", "access", "beforehand"] { _ = anchors.next(for: taken) }
      let note = prose.map { reading.blocks(of: $0, for: .participants, anchors: &anchors) } ?? []
      let joining = papers.joining(note: JoiningNote.sections(note))
      documents += [papers.agenda, joining, JoiningNote.largePrint(papers, joining, occasion)]
    }
    return documents
  }

  /// The sections of a note: what stands before the first heading is said to whoever sends it.
  private static func sections(_ blocks: [PackBlock]) -> [PackBlock] {
    guard let first = blocks.firstIndex(where: { if case .heading = $0 { true } else { false } }) else {
      return blocks
    }
    return Array(blocks[first...])
  }

  /// The agenda and the joining instructions in large print.
  private static func largePrint(
    _ papers: ParticipantPapers, _ joining: PackDocument, _ occasion: Occasion
  ) -> PackDocument {
    var draft = Draft()
    draft.heading(2, papers.wording[.joining], anchor: "large-joining")
    draft.add(joining.blocks.map(\.lowered))
    draft.add(.pageBreak)
    draft.heading(2, papers.wording[.agenda], anchor: "large-agenda")
    draft.add(papers.agendaBlocks.map(\.lowered))
    let suffix = papers.language == occasion.language ? "" : "." + papers.language
    return PackDocument(
      id: "participants/large-print" + suffix, audience: .participants, title: papers.wording[.largePrint],
      summary: "Agenda and joining instructions in 18 point.", language: papers.language,
      paper: .init(points: 18),
      blocks: draft.blocks)
  }
}
