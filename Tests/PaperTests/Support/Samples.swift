import EventPack

/// Documents as a pack holds them, with each kind of block somewhere.
enum Samples {
  static let all: [PackDocument] = [plan, runSheet, cards, signs, slides, largePrint, form]

  static func document(
    _ id: String, title: String, audience: PackDocument.Audience = .facilitator, language: String = "en",
    paper: PackDocument.Paper = .init(), _ blocks: [PackBlock]
  ) -> PackDocument {
    PackDocument(
      id: id, audience: audience, title: title, summary: title, language: language, paper: paper,
      blocks: blocks)
  }

  static func words(_ text: String) -> PackBlock { .paragraph([.text(text)]) }

  static func points(_ texts: String..., isDone: Bool? = nil) -> [PackBlock.Item] {
    texts.map { .init([words($0)], isDone: isDone) }
  }

  static let plan = document(
    "facilitator/plan", title: "Facilitation plan",
    [
      words("Find out together where we stand, and who can help whom."),
      .heading(level: 2, anchor: "outcomes", [.text("By the end")]),
      .list(
        start: nil, points("Everyone knows one person to ask for help.", "The group knows who hosts next.")),
      .section([
        .heading(level: 2, anchor: "welcome", [.text("13:30 Welcome and ground rules")]),
        .facts([
          .init([.text("Lead")], [words("facilitator, with host")]),
          .init([.text("Space")], [words("Cabaret style, tables for six to eight.")]),
        ]),
        .list(
          start: 1,
          [
            .init([
              .paragraph([.strong([.text("3 min.")]), .text(" The host welcomes everyone.")]),
              .box(.init(.say, "Say", [words("If an alarm sounds, it is real.")])),
              .box(
                .init(.watch, "Watch out for", [.list(start: nil, points("A host who presents a strategy."))])
              ),
              .box(.init(.prompt, "Ask", [words("Is there one more rule that you need?")])),
            ]),
            .init([words("Read the card aloud.")]),
          ]),
        .box(.init(.time, "If time is short: 8 minutes", [words("The host gives only the exits.")])),
      ]),
      .section([
        .heading(level: 2, anchor: "tracks", [.text("14:05 Two tracks at the same time")]),
        .columns([
          .init("Rooms of four", [words("Most people go into rooms of four.")]),
          .init("For newcomers", [words("The welcomer stays in the main room.")]),
        ]),
        .box(.init(.warning, "Do not forget", [words("The loop only hears the microphone.")])),
        .box(.init(.note, "Note", [words("Chairs stay where they are.")])),
        .quote([words("Use what you learn, keep who said it to yourself.")]),
        .code("one  two\n  three"),
        .rule,
        .paragraph([
          .text("With "), .emphasis([.text("care")]), .text(", "), .struck([.text("haste")]), .text(", "),
          .code("code"), .text(", a "), .link(to: "https://example.org/", [.text("link to the network")]),
          .text(", Welsh "), .language("cy", [.text("Croeso i’r tŷ, ŵyr")]), .text(" and a note"),
          .footnote(1),
          .text("."), .lineBreak, .text("New line."),
        ]),
        .footnotes([.init(1, [words("Which stands at the end.")])]),
      ]),
    ])

  static let runSheet = document(
    "facilitator/run-sheet", title: "Run sheet",
    [
      .table(
        PackTable(
          caption: [.text("The whole session on one page")],
          columns: [
            .init([.text("Start")], alignment: .right, share: 2), .init([.text("What")], share: 6),
            .init([.text("Min")], alignment: .right, share: 2), .init([.text("Lead")], share: 4),
            .init([.text("Needed")], share: 8),
          ],
          rows: [
            row("13:30", "Welcome and ground rules", "10", "facilitator", "confidentiality card, badge"),
            row("13:40", "Who is here, and one ask", "15", "facilitator", "card, flipchart sheet"),
            row("13:55", "Card walk of the fifteen points", "40", "facilitator", "set of cards, sticky dots"),
            row("14:35", "Break", "15", "host", "tea, coffee, water"),
          ], namesRows: true))
    ])

  private static func row(_ texts: String...) -> [[PackBlock]] { texts.map { [words($0)] } }

  static let cards = document(
    "facilitator/prompt-cards", title: "Prompt cards", paper: .init(size: .a6, form: .cards, perSheet: 4),
    [
      .cards(
        (1...6).map { (number: Int) -> PackBlock.Card in
          PackBlock.Card(
            anchor: "card-\(number)", title: "\(number). Card walk", over: "13:\(number + 10) · 15 minutes",
            blocks: [
              words("Everybody sees all of them."),
              .list(start: 1, points("Form pairs.", "Walk the wall.", "Read in silence.")),
            ])
        })
    ])

  static let signs = document(
    "host/signs", title: "Signs", audience: .onTheDay,
    paper: .init(size: .a3, form: .signs, isLandscape: true),
    [
      .cards([
        .init(anchor: "quiet", title: "Quiet room", blocks: [words("For anybody, at any time.")]),
        .init(
          anchor: "cy", title: "Ystafell dawel", blocks: [words("I unrhyw un, ar unrhyw adeg.")],
          language: "cy"),
      ])
    ])

  static let slides = document(
    "facilitator/slides", title: "Slides", paper: .init(form: .slides, isLandscape: true),
    [
      .cards([
        .init(
          anchor: "one", title: "Welcome", over: "13:30",
          blocks: [.list(start: nil, points("Find a seat", "Read the card on it"))],
          notes: [words("Speak slowly; this minute sets the tone.")]),
        .init(anchor: "two", title: "Walk the wall", blocks: [words("Two questions, four numbers.")]),
      ])
    ])

  static let largePrint = document(
    "participants/large-print", title: "Agenda in large print", audience: .participants,
    paper: .init(points: 18),
    [
      words("Everything that happens, in large letters."),
      .heading(level: 2, anchor: "a", [.text("Welcome")]), words("Find a seat, read the card on it."),
      .box(.init(.note, "Note", [words("Small words, too.")])),
    ])

  static let form = document(
    "on-the-day/feedback-form", title: "How was it for you?", audience: .onTheDay, paper: .init(size: .a5),
    [
      words("No name, please."),
      .table(
        PackTable(
          caption: [],
          columns: [.init([.text("Question")], share: 5)]
            + (1...4).map { .init([.text("\($0)")], alignment: .centre) },
          rows: [row("I know better where we stand", "", "", "", "")], namesRows: true, isForWriting: true)),
      .list(start: nil, points("I could keep a table or the time.", "We might host.", isDone: false)),
      .lines(label: [.text("What will you do differently?")], count: 3),
      .pageBreak,
      words("Thank you."),
    ])
}
