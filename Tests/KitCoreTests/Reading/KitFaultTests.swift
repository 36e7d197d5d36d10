import KitCore
import Testing

@Suite struct KitFaultTests {
  /// What reading says about a plan with one text replaced.
  private func diagnostics(replacing old: String, with new: String) throws -> [Diagnostic] {
    KitReading.read(try Kits.made(["plans/half-day.yaml": Kits.plan.replacing(old, with: new)])).diagnostics
  }

  @Test(arguments: [
    ("    minutes: 10\n", "", "missing-key", "plan:half-day#welcome.minutes"),
    ("minutes: 10\n", "minutes: 1:30\n", "wrong-type", "plan:half-day#welcome.minutes"),
    ("minutes: 40", "minutes: 040", "wrong-type", "plan:half-day#walk.minutes"),
    ("minutes: 40", "minutes: 0", "out-of-range", "plan:half-day#walk.minutes"),
    ("kind: activity", "kind: activty", "not-a-choice", "plan:half-day#walk.kind"),
    ("id: walk", "id: Walk!", "bad-form", "plan:half-day.blocks.2.id"),
    ("id: walk", "id: welcome", "duplicate-id", "plan:half-day.blocks"),
    ("title: Half day", "title:", "empty-value", "plan:half-day.title"),
    ("because: All regions compare.", "", "missing-key", "plan:half-day#walk.because"),
    ("cut: yes, by", "by", "missing-key", "plan:half-day#walk.if short"),
    ("cut: yes", "cut: perhaps", "wrong-type", "plan:half-day#walk.if short.cut"),
    ("lead: host", "laed: host", "unknown-key", "plan:half-day#welcome.laed"),
    ("do: Say hello.", "do: [a]", "wrong-type", "plan:half-day#welcome.steps.1.do"),
    ("title: Half day", "title: &a Half day", "unreadable", "plan:half-day"),
    ("title: Half day", "title: Half day\ntitle: Twice", "unreadable", "plan:half-day"),
  ])
  func `a fault is told with its rule and address`(old: String, new: String, rule: String, address: String)
    throws
  {
    let found = try diagnostics(replacing: old, with: new)
    #expect(found.map { $0.rule } == [rule])
    #expect(found.first?.address?.description == address)
    #expect(found.first?.path == "plans/half-day.yaml")
    #expect(found.first?.place != nil)
    #expect(found.first?.message.isEmpty == false)
  }

  @Test func `a remedy says what to write`() throws {
    let clock = try diagnostics(replacing: "minutes: 40", with: "minutes: 1:30")
    #expect(clock.first?.remedy == "Write 90.")
    #expect(clock.first?.place?.description == "16:14")
    let slip = try diagnostics(replacing: "kind: activity", with: "kind: activty")
    #expect(slip.first?.remedy?.hasPrefix("Did you mean “activity”?") == true)
    let key = try diagnostics(replacing: "lead: host", with: "laed: host")
    #expect(key.first?.severity == .warning)
    #expect(key.first?.remedy == "Did you mean “lead”?")
    let needed = try diagnostics(replacing: "purpose: Find out", with: "purpos: Find out")
    #expect(needed.map(\.rule) == ["missing-key"])
    #expect(needed.first?.place?.line == 2)
    #expect(needed.first?.remedy == "Did you mean “purpose”?")
    let quoted = try diagnostics(replacing: "minutes: 40", with: "minutes: \"40\"")
    #expect(quoted.first?.remedy == "Write 40 without quotes.")
    let other = try diagnostics(replacing: "lead: host", with: "colour of the room: red")
    #expect(other.map(\.severity) == [.information])
  }

  @Test func `words that other readers take for numbers or truth are text where text is asked for`() throws {
    for word in ["no", "012", "1:30", "2026-03-12", "1e3", "0x1F", "on"] {
      let plan = Kits.plan.replacing("title: Half day", with: "title: \(word)")
      let reading = KitReading.read(try Kits.made(["plans/half-day.yaml": plan]))
      #expect(reading.diagnostics == [])
      #expect(reading.kit?.plans.first?.title == word)
    }
  }

  @Test func `a block with a wrong id can still be shown and addressed`() throws {
    let plan = Kits.plan.replacing("id: walk", with: "id: Card Walk!")
    let kit = KitReading.read(try Kits.made(["plans/half-day.yaml": plan])).kit
    #expect(kit?.plans.first?.blocks.map { $0.id.rawValue } == ["welcome", "card-walk"])
  }

  @Test(arguments: [
    ("plans/Half Day.yaml", "bad-file-name"), ("plans/half-day.yml", "not-read"),
    ("plans/more/x.yaml", "not-read"),
    ("resources/a.pdf", "not-described"), ("resources/b.pdf.yaml", "missing-file"),
    ("guides/g.cy.md", "lone-translation"), ("resources/CARD.md", "bad-file-name"),
  ])
  func `files that are not what their folder holds are told`(path: String, rule: String) throws {
    let text = path.hasSuffix("md") ? "---\ntitle: A\nkind: card\n---\n" : "title: A\nkind: form"
    let rules = KitReading.read(try Kits.made([path: text])).diagnostics.map { $0.rule }
    #expect(rules == [rule])
  }

  @Test func `files elsewhere are nobody's business`() throws {
    let files = try Kits.made([
      "README.md": "Hello", "LICENSE": "…", "pictures/a.png": "x", ".gitignore": "x",
    ])
    #expect(KitReading.read(files).diagnostics == [])
  }

  @Test func `two resources with one id are told`() throws {
    let files = try Kits.made([
      "resources/a.md": "---\ntitle: A\nkind: card\n---\n", "resources/a.pdf": "x",
      "resources/a.pdf.yaml": "title: A\nkind: form",
    ])
    #expect(KitReading.read(files).diagnostics.map { $0.rule } == ["same-id"])
  }

  @Test(arguments: [
    ("---\ntitle: A\n", "front-matter"), ("title: A\nrole: host\n---\nBody", "front-matter"),
    ("---\ntitle: [\n---\nBody", "unreadable"), ("Body", "missing-key"),
    ("---\nrole: host\n---\nBody", "missing-key"),
  ])
  func `bad front matter is told and the body kept`(text: String, rule: String) throws {
    let reading = KitReading.read(try Kits.made(["guides/g.md": text]))
    #expect(Set(reading.diagnostics.map { $0.rule }) == [rule])
    #expect(reading.kit?.guides.count == 1)
    #expect(text.hasSuffix(reading.kit?.guides.first?.prose.text ?? "?"))
  }

  @Test func `bytes that are no text are told with their place`() throws {
    let files = KitFiles([
      try KitPath("kit.yaml"): Array(Kits.identity.utf8), try KitPath("plans/p.yaml"): [0x61, 0x0A, 0xFF],
      try KitPath("guides/g.md"): [0x00],
    ])
    let found = KitReading.read(files).diagnostics
    #expect(found.map { $0.rule } == ["unreadable", "unreadable"])
    #expect(found.map { $0.place?.description } == ["1:1", "2:1"])
  }

  @Test func `paths that lead elsewhere never become files`() {
    let found: [(path: String, bytes: [UInt8])] = [("../x", []), ("kit.yaml", []), ("/etc/passwd", [])]
    let admitted = KitFiles.admitting(found)
    #expect(admitted.files.paths.map { $0.text } == ["kit.yaml"])
    #expect(admitted.diagnostics.map { $0.rule } == ["bad-path", "bad-path"])
  }

  @Test func `a day that no calendar has is told`() throws {
    let list = "parts:\n  - { part: plan:a, kind: waiver, because: Why, date: 2026-02-29 }"
    #expect(
      KitReading.read(try Kits.made(["customisations.yaml": list])).diagnostics.map { $0.rule } == [
        "bad-date"
      ])
    let leap = list.replacing("2026", with: "2028")
    #expect(KitReading.read(try Kits.made(["customisations.yaml": leap])).diagnostics == [])
  }

  @Test func `diagnostics are for programs too`() throws {
    let found = try diagnostics(replacing: "minutes: 40", with: "minutes: 0")
    #expect(
      found[0].json.compactText.hasPrefix(
        #"{"severity":"error","rule":"out-of-range","path":"plans/half-day.yaml","line":16,"column":14,"#))
  }
}
