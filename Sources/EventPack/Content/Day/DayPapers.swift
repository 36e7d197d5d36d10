internal import KitCore

/// What lies on the tables and hangs on the walls on the day.
struct DayPapers {
  let occasion: Occasion

  /// The parking lot, with what waits from last time.
  var parkingLot: PackDocument {
    var draft = Draft()
    draft.text("Good questions that wait for their turn. We look at them before we close.")
    let waiting = occasion.event.parkingLot.map(occasion.line)
    if !waiting.isEmpty {
      draft.heading(2, "From last time")
      draft.tasks(waiting)
    }
    draft.heading(2, "Today")
    draft.add(.lines(label: [.text("Question, and who might know (a role)")], count: 14))
    return PackDocument(
      id: "on-the-day/parking-lot", audience: .onTheDay, title: "Parking lot",
      summary: "For questions that wait.", language: occasion.language, blocks: draft.blocks)
  }

  /// The confidentiality card, four on a sheet.
  var confidentialityCard: PackDocument {
    let level = occasion.hasRule ? .chathamHouse : occasion.confidentiality
    var blocks: [PackBlock] = []
    if level == .chathamHouse { blocks.append(.quote([.text(ConfidentialityWords.rule)])) }
    blocks.append(.points(ConfidentialityWords.points(level)))
    let title = level == .chathamHouse ? "The Chatham House Rule" : "What may leave this room"
    return PackDocument(
      id: "on-the-day/confidentiality", audience: .onTheDay, title: title,
      summary: "What people may and may not tell afterwards, four cards on a sheet.",
      language: occasion.language,
      paper: .init(size: .a6, form: .cards, perSheet: 4),
      blocks: [.cards([.init(anchor: "card", title: title, blocks: blocks)])])
  }

  /// A feedback form, for a kit that has none.
  var feedbackForm: PackDocument {
    var draft = Draft()
    draft.text(
      "No name, please. Three minutes are enough. We publish a summary only if at least five people answer.")
    draft.heading(2, "Your numbers")
    let outcomes = occasion.plan.outcomes.map(occasion.line)
    let questions = outcomes + ["I could say what I thought.", "I could take part as I needed to."]
    draft.add(
      .table(
        PackTable(
          caption: [.text("Tick one in each row: 1 is not at all, 4 is very much")],
          columns: [.init([.text("Statement")], share: 6)]
            + (1...4).map { .init([.text("\($0)")], alignment: .centre) },
          rows: questions.map { [[.text($0)], [], [], [], []] }, namesRows: true, isForWriting: true)))
    draft.heading(2, "In your own words")
    draft.add(.lines(label: [.text("What will you do differently because of today?")], count: 3))
    draft.add(.lines(label: [.text("What should stay, and what should change?")], count: 3))
    draft.add(.lines(label: [.text("Was anything in the way of your taking part?")], count: 2))
    return PackDocument(
      id: "on-the-day/feedback-form", audience: .onTheDay, title: "How was it for you?",
      summary: "A form without a name.", language: occasion.language, blocks: draft.blocks)
  }

  /// A sheet to sign in on: with names in a private pack, else with empty rows.
  var signIn: PackDocument {
    let people = occasion.request.attendees ?? []
    let rows: [[[PackBlock]]] =
      people.isEmpty
      ? Array(repeating: [[], [], []], count: min(max(occasion.people, 8), 40))
      : people.map { [[.text($0.name)], $0.organisation.isEmpty ? [] : [.text($0.organisation)], []] }
    var draft = Draft()
    let date = Wording("en").date(RetentionDates(occasion).signIn)
    draft.text("This sheet is destroyed by \(date). Please write only what you like to.")
    draft.add(
      .table(
        PackTable(
          caption: [],
          columns: [
            .init([.text("Name")], share: 3), .init([.text("Organisation")], share: 3),
            .init([.text("Here")]),
          ],
          rows: rows, isForWriting: true)))
    let isPrivate = !people.isEmpty
    return PackDocument(
      id: isPrivate ? "private/sign-in" : "on-the-day/sign-in", audience: isPrivate ? .private : .onTheDay,
      title: "Sign-in sheet",
      summary: isPrivate ? "With the names of those who booked." : "Empty rows to sign in.",
      language: occasion.language, blocks: draft.blocks)
  }

  /// Badges: with names in a private pack, else to be filled in by hand.
  var badges: PackDocument {
    let people = occasion.request.attendees ?? []
    var anchors = Anchors()
    let cards =
      people.isEmpty
      ? [
        PackBlock.Card(
          anchor: anchors.next(for: "badge"), title: "Hello, I am", over: occasion.organiser,
          blocks: [.lines(label: [], count: 1), .lines(label: [.text("Ask me about")], count: 1)])
      ]
      : people.map {
        PackBlock.Card(
          anchor: anchors.next(for: "badge"), title: $0.name, over: occasion.organiser,
          blocks: $0.organisation.isEmpty ? [] : [.text($0.organisation)])
      }
    let isPrivate = !people.isEmpty
    return PackDocument(
      id: isPrivate ? "private/badges" : "on-the-day/badges", audience: isPrivate ? .private : .onTheDay,
      title: "Name badges",
      summary: isPrivate ? "With the names of those who booked." : "To be filled in by hand.",
      language: occasion.language, paper: .init(size: .a6, form: .cards, perSheet: 4), blocks: [.cards(cards)]
    )
  }

  /// Who takes which role: only in a private pack.
  var people: PackDocument {
    var draft = Draft()
    draft.text("Names stand in this pack only. Do not put it where others can find it.")
    let facts = occasion.event.roles.filter { !$0.people.isEmpty }.map {
      (entry: (role: RoleID, people: [String])) -> PackBlock.Fact in
      return .fact(Occasion.words(of: entry.role), entry.people.joined(separator: ", "))
    }
    draft.add(facts.isEmpty ? .text("The event names nobody yet.") : .facts(facts))
    return PackDocument(
      id: "private/people", audience: .private, title: "Who does what",
      summary: "Roles with the names of people.",
      language: occasion.language, blocks: draft.blocks)
  }

  /// Signs, for a kit that has none.
  var signs: PackDocument {
    var anchors = Anchors()
    let texts: [(String, String)] = [
      (occasion.line(occasion.event.title), "This way."), ("Welcome", "Come in, you are in the right place."),
      ("Quiet room", "For anybody, at any time. No meetings and no telephones, please."),
      ("Accessible toilet", "Door without a step."),
      ("Parking lot", "Good questions that wait for their turn."),
    ]
    return PackDocument(
      id: "host/signs", audience: .host, title: "Signs", summary: "One sign a page, for doors and walls.",
      language: occasion.language, paper: .init(size: .a4, form: .signs),
      blocks: [
        .cards(
          texts.map { .init(anchor: anchors.next(for: Draft.slug($0.0)), title: $0.0, blocks: [.text($0.1)]) }
        )
      ])
  }
}

extension Draft {
  /// Adds a list of tasks.
  mutating func tasks(_ texts: [String]) { add(.tasks(texts)) }
}
