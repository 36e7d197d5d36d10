import Foundation
import KitCore
import Testing

@Suite struct KitImportTests {
  static let layouts = ["episodes", "facilitator-guide", "card-collection"]

  /// What a folder of the fixtures becomes.
  private func imported(_ layout: String, licence: String? = nil) throws -> KitImport {
    let folder = Kits.repository.appending(path: "Tests/KitCoreTests/Fixtures/import/\(layout)/source")
    var material: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      if let data = FileManager.default.contents(atPath: folder.appending(path: path).path) {
        material[path] = Array(data)
      }
    }
    return KitImport(material, as: KitImport.Wish(id: "imported", source: layout, licence: licence))
  }

  private func imported(_ texts: [String: String]) -> KitImport {
    KitImport(texts.mapValues { Array($0.utf8) }, as: KitImport.Wish(id: "imported", source: "some-folder"))
  }

  private func reading(_ result: KitImport) throws -> KitReading {
    var files: [KitPath: [UInt8]] = [:]
    for (path, bytes) in result.files { files[try KitPath(path)] = bytes }
    return KitReading.read(KitFiles(files))
  }

  @Test(arguments: layouts)
  func `each foreign layout becomes a kit without errors`(layout: String) throws {
    let reading = try reading(try imported(layout))
    let errors = Check.diagnostics(of: reading).filter { $0.severity == .error }
    #expect(errors.map(\.description) == [])
  }

  @Test func `lessons become blocks with their minutes, in order`() throws {
    let result = try imported("episodes")
    let kit = try #require(try reading(result).kit)
    #expect(kit.identity.title == "Reading a council dataset together")
    #expect(kit.identity.licence == "CC-BY-4.0")
    let plan = try #require(kit.plans.first)
    #expect(
      plan.blocks.map(\.id.rawValue) == [
        "first-look", "what-the-columns-mean", "break", "asking-a-question", "counting-with-care",
        "one-sentence",
        "telling-others",
      ])
    #expect(plan.blocks.map(\.minutes) == [15, 30, 15, 35, 20, 30, 20])
    #expect(plan.outcomes.count == 10)
    #expect(plan.blocks[3].least == 30 && plan.blocks[3].most == 35)
    #expect(plan.blocks.allSatisfy { $0.steps.reduce(0) { $0 + $1.minutes } == $0.minutes })
    #expect(plan.blocks[0].notes?.contains("Ask what one row is") == true)
    #expect(plan.preWork.count == 3)
  }

  @Test func `solutions never reach what participants see`() throws {
    let kit = try #require(try reading(try imported("episodes")).kit)
    let seen = kit.plans.flatMap(\.blocks).compactMap(\.participants).joined()
    #expect(seen.contains("finish the sentence"))
    #expect(!seen.contains("One row is one collection round"))
    #expect(!seen.contains("{:"))
  }

  @Test func `activities of a facilitator guide become blocks`() throws {
    let result = try imported("facilitator-guide")
    let kit = try #require(try reading(result).kit)
    #expect(kit.identity.licence == "CC0-1.0")
    let blocks = kit.plans.sorted { $0.id.rawValue > $1.id.rawValue }.flatMap(\.blocks)
    #expect(
      blocks.map(\.title) == [
        "Arrival and names", "Myths on the wall", "What the rules say", "Break", "The empty chair",
        "After-lunch line",
        "A note for everyone", "Walk and talk", "First sentence", "Clinic with a guest", "Close",
      ])
    #expect(blocks.map(\.minutes) == [15, 20, 15, 15, 60, 15, 45, 15, 30, 75, 15])
    #expect(blocks.map { $0.steps.map(\.minutes) }.prefix(3) == [[5, 5, 5], [5, 5, 10], [15]])
    #expect(blocks[4].steps.isEmpty && blocks[4].notes?.contains("10 minutes") == true)
    #expect(blocks[5].least == 10 && blocks[5].most == 15)
    #expect(blocks[1].materials.map(\.quantity) == [3, 1, 1])
    #expect(blocks[1].materials.first?.per == .participant)
    #expect(blocks[1].resources.map(\.rawValue).contains("myth-cards"))
    #expect(blocks[1].groups == .groups(of: 4))
    #expect(blocks[0].notes?.contains("Arrive early") == true)
    #expect(kit.checklists.first?.tasks.count == 9)
    #expect(
      kit.checklists.first?.tasks.map(\.when.description).prefix(4) == ["T-2w", "T-2w", "T-2w", "T-1d"])
    #expect(kit.resources.count == 4)
  }

  @Test func `what cannot be known is listed, not invented in silence`() throws {
    let needs = try imported("facilitator-guide").needs.map(\.words).joined(separator: "\n")
    for words in [
      "its steps take 65 minutes, but it has 60", "states no time", "its heading says 20 minutes",
      "Confirm it",
    ] {
      #expect(needs.contains(words), "\(words)")
    }
  }

  @Test func `cards become methods`() throws {
    let result = try imported("card-collection")
    let kit = try #require(try reading(result).kit)
    #expect(kit.identity.licence == "CC-BY-SA-4.0")
    let minutes = Dictionary(
      uniqueKeysWithValues: kit.methods.map { ($0.id.rawValue, [$0.minutes?.least, $0.minutes?.most]) })
    #expect(minutes.count == 11)
    #expect(minutes["untitled"] == [10, 10])
    #expect(minutes["weather-report"] == [5, 5])
    #expect(minutes["two-chairs"] == [10, 15])
    #expect(minutes["fist-to-five"] == [3, 3])
    #expect(minutes["pre-mortem"] == [60, 60])
    #expect(minutes["buddy-check"] == [60, 120])
    #expect(minutes["half-day-look-back"] == [180, 240])
    #expect(minutes["letter"] == [20, 30])
    #expect(minutes["three-questions"] == [20, 20])
    #expect(kit.methods.allSatisfy { $0.prose.text.contains("## How") })
  }

  @Test func `the same folder gives the same kit, and every file is listed once`() throws {
    for layout in Self.layouts {
      let first = try imported(layout)
      let second = try imported(layout)
      #expect(first.files == second.files)
      #expect(first.needs == second.needs)
      #expect(Set(first.needs).count == first.needs.count)
    }
  }

  @Test func `a licence that a person names wins`() throws {
    let result = try imported("episodes", licence: "CC0-1.0")
    #expect(try reading(result).kit?.identity.licence == "CC0-1.0")
    #expect(!result.lacksLicence)
  }

  @Test func `an unknown licence is asked for`() throws {
    let result = imported(["page.md": "# Hello\n\nWords.\n"])
    #expect(result.lacksLicence)
    #expect(result.needs.contains { $0.words.contains("licence") })
    #expect(try reading(result).kit?.identity.licence == "LicenseRef-unknown")
  }

  @Test func `contact details are taken out, and lists of people are not taken over`() throws {
    let result = imported([
      "page.md": "# Hello\n\nWrite to jo.bloggs@borsetshire.gov.uk.\n", "people.csv": "Name,E-mail\nA,B\n",
    ])
    #expect(!result.files.values.contains { String(decoding: $0, as: UTF8.self).contains("jo.bloggs") })
    #expect(!result.files.keys.contains { $0.hasSuffix(".csv") })
    #expect(result.needs.contains { $0.path == "people.csv" })
  }

  @Test func `braces, headings and links of strangers become what a kit can hold`() throws {
    let result = imported([
      "a/page.md":
        "# Top\n\n#### Deep\n\n{{ site.x }} [lost](../no.md) [found](b.md) ![](pic.png)\n\n{% raw %}\n",
      "a/b.md": "# Other\n\nWords.\n", "a/pic.png": "PNG",
    ])
    let page = String(decoding: try #require(result.files["guides/page.md"]), as: UTF8.self)
    #expect(page.contains("## Deep"))
    #expect(page.contains("\\{{ site.x }} lost [found](b.md) ![Pic](../resources/pic.png)"))
    #expect(!page.contains("{%"))
    let errors = Check.diagnostics(of: try reading(result)).filter { $0.severity == .error }
    #expect(errors.map(\.description) == [])
  }

  @Test(arguments: [
    "", "---", "---\n", "---\nteaching: 10", "---\nteaching: [\n---\n", "# \n", "#\n#\n#", "Time: 20 minutes",
    "# A — 99999999999999999999 minutes", "---\nteaching: -5\nexercises: 1e9\n---\nx",
    "\u{FEFF}---\ntitle: x\n---\n",
    "---\nwhat: a\nhow: b\n---\n", "- [ ] a\n- [ ] b\n- [ ] c\n", "# A — 0 minutes\n\n1. (5 min)\n", "](((((",
    "[](",
    "![](../../../../etc/passwd)\n", "---\n- 1\n---\n# Activity 1\n# Activity 2 — 5 min",
  ])
  func `odd pages never trap, and never give a kit with errors`(page: String) throws {
    let result = imported([
      "x/odd page.md": page, "README.md": page, "cards.json": "[{\"what\": 1}, 2, null]",
    ])
    let errors = Check.diagnostics(of: try reading(result)).filter { $0.severity == .error }
    #expect(errors.map(\.description) == [])
  }

  @Test func `bytes that are no text are read as well as they can be`() throws {
    let bytes: [UInt8] = Array("# Caf".utf8) + [0xE9, 0x00, 0x0A, 0x0A] + Array("Words.\n".utf8)
    let result = KitImport(["page.md": bytes], as: KitImport.Wish(id: "imported", source: "x"))
    #expect(result.needs.contains { $0.words.contains("not UTF-8") })
    #expect(try reading(result).isUsable)
  }
}

@Suite struct StatedTimeTests {
  @Test(arguments: [
    ("20 minutes", 20, 20), ("Activity 1 — 20 min", 20, 20), ("10–15 minutes", 10, 15),
    ("20 to 30 mins", 20, 30),
    ("1 hour", 60, 60), ("Activity 5 – 10–15 minutes", 10, 15), ("1 hour 15 minutes", 75, 75),
    ("1.5 hours", 90, 90), ("half an hour", 30, 30),
    ("an hour", 60, 60), ("1-2 hours", 60, 120), ("2 x 10 minutes", 20, 20), ("half a day", 180, 240),
    ("5m", 5, 5),
    ("(45 min)", 45, 45), ("1h30", 90, 90), ("quarter of an hour", 15, 15), ("5 mins - 10 mins", 5, 10),
  ])
  func `times are understood as people write them`(text: String, least: Int, most: Int) {
    let time = StatedTime(in: text)
    #expect(time?.minutes == least...most)
  }

  @Test(arguments: [
    "", "20", "minutes", "Activity 7", "12 monkeys", "0 minutes", "99999 hours",
  ])
  func `what states no time gives none`(text: String) {
    #expect(StatedTime(in: text) == nil)
  }

  @Test func `a field about time may leave the unit out`() {
    #expect(StatedTime(field: "20-25")?.minutes == 20...25)
    #expect(StatedTime(field: "3")?.minutes == 3...3)
    #expect(StatedTime(field: "soon") == nil)
  }
}
