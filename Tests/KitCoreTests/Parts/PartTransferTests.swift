import Foundation
import KitCore
import Testing

@Suite struct PartTransferTests {
  static let plan = """
    title: Half a day
    purpose: Find out where we stand.
    blocks:
      - id: welcome
        title: Welcome
        kind: check-in
        minutes: 10   # never more
        if short: { minutes: 5, by: "Say less." }

      # The heart of it.
      - id: cards
        title: Walk the cards
        kind: activity
        minutes: 40
        steps:
          - { minutes: 5, do: "Pick one." }
          - { minutes: 35, do: "Walk." }

      - id: close
        title: Close
        kind: check-out
        minutes: 10

    """

  static let guide = """
    ---
    title: How to host
    role: host
    ---

    Before all, breathe.

    ## Before

    Book the room.

    ## On the day

    Open the door.

    ## After

    Say thank you.

    """

  /// The plan with one text in the place of another.
  private func plan(_ old: String, _ new: String) -> String { Self.plan.replacing(old, with: new) }

  private func guide(_ old: String, _ new: String) -> String { Self.guide.replacing(old, with: new) }

  private func taken(_ address: String, from source: String, to target: String, at path: String) throws
    -> String
  {
    let taken = try KitChoice([address]).taken(
      from: [path: Array(source.utf8)], over: [path: Array(target.utf8)])
    return String(decoding: taken[path] ?? [], as: UTF8.self)
  }

  /// Every single difference of a plan, with its address, is taken back to the last byte.
  @Test(arguments: [
    ("plan:half-day#welcome.minutes", "minutes: 10   # never more", "minutes: 15   # never more"),
    ("plan:half-day#welcome", "    minutes: 10   # never more\n", "    minutes: 12\n"),
    ("plan:half-day#welcome.if short", "    if short: { minutes: 5, by: \"Say less.\" }\n", ""),
    ("plan:half-day#welcome.if short.by", "Say less.", "Say nothing."),
    ("plan:half-day#cards.steps", "Pick one.", "Pick two."),
    ("plan:half-day#cards", "    title: Walk the cards\n", "    title: Cards\n    space: The hall\n"),
    ("plan:half-day.purpose", "Find out where we stand.", "Look around."),
    ("plan:half-day.purpose", "purpose: Find out where we stand.\n", ""),
  ]) func `a changed part is brought back as it was`(address: String, old: String, new: String) throws {
    let changed = plan(old, new).replacing("title: Close", with: "title: Ours")
    let back = try taken(address, from: Self.plan, to: changed, at: "plans/half-day.yaml")
    #expect(back == Self.plan.replacing("title: Close", with: "title: Ours"))
  }

  @Test func `a block that was taken out comes back to its place with its comment`() throws {
    let start = try #require(Self.plan.range(of: "  # The heart")).lowerBound
    let end = try #require(Self.plan.range(of: "  - id: close")).lowerBound
    let changed = Self.plan.replacingCharacters(in: start..<end, with: "")
    #expect(
      try taken("plan:half-day#cards", from: Self.plan, to: changed, at: "plans/half-day.yaml") == Self.plan)
  }

  @Test func `a block that the source lacks goes`() throws {
    let added = Self.plan.replacing(
      "  # The heart of it.",
      with: "  - id: ours\n    title: Ours\n    kind: break\n    minutes: 5\n\n  # The heart of it.")
    #expect(
      try taken("plan:half-day#ours", from: Self.plan, to: added, at: "plans/half-day.yaml") == Self.plan)
  }

  @Test func `a block that was moved goes back to its place`() throws {
    let document = try YAMLDocument.read(Array(Self.plan.utf8))
    let moved = try document.moving(["blocks", .id("close")], to: 0)
    let back = try taken(
      "plan:half-day#close", from: Self.plan, to: String(decoding: moved.bytes, as: UTF8.self),
      at: "plans/half-day.yaml")
    #expect(back == Self.plan)
  }

  @Test func `a list that is missing comes with the one item that was asked for`() throws {
    let source = plan(
      "    minutes: 40\n",
      "    minutes: 40\n    tracks:\n      - { id: room, title: Room }\n      - { id: online, title: Online }\n"
    )
    let result = try taken(
      "plan:half-day#cards/online", from: source, to: Self.plan, at: "plans/half-day.yaml")
    let read = try YAMLDocument.read(Array(result.utf8))
    #expect(read.node(at: ["blocks", .id("cards"), "tracks"])?.sequence?.items.count == 1)
    #expect(read.node(at: ["blocks", .id("cards"), "tracks", .id("online"), "title"])?.text == "Online")
    #expect(
      try taken("plan:half-day#cards/online", from: Self.plan, to: result, at: "plans/half-day.yaml")
        == Self.plan)
  }

  @Test(arguments: [
    ("guide:hosting#before", "Book the room.", "Book two rooms.\n\nTell people."),
    ("guide:hosting#before", "## Before\n\nBook the room.\n\n", ""),
    ("guide:hosting#after", "\n## After\n\nSay thank you.\n", ""),
    ("guide:hosting#getting-to-us", "## After", "## Getting to us\n\nTake the bus.\n\n## After"),
    (
      "guide:hosting#getting-to-us", "Say thank you.\n",
      "Say thank you.\n\n## Getting to us\n\nTake the bus.\n"
    ),
    ("guide:hosting.title", "title: How to host", "title: How we host"),
    ("guide:hosting.role", "role: host\n", ""),
  ]) func `a section or field of a guide is brought back as it was`(address: String, old: String, new: String)
    throws
  {
    let changed = guide(old, new).replacing("Open the door.", with: "Open both doors.")
    let back = try taken(address, from: Self.guide, to: changed, at: "guides/hosting.md")
    #expect(back == Self.guide.replacing("Open the door.", with: "Open both doors."))
  }

  @Test func `line ends of the target stay`() throws {
    let windows = Self.plan.replacing("\n", with: "\r\n")
    let changed = windows.replacing("title: Walk the cards", with: "title: Cards")
    #expect(
      try taken("plan:half-day#cards", from: Self.plan, to: changed, at: "plans/half-day.yaml") == windows)
    let guide = Self.guide.replacing("\n", with: "\r\n")
    let other = guide.replacing("Book the room.", with: "Book.")
    #expect(try taken("guide:hosting#before", from: Self.guide, to: other, at: "guides/hosting.md") == guide)
  }

  @Test func `whole files come, go, and get their old name back`() throws {
    let files = ["plans/half-day.yaml": Array(Self.plan.utf8), "guides/hosting.md": Array(Self.guide.utf8)]
    var changed = files
    changed["guides/hosting.md"] = nil
    changed["guides/hosts.md"] = files["guides/hosting.md"]
    changed["plans/short.yaml"] = Array("title: Short\n".utf8)
    changed["plans/half-day.yaml"] = nil
    changed["resources/agenda.cy.md"] = Array("Agenda\n".utf8)
    let result = try KitChoice(["guide:hosts", "plan:short", "plan:half-day", "resources/agenda.cy.md"])
      .taken(from: files, over: changed)
    #expect(result == files)
  }

  @Test func `a change is named so that it can be taken`() throws {
    let other = Self.plan.replacing("Pick one.", with: "Pick two.").replacing(
      "minutes: 40", with: "minutes: 45")
    let changes = KitComparison(
      old: ["plans/half-day.yaml": Array(Self.plan.utf8)], new: ["plans/half-day.yaml": Array(other.utf8)]
    ).changes
    let names = Set(changes.map { PartName($0).description })
    #expect(names == ["plan:half-day#cards.minutes", "plan:half-day#cards.steps"])
  }
}
