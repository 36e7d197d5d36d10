import KitCore
import Testing

@Suite struct YAMLReadingTests {
  @Test func `every value knows its own bytes`() throws {
    let text = """
      # the head
      title: "Half-day"   # said aloud
      blocks:
        # the first
        - id: welcome
          minutes: 10

          note: |
            Line one
              line two

        - {id: walk, minutes: 40}
      tags: [a, 'b c', "d"]
      empty:
      last: plain text
        over two lines
      """
    let document = try read(text)
    #expect(slice(document, ["title"]) == "\"Half-day\"")
    #expect(
      slice(document, ["blocks", 0])
        == "id: welcome\n    minutes: 10\n\n    note: |\n      Line one\n        line two")
    #expect(slice(document, ["blocks", .id("welcome"), "note"]) == "|\n      Line one\n        line two")
    #expect(slice(document, ["blocks", .id("walk")]) == "{id: walk, minutes: 40}")
    #expect(slice(document, ["tags", 1]) == "'b c'")
    #expect(slice(document, ["empty"]) == "")
    #expect(slice(document, ["last"]) == "plain text\n  over two lines")
    #expect(document.node(at: ["last"])?.text == "plain text over two lines")
    #expect(
      document.node(at: ["empty"])?.range.lowerBound == document.root.mapping?["empty"]?.range.upperBound)
  }

  @Test func `items and entries begin at their sign`() throws {
    let document = try read("a:\n- x\n-   y\n-\nb: [ 1, 2 ,3]\n? c\n: d\n")
    let items = try #require(document.node(at: ["a"])?.sequence?.items)
    #expect(items.map { document.text(of: $0.range) } == ["- x", "-   y", "-"])
    let flow = try #require(document.node(at: ["b"])?.sequence)
    #expect(flow.items.map { document.text(of: $0.range) } == ["1", "2", "3"])
    #expect(flow.layout == .flow)
    let entry = try #require(document.root.mapping?["c"])
    #expect(document.text(of: entry.range) == "? c\n: d")
  }

  @Test func `ranges are bytes though libyaml counts characters`() throws {
    for lineEnd in ["\n", "\r\n"] {
      let text = ["\u{FEFF}# ж", "é: “ü” 😀", "list:", "  - 🇬🇧 flag # ß", "  - z", "end: ok", ""].joined(
        separator: lineEnd)
      let document = try read(text)
      #expect(document.source.hasByteOrderMark)
      #expect(slice(document, ["é"]) == "“ü” 😀")
      #expect(slice(document, ["list", 0]) == "🇬🇧 flag")
      #expect(slice(document, ["end"]) == "ok")
      let end = try #require(document.node(at: ["end"]))
      #expect(document.place(of: end) == SourcePlace(line: 6, column: 6))
      #expect(document.source.lineEnding.rawValue == lineEnd)
    }
  }

  @Test func `nothing is given a type, and quotes are kept apart`() throws {
    let document = try read(
      "a: no\nb: 012\nc: 1:30\nd: 2026-05-01\ne: 'yes'\nf: 10\ng: yes\nh: ~\ni: 99999999999999999999\n")
    #expect(["a", "b", "c", "d"].map { document.root[$0]?.text } == ["no", "012", "1:30", "2026-05-01"])
    #expect(document.root["b"]?.scalar?.asInteger == nil)
    #expect(document.root["c"]?.scalar?.asInteger == nil)
    #expect(document.root["e"]?.scalar?.asBoolean == nil)
    #expect(document.root["f"]?.scalar?.asInteger == 10)
    #expect(document.root["g"]?.scalar?.asBoolean == true)
    #expect(document.root["a"]?.scalar?.asBoolean == false)
    #expect(document.root["h"]?.scalar?.isNull == true)
    #expect(document.root["i"]?.scalar?.asInteger == nil)
    #expect(document.root["e"]?.value == .text("yes"))
    #expect(document.root["g"]?.value == .literal("yes"))
  }

  @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "\u{FEFF}", "--- # x\n...\n"])
  func `a file without any value has an empty root`(text: String) throws {
    let document = try read(text)
    #expect(document.root.value == .nothing)
    #expect(document.bytes == Array(text.utf8))
  }

  @Test func `a comment above an entry is in its gap, the head of the file is not`() throws {
    let document = try read("# head\n# more\n\n# about a\na: 1\n# about b\nb: 2\n")
    let entries = try #require(document.root.mapping?.entries)
    #expect(document.text(of: entries[0].gapStart..<entries[0].range.lowerBound) == "\n# about a\n")
    #expect(document.text(of: entries[1].gapStart..<entries[1].range.lowerBound) == "\n# about b\n")
    let headed = try read("# $schema\na: 1\n")
    #expect(headed.root.mapping?.entries[0].gapStart == 10)
  }

  @Test func `front matter is read with the places of the file`() throws {
    let source = try SourceText(Array("---\ntitle: Fishbowl\n---\n# Fishbowl\n".utf8))
    guard case .found(let part, let body) = FrontMatter(in: source) else {
      Issue.record("no front matter found")
      return
    }
    let document = try YAMLDocument.read(source, in: part)
    let title = try #require(document.root["title"])
    #expect(document.place(of: title) == SourcePlace(line: 2, column: 8))
    #expect(source[body..<source.bytes.count] == "# Fishbowl\n")
  }

  @Test func `front matter that is not closed or not there is told apart`() throws {
    #expect(
      FrontMatter(in: try SourceText(Array("---\na: 1\n".utf8))) == .unclosed(SourcePlace(line: 1, column: 1))
    )
    #expect(FrontMatter(in: try SourceText(Array("# Title\n---\n".utf8))) == .none)
    #expect(FrontMatter(in: try SourceText([])) == .none)
    #expect(FrontMatter(in: try SourceText(Array("----\n---\n".utf8))) == .none)
  }

  @Test func `a file that Kitbag does not own may have anchors, aliases and tags`() throws {
    let text = "a: &x !t\n  b: 1\nc: *x\nd: !!str 5\n<<: *x\ne: &y [1]\n? [k]\n: v\n"
    let document = try YAMLDocument.read(Array(text.utf8), options: .any)
    #expect(document.root["a"]?.properties == "&x !t")
    #expect(document.root["a"]?["b"]?.text == "1")
    #expect(slice(document, ["d"]) == "!!str 5")
    #expect(document.root["e"]?[0]?.text == "1")
    #expect(document.root["c"]?.value == .alias("x"))
  }

  private func read(_ text: String) throws -> YAMLDocument { try YAMLDocument.read(Array(text.utf8)) }

  private func slice(_ document: YAMLDocument, _ path: YAMLPath) -> String? {
    document.node(at: path).map { document.text(of: $0.range) }
  }
}
