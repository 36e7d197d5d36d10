import KitCore
import Testing

@Suite struct ShowTests {
  private func kit(_ changes: [String: String] = [:]) throws -> Kit {
    let files = RuleExamples.good.merging(changes) { $1 }
    return try #require(KitReading.read(try Kits.made(files)).kit)
  }

  private func show(_ address: String, _ clock: Show.Clock = Show.Clock(), width: Int = 80) throws -> String {
    let show = Show(try kit(), clock: clock, width: width)
    let part = try #require(show.address(of: address))
    return try #require(show.text(of: part))
  }

  @Test func `a plan is a table of times and blocks, then what each needs`() throws {
    let text = try show("plan:half-day", Show.Clock(start: ClockTime("13:30")))
    #expect(text.contains("13:30   30  Welcome"))
    #expect(text.contains("14:00   15  Break"))
    #expect(text.contains("15:15  105  End"))
    #expect(text.contains("In all: 105 minutes: check-in 30, break 15, discussion 60"))
    #expect(text.contains("  10 min  Sit down."))
    #expect(text.contains("If time is short: 20 minutes. Be brief."))
  }

  @Test func `without a start times count from the beginning`() throws {
    #expect(try show("half-day").contains("0:30    15  Break"))
  }

  @Test func `parameters are filled in where a value is known`() throws {
    #expect(try show("half-day").contains("Find out where the south stands with its dog."))
  }

  @Test func `a shorter plan says what it costs, or how short it can be`() throws {
    #expect(
      try show("half-day", Show.Clock(ifShort: 100)).contains("Welcome: 20 minutes instead of 30. Be brief."))
    #expect(try show("half-day", Show.Clock(ifShort: 50)).contains("the shortest it can be is 95 minutes"))
  }

  @Test(arguments: [
    "kit", "half-day", "plan:half-day#welcome", "facilitating", "guide:facilitating#before", "circle", "form",
    "resource:cards/one", "checklist:host", "event:spring", "group", "customisations", "debrief:spring",
  ])
  func `every part is shown within the width`(address: String) throws {
    for width in [60, 80, 120] {
      let text = try show(address, width: width)
      #expect(!text.isEmpty)
      #expect(text.split(separator: "\n").allSatisfy { TextLayout.width(of: $0) <= width }, "\(text)")
      let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" }
      #expect(controls.isEmpty)
    }
  }

  @Test func `what is not there is not shown, and what was meant is known`() throws {
    let show = Show(try kit())
    #expect(show.text(of: try Address(parsing: "plan:nowhere")) == nil)
    #expect(show.text(of: try Address(parsing: "plan:half-day#nowhere")) == nil)
    #expect(show.address(of: "half-dya") == nil)
    #expect(show.nearest(to: "half-dya") == "plan:half-day")
    #expect(show.nearest(to: "plan:half-day#welcom") == "plan:half-day#welcome")
  }

  @Test func `hostile titles cannot move the cursor`() throws {
    let plan = RuleExamples.good["plans/half-day.yaml"]?.replacing(
      "title: Tables", with: "title: \"T\\e[2J\\u202Ex\"")
    let text = Show(try kit(["plans/half-day.yaml": plan ?? ""])).text(
      of: try Address(parsing: "plan:half-day"))
    #expect(text?.contains("\u{1B}") == false && text?.contains("\u{202E}") == false)
  }

  @Test func `programs get times in minutes from the start`() throws {
    let show = Show(try kit(), clock: Show.Clock(start: ClockTime("09:00"), ifShort: 100))
    let json = try #require(show.json(of: try Address(parsing: "plan:half-day")))
    #expect(json["blocks"]?[1]?["start"]?.whole == 30)
    #expect(json["start"]?.text == "09:00")
    #expect(json["ifShort"]?["minutes"]?.whole == 95)
  }

  @Test(arguments: Kits.samples)
  func `the main parts of the sample kits are shown within eighty columns`(name: String) throws {
    let kit = try #require(KitReading.read(try Kits.sample(name)).kit)
    let show = Show(kit, clock: Show.Clock(start: ClockTime("13:30")))
    let parts = kit.plans.map(\.address) + kit.guides.map { Address(.guide, $0.id) } + [.kit]
    for address in parts {
      let text = try #require(show.text(of: address))
      let plain = text.split(separator: "\n").filter { !$0.hasPrefix("|") && !$0.contains("---") }
      #expect(plain.filter { TextLayout.width(of: $0) > 80 } == [])
    }
  }
}

@Suite struct TextLayoutTests {
  @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👍🏽", 2), ("Ŵy", 2), ("", 0)])
  func `width counts columns, not letters`(text: String, width: Int) {
    #expect(TextLayout.width(of: text) == width)
  }

  @Test func `words are broken only where they alone are too long`() {
    #expect(TextLayout.wrapped("aa bb cc", to: 5) == ["aa bb", "cc"])
    #expect(TextLayout.wrapped("abcdefgh", to: 3) == ["abc", "def", "gh"])
    #expect(TextLayout.wrapped("", to: 10) == [""])
    #expect(TextLayout.wrapped("a b", to: 4, first: "- ", rest: "  ") == ["- a", "  b"])
  }
}
