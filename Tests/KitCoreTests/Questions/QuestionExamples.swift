import KitCore

/// A small kit, and changes of two groups to it that leave one question each.
struct QuestionExample {
  /// What the two did, as the manual tells it.
  let story: String
  let ours: [String: [UInt8]]
  let theirs: [String: [UInt8]]

  /// The question that the merge of the two leaves.
  var questions: [ClashQuestion] {
    let merged = KitMerge { _, _, _ in nil }.merge(
      ThreeWay(base: Self.base, ours: ours, theirs: theirs))
    return ClashQuestion.all(in: merged)
  }

  private init(_ story: String, ours: (inout Files) -> Void, theirs: (inout Files) -> Void) {
    self.story = story
    var (mine, other) = (Files(content: Self.base), Files(content: Self.base))
    ours(&mine)
    theirs(&other)
    (self.ours, self.theirs) = (mine.content, other.content)
  }

  /// Files that are edited as somebody with an editor would.
  private struct Files {
    var content: [String: [UInt8]]

    mutating func edit(_ path: String, _ old: String, _ new: String) {
      let text = String(decoding: content[path] ?? [], as: UTF8.self)
      precondition(text.contains(old), "\(path) does not hold “\(old)”.")
      content[path] = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    }
  }

  static let plan = "plans/half-day.yaml"
  static let guide = "guides/card-walk.md"
  static let card = "resources/thank-you.md"

  static let base: [String: [UInt8]] = [
    "kit.yaml": Array(Kits.identity.utf8),
    plan: Array(planText.utf8),
    guide: Array(guideText.utf8),
    card: Array(
      "---\ntitle: Thank you\nkind: handout\n---\n\nThank you for the room.\n\nSee you soon.\n".utf8),
    "resources/map.png": [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3],
  ]

  private static let welcome = """
      - id: welcome
        title: Welcome and ground rules
        kind: arrival
        minutes: 10
        purpose: Everyone knows what the day is for and what may leave the room.
        notes: >-
          Speak slowly here; this minute sets the tone. The host's welcome is short on purpose.

    """
  private static let walk = """
      - id: card-walk
        title: Walk the fifteen cards
        kind: activity
        minutes: 40
        purpose: See where we stand.
        materials:
          - { item: set of 15 cards, quantity: 1, per: group }

    """
  private static let updates = """
      - id: lightning-updates
        title: Lightning updates
        kind: input
        minutes: 20
        purpose: Hear three stories.

    """
  private static let close = """
      - id: close
        title: Feedback and next host
        kind: check-out
        minutes: 15
        purpose: Know who hosts next.

    """
  private static let planText =
    "title: Half-day peer group\nblocks:\n" + welcome + walk + updates + close
  private static let guideText = """
    ---
    title: The card walk
    role: facilitator
    ---

    ## Before {#before}

    Hang the cards first, because walls always turn out to be different from what was promised. Then stand at the door and greet people as they come in.

    - tape
    - pens

    ## Silent reading {#silent-reading}

    Hold the two minutes. Someone will cough, someone will want to start. Wait. Then ask what surprises people.

    ## When it goes wrong {#wrong}

    Ask the table which part of it they could use.

    """

  static let all: [QuestionExample] = [
    QuestionExample("You made a block longer; the master made it shorter.") {
      $0.edit(plan, "minutes: 40", "minutes: 45")
    } theirs: {
      $0.edit(plan, "minutes: 40", "minutes: 35")
    },
    QuestionExample("You and the master put other words in one place of a guide.") {
      $0.edit(guide, "stand at the door", "stand by the lift")
    } theirs: {
      $0.edit(guide, "stand at the door", "stand next to the registration desk")
    },
    QuestionExample("You took a block out; the master went on working on it.") {
      $0.edit(plan, updates, "")
    } theirs: {
      $0.edit(plan, "Hear three stories.", "Hear two stories, and one that did not go well.")
    },
    QuestionExample("The master took a section out of a guide in which you had changed something.") {
      $0.edit(guide, "Hold the two minutes.", "Hold the three minutes.")
    } theirs: {
      $0.edit(
        guide,
        """
        ## Silent reading {#silent-reading}

        Hold the two minutes. Someone will cough, someone will want to start. Wait. Then ask what surprises people.


        """, "")
    },
    QuestionExample("You and the master each wrote a paragraph at the same place.") {
      $0.edit(guide, "- tape\n", "Ask the caretaker for the ladder.\n\n- tape\n")
    } theirs: {
      $0.edit(guide, "- tape\n", "Count the cards before you leave home.\n\n- tape\n")
    },
    QuestionExample("You and the master added nearly the same thing to a list.") {
      $0.edit(guide, "- pens\n", "- pens\n- a bell that everybody in the room can hear\n")
    } theirs: {
      $0.edit(guide, "- pens\n", "- pens\n- a bell that everybody in the hall can hear\n")
    },
    QuestionExample("You rewrote a passage in which the master changed a word.") {
      $0.edit(
        guide,
        "Hold the two minutes. Someone will cough, someone will want to start. Wait. Then ask what surprises people.",
        "Be quiet with everybody else, and count to one hundred before anybody speaks. Then ask what surprises people."
      )
    } theirs: {
      $0.edit(guide, "someone will want to start", "someone will want to speak")
    },
    QuestionExample("You moved a block to the start; the master moved it to the end.") {
      $0.content[plan] = Array(
        ("title: Half-day peer group\nblocks:\n" + updates + welcome + walk + close).utf8)
    } theirs: {
      $0.content[plan] = Array(
        ("title: Half-day peer group\nblocks:\n" + welcome + walk + close + updates).utf8)
    },
    QuestionExample("You took a handout out of the kit; the master changed it.") {
      $0.content[card] = nil
    } theirs: {
      $0.edit(card, "See you soon.", "See you in spring.")
    },
    QuestionExample("You and the master each put in another picture.") {
      $0.content["resources/map.png"] = [0x89, 0x50, 0x4E, 0x47, 0, 9]
    } theirs: {
      $0.content["resources/map.png"] = [0x89, 0x50, 0x4E, 0x47, 0] + [UInt8](repeating: 7, count: 40_000)
    },
  ]
}
