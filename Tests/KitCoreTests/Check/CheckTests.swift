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
