internal import KitCore

/// The small complete kit that `new` starts from: one session of an hour with its guide, handout and checklist.
struct StarterKit {
  let id: String
  let title: String
  let owner: String

  /// The files by path.
  ///
  /// - Throws: ``YAMLEditFault``, ``YAMLFault`` for titles that cannot be written.
  func files() throws -> [String: [UInt8]] {
    var kit = try YAMLDocument.read(Array(Self.kit.utf8))
    kit = try kit.setting(.text(id), at: ["id"])
    kit = try kit.setting(.text(Workspace.oneLine(title)), at: ["title"])
    kit = try kit.setting(.text(Workspace.oneLine(owner)), at: ["owner"])
    return [
      "kit.yaml": kit.bytes, "plans/first-session.yaml": Array(Self.plan.utf8),
      "guides/facilitating.md": Array(Self.guide.utf8), "resources/question-card.md": Array(Self.card.utf8),
      "checklists/host.yaml": Array(Self.checklist.utf8),
    ]
  }

  private static let kit = """
    # What this kit is. 'kitbag check' tells what is missing; every text may be changed.
    kitbag: 1
    id: kit
    title: Kit
    purpose: People who do the same work in {{region}} learn from each other in an hour.
    version: 0.1.0
    licence: CC-BY-4.0
    owner: kit
    attribution: []
    languages: [en]
    group size: { min: 4, max: 24 }
    settings: [in-person]
    confidentiality: members-only
    roles:
      facilitator: Leads the session and keeps the time.
      host: Gives the room and welcomes people.
    parameters:
      region:
        description: The area of the group, as people there call it
        example: Yorkshire

    """

  private static let plan = """
    title: First session
    purpose: Everyone brings one question from work and leaves with somebody to ask.
    outcomes:
      - By the end everyone knows one person in {{region}} whom they can ask for help.
    group size: { min: 4, max: 24 }
    roles needed: [facilitator, host]
    blocks:
      - id: welcome
        title: Welcome
        kind: arrival
        minutes: 10
        purpose: People know why they are here and feel expected.
        lead: host
        guide: facilitating#welcome
        groups: plenary
        steps:
          - { minutes: 4, do: "Say where exits, toilets and drinks are." }
          - { minutes: 6, do: "Everyone says their name and what they work on." }
        if short: { minutes: 5, by: "Names only." }
      - id: questions
        title: One question each
        kind: discussion
        minutes: 40
        purpose: Every question meets somebody who knows a part of the answer.
        status: fixed
        because: Whatever else changes, everyone leaves with somebody to ask.
        lead: facilitator
        guide: facilitating#questions
        resources: [question-card]
        groups: pairs
        materials:
          - { item: question card, quantity: 1, per: participant, from: host }
        steps:
          - { minutes: 5, do: "Everyone writes one question on a card." }
          - { minutes: 15, do: "In pairs, ten minutes for each question with a change after half of the time." }
          - { minutes: 20, do: "Read the questions aloud; whoever can help raises a hand." }
        access:
          - Whoever does not like to write says the question to the partner, who writes it down.
      - id: close
        title: What next
        kind: check-out
        minutes: 10
        purpose: Everyone leaves with a name and a next step.
        lead: facilitator
        guide: facilitating#close
        groups: plenary
        steps:
          - { minutes: 10, do: "Everyone says whom they will ask, and by when." }

    """

  private static let guide = """
    ---
    title: Facilitating the first session
    role: facilitator
    plans: [first-session]
    summary: How to lead an hour in which everyone gets help with one question.
    ---

    ## Welcome {#welcome}

    Stand at the door. People who are greeted by name talk sooner.

    ## One question each {#questions}

    Hand out [the question card](../resources/question-card.md). A good question is about something that happens next
    week. If a pair is stuck, ask: what have you tried?

    ## What next {#close}

    Ask for a name and a day. Write nothing down that people did not agree to.

    """

  private static let card = """
    ---
    title: Question card
    kind: card
    print: { size: A6, per sheet: 4, colour: no, sides: 1 }
    ---

    What would you like to ask somebody in {{region}} who does the same work?

    """

  private static let checklist = """
    title: The host's checklist
    role: host
    purpose: What the host does before and after the session.
    tasks:
      - { id: book-room, when: T-4w, task: Book a room that everyone can get into. }
      - { id: print-cards, when: T-3d, task: Print one question card for each person. }
      - { id: thank, when: T+1d, task: Thank everyone and say when the next session is. }

    """
}
