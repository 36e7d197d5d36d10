import Foundation
import KitCore
import Testing

@Suite struct CheckTests {
  private func check(_ files: [String: String], master: [String: String]? = nil) throws -> [Diagnostic] {
    let master = try master.map { KitReading.read(try Kits.made($0)).kit } ?? nil
    return Check.diagnostics(of: KitReading.read(try Kits.made(files)), master: master)
  }

  @Test func `a good kit has nothing wrong`() throws {
    #expect(try check(RuleExamples.good).map(\.description) == [])
  }

  @Test(arguments: RuleExamples.broken)
  func `a kit that breaks a rule is told so, with place and remedy`(example: RuleExamples.Example) throws {
    #expect(example.files != RuleExamples.good, "the example changes nothing")
    let found = try check(example.files).filter { $0.rule == example.rule }
    let first = try #require(found.first, "\(example.rule) is not found")
    let rule = try #require(Check.rules.first { $0.id == example.rule })
    #expect(first.severity == rule.severity || first.rule == "long-stretch")
    #expect(!first.message.hasSuffix("..") && first.remedy?.hasSuffix("..") == false)
    #expect(first.path != nil)
    #expect(first.remedy?.isEmpty == false)
    #expect(first.message.hasSuffix(".") || first.message.contains(":"))
  }

  @Test func `every rule beyond the form of files has an example that breaks it`() {
    let fixed: Set<String> = ["fixed-changed", "fixed-removed"]
    let examples = Set(RuleExamples.broken.map(\.rule)).union(fixed)
    let rules = Set(Check.rules.map(\.id)).subtracting(ReadingRuleNames.all)
    #expect(rules.subtracting(examples) == [])
    #expect(examples.subtracting(rules) == [])
  }

  @Test func `rules have ids of their own`() {
    #expect(Set(Check.rules.map(\.id)).count == Check.rules.count)
  }

  @Test func `a fixed part that changed is told, unless there is a waiver`() throws {
    var files = RuleExamples.good
    files["plans/half-day.yaml"] = files["plans/half-day.yaml"]?.replacing("do: Speak.", with: "do: Sing.")
    let found = try check(files, master: RuleExamples.good)
    #expect(found.map(\.rule) == ["fixed-changed"])
    #expect(found.first?.address?.description == "plan:half-day#welcome.steps")
    files["customisations.yaml"]? +=
      "\n  - { part: \"plan:half-day#welcome\", kind: waiver, because: We sing., date: 2026-01-02 }\n"
    #expect(try check(files, master: RuleExamples.good).isEmpty)
  }

  @Test func `retiming a fixed part within its limits, translating it and laying it out are free`() throws {
    var files = RuleExamples.good
    files["plans/half-day.yaml"] = files["plans/half-day.yaml"]?
      .replacing("minutes: 30", with: "minutes: 25").replacing("minutes: 10, do", with: "minutes: 5, do")
      .replacing("title: Croeso", with: "title: Croeso i bawb").replacing(
        "do: Sit down.", with: "do: 'Sit  down.'"
      )
      .replacing("    lead: facilitator", with: "    lead: facilitator\n    space: circle")
    #expect(try check(files, master: RuleExamples.good).isEmpty)
  }

  @Test func `a fixed part that is gone, and a fixed text that changed, are told`() throws {
    var files = RuleExamples.good
    files["guides/facilitating.md"]? += "\nMore.\n"
    files["plans/half-day.yaml"] = files["plans/half-day.yaml"]?.replacing("id: welcome", with: "id: hello")
    files["events/spring.yaml"] = files["events/spring.yaml"]?.replacing(
      "block: welcome", with: "block: hello")
    let rules = try check(files, master: RuleExamples.good).map(\.rule)
    #expect(rules.sorted() == ["fixed-changed", "fixed-removed"])
  }

  @Test func `outside the Chatham House Rule a debrief may quote`() throws {
    var files = RuleExamples.good
    files["kit.yaml"] = files["kit.yaml"]?.replacing("confidentiality: chatham-house\n", with: "")
    files["debriefs/spring.yaml"] = files["debriefs/spring.yaml"]?.replacing(
      "[The circle worked.]", with: "['Jo said: “a circle”']")
    #expect(
      try check(files).filter { $0.path == "debriefs/spring.yaml" && $0.severity < .information }.isEmpty)
  }

  @Test func `places are those that an editor shows`() throws {
    var files = RuleExamples.good
    files["guides/facilitating.md"] =
      "---\ntitle: F\nrole: facilitator\n---\n\n## Before {#before}\n\nÜber [form](../resources/form.md) {{nobody}}\n"
    let found = try check(files).first { $0.rule == "unknown-parameter" }
    #expect(found?.place == SourcePlace(line: 8, column: 35))
    #expect(found?.address?.description == "guide:facilitating")
  }

  @Test(arguments: Kits.samples)
  func `the sample kits have neither errors nor warnings`(name: String) throws {
    let found = Check.diagnostics(of: KitReading.read(try Kits.sample(name)))
    #expect(found.filter { $0.severity < .information }.map(\.description) == [])
  }

  @Test func `the manual's table of rules is that of the code`() throws {
    let page = Kits.repository.appending(path: "Sources/KitCore/KitCore.docc/Checks.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let rows = Check.rules.map { "| `\($0.id)` | \($0.severity.rawValue) | \($0.why) | \($0.remedy) |" }
    let table = text.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    #expect(table == rows)
  }
}

/// The rules that are found while files are read, whose tests stand with the reader.
enum ReadingRuleNames {
  static let all: Set<String> = [
    "no-kit", "newer-format", "unreadable", "front-matter", "not-a-file", "too-large", "bad-path",
    "same-path", "same-id",
    "bad-file-name", "not-described", "missing-file", "not-read", "lone-translation", "missing-key",
    "unknown-key",
    "empty-value", "empty-list", "wrong-type", "out-of-range", "not-a-choice", "bad-form", "bad-date",
    "bad-name",
    "duplicate-id", "either-or",
  ]
}

@Suite struct CheckCauseTests {
  private func rules(_ files: [String: String]) throws -> [String] {
    let found = Check.diagnostics(of: KitReading.read(try Kits.made(files)))
    return CheckReport(found, kit: nil).diagnostics.filter { $0.severity < .information }.map(\.rule)
  }

  @Test(arguments: [
    ("plans/half-day.yaml", "title: [", "unreadable"), ("kit.yaml", "title: [", "unreadable"),
    ("kit.yaml", "", "missing-key"), ("plans/half-day.yaml", "", "missing-key"),
    ("guides/facilitating.md", "title: F\nrole: host\n---\n## Before\n", "front-matter"),
    ("methods/circle.md", "---\ntitle: [\n---\n", "unreadable"),
    ("resources/cards/one.md", "---\ntitle: One\n", "front-matter"),
    ("plans/half-day.yaml", "- a\n", "wrong-type"),
  ])
  func `a file that cannot be read is told once, and nothing that follows from it`(
    path: String, text: String, rule: String
  ) throws {
    var files = RuleExamples.good
    files[path] = text
    let found = try rules(files)
    #expect(found == [rule])
  }

  @Test func `a folder without kit.yaml is told to be no kit, and nothing else`() throws {
    let files = try Kits.made(RuleExamples.good)
    var contents: [KitPath: [UInt8]] = [:]
    for path in files.paths where path.text != "kit.yaml" { contents[path] = files[path] }
    #expect(Check.diagnostics(of: KitReading.read(KitFiles(contents))).map(\.rule) == ["no-kit"])
  }

  @Test func `what cannot be read comes before what may follow from it`() throws {
    var files = RuleExamples.good
    files["checklists/host.yaml"] = files["checklists/host.yaml"]?.replacing(
      "Book", with: "Ring 07911 123456, book")
    files["plans/half-day.yaml"] = "title: ["
    files["kit.yaml"] = files["kit.yaml"]?.replacing("title: Small kit", with: "title:")
    #expect(try rules(files) == ["unreadable", "empty-value", "contact-detail"])
  }

  @Test(arguments: [("minutes: 10, do", "minutes: ten, do"), ("minutes: 30\n", "minutes: half an hour\n")])
  func `minutes that are no number are told once`(old: String, new: String) throws {
    var files = RuleExamples.good
    files["plans/half-day.yaml"] = files["plans/half-day.yaml"]?.replacing(old, with: new)
    #expect(try rules(files) == ["wrong-type"])
  }

  @Test(arguments: [
    ("plans/half-day.yaml", "kind: break", "kind: brake"),
    ("kit.yaml", "licence: CC-BY-4.0", "licence: CC BY"),
  ])
  func `a slip in a word is told once`(path: String, old: String, new: String) throws {
    var files = RuleExamples.good
    files["methods/circle.md"] = files["methods/circle.md"]?.replacing(
      "licence: CC-BY-SA-4.0\nattribution:\n  - { source: Circles, licence: CC-BY-SA-4.0 }",
      with: "licence: CC-BY-4.0\nattribution: []")
    #expect(try rules(files) == [])
    files[path] = files[path]?.replacing(old, with: new)
    let found = try rules(files)
    #expect(found.count == 1, "\(found)")
  }

  @Test func `a tab before a key is told as a tab`() throws {
    var files = RuleExamples.good
    files["plans/half-day.yaml"] = files["plans/half-day.yaml"]?.replacing(
      "    kind: break", with: "\tkind: break")
    let found = Check.diagnostics(of: KitReading.read(try Kits.made(files)))
    #expect(found.first?.message == "The line is indented by a tab; YAML is indented by spaces.")
    #expect(found.first?.place?.column == 1)
  }

  @Test func `a circle of variants is found from each of its plans`() throws {
    var files = RuleExamples.good
    let plan = files["plans/half-day.yaml"] ?? ""
    files["plans/a.yaml"] = plan.replacing("purpose: Find", with: "variant of: b\npurpose: Find")
    files["plans/b.yaml"] = plan.replacing("purpose: Find", with: "variant of: a\npurpose: Find")
    #expect(try rules(files) == ["variant-of-itself", "variant-of-itself"])
  }

  @Test func `the Rule in its own words, and a plain explanation of it, are left alone`() throws {
    let rule = ChathamHouseRule.text
    #expect(!ChathamHouseRule.isReworded(in: "It says: “\(rule)” Agreed?"))
    #expect(!ChathamHouseRule.isReworded(in: rule.replacing(" ", with: "\n  ")))
    #expect(!ChathamHouseRule.isReworded(in: "Use what you learn; never say from whom, nor who was there."))
    #expect(ChathamHouseRule.isReworded(in: rule.replacing("may be revealed", with: "should be revealed")))
  }

  @Test(arguments: [
    ("1.0.0-alpha", "1.0.0"), ("1.0.0-alpha.1", "1.0.0-alpha.beta"), ("1.0.0-alpha.9", "1.0.0-alpha.10"),
    ("1.9.0", "1.10.0"),
  ])
  func `a round may be pinned to an earlier version and not to a later one`(early: String, late: String)
    throws
  {
    func check(kit: String, round: String) throws -> [String] {
      var files = RuleExamples.good
      files["kit.yaml"] = files["kit.yaml"]?.replacing("version: 1.0.0", with: "version: \(kit)")
      files["rounds/2026-r1.yaml"] = files["rounds/2026-r1.yaml"]?.replacing(
        "version: 1.0.0", with: "version: \(round)")
      return try rules(files)
    }
    #expect(try check(kit: late, round: early) == [])
    #expect(try check(kit: early, round: late) == ["round-ahead"])
  }
}

@Suite struct FixedPolicyTests {
  private func check(
    _ part: String, changing path: String, _ old: String, _ new: String, removing: Bool = false
  ) throws
    -> [String]
  {
    var master = RuleExamples.good
    master["kit.yaml"]? += "\n  - { part: \"\(part)\", status: fixed, because: Rounds compare. }\n"
    var fork = master
    fork[path] = removing ? nil : fork[path]?.replacing(old, with: new)
    let kit = try #require(KitReading.read(try Kits.made(master)).kit)
    let found = Check.diagnostics(of: KitReading.read(try Kits.made(fork)), master: kit)
    return found.map(\.rule).filter { $0.hasPrefix("fixed-") }
  }

  @Test(arguments: [
    ("resource:cards", "resources/cards/one.md", "One.\n", "Two.\n"),
    ("resource:picture", "resources/picture.png", "PNG", "GIF"),
    ("plan:half-day", "plans/half-day.yaml", "purpose: Talk.", "purpose: Shout."),
    ("plan:half-day#tables", "plans/half-day.yaml", "purpose: Talk.", "purpose: Shout."),
    ("plan:half-day.outcomes", "plans/half-day.yaml", "everyone knows", "nobody knows"),
    ("checklist:host", "checklists/host.yaml", "Book a room.", "Book a hall."),
    ("checklist:host#room", "checklists/host.yaml", "Book a room.", "Book a hall."),
    ("method:circle", "methods/circle.md", "Sit.", "Stand."),
    ("kit.purpose", "kit.yaml", "Show what", "Hide what"),
    ("round:2026-r1.theme", "rounds/2026-r1.yaml", "Chairs", "Tables"),
  ])
  func `a part that a policy fixes is held against the master`(
    part: String, path: String, old: String, new: String
  )
    throws
  {
    #expect(try check(part, changing: path, old, new) == ["fixed-changed"])
    #expect(try check(part, changing: path, old, old) == [])
  }

  @Test func `a card that is gone from a fixed folder is told`() throws {
    #expect(
      try check("resource:cards", changing: "resources/cards/one.md", "", "", removing: true) == [
        "fixed-removed"
      ])
  }
}
