import KitCore
import Testing

@Suite struct KitReadingTests {
  @Test func `a small kit is read with everything in it`() throws {
    let reading = KitReading.read(try Kits.made(["plans/half-day.yaml": Kits.plan]))
    #expect(reading.diagnostics == [])
    let kit = try #require(reading.kit)
    #expect(kit.identity.id?.rawValue == "small")
    #expect(kit.identity.languages == ["en"])
    #expect(kit.identity.roles.map { $0.id } == [.facilitator, .host])
    let plan = try #require(kit.plans.first)
    #expect(plan.outcomes == ["By the end everyone knows whom to ask."])
    #expect(plan.blocks.map { $0.minutes } == [10, 40])
    #expect(plan.blocks[0].status == .adaptable)
    #expect(plan.blocks[0].allows == Permission.allCases)
    #expect(plan.blocks[1].allows == [])
    #expect(plan.blocks[1].groups == .groups(of: 4))
    #expect(plan.blocks[1].ifShort?.isCut == true)
    #expect(plan.blocks[0].steps.map { $0.action } == ["Say hello."])
  }

  @Test func `parts know their address and their place`() throws {
    let kit = try #require(KitReading.read(try Kits.made(["plans/half-day.yaml": Kits.plan])).kit)
    let walk = try #require(kit.plans[0].block(BlockID(wellFormed: "walk")))
    #expect(walk.record.address.description == "plan:half-day#walk")
    #expect(walk.record.place.line == 13)
    #expect(walk.record.place(of: "minutes").description == "16:14")
    let diagnostic = walk.record.diagnostic(.warning, "rule", at: "if short", "Too short.")
    #expect(diagnostic.address?.description == "plan:half-day#walk.if short")
    #expect(diagnostic.line == 21)
  }

  @Test func `the line end that a block text leaves does not count`() throws {
    let plan = Kits.plan.replacing(
      "purpose: People feel expected.", with: "purpose: >\n          People feel\n          expected.\n")
    let kit = KitReading.read(try Kits.made(["plans/half-day.yaml": plan])).kit
    #expect(kit?.plans.first?.blocks.first?.purpose == "People feel expected.")
  }

  @Test(arguments: Kits.samples)
  func `a sample kit reads without a word`(name: String) throws {
    let reading = KitReading.read(try Kits.sample(name))
    #expect(reading.diagnostics == [])
    #expect(reading.isUsable)
    #expect(reading.kit?.plans.isEmpty == false)
  }

  @Test func `there are sample kits`() { #expect(!Kits.samples.isEmpty) }

  @Test func `a newer kit is refused with a clear message and an older format that never was is a fault`()
    throws
  {
    let newer = Kits.identity.replacing("kitbag: 1", with: "kitbag: 2")
    let refused = KitReading.read(try Kits.made(["kit.yaml": newer]))
    #expect(refused.kit == nil)
    #expect(refused.diagnostics.map { $0.rule } == ["newer-format"])
    #expect(refused.diagnostics[0].message.contains("version 2"))
    let never = Kits.identity.replacing("kitbag: 1", with: "kitbag: 0")
    #expect(
      KitReading.read(try Kits.made(["kit.yaml": never])).diagnostics.map { $0.rule } == ["out-of-range"])
  }

  @Test func `an older kit is brought up to date by the steps in between`() throws {
    let old = Kits.identity.replacing("kitbag: 1", with: "kitbag: 0")
    let step = FormatMigration(from: 0, summary: "The number changes.") { files in
      var contents: [KitPath: [UInt8]] = [:]
      for path in files.paths {
        let text = String(decoding: files[path] ?? [], as: UTF8.self)
        contents[path] = Array(text.replacing("kitbag: 0", with: "kitbag: 1").utf8)
      }
      return KitFiles(contents)
    }
    let reading = KitReading.read(try Kits.made(["kit.yaml": old]), steps: [step])
    #expect(reading.diagnostics == [])
    #expect(reading.migrations.map { $0.from } == [0])
    #expect(reading.kit?.identity.title == "Small kit")
  }

  @Test func `a folder without kit_yaml is told so, and the rest is still read`() throws {
    let files = KitFiles([try KitPath("plans/half-day.yaml"): Array(Kits.plan.utf8)])
    let reading = KitReading.read(files)
    #expect(reading.diagnostics.map { $0.rule } == ["no-kit"])
    #expect(reading.kit?.plans.count == 1)
    #expect(!reading.isUsable)
  }

  @Test func `resources are found by their path, with descriptions and translations beside them`() throws {
    let card = "---\ntitle: Card\nkind: card\n---\nText."
    let reading = KitReading.read(
      try Kits.made([
        "resources/cards/one.md": card, "resources/cards/one.cy.md": "---\ntitle: Cerdyn\n---\nTestun.",
        "resources/logo.png": "not really", "resources/logo.png.yaml": "title: Logo\nkind: poster",
        "resources/standard.yaml": "title: The Standard\nkind: link\nlink: https://example.org/",
      ]))
    #expect(reading.diagnostics == [])
    let resources = try #require(reading.kit).resources
    #expect(resources.map { $0.id.rawValue } == ["cards/one", "logo", "standard"])
    #expect(resources[0].prose?.text == "Text.")
    #expect(resources[0].translations["cy"]?.text == "Testun.")
    #expect(resources[1].path?.text == "resources/logo.png")
    #expect(resources[1].isPicture)
    #expect(resources[2].path == nil)
    let cards = try #require(ResourceID(rawValue: "cards"))
    #expect(reading.kit?.resources(named: cards).map { $0.title } == ["Card"])
  }
}
