import KitCore

/// A small kit that no rule has anything to say about, and for each rule a change that breaks it.
enum RuleExamples {
  /// The files of the good kit: a group's kit with a bit of everything.
  static let good: [String: String] = [
    "kit.yaml": """
    kitbag: 1
    id: small
    title: Small kit
    purpose: Show what a check finds.
    version: 1.0.0
    licence: CC-BY-4.0
    owner: london
    attribution:
      - source: The Standard
        licence: OGL-UK-3.0
        statement: Contains public sector information licensed under the Open Government Licence v3.0.
    languages: [en, cy]
    confidentiality: chatham-house
    roles:
      facilitator: Leads.
      host: Hosts.
    parameters:
      region: { description: The region }
      pet: { description: A pet, type: choice, choices: [cat, dog], default: cat }
    policy:
      - { part: "guide:facilitating", status: fixed, because: It is good. }
      - { part: "guide:facilitating#before", status: fixed, because: It is good. }
    """,
    "plans/half-day.yaml": """
    title: Half day
    purpose: Find out where {{region}} stands with its {{pet}}.
    outcomes: By the end everyone knows whom to ask.
    group size: { min: 4, max: 20 }
    roles needed: [facilitator]
    blocks:
      - id: welcome
        title: Welcome
        kind: check-in
        minutes: 30
        min: 20
        max: 40
        purpose: Arrive.
        status: fixed
        because: People need it.
        method: circle
        guide: facilitating#before
        resources: [cards, picture]
        lead: facilitator
        steps:
          - { minutes: 10, do: Sit down. }
          - { minutes: 20, do: Speak. }
        if short: { minutes: 20, by: Be brief. }
        if long: { minutes: 40, by: Take turns. }
        translations: { cy: { title: Croeso } }
      - id: rest
        title: Break
        kind: break
        minutes: 15
        purpose: Rest.
        translations: { cy: { title: Egwyl } }
      - id: tables
        title: Tables
        kind: discussion
        minutes: 60
        purpose: Talk.
        tracks:
          - { id: one, title: One, minutes: 60 }
          - { id: two, title: Two, minutes: 45 }
        translations: { cy: { title: Byrddau } }
    """,
    "guides/facilitating.md": """
    ---
    title: Facilitating
    role: facilitator
    plans: [half-day]
    ---

    ## Before {#before}

    Read [the form](../resources/form.md), [the web](https://example.org/page) and [below](#after).

    | Who | What |
    | --- | --- |
    | You | Chairs |

    ## After {#after}

    Rest.
    """,
    "methods/circle.md": """
    ---
    title: Circle
    what: People sit in a circle.
    why: Everyone sees everyone.
    minutes: { min: 5, max: 60 }
    licence: CC-BY-SA-4.0
    attribution:
      - { source: Circles, licence: CC-BY-SA-4.0 }
    ---

    ## How

    Sit.
    """,
    "resources/form.md": "---\ntitle: Form\nkind: form\n---\n\nHow was it?\n",
    "resources/cards/one.md": "---\ntitle: One\nkind: card\n---\n\nOne.\n",
    "resources/picture.png": "PNG",
    "resources/picture.png.yaml": "title: Picture\nkind: poster\nalternative text: Two chairs.\n",
    "checklists/host.yaml":
      "title: Host\nrole: host\ntasks:\n  - { id: room, when: T-6w, task: Book a room., role: host }\n",
    "group.yaml": """
    id: south
    name: South
    area: The south
    master: { kit: small, version: 1.0.0 }
    parameters: { region: the south, pet: dog }
    """,
    "customisations.yaml": """
    parts:
      - { part: "plan:half-day#rest", kind: ours-for-good, because: Tea takes time., date: 2026-01-02 }
    """,
    "rounds/2026-r1.yaml": """
    title: First round
    kit: { id: small, version: 1.0.0 }
    theme: Chairs
    core outcomes: [Everyone sits.]
    window: { from: 2026-01-01, to: 2026-06-30 }
    """,
    "events/spring.yaml": """
    title: Spring
    plan: half-day
    round: 2026-r1
    kit version: 1.0.0
    date: 2026-03-12
    start: "13:00"
    time zone: Europe/London
    setting: in-person
    host: Borsetshire Council
    venue: { name: Hall, address: High Street, opens: "12:00", closes: "17:00" }
    roles: { facilitator: Zoë Ambridge-Grundy }
    recording: no
    overrides:
      - { block: rest, because: Lunch., minutes: 20 }
      - { block: welcome, because: Many people., minutes: 35 }
    """,
    "debriefs/spring.yaml": """
    event: spring
    counts: { booked: 12, attended: 10 }
    triumphs: [The circle worked.]
    treacle: [Time ran short.]
    adaptations:
      - { block: rest, what: A longer break, why: Lunch came late. }
    feedback: { answers: 8, summary: People liked the circle. }
    """,
    "notes/list.csv": "item,quantity\nchairs,4\n",
  ]

  /// One way to break a rule: texts to replace in a file of the good kit, or a new file.
  struct Example: Sendable, CustomStringConvertible {
    let rule: String
    let path: String
    let old: String
    let new: String

    var description: String { rule }

    /// The good kit with this change; an empty `old` means a file of its own, or one in another's place.
    var files: [String: String] {
      var files = good
      files[path] = old.isEmpty ? new : good[path]?.replacing(old, with: new)
      return files
    }
  }

  /// At least one example of each rule that is checked beyond the form of files.
  static let broken: [Example] = references + timing + words + people
}

extension RuleExamples {
  private static func example(_ rule: String, _ path: String, _ old: String, _ new: String) -> Example {
    Example(rule: rule, path: path, old: old, new: new)
  }

  private static let plan = "plans/half-day.yaml"
  private static let guide = "guides/facilitating.md"
  private static let event = "events/spring.yaml"
  private static let debrief = "debriefs/spring.yaml"
  private static let round = "rounds/2026-r1.yaml"

  private static let references: [Example] = [
    example("missing-method", plan, "method: circle", "method: cirlce"),
    example("missing-guide", plan, "guide: facilitating#before", "guide: facilitation"),
    example("missing-guide", plan, "#before", "#befor"),
    example("missing-resource", plan, "[cards, picture]", "[cards, picture, cadrs]"),
    example("missing-role", plan, "lead: facilitator", "lead: faciliator"),
    example("missing-role", plan, "roles needed: [facilitator]", "roles needed: [pilot]"),
    example("missing-role", "checklists/host.yaml", "role: host }", "role: guest }"),
    example("missing-role", guide, "role: facilitator", "role: wizard"),
    example("missing-plan", guide, "plans: [half-day]", "plans: [whole-day]"),
    example("missing-plan", plan, "purpose: Find", "variant of: other\npurpose: Find"),
    example("missing-plan", event, "plan: half-day", "plan: other"),
    example("missing-plan", debrief, "event: spring", "event: autumn"),
    example("missing-part", "kit.yaml", "guide:facilitating#before", "guide:facilitating#never"),
    example("missing-part", "customisations.yaml", "plan:half-day#rest", "plan:half-day#pause"),
    example("missing-part", event, "block: rest", "block: pause"),
    example("missing-part", debrief, "block: rest", "block: pause"),
    example("missing-link", guide, "../resources/form.md", "../resources/from.md"),
    example("missing-link", guide, "../resources/form.md", "../../etc/passwd"),
    example("missing-link", guide, "../resources/form.md", "/etc/passwd"),
    example("missing-link", guide, "(#after)", "(#later)"),
    example("missing-link", guide, "../resources/form.md", "../methods/circle.md#whom"),
    example("variant-of-itself", plan, "purpose: Find", "variant of: half-day\npurpose: Find"),
    example("round-of-another-kit", round, "id: small", "id: large"),
    example("round-ahead", round, "version: 1.0.0", "version: 1.0.1"),
    example("window-upside-down", round, "to: 2026-06-30", "to: 2025-06-30"),
    example("missing-round", event, "round: 2026-r1", "round: 2026-r2"),
    example("outside-round", event, "date: 2026-03-12", "date: 2026-07-01"),
    example("unused-resource", guide, "[the form](../resources/form.md), ", ""),
    example("unused-method", plan, "    method: circle\n", ""),
    example("unknown-licence", "kit.yaml", "licence: CC-BY-4.0", "licence: LicenseRef-unknown"),
    example("missing-attribution", "resources/form.md", "kind: form", "kind: form\nlicence: CC-BY-NC-4.0"),
    example(
      "missing-statement", "kit.yaml",
      "    statement: Contains public sector information licensed under the Open Government Licence v3.0.\n",
      ""),
    example(
      "copied-without-licence", "resources/form.md", "kind: form",
      "kind: form\nattribution: [{ source: X, licence: none stated }]"),
    example(
      "share-alike", "methods/circle.md", "licence: CC-BY-SA-4.0\nattribution",
      "licence: CC-BY-4.0\nattribution"),
  ]

  private static let timing: [Example] = [
    example("steps-do-not-sum", plan, "minutes: 10, do", "minutes: 15, do"),
    example("tracks-do-not-fit", plan, "title: One, minutes: 60", "title: One, minutes: 70"),
    example("minutes-outside-limits", plan, "max: 40", "max: 25"),
    example("minutes-outside-limits", plan, "min: 20", "min: 35"),
    example("limits-upside-down", plan, "min: 20\n", "min: 50\n"),
    example("limits-upside-down", plan, "min: 4, max: 20", "min: 40, max: 20"),
    example("if-short-not-shorter", plan, "{ minutes: 20, by: Be", "{ minutes: 30, by: Be"),
    example("if-short-not-shorter", plan, "{ minutes: 20, by: Be", "{ minutes: 10, by: Be"),
    example("if-long-not-longer", plan, "{ minutes: 40, by: Take", "{ minutes: 30, by: Take"),
    example("if-long-not-longer", plan, "{ minutes: 40, by: Take", "{ minutes: 50, by: Take"),
    example("fixed-cut", plan, "{ minutes: 20, by: Be", "{ cut: yes, by: Be"),
    example("steps-and-tracks", plan, "    tracks:", "    steps: [{ minutes: 60, do: Talk. }]\n    tracks:"),
    example("long-stretch", plan, "minutes: 15\n", "minutes: 4\n"),
    example("ends-after-closing", event, "closes: \"17:00\"", "closes: \"14:00\""),
    example("starts-before-opening", event, "opens: \"12:00\"", "opens: \"13:30\""),
    example("override-outside-limits", event, "minutes: 35", "minutes: 45"),
    example("override-outside-limits", event, "minutes: 35", "minutes: 15"),
  ]

  private static let words: [Example] = [
    example("unknown-parameter", plan, "{{region}}", "{{regoin}} {{region}}"),
    example("bad-parameter", guide, "Rest.", "{{Two Words}}"),
    example("unset-parameter", "group.yaml", "region: the south, ", ""),
    example("unused-parameter", plan, "its {{pet}}", "itself"),
    example("bad-parameter-value", "group.yaml", "pet: dog", "pet: fish"),
    example("value-for-nothing", "group.yaml", "pet: dog", "pet: dog, colour: red"),
    example("missing-alternative-text", guide, "Rest.", "![](../resources/picture.png)"),
    example("missing-alternative-text", "resources/picture.png.yaml", "alternative text: Two chairs.\n", ""),
    example("skipped-heading", guide, "## After", "#### After"),
    example("bare-link", guide, "Rest.", "See https://example.org/page for more."),
    example("bare-link", guide, "[the web]", "[https://example.org]"),
    example("unclear-link", guide, "[the web]", "[click here]"),
    example("table-without-header", guide, "| Who | What |", "| Who | |"),
    example("raw-html", guide, "Rest.", "<div onclick=\"x()\">Rest.</div>"),
    example("unsafe-link", guide, "https://example.org/page", "javascript:alert(1)"),
    example("unsafe-link", guide, "https://example.org/page", "data:text/html,x"),
    example("remote-picture", guide, "[the web]", "![the web]"),
    example("untranslated-language", "kit.yaml", "[en, cy]", "[en, cy, pl]"),
    example("undeclared-language", "kit.yaml", "[en, cy]", "[en]"),
    example("partly-translated", plan, "    translations: { cy: { title: Egwyl } }\n", ""),
  ]

  private static let people: [Example] = [
    example("contact-columns", "notes/list.csv", "", "name,e-mail\n"),
    example("contact-columns", "notes/people.json", "", "[{\"name\": \"A\", \"phone\": \"1\"}]"),
    example("attendee-list", "notes/list.csv", "", "Name,Organisation\nA B,Borsetshire\n"),
    example("contact-detail", guide, "Rest.", "Write to jo.bloggs@borsetshire.gov.uk."),
    example("contact-detail", "checklists/host.yaml", "Book a room.", "Ring 07911 123456."),
    example(
      "confidentiality-loosened", plan, "purpose: Find", "confidentiality: members-only\npurpose: Find"),
    example(
      "confidentiality-loosened", plan, "purpose: Rest.", "purpose: Rest.\n    confidentiality: on-the-record"
    ),
    example(
      "confidentiality-loosened", event, "recording: no", "recording: no\nconfidentiality: on-the-record"),
    example("recording-on", event, "recording: no", "recording: yes"),
    example("named-person", debrief, "The circle worked.", "zoe ambridge grundy was strong."),
    example("named-host", debrief, "The circle worked.", "Borsetshire council was kind."),
    example("quoted-speech", debrief, "[The circle worked.]", "['One called it “our best day”.']"),
    example("said-by", debrief, "The circle worked.", "The chief said yes."),
    example("small-cell", debrief, "The circle worked.", "Two officers stayed on."),
    example("few-answers", debrief, "answers: 8", "answers: 3"),
    example("named-person", "debriefs/spring.md", "", "# How it went\n\nZoë Ambridge-Grundy led us.\n"),
    example("quoted-speech", "debriefs/other.md", "", "One called it “our best day”.\n"),
    example("said-by", "debriefs/spring.txt", "", "The chief said yes.\n"),
    example(
      "reworded-rule", guide, "Rest.",
      "Participants are free to use the information received, but not the identity or the affiliation of the speaker."
    ),
    example(
      "reworded-rule", plan, "purpose: Rest.",
      "purpose: Participants are free to use the information received, but the identity of the speaker may not be revealed."
    ),
  ]
}
