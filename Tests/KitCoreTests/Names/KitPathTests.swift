import KitCore
import Testing

@Suite struct KitPathTests {
  @Test(arguments: [
    "kit.yaml", "plans/half-day.yaml", "resources/cards/Émile’s card.md", "a/.b/..c", ".gitignore",
  ])
  func `a path inside the kit is taken as it is`(text: String) throws {
    #expect(try KitPath(text).text == text)
  }

  @Test(arguments: [
    "", "/etc/passwd", "../x", "a/../x", "./a", "a//b", "a/", "a\\b", "C:/x", "https://example.org/x",
    "a\u{0}b",
    "a\nb", "a\u{200B}b", "a\u{202E}b", "con", "a/NUL.txt", "com1.yaml", "a.", "a ", ".git/config",
    "x/.GIT/y", "a?b",
    String(repeating: "a", count: 256), String(repeating: "a/", count: 600) + "a",
  ])
  func `what leads out of the kit or cannot be a file everywhere is refused`(text: String) {
    #expect(throws: KitPathError.self) { try KitPath(text) }
  }

  @Test(arguments: [("a/B.md", "A/b.md"), ("caf\u{E9}.md", "cafe\u{301}.md"), ("straße", "STRASSE")])
  func `paths that meet on some systems have the same key and stay different`(one: String, other: String)
    throws
  {
    let (first, second) = (try KitPath(one), try KitPath(other))
    #expect(first.meetingKey == second.meetingKey)
    #expect(first != second)
    #expect(KitFiles([first: [], second: []]).collisions.map { $0.rule } == ["same-path"])
  }

  @Test func `ending and stem are found`() throws {
    let path = try KitPath("resources/cards/One.PDF")
    #expect(path.ending == "pdf")
    #expect(path.withoutEnding == "resources/cards/One")
    #expect(try KitPath(".hidden").ending == "")
  }
}

@Suite struct IdentifierTests {
  @Test(arguments: ["a", "half-day", "2026-r1", String(repeating: "z", count: 64)])
  func `good ids are taken`(text: String) { #expect(KitID(rawValue: text)?.rawValue == text) }

  @Test(arguments: [
    "", "A", "a b", "a_b", "a/b", "é", "а", "a\u{200B}", "a.", String(repeating: "z", count: 65),
  ])
  func `ids that only look good are refused`(text: String) { #expect(BlockID(rawValue: text) == nil) }

  @Test(arguments: [
    ("Half Day", "half-day"), ("Before you start!", "before-you-start"), ("Cyn yr ŵyl", "cyn-yr-wyl"),
    ("§", "none"),
    ("e\u{301}te\u{301}", "ete"), ("It’s on", "its-on"), (String(repeating: "ab ", count: 40), nil),
  ])
  func `any text gives a well-formed id`(text: String, likeness: String?) {
    let id = BlockID(likeness: text, fallback: "none")
    #expect(BlockID(rawValue: id.rawValue) != nil)
    if let likeness { #expect(id.rawValue == likeness) }
  }
}
