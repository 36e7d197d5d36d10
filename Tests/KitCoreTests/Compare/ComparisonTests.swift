import KitCore
import Testing
import Trials

@Suite struct ComparisonTests {
  private let plan = """
    title: Half day
    purpose: Meet.
    outcomes:
      - Everybody knows somebody.
    blocks:
      - id: welcome
        title: Welcome
        kind: arrival
        minutes: 10
        purpose: Arrive.
        notes: >-
          Stand at the door. Say hello to everyone by name.
      - id: fishbowl
        title: Fishbowl
        kind: discussion
        minutes: 30
        purpose: Listen.
        materials:
          - { item: chair, quantity: 5, per: event }
      - id: pause
        title: Break
        kind: break
        minutes: 15
        purpose: Rest.
      - id: close
        title: Close
        kind: check-out
        minutes: 5
        purpose: Go home.
    """

  private func sentences(_ path: String, _ old: String, _ new: String, start: ClockTime? = nil) -> [String] {
    FileComparison(path: path, old: Array(old.utf8), new: Array(new.utf8), start: start)
      .changes.map(\.sentence)
  }

  private func planSentences(start: ClockTime? = nil, _ edit: (inout String) -> Void) -> [String] {
    var new = plan
    edit(&new)
    #expect(new != plan)
    return sentences("plans/half-day.yaml", plan, new, start: start)
  }

  @Test func `a longer block tells what it does to the end`() {
    #expect(
      planSentences(start: ClockTime("14:35")) { $0.replace("minutes: 10", with: "minutes: 15") }
        == ["Welcome: 10 → 15 minutes; the session now ends at 15:40 instead of 15:35"])
    #expect(
      planSentences { $0.replace("minutes: 10", with: "minutes: 15") }
        == ["Welcome: 10 → 15 minutes; the session now takes 65 minutes instead of 60"])
  }

  @Test func `several changes of time are summed once`() {
    let told = planSentences {
      $0.replace("minutes: 10", with: "minutes: 15")
      $0.replace("minutes: 5\n", with: "minutes: 15\n")
    }
    #expect(
      told == [
        "Welcome: 10 → 15 minutes", "Close: 5 → 15 minutes", "The session now takes 75 minutes instead of 60",
      ])
  }

  @Test func `a reworded sentence is told with its words`() {
    let changes = FileComparison(
      path: "plans/half-day.yaml", old: Array(plan.utf8),
      new: Array(plan.replacing("Say hello to everyone", with: "Say a warm hello to everyone").utf8)
    ).changes
    #expect(changes.map(\.sentence) == ["Welcome, notes: one sentence reworded"])
    #expect(changes.map(\.address) == ["plan:half-day#welcome.notes"])
    #expect(changes[0].passages.map(\.marked) == ["Say {+a warm+} hello to everyone by name."])
  }

  @Test func `a moved block is a move and nothing else`() {
    let blocks = plan.split(separator: "  - id: ", omittingEmptySubsequences: false)
    let moved = [blocks[0], blocks[2], blocks[3], blocks[1], blocks[4]].joined(separator: "  - id: ")
    #expect(
      sentences("plans/half-day.yaml", plan, moved) == ["Welcome: moved after the break"])
    let back = [blocks[0], blocks[1], blocks[3], blocks[2], blocks[4]].joined(separator: "  - id: ")
    #expect(sentences("plans/half-day.yaml", back, plan) == ["Fishbowl: moved before the break"])
  }

  @Test func `blocks that come and go are told with their minutes`() {
    let shorter = plan.replacing(
      "  - id: pause\n    title: Break\n    kind: break\n    minutes: 15\n    purpose: Rest.\n", with: "")
    #expect(
      sentences("plans/half-day.yaml", plan, shorter)
        == ["Break: removed (15 minutes); the session now takes 45 minutes instead of 60"])
    #expect(
      sentences("plans/half-day.yaml", shorter, plan)
        == ["Break: added after “Fishbowl” (15 minutes); the session now takes 60 minutes instead of 45"])
  }

  @Test func `a block under another id is followed`() {
    #expect(
      planSentences { $0.replace("id: fishbowl", with: "id: fish-bowl") }
        == ["Fishbowl: its id was “fishbowl” before"])
  }

  @Test func `materials are told by their item`() {
    #expect(
      planSentences { $0.replace("quantity: 5", with: "quantity: 6") }
        == ["Fishbowl, material “chair”, quantity: 5 → 6"])
  }

  @Test func `comments, quotes and line ends are no change`() {
    #expect(
      planSentences {
        $0.replace("title: Welcome", with: "title: 'Welcome'   # hello")
        $0 = $0.replacing("\n", with: "\r\n")
      } == [])
  }

  @Test func `sections of a guide are compared by sentence`() {
    let old = """
      ---
      title: Fishbowl
      role: facilitator
      ---
      ## Setting up {#setup}

      Put five chairs in a ring. Leave one empty.

      - pens
      - paper

      ## After

      Thank people.
      """
    let new = """
      ---
      title: Fishbowl
      role: facilitator
      ---
      ## After

      Thank people.

      ## Preparing the room {#setup}

      Put six chairs in a ring. Leave one
      empty.

      - pens
      - tape
      - paper
      """
    #expect(
      sentences("guides/fishbowl.md", old, new) == [
        "Fishbowl, After: moved before “Preparing the room”",
        "Fishbowl, Preparing the room: was “Setting up” before",
        "Fishbowl, Preparing the room: one sentence reworded, one item added",
      ])
  }

  @Test func `renamed files are followed and others counted`() {
    let card = "---\ntitle: Thank you\nkind: handout\n---\n\nThank you for coming.\nSee you soon.\n"
    let bytes = Array(card.utf8)
    let changed = Array(card.replacing("soon", with: "in spring").utf8)
    let comparison = KitComparison(
      old: ["resources/thank-you.md": bytes, "resources/old.bin": [0, 1]],
      new: [
        "resources/thanks.md": changed, "resources/a.md": Array("---\ntitle: A\nkind: handout\n---\n".utf8),
        "resources/b.md": Array("---\ntitle: B\nkind: handout\n---\nBody\n".utf8),
      ])
    #expect(
      comparison.changes.map(\.sentence) == [
        "Handout “A”: added (resources/a.md)", "Handout “B”: added (resources/b.md)",
        "Resource resources/old.bin: removed",
        "Handout “Thank you”: resources/thank-you.md → resources/thanks.md",
        "Thank you: one sentence reworded",
      ])
    #expect(
      KitComparison.summary(of: comparison.changes)
        == "Two handouts added, one resource removed, one handout renamed and one change.")
  }

  @Test func `files that cannot be read as what they seem are compared by line or as a whole`() {
    #expect(
      sentences("plans/a.yaml", "a: [1\nb: 2\n", "a: [1\nb: 3\n") == [
        "plans/a.yaml: the old version cannot be read (line 2: A comma or the closing “]” of a list is missing); "
          + "its lines are compared", "plans/a.yaml: one line reworded",
      ])
    let binary = FileComparison(path: "x.png", old: [0, 1, 2], new: [0, 1]).changes
    #expect(binary.map(\.sentence) == ["x.png: replaced (three bytes → two bytes)"])
  }

  @Test(arguments: UInt64(0)..<40)
  func `a text compared with itself has no changes and with another has some`(seed: UInt64) {
    var random = Dice(seed: seed)
    let words = (0..<60).map { _ in
      ["card", "wall", "pair", "ask.", "Talk", "listen,"].randomElement(using: &random) ?? ""
    }
    var other = words
    other[Int.random(in: 0..<60, using: &random)] = "Unheard"
    let (old, new) = ("## A\n\n" + words.joined(separator: " "), "## A\n\n" + other.joined(separator: " "))
    #expect(sentences("guides/x.md", old, old).isEmpty)
    #expect(!sentences("guides/x.md", old, new).isEmpty)
    let difference = WordDifference(from: old, to: new)
    func text(without fate: WordDifference.Run.Fate) -> [Substring] {
      difference.runs.filter { $0.fate != fate }.map(\.text).joined(separator: " ")
        .split(whereSeparator: \.isWhitespace)
    }
    #expect(text(without: .added) == old.split(whereSeparator: \.isWhitespace))
    #expect(text(without: .removed) == new.split(whereSeparator: \.isWhitespace))
  }
}
