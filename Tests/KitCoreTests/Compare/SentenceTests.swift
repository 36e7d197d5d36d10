import KitCore
import Testing

/// Every kind of sentence that compare tells, as somebody would read it aloud.
@Suite struct SentenceTests {
  /// One edit and what is told of it.
  struct Sample: CustomTestStringConvertible {
    let path: String
    let old: String
    let new: String
    let told: [String]

    init(_ path: String, _ old: String, _ new: String, _ told: String...) {
      (self.path, self.old, self.new, self.told) = (path, old, new, told)
    }

    var testDescription: String { told.first ?? "nothing" }
  }

  @Test(arguments: samples)
  func `a change is told as people would say it`(sample: Sample) throws {
    let text = try #require(Self.files[sample.path])
    let isThere = sample.old.isEmpty || text.contains(sample.old)
    #expect(isThere, "The text does not hold “\(sample.old)”.")
    let new =
      sample.old.isEmpty ? sample.new : text.replacing(sample.old, with: sample.new, maxReplacements: 1)
    let changes = FileComparison(path: sample.path, old: Array(text.utf8), new: Array(new.utf8)).changes
    #expect(changes.map { $0.sentence } == sample.told)
  }

  private static let plan = "plans/half-day.yaml"
  private static let list = "checklists/host.yaml"
  private static let kit = "kit.yaml"
  private static let guide = "guides/walk.md"
  private static let form = "resources/form.md"

  private static let samples: [Sample] = planSamples + otherSamples

  private static let planSamples: [Sample] = [
    Sample(
      plan, "minutes: 10", "minutes: 12",
      "Welcome: 10 → 12 minutes; the session now takes 52 minutes instead of 50"),
    Sample(plan, "title: Half day", "title: Half a day", "Title: “Half day” → “Half a day”"),
    Sample(plan, "title: Welcome", "title: Arriving", "Arriving: was “Welcome” before"),
    Sample(plan, "id: walk", "id: card-walk", "Card walk: its id was “walk” before"),
    Sample(plan, "kind: arrival", "kind: opening", "Welcome, kind: arrival → opening"),
    Sample(plan, "purpose: Meet.", "purpose: Meet and talk.", "Purpose: “Meet.” → “Meet and talk.”"),
    Sample(plan, "min: 12", "min: 8", "Group size, min: 12 → 8"),
    Sample(plan, "Stand at the door", "Stand near the door", "Welcome, notes: one sentence reworded"),
    Sample(
      plan, "      Stand at the door. Say hello to everyone by name, and show them where the coats go.\n",
      "      Stand at the door.\n", "Welcome, notes: one sentence removed"),
    Sample(plan, "    lead: host\n", "", "Welcome, who leads: removed"),
    Sample(
      plan, "    lead: host\n", "    lead: host\n    support: timekeeper\n",
      "Welcome, who supports: added timekeeper"),
    Sample(plan, "lead: host", "lead: facilitator", "Welcome, who leads: host → facilitator"),
    Sample(plan, "minutes: 8, by", "minutes: 7, by", "Welcome, if time is short: 8 → 7 minutes"),
    Sample(
      plan, "by: Only the exits", "by: Exits and loop",
      "Welcome, if time is short, how: “Only the exits” → “Exits and loop”"
    ),
    Sample(plan, "quantity: 5", "quantity: 6", "Card walk, material “chair”, quantity: 5 → 6"),
    Sample(
      plan, "      - { item: chair", "      - { item: bell, quantity: 1 }\n      - { item: chair",
      "Card walk, material “bell”: added"),
    Sample(
      plan, "watch: [Herds around card 1.]", "watch: []",
      "Card walk, point to watch “Herds around card 1.”: removed"),
    Sample(plan, "allows: [retime, swap]", "allows: [retime]", "Card walk, allowed change “swap”: removed"),
    Sample(
      plan, "resources: [cards, poster]", "resources: [poster, cards]",
      "Card walk, resource “poster”: moved to the start"
    ),
    Sample(
      plan, "resources: [cards, poster]", "resources: [cards, poster, bell]",
      "Card walk, resource “bell”: added"),
    Sample(plan, "title: Croeso", "title: Shwmae", "Welcome, translation “cy”, title: Croeso → Shwmae"),
    Sample(
      plan, "then: Run everything in one circle.", "then: Do it in one circle.",
      "Contingency “Few people come.”, then: “Run everything in one circle.” → “Do it in one circle.”"),
    Sample(plan, "roles needed: [host, timekeeper]", "roles needed: [host]", "Role “timekeeper”: removed"),
    Sample(plan, "  - Everybody knows somebody.\n", "", "Outcome “Everybody knows somebody.”: removed"),
    Sample(plan, "# a comment", "# another comment"),
    Sample(plan, "title: Half day", "title:   'Half day'"),
  ]

  private static let otherSamples: [Sample] = [
    Sample(list, "when: T-6w", "when: T-5w", "Host, task “Book a room.”, when: T-6w → T-5w"),
    Sample(
      list, "  - id: invite", "  - { id: park, when: T-3w, task: Keep a parking space. }\n  - id: invite",
      "Host, task “Keep a parking space.”: added"),
    Sample(
      kit, "default: our host", "default: our kind host",
      "A kit, parameter “host”, default: “our host” → “our kind host”"),
    Sample(
      kit, "parameters:\n", "parameters:\n  wifi: { description: Which wifi. }\n",
      "A kit, parameter “wifi”: added"),
    Sample(
      kit, "host: Lends the room.", "host: Lends a room.",
      "A kit, role “host”: “Lends the room.” → “Lends a room.”"),
    Sample(kit, "languages: [en, cy]", "languages: [en]", "A kit, language “cy”: removed"),
    Sample(kit, "version: 1.0.0", "version: 1.1.0", "A kit, version: 1.0.0 → 1.1.0"),
    Sample(kit, "status: fixed", "status: local", "A kit, rule “resource:cards”, status: fixed → local"),
    Sample(guide, "Put five chairs", "Put six chairs", "Card walk, Setting up: one sentence reworded"),
    Sample(
      guide, "## Setting up {#setup}", "## The room {#setup}", "Card walk, The room: was “Setting up” before"),
    Sample(guide, "- pens\n", "- pens\n- tape\n", "Card walk, Setting up: one item added"),
    Sample(
      guide, "## After\n", "## Why\n\nTo learn.\n\n## After\n", "Card walk, Why: section added (two words)"),
    Sample(guide, "\n## After\n\nThank people.\n", "\n", "Card walk, After: section removed (two words)"),
    Sample(guide, "title: Card walk", "title: The walk", "The walk, title: “Card walk” → “The walk”"),
    Sample(
      guide, "title: Card walk", "title: [Card",
      "guides/walk.md, data at the top: cannot be read in the new version (line 3: A comma or the closing “]” of a list is missing)"
    ),
    Sample(
      guide, "---\ntitle: Card walk\nrole: facilitator\n---\n\n", "",
      "guides/walk.md, data at the top: removed"),
    Sample(form, "| One card | |", "| One hand | |", "Form: one row reworded"),
    Sample(form, "size: A4", "size: A5", "Form, print, size: A4 → A5"),
    Sample(form, "", "", "Form: nothing is left in it; it had four words"),
    Sample(
      plan, "", "title: [\n",
      "plans/half-day.yaml: the new version cannot be read (line 2: A value is expected here, or the closing sign of a bracket before it); its lines are compared",
      "plans/half-day.yaml: one line reworded, 32 lines removed"),
    Sample(
      plan, "", "Nothing here.",
      "plans/half-day.yaml: the new version is not made of fields such as “title: …”; its lines are compared",
      "plans/half-day.yaml: one line added, 33 lines removed"),
  ]

  private static let files: [String: String] = [
    plan: """
    title: Half day   # a comment
    purpose: Meet.
    group size:
      min: 12
    roles needed: [host, timekeeper]
    outcomes:
      - Everybody knows somebody.
      - Everybody goes home on time.
    contingency:
      - if: Few people come.
        then: Run everything in one circle.
    blocks:
      - id: welcome
        title: Welcome
        kind: arrival
        minutes: 10
        lead: host
        notes: >-
          Stand at the door. Say hello to everyone by name, and show them where the coats go.
        if short: { minutes: 8, by: Only the exits }
        translations:
          cy:
            title: Croeso
      - id: walk
        title: Card walk
        kind: activity
        minutes: 40
        status: adaptable
        allows: [retime, swap]
        resources: [cards, poster]
        watch: [Herds around card 1.]
        materials:
          - { item: chair, quantity: 5, per: event }
    """,
    list: """
    title: Host
    tasks:
      - id: room
        when: T-6w
        task: Book a room.
      - id: invite
        when: T-5w
        task: Invite people.
    """,
    kit: """
    title: A kit
    version: 1.0.0
    languages: [en, cy]
    roles:
      host: Lends the room.
    parameters:
      host:
        description: Who hosts.
        default: our host
    policy:
      - part: resource:cards
        status: fixed
        because: So that rounds compare.
    """,
    guide: """
    ---
    title: Card walk
    role: facilitator
    ---

    ## Setting up {#setup}

    Put five chairs in a ring. Leave one of them empty.

    - pens
    - paper

    ## After

    Thank people.

    """,
    form: """
    ---
    title: Form
    print:
      size: A4
    ---

    | Point | Number |
    | --- | --- |
    | One card | |

    """,
  ]
}
