internal import KitCore

/// What is done when people have gone home.
struct AfterPapers {
  let occasion: Occasion

  /// A text to thank people with, for a kit that has none.
  var thankYou: PackDocument {
    var draft = Draft()
    draft.text(
      "Thank you for coming to \(occasion.line(occasion.event.title)), and thank you to \(occasion.line(occasion.event.host)) for the room."
    )
    draft.heading(2, "What happens next")
    draft.points([
      "You get the agreed points within a week.",
      "What you told us about access and food is deleted after a week.",
      "Tell us if something in the points should not be there.",
    ])
    draft.text(ConfidentialityWords.summary(occasion.confidentiality))
    return PackDocument(
      id: "after/thank-you", audience: .organisers, title: "Thank-you text",
      summary: "To send within two days.",
      language: occasion.language, blocks: draft.blocks)
  }

  /// The form from which a debrief is written.
  var debriefForm: PackDocument {
    var draft = Draft()
    draft.text(
      "Fill this in together on the day or the day after; it takes a quarter of an hour. Counts and lessons, never who said what."
    )
    draft.heading(2, "Counts")
    draft.add(
      .table(
        PackTable(
          caption: [], columns: [.init([.text("What")], share: 3), .init([.text("How many")])],
          rows: ["Booked", "Came", "Organisations", "Feedback forms"].map { [[.text($0)], []] },
          namesRows: true,
          isForWriting: true)))
    draft.heading(2, "Minutes")
    draft.add(
      .table(
        PackTable(
          caption: [.text("What each block really took")],
          columns: [
            .init([.text("Block")], share: 4), .init([.text("Planned")], alignment: .right),
            .init([.text("Took")]),
            .init([.text("What we did otherwise, and why")], share: 4), .init([.text("Keep?")]),
          ],
          rows: occasion.blocks.map {
            [[.text(occasion.line($0.block.title))], [.text("\($0.minutes)")], [], [], []]
          },
          namesRows: true, isForWriting: true)))
    draft.heading(2, "Triumphs")
    draft.add(.lines(label: [.text("What worked")], count: 4))
    draft.heading(2, "Treacle")
    draft.add(.lines(label: [.text("What got stuck")], count: 4))
    draft.heading(2, "To be reported")
    draft.text("Only points that everyone agreed to.")
    draft.add(.lines(label: [.text("Point, and whether all agreed")], count: 5))
    let questions = occasion.event.round.flatMap { occasion.kit.round($0) }?.commonQuestions ?? []
    if !questions.isEmpty {
      draft.heading(2, "The round's questions")
      for question in questions {
        draft.add(.lines(label: [.text(occasion.line(question.question))], count: 2))
      }
    }
    draft.heading(2, "Actions")
    draft.add(.lines(label: [.text("What, which role, by when")], count: 4))
    return PackDocument(
      id: "after/debrief-form", audience: .organisers, title: "Debrief form",
      summary: "How it went, in counts and lessons.", language: occasion.language, blocks: draft.blocks)
  }

  /// What is deleted when.
  var retention: PackDocument {
    let dates = RetentionDates(occasion)
    let wording = Wording("en")
    let owner = dates.owner.map(occasion.role) ?? "Not named yet: name a role in the event"
    let rows: [(String, CalendarDay, String)] = [
      ("Access and food", dates.accessNotes, "Delete the list and every message with it"),
      ("List of people who booked", dates.attendeeList, "Delete it; keep the count"),
      ("Sign-in sheet", dates.signIn, "Shred it; keep the count"),
    ]
    var draft = Draft()
    draft.add(.facts([.fact("Sees to it", owner)]))
    draft.add(
      .table(
        PackTable(
          caption: [.text("What is deleted when")],
          columns: [
            .init([.text("What")], share: 2), .init([.text("Last day")], share: 2),
            .init([.text("What to do")], share: 3), .init([.text("Done")]),
          ],
          rows: rows.map { [[.text($0.0)], [.text(wording.date($0.1))], [.text($0.2)], []] }, namesRows: true)
      ))
    draft.text(
      "Counts are kept. Whoever wants to be invited again says so separately; nothing else is carried over.")
    return PackDocument(
      id: "after/retention", audience: .organisers, title: "What is deleted when",
      summary: "Last days for personal data, and who sees to it.", language: occasion.language,
      blocks: draft.blocks)
  }
}
