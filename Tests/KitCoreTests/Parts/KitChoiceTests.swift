import KitCore
import Testing
import Trials

@Suite struct KitChoiceTests {
  private static let plan = """
    title: Half day
    purpose: Meet. # why
    outcomes:
      - Know one person.
    blocks:
      - id: welcome
        title: Welcome
        minutes: 10
        # mind the door
        steps:
          - { minutes: 10, do: "Say hello." }

      - id: walk
        title: Walk
        minutes: 40
        tracks:
          - id: online
            title: Board
            minutes: 30
          - id: room
            title: Wall
            minutes: 40
      - id: close
        title: Close
        minutes: 5

    """
  private static let guide = """
    ---
    title: Facilitating
    role: facilitator
    ---

    Before you start.

    ## Welcome {#welcome}

    Stand at the door.

    ## Close {#close}

    Say goodbye.

    """

  private func take(
    _ names: [String], from plan: String = KitChoiceTests.plan, _ guide: String = KitChoiceTests.guide
  ) throws -> [String: String] {
    try KitChoice(names).taken(
      from: ["plans/a.yaml": Array(plan.utf8), "guides/b.md": Array(guide.utf8)],
      over: ["plans/a.yaml": Array(Self.plan.utf8), "guides/b.md": Array(Self.guide.utf8)]
    ).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func problem(_ names: [String], from plan: String) -> KitChoice.Problem? {
    do {
      _ = try take(names, from: plan)
      return nil
    } catch { return error as? KitChoice.Problem }
  }

  private let changed = plan.replacing("minutes: 10\n", with: "minutes: 15\n")
    .replacing("title: Welcome", with: "title: Hello").replacing("minutes: 5", with: "minutes: 7")
    .replacing("minutes: 30", with: "minutes: 35").replacing("Meet. #", with: "Gather. #")

  @Test(arguments: [
    ("plan:a#welcome.minutes", [("minutes: 10\n", "minutes: 15\n")]),
    ("plan:a#welcome.title", [("title: Welcome", "title: Hello")]),
    ("plan:a#welcome", [("minutes: 10\n", "minutes: 15\n"), ("title: Welcome", "title: Hello")]),
    ("plan:a#close", [("minutes: 5", "minutes: 7")]),
    ("plan:a#walk/online", [("minutes: 30", "minutes: 35")]),
    ("plan:a#walk/online.minutes", [("minutes: 30", "minutes: 35")]),
    ("plan:a.purpose", [("Meet.", "Gather.")]),
  ])
  func `one part is taken and nothing else`(_ name: String, _ edits: [(String, String)]) throws {
    let expected = edits.reduce(Self.plan) { $0.replacing($1.0, with: $1.1) }
    #expect(try take([name], from: changed)["plans/a.yaml"] == expected)
  }

  @Test func `a new block comes to its place, and a removed one goes`() throws {
    let more = Self.plan.replacing(
      "  - id: close\n", with: "  - id: break\n    title: Break\n    minutes: 15\n  - id: close\n")
    #expect(try take(["plan:a#break"], from: more)["plans/a.yaml"] == more)
    let first = Self.plan.replacing(
      "blocks:\n", with: "blocks:\n  - id: arrive\n    title: Arrive\n    minutes: 5\n")
    #expect(try take(["plan:a#arrive"], from: first)["plans/a.yaml"] == first)
    let less = Self.plan.replacing("  - id: close\n    title: Close\n    minutes: 5\n", with: "")
    #expect(try take(["plan:a#close"], from: less)["plans/a.yaml"] == less)
  }

  @Test func `a new field comes to its place, and with a list that was not there`() throws {
    let field = Self.plan.replacing("title: Close\n", with: "title: Close\n    lead: host\n")
    #expect(try take(["plan:a#close.lead"], from: field)["plans/a.yaml"] == field)
    let short = Self.plan.replacing(
      "minutes: 5\n", with: "minutes: 5\n    if short:\n      minutes: 2\n      by: Wave.\n")
    #expect(try take(["plan:a#close.if short.minutes"], from: short)["plans/a.yaml"] == short)
  }

  @Test func `a section is taken, added and removed`() throws {
    let edited = Self.guide.replacing("Stand at", with: "Wait at").replacing("goodbye", with: "farewell")
    #expect(
      try take(["guide:b#welcome"], from: Self.plan, edited)["guides/b.md"]
        == Self.guide.replacing("Stand at", with: "Wait at"))
    let more = Self.guide.replacing("## Close", with: "## Walk {#walk}\n\nGo round.\n\n## Close")
    #expect(try take(["guide:b#walk"], from: Self.plan, more)["guides/b.md"] == more)
    let less = Self.guide.replacing("## Welcome {#welcome}\n\nStand at the door.\n\n", with: "")
    #expect(try take(["guide:b#welcome"], from: Self.plan, less)["guides/b.md"] == less)
    let title = Self.guide.replacing("title: Facil", with: "title: Our facil").replacing(
      "goodbye", with: "bye")
    #expect(
      try take(["guide:b.title"], from: Self.plan, title)["guides/b.md"]
        == Self.guide.replacing("title: Facil", with: "title: Our facil"))
  }

  @Test func `windows line ends stay`() throws {
    let windows = Self.plan.replacing("\n", with: "\r\n")
    let taken = try KitChoice(["plan:a#welcome.title"]).taken(
      from: ["plans/a.yaml": Array(changed.utf8)], over: ["plans/a.yaml": Array(windows.utf8)])
    #expect(
      taken["plans/a.yaml"].map { String(decoding: $0, as: UTF8.self) }
        == windows.replacing("title: Welcome", with: "title: Hello"))
  }

  @Test func `whole files are taken, new, gone and renamed ones too`() throws {
    let old: [String: [UInt8]] = [
      "resources/a.md": Array("one two three four\nfive\n".utf8), "plans/x.yaml": [1],
    ]
    let new: [String: [UInt8]] = [
      "resources/b.md": Array("one two three four\nsix\n".utf8), "notes.txt": [2],
    ]
    #expect(
      try KitChoice(["resource:b"]).taken(from: new, over: old).keys.sorted() == [
        "plans/x.yaml", "resources/b.md",
      ])
    #expect(try KitChoice(["plan:x"]).taken(from: new, over: old).keys.sorted() == ["resources/a.md"])
    #expect(try KitChoice(["notes.txt"]).taken(from: new, over: old)["notes.txt"] == [2])
    #expect(try KitChoice(["notes.txt", "plan:x", "resource:b"]).taken(from: new, over: old) == new)
  }

  @Test func `what is not there, or not changed, is told`() {
    #expect(
      problem(["plan:a#welcom.title"], from: changed)
        == .unknown("plan:a#welcom.title", nearest: "plan:a#welcome.title"))
    #expect(problem(["plan:b"], from: changed) == .unknown("plan:b", nearest: "plan:a"))
    #expect(problem(["plan:a#walk.title"], from: changed) == .unchanged("plan:a#walk.title"))
    #expect(problem(["guide:b"], from: changed) == .unchanged("guide:b"))
    #expect(problem(["plan:a#welcome", "plan:a#welcome.title"], from: changed) == nil)
  }

  /// Taking every part one by one is taking the whole.
  @Test(arguments: UInt64(0)..<100)
  func `parts add up to the whole`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var text = Self.plan
    var names: [String] = []
    for (name, from, to) in [
      ("plan:a#welcome.minutes", "minutes: 10\n", "minutes: 12\n"),
      ("plan:a#walk.title", "title: Walk", "title: Stroll"),
      ("plan:a#close.minutes", "minutes: 5\n", "minutes: 8\n"), ("plan:a.purpose", "Meet.", "Come."),
      ("plan:a#walk/room.title", "Wall", "Door"), ("plan:a.outcomes", "Know one", "Meet one"),
      ("plan:a#welcome.steps", "Say hello.", "Wave."),
    ] where dice.happens(50) {
      text = text.replacing(from, with: to)
      names.append(name)
    }
    names.shuffle(using: &dice)
    #expect(try take(names, from: text)["plans/a.yaml"] == text)
  }
}
