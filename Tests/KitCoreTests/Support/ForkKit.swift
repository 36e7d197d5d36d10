/// The files that a group adds to a kit, each with every key.
enum ForkKit {
  static let files: [String: String] = [
    "group.yaml": group, "customisations.yaml": customisations, "events/2026-03-leeds.yaml": event,
    "debriefs/2026-03-leeds.yaml": debrief, "network.yaml": network, "rounds/2026-r1.yaml": round,
    "plans/half-day.yaml": Kits.plan,
  ]

  static let group = """
    id: yorkshire
    name: Yorkshire and Humber
    area: Yorkshire and the Humber
    master: { kit: small, address: https://example.org/small.git, version: 1.0.0 }
    fork: git@example.org:yorkshire/small.git
    leads: [facilitator, group lead]
    confidentiality: members-only
    cadence: every three months
    host rota: [Leeds, Hull]
    parameters: { region: Yorkshire, years: 3 }
    local terms: { council: authority }
    identity: { name: Yorkshire group facilitator }
    look: { name: Yorkshire peers, colour: "#1d70b8", logo: brand/logo }
    """

  static let customisations = """
    parts:
      - part: plan:half-day#walk.minutes
        kind: ours-for-good
        because: Our rooms close early.
        date: 2026-02-01
      - { part: "plan:half-day#welcome", kind: temporary, because: A guest, date: 2026-02-01, until: 2026-04-01 }
    """

  static let event = """
    title: Leeds in March
    plan: half-day
    kit version: 1.0.0
    round: 2026-r1
    date: 2026-03-12
    start: "13:30"
    time zone: Europe/London
    setting: hybrid
    host: Leeds City Council
    venue:
      name: Town Hall
      address: The Headrow, Leeds
      opens: "12:30"
      closes: "17:00"
      rooms: [Albert, Victoria]
      step free: yes
      hearing loop: In the Albert room only.
      accessible toilet: yes
      quiet room: no
      travel: Ten minutes from the station.
      wifi: Ask at the desk.
    join link: https://example.org/join
    capacity: 24
    roles: { facilitator: Sam Green, support: [Ada, Li] }
    confidentiality: chatham-house
    recording: no
    accessibility: { contact: host, deadline: 2026-03-01 }
    retention: { owner: host, access notes: T+3d, attendee list: T+2w, sign-in: T+1w }
    parameters: { region: Leeds }
    overrides:
      - { block: walk, because: The room closes., minutes: 30, lead: host, note: Skip the poster. }
      - { block: welcome, because: We know each other., cut: yes }
    parking lot: Ask about travel money.
    """

  static let debrief = """
    event: 2026-03-leeds
    counts: { booked: 24, attended: 19, organisations: 11 }
    actual minutes: { welcome: 12, walk: 45 }
    triumphs: [People stayed.]
    treacle: The coffee was late.
    adaptations:
      - { block: walk, what: Ten cards only, why: Time, keep: yes, offer: no }
    reportable:
      - { point: Cards help., agreed: yes }
      - { point: Something else., agreed: no }
    actions:
      - { what: Book the next room, role: host, by: 2026-04-01 }
    feedback: { answers: 12, summary: People would come again. }
    """

  static let network = """
    groups:
      - { id: london, name: London, area: London }
      - id: yorkshire
        name: Yorkshire and Humber
        area: Yorkshire
        fork: https://example.org/y.git
        since: 2026-01-01
        note: New.
    """

  static let round = """
    title: Spring round
    kit: { id: small, version: 1.0.0 }
    theme: Where we stand
    core outcomes: [Everyone knows whom to ask.]
    window: { from: 2026-03-01, to: 2026-05-31 }
    common questions:
      - { id: understanding, question: How well do we understand it?, scale: 1 to 5 }
    """
}
