import KitCore
import Testing

@Suite struct AddressTests {
  @Test(arguments: [
    "kit", "plan:half-day", "plan:half-day#welcome", "plan:half-day#welcome.minutes",
    "guide:facilitating#before",
    "method:lean-coffee", "resource:cards/user-needs", "checklist:host#book-room", "round:2026-r1", "network",
    "group", "customisations", "event:2026-03-leeds", "debrief:2026-03-leeds", "plan:p#walk/online.title",
    "plan:p#walk.if short.minutes", "plan:p#walk.steps.2.do", "kit.purpose", "guide:g#cyn-yr-ŵyl",
    "network#midlands",
  ])
  func `an address is printed as it was typed`(text: String) throws {
    let address = try Address(parsing: text)
    #expect(address.description == text)
    #expect(try Address(parsing: " \(text)\n") == address)
    #expect(TextPattern.address.matches(text))
  }

  @Test(arguments: [
    ("", "Begin with one of"), ("paln:half-day", "Did you mean “plan”?"), ("plan", "Write “plan:”"),
    ("kit:x", "Write “kit” without a colon."), ("plan:Half Day", "Did you mean “plan:half-day”?"),
    ("plan:a#", "Write the id of a block"), ("plan:a#b/", "Write the id of a block"),
    ("plan:a#b c", "Write the id"),
    ("plan:a#b..c", "Write the name of a field"), ("plan:a.", "Write the name of a field"),
    ("resource:../x", "Ids have"), ("resource:a//b", "Did you mean “resource:a/b”?"),
    ("plan:пlan", "Did you mean “plan:lan”?"), ("plan:\(String(repeating: "a", count: 65))", "Did you mean"),
  ])
  func `what is no address is refused with what to write instead`(text: String, remedy: String) {
    let error = #expect(throws: AddressError.self) { try Address(parsing: text) }
    #expect(error?.remedy.contains(remedy) == true, "\(error?.remedy ?? "")")
  }

  @Test func `a part contains what stands inside it`() throws {
    let block = try Address(parsing: "plan:a#welcome")
    #expect(block.contains(try Address(parsing: "plan:a#welcome.minutes")))
    #expect(block.contains(try Address(parsing: "plan:a#welcome/online")))
    #expect(block.file.contains(block))
    #expect(!block.contains(block.file))
    #expect(!block.contains(try Address(parsing: "plan:a#welcome-back")))
    #expect(try !Address(parsing: "plan:a.title").contains(Address(parsing: "plan:a#welcome")))
  }

  @Test func `the nearest known address is suggested`() throws {
    let known = try ["plan:half-day#welcome", "plan:half-day#close"].map { try Address(parsing: $0) }
    #expect(try Address(parsing: "plan:half-day#welcom").nearest(among: known) == known[0])
    #expect(try Address(parsing: "method:dot-vote").nearest(among: known) == nil)
  }
}

@Suite struct NearestMatchTests {
  @Test(arguments: [
    ("minuts", "minutes"), ("purpsoe", "purpose"), ("Title", "title"), ("if shrot", "if short"),
  ])
  func `a slip finds the word that was meant`(slip: String, meant: String) {
    #expect(NearestMatch.of(slip, among: ["purpose", "title", "minutes", "if short"]) == meant)
  }

  @Test func `a different word finds nothing`() {
    #expect(NearestMatch.of("colour", among: ["purpose", "title", "minutes"]) == nil)
    #expect(NearestMatch.of("", among: ["purpose"]) == nil)
  }
}
