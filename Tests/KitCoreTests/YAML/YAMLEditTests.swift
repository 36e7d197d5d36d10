import KitCore
import Testing

/// What edits do to the text, as a person would have done it.
@Suite struct YAMLEditTests {
  static let plan = """
    # yaml-language-server: $schema=plan.schema.json
    title: Half-day peer group   # said aloud
    purpose: "Find out."
    blocks:
      # people arrive
      - id: welcome
        minutes: 10      # never more
        because: >-
          Every region answers the same two questions,
          so that rounds compare.

      - id: walk
        minutes: 40
        resources: [cards, pens]
        steps:
          - { minutes: 5, do: "Ask each pair." }
          - { minutes: 35, do: "Walk the wall." }

      - id: end
        minutes: 5

    # last words
    lead: facilitator
    """ + "\n"

  @Test func `setting a value keeps its quotes, its comment and everything else`() throws {
    try edit(["title"], "Full day", changes: "Half-day peer group ", to: "Full day ")
    try edit(["title"], "Day: full", changes: "Half-day peer group ", to: "\"Day: full\" ")
    try edit(["title"], "12", changes: "Half-day peer group ", to: "\"12\" ")
    try edit(["purpose"], "Say \"yes\".", changes: "\"Find out.\"", to: "\"Say \\\"yes\\\".\"")
    try edit(["blocks", .id("welcome"), "minutes"], 15, changes: "minutes: 10 ", to: "minutes: 15 ")
    try edit(["blocks", 1, "steps", 1, "do"], "Go", changes: "\"Walk the wall.\"", to: "\"Go\"")
    try edit(["blocks", 1, "resources", 1], "pens, red", changes: "pens", to: "\"pens, red\"")
    try edit(
      ["blocks", .id("welcome"), "because"], "One short line.",
      changes: "Every region answers the same two questions,\n      so that rounds compare.",
      to: "One short line.")
    try edit(
      ["title"], "Two\nlines\n", changes: "Half-day peer group   # said aloud",
      to: "|   # said aloud\n  Two\n  lines")
  }

  @Test func `an item is put in as its neighbours are written, blank lines too`() throws {
    let document = try read(Self.plan)
    let block: YAMLValue = ["id": "break", "minutes": 15, "materials": ["tea", "cake"]]
    let text = "  - id: break\n    minutes: 15\n    materials:\n      - tea\n      - cake\n"
    try expect(
      document.inserting(block, at: 2, in: ["blocks"]), Self.plan, "  - id: end\n", "\(text)\n  - id: end\n")
    try expect(
      document.inserting(block, at: 0, in: ["blocks"]), Self.plan, "  # people arrive\n",
      "\(text)\n  # people arrive\n")
    try expect(
      document.inserting(block, at: 3, in: ["blocks"]), Self.plan, "    minutes: 5\n",
      "    minutes: 5\n\n\(text)")
    try expect(
      document.inserting("glue", at: 2, in: ["blocks", 1, "resources"]), Self.plan, "[cards, pens]",
      "[cards, pens, glue]")
    try expect(
      document.inserting(["minutes": 1, "do": "Stop."], at: 1, in: ["blocks", 1, "steps"]), Self.plan,
      "      - { minutes: 35", "      - minutes: 1\n        do: Stop.\n      - { minutes: 35")
  }

  @Test func `an item goes with the comments that describe it`() throws {
    let document = try read(Self.plan)
    let welcome = Self.plan.split(separator: "blocks:\n")[1].split(separator: "\n\n")[0]
    try expect(document.removing(["blocks", .id("welcome")]), Self.plan, "\(welcome)\n\n", "")
    let end = "  - id: end\n    minutes: 5\n"
    try expect(document.removing(["blocks", .id("end")]), Self.plan, "\n\(end)", "")
    try expect(document.removing(["lead"]), Self.plan, "\n# last words\nlead: facilitator\n", "")
    let moved = try document.moving(["blocks", .id("welcome")], to: 2)
    let text = String(decoding: moved.bytes, as: UTF8.self)
    #expect(text.contains("blocks:\n  - id: walk"))
    #expect(text.contains("minutes: 5\n\n\(welcome)\n\n# last words"))
    #expect(try moved.moving(["blocks", 2], to: 0).bytes == document.bytes)
  }

  @Test func `a key is renamed, added and removed where it stands`() throws {
    let document = try read(Self.plan)
    try expect(document.renaming(["blocks", 0, "because"], to: "why"), Self.plan, "because:", "why:")
    try expect(document.renaming(["lead"], to: "on"), Self.plan, "lead:", "\"on\":")
    try expect(
      document.inserting(YAMLField("kind", "arrival"), .after("minutes"), in: ["blocks", 0]), Self.plan,
      "# never more\n", "# never more\n    kind: arrival\n")
    try expect(
      document.setting("arrival", at: ["blocks", 2, "kind"]), Self.plan, "minutes: 5\n",
      "minutes: 5\n    kind: arrival\n")
    try expect(document.removing(["blocks", 2, "id"]), Self.plan, "id: end\n    ", "")
    try expect(
      document.removing(["blocks", 1, "steps", 0, "do"]), Self.plan, "5, do: \"Ask each pair.\" }", "5 }")
  }

  @Test func `the last to go leaves an empty list, the first to come makes lines of it`() throws {
    let before = "a:\n  - x  # why\nb: []\nc:\nd: {}\n"
    let document = try read(before)
    try expect(document.removing(["a", 0]), before, "a:\n  - x  # why\n", "a: []\n")
    try expect(document.inserting("z", at: 0, in: ["b"]), before, "b: []", "b: [z]")
    try expect(document.inserting(["id": "z"], at: 0, in: ["b"]), before, "b: []", "b:\n  - id: z")
    try expect(document.inserting("z", at: 0, in: ["c"]), before, "c:\n", "c:\n  - z\n")
    try expect(document.setting("z", at: ["d", "e"]), before, "d: {}", "d: {e: z}")
    let indented = try read("a:\n- x\nb:\n")
    #expect(text(try indented.setting(["p", ["q": 1]], at: ["b"])) == "a:\n- x\nb:\n- p\n- q: 1\n")
  }

  @Test func `line ends, the byte-order mark and a missing final line end stay`() throws {
    let document = try read("\u{FEFF}a:\r\n    - x\r\n    - y")
    #expect(
      text(try document.inserting("z", at: 2, in: ["a"])) == "\u{FEFF}a:\r\n    - x\r\n    - y\r\n    - z")
    #expect(text(try document.removing(["a", 1])) == "\u{FEFF}a:\r\n    - x")
    #expect(text(try document.moving(["a", 1], to: 0)) == "\u{FEFF}a:\r\n    - y\r\n    - x")
    #expect(
      text(try document.setting("v\nw\n", at: ["b"])).hasSuffix("- y\r\nb: |\r\n    v\r\n    w\r\n") == false)
    #expect(try document.setting("v\nw\n", at: ["b"]).root["b"]?.text == "v\nw\n")
  }

  @Test
  func
    `what is put behind a value at the end of a file whose last line has no end leaves that value as it is`()
    throws
  {
    #expect(text(try read("a:\n  b:").setting("x", at: ["c"])) == "a:\n  b:\nc: x")
    #expect(text(try read("a: |\n  t").setting("x", at: ["c"])) == "a: |-\n  t\nc: x")
    #expect(text(try read("- a: >+\n    t").inserting("x", at: 1, in: [])) == "- a: >-\n    t\n- x")
    #expect(text(try read("a: '|'").setting("x", at: ["c"])) == "a: '|'\nc: x")
  }

  @Test func `the file's own quotes are used for what needs quotes`() throws {
    let single = try read("a: 'p'\nb: 'q'\nc: plain\nd: 1\n")
    #expect(text(try single.setting("no", at: ["c"])).contains("c: 'no'"))
    #expect(text(try single.setting("z", at: ["e"])).contains("e: 'z'"))
    #expect(text(try single.setting("z", at: ["d"])).contains("d: z"))
    #expect(text(try single.setting(5, at: ["a"])).hasPrefix("a: 5\n"))
  }

  @Test func `brackets over several lines stay over several lines`() throws {
    let text = "a: [\n  one,   # first\n  two    # second\n]\nb: [\n  x,\n  y,\n]\n"
    let document = try read(text)
    try expect(
      document.inserting("three", at: 2, in: ["a"]), text, "two    # second\n", "two,    # second\n  three\n")
    try expect(document.inserting("zero", at: 0, in: ["a"]), text, "one, ", "zero,\n  one, ")
    try expect(document.inserting("z", at: 2, in: ["b"]), text, "y,\n", "y,\n  z,\n")
    try expect(document.removing(["a", 0]), text, "  one,   # first\n", "")
    try expect(document.removing(["a", 1]), text, "one,   # first\n  two    # second\n", "one   # first\n")
  }

  @Test func `lines of another file are taken over as they are`() throws {
    let other = try read(
      "blocks:\n    # about tea\n    - id:   tea\n      note: |\n        Hot.\n          Very.  # yes\n")
    let item = try #require(other.node(at: ["blocks"])?.sequence?.items.first)
    let lines = try #require(other.lines(of: item))
    let document = try read(Self.plan)
    try expect(
      document.inserting(lines: other.text(of: lines), at: 1, in: ["blocks"]), Self.plan, "  - id: walk",
      "  # about tea\n  - id:   tea\n    note: |\n      Hot.\n        Very.  # yes\n\n  - id: walk")
    try expect(
      document.inserting(lines: "  # who\n  group: x\n", .before("lead"), in: []), Self.plan,
      "# last words\n",
      "# who\ngroup: x\n# last words\n")
  }

  @Test func `front matter is edited within its file`() throws {
    let source = try SourceText(Array("---\ntitle: Fishbowl\n---\n# Body\n---\n".utf8))
    guard case .found(let part, _) = FrontMatter(in: source) else { return }
    let document = try YAMLDocument.read(source, in: part)
    let edited = try document.setting("10", at: ["minutes"]).setting("A: B", at: ["title"]).removing([
      "minutes"
    ])
    #expect(text(edited) == "---\ntitle: \"A: B\"\n---\n# Body\n---\n")
    #expect(edited.part == 4..<edited.bytes.count - 15)
  }

  @Test func `what cannot be done is refused in words`() throws {
    let document = try read(Self.plan)
    let faults: [(YAMLEditFault.Kind, () throws -> YAMLDocument)] = [
      (.nothingThere, { try document.removing(["blocks", .id("nowhere")]) }),
      (.nothingThere, { try document.setting("x", at: ["a", "b"]) }),
      (.notAList, { try document.inserting("x", at: 0, in: ["title"]) }),
      (.notAMapping, { try document.setting("x", at: ["title", "y"]) }),
      (.noSuchPosition(4), { try document.inserting("x", at: 4, in: ["blocks"]) }),
      (.keyExists("lead"), { try document.renaming(["title"], to: "lead") }),
      (.keyExists("lead"), { try document.inserting(YAMLField("lead", 1), in: []) }),
      (.badText("It is not a list."), { try document.inserting(lines: "a: 1", at: 0, in: ["blocks"]) }),
    ]
    for (kind, edit) in faults {
      let fault = try #require(throws: YAMLEditFault.self) { try edit() }
      #expect(fault.kind == kind)
      #expect(!fault.message.isEmpty && !fault.remedy.isEmpty)
    }
  }

  @Test func `anchors and tags of other people's files survive edits`() throws {
    let document = try YAMLDocument.read(Array("a: &x !t one\nb: *x\nc: &l\n  - p\n".utf8), options: .any)
    #expect(text(try document.setting("two", at: ["a"])).hasPrefix("a: &x !t two\nb: *x"))
    #expect(text(try document.inserting("q", at: 1, in: ["c"])).hasSuffix("c: &l\n  - p\n  - q\n"))
  }

  // MARK: Words for the tests above

  private func read(_ text: String) throws -> YAMLDocument { try YAMLDocument.read(Array(text.utf8)) }

  private func text(_ document: YAMLDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }

  private func edit(
    _ path: YAMLPath, _ value: YAMLValue, changes old: String, to new: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(read(Self.plan).setting(value, at: path), Self.plan, old, new, sourceLocation: sourceLocation)
  }

  /// The edited text must be the one before with `old` replaced by `new`, once.
  private func expect(
    _ edited: YAMLDocument, _ before: String, _ old: String, _ new: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let parts = before.components(separatedBy: old)
    try #require(parts.count >= 2, "\(old) is not there", sourceLocation: sourceLocation)
    let expected = parts[0] + new + parts.dropFirst().joined(separator: old)
    #expect(text(edited) == expected, "\(text(edited))", sourceLocation: sourceLocation)
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
