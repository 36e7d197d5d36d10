import KitCore
import Testing

@Suite struct MarkdownDocumentTests {
  private let guide = """
    ---
    title: Fishbowl
    ---

    Read this first.

    # Setting up {#setup}

    Put five chairs in a circle.
    Leave one empty.

    - Chairs
      for all
      - one spare
    - Bell

    1. Ring it
    2) Wait

    ## Setting up

    | what | who \\| when |
    | ---- | ---- |
    | bell | host |

    ```text
    # no heading

    - no item
    ```

    [cards]: cards.pdf
    > Quoted words
    > go on

    Closing
    =======
    {{region}} says thanks.

    """

  private func read(_ text: String) -> MarkdownDocument { MarkdownDocument(Array(text.utf8)) }

  @Test func `gaps and blocks together are the document`() {
    let document = read(guide)
    var bytes = Array(document.bytes[document.frontMatter ?? 0..<0])
    for block in document.blocks { bytes += document.bytes[block.gap] + document.bytes[block.range] }
    bytes += document.bytes[document.tail]
    #expect(String(decoding: bytes, as: UTF8.self) == guide)
  }

  @Test func `blocks are found with their kinds`() {
    let kinds = read(guide).blocks.map(\.kind)
    #expect(
      kinds == [
        .paragraph, .heading(level: 1), .paragraph, .item(number: nil), .item(number: nil),
        .item(number: nil),
        .item(number: 1), .item(number: 2), .heading(level: 2), .tableRow, .tableRule, .tableRow, .fence,
        .code,
        .code, .fence, .linkDefinition, .paragraph, .heading(level: 1), .paragraph,
      ])
  }

  @Test func `front matter is apart`() {
    let document = read(guide)
    #expect(document.text(document.frontMatterBody) == "title: Fishbowl\n")
    #expect(read("---\ntitle: x\n").hasUnclosedFrontMatter)
    #expect(read("--- \ntitle: x\n---\n").frontMatter != nil)
  }

  @Test func `sections have names that are unique`() {
    let sections = read(guide).sections
    #expect(sections.map(\.slug) == ["setup", "setting-up", "closing"])
    #expect(sections.map(\.title) == ["Setting up", "Setting up", "Closing"])
    #expect(sections.map(\.parent) == [nil, 0, nil])
    #expect(sections[0].hasExplicitID && !sections[1].hasExplicitID)
    #expect(read("# A\n# A\n# A-2\n# A\n").sections.map(\.slug) == ["a", "a-2", "a-2-2", "a-3"])
  }

  @Test func `a section's ranges end where the next begins`() throws {
    let document = read("# A\nx\n## B\ny\n# C\n")
    let section = try #require(document.section("a"))
    #expect(document.text(section.ownRange) == "# A\nx\n")
    #expect(document.text(section.fullRange) == "# A\nx\n## B\ny\n")
  }

  @Test func `cells are read without their white space`() {
    let document = read(guide)
    let cells = document.cells(of: document.blocks[9]).map { document.text($0) }
    #expect(cells == ["what", "who \\| when"])
    #expect(document.cells(of: document.blocks[0]).isEmpty)
  }

  @Test func `an item knows the item that it stands in`() {
    let document = read("- a\n  - b\n\n    text\n- c\n\ntext\n")
    #expect(document.parents() == [nil, 0, 1, nil, nil])
  }

  @Test(arguments: [
    ("Setting up", "setting-up"), ("What's *that*?", "whats-that"), ("Croeso – ŵyl", "croeso-ŵyl"),
    ("???", ""),
  ])
  func `slugs are made of words`(title: String, slug: String) {
    #expect(HeadingText.slug(title) == slug)
  }

  @Test(arguments: [
    "", "\n", "---\n", "```", "> > >", "|", "#", "- ", "\u{FEFF}# A\n", "a\r\nb\r\n", "{", "<", "[", "[]:",
    "1.",
  ])
  func `odd texts are read to the last byte`(text: String) {
    let document = read(text)
    var bytes = Array(document.bytes[document.frontMatter ?? 0..<0])
    for block in document.blocks { bytes += document.bytes[block.gap] + document.bytes[block.range] }
    #expect(bytes + document.bytes[document.tail] == document.bytes)
  }

  @Test func `bytes that are no text are read as well`() {
    let document = MarkdownDocument([0x23, 0x20, 0xFF, 0xC0, 0x0A, 0xF0, 0x9F])
    #expect(document.blocks.count == 2)
  }

  @Test func `deep and long texts are read in one pass`() {
    for unit in ["> ", "- ", "[", "`", "*a", "|", "  "] {
      let document = read(String(repeating: unit, count: 50_000))
      #expect(document.blocks.count <= 50_000)
    }
    #expect(read(String(repeating: "# a\n", count: 20_000)).sections.count == 20_000)
  }
}
