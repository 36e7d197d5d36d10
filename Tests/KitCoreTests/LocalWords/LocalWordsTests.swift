import KitCore
import Testing
import Trials

@Suite struct LocalWordsTests {
  private let words = LocalWords(
    [
      LocalWord("York", .parameter("region")), LocalWord("Yorkshire and Humber", .group("name")),
      LocalWord("St Mary's Hall", .event("spring", "venue")),
      LocalWord("Café Olé", .event("spring", "venue")),
      LocalWord("NE", .parameter("area")), LocalWord("Łódź", .group("area")),
    ].compactMap { $0 })

  private func found(_ text: String) -> [String] { words.finds(in: Array(text.utf8)).map(\.text) }

  @Test(arguments: [
    ("Welcome to York.", ["York"]), ("welcome to YORK", ["YORK"]), ("York’s own", ["York"]),
    ("York-wide", ["York"]), ("_York_ and **York**", ["York", "York"]), ("Yorkshire", []),
    ("New Yorkers", []),
    ("Yorks", []), ("Cyork", []), ("Yorkshire and Humber", ["Yorkshire and Humber"]),
    ("yorkshire & humber", ["yorkshire & humber"]), ("Yorkshire-and-Humber", ["Yorkshire-and-Humber"]),
    ("Yorkshire and\n      Humber meet", ["Yorkshire and Humber"]), ("Yorkshire and\n\nHumber", []),
    ("in st mary’s hall", ["st mary’s hall"]), ("CAFE OLE", ["CAFE OLE"]),
    ("Cafe\u{301} Ole\u{301}", ["Cafe\u{301} Ole\u{301}"]),
    ("lodz", ["lodz"]), ("Lo\u{301}dz\u{301}", ["Lo\u{301}dz\u{301}"]), ("the NE", ["NE"]),
    ("ne plus ultra", []),
    ("Y\u{200b}ork", ["Y\u{200b}ork"]), ("Yo\u{ad}rk", ["Yo\u{ad}rk"]),
  ])
  func `a word is found whole, whatever its capitals, accents and hyphens`(
    _ text: String, _ expected: [String]
  ) {
    #expect(found(text) == expected)
  }

  @Test(arguments: [
    ("on 2026-03-12", ["2026-03-12"]), ("on 12/03/2026.", ["12/03/2026"]), ("12.3.2026", ["12.3.2026"]),
    ("12/03/26", ["12/03/26"]), ("version 1.2.10", []), ("on 12 March", ["12 March"]),
    ("Thursday 12th of March 2026 at", ["12th of March 2026"]), ("March 12, 2026", ["March 12, 2026"]),
    ("in March", []), ("March on, 12 of you", []), ("You may 12 times", []), ("May 12th", ["May 12th"]),
    ("https://example.com/2026-03-12/notes", []), ("3 sept", []), ("3 Sept", ["3 Sept"]), ("40 minutes", []),
    ("2026-13-40", []), ("call 020 7946 0123 now", ["020 7946 0123"]),
    ("+44 (0)113 496 0123", ["+44 (0)113 496 0123"]),
    ("+44 7700 900123", ["+44 7700 900123"]), ("0044 20 7946 0123", ["0044 20 7946 0123"]),
    ("+33 1 23 45 67 89", ["+33 1 23 45 67 89"]), ("+1-212-555-0100", ["+1-212-555-0100"]),
    ("07700900123", ["07700900123"]),
    ("sam.green@leeds.gov.uk!", ["sam.green@leeds.gov.uk"]),
    ("write to sam@example.org", ["sam@example.org"]),
    ("10 + 44 people", []), ("0.5 hours", []), ("room 0123", []),
  ])
  func `dates, addresses and numbers are found in any text`(_ text: String, _ expected: [String]) {
    #expect(found(text) == expected)
  }

  @Test func `what stood there before is not told again`() {
    let old = "Welcome to York.\nBring a pen.\n"
    let new = "Welcome to York.\nBring two pens.\nSee York.\n"
    let finds = words.finds(in: Array(new.utf8), since: Array(old.utf8))
    #expect(finds.map(\.place) == [SourcePlace(line: 3, column: 5)])
    #expect(words.finds(in: Array("Welcome to York!\n".utf8), since: Array(old.utf8)).count == 1)
  }

  @Test(arguments: ["A", "7", "2026", "", "–", "  "])
  func `what could be anybody's is no local word`(_ text: String) {
    #expect(LocalWord(text, .parameter("region")) == nil)
  }

  // MARK: Turning back

  private func restored(_ text: String, _ path: String, since old: String? = nil) -> RestoredText {
    RestoredText(Array(text.utf8), path: path, since: old.map { Array($0.utf8) }, words: words)
  }

  @Test func `a value is turned back in prose, data and comments`() throws {
    let guide = restored("---\ntitle: York\n---\n\n## York\n\nWelcome to York’s group.\n", "guides/a.md")
    #expect(
      String(decoding: guide.bytes, as: UTF8.self)
        == "---\ntitle: \"{{region}}\"\n---\n\n## {{region}}\n\nWelcome to {{region}}’s group.\n")
    #expect(guide.left.isEmpty)
    #expect(guide.restored.count == 3)
    let plan = restored(
      "# For York\ntitle: The York hour # York\nblocks:\n  - { id: a, title: \"York\" }\n  - id: b\n    purpose: >\n      All of\n      York come.\n",
      "plans/a.yaml")
    #expect(
      String(decoding: plan.bytes, as: UTF8.self)
        == "# For {{region}}\ntitle: The {{region}} hour # {{region}}\nblocks:\n  - { id: a, title: \"{{region}}\" }\n  - id: b\n    purpose: >\n      All of\n      {{region}} come.\n"
    )
    #expect(plan.left.isEmpty)
  }

  @Test func `an id, a key and a link's target are not turned back but told`() {
    let plan = restored(
      "blocks:\n  - id: york-walk\n    title: Walk\n    guide: tips#york-walk\nYork: x\n", "plans/a.yaml")
    #expect(plan.left.map(\.place.line) == [2, 4, 5])
    #expect(plan.restored.isEmpty)
    let guide = restored("## Walk {#york-walk}\n\n[map](../resources/york-map.md) of York\n", "guides/a.md")
    #expect(guide.left.map(\.place.line) == [1, 3])
    #expect(String(decoding: guide.bytes, as: UTF8.self).hasSuffix("of {{region}}\n"))
    #expect(guide.restored.count == 1)
  }

  @Test func `a parameter's own name is nobody's word`() throws {
    let local = LocalWords([try #require(LocalWord("authority", .parameter("authority-term")))])
    let text = RestoredText(
      Array("Ask your authority, or {{authority-term}}.\n".utf8), path: "guides/a.md", since: nil,
      words: local)
    #expect(
      String(decoding: text.bytes, as: UTF8.self) == "Ask your {{authority-term}}, or {{authority-term}}.\n")
    #expect(text.left.isEmpty)
    #expect(text.restored.count == 1)
    let two = LocalWords([try #require(LocalWord("term limit", .group("name")))])
    #expect(two.finds(in: Array("{{authority-term}} limit".utf8)).isEmpty)
  }

  @Test func `a word in another spelling is not overlooked`() {
    let plan = restored("title: \"Y\\u006frk\"\n", "plans/a.yaml")
    #expect(plan.left.map(\.text) == ["York"])
  }

  @Test func `a name that is no parameter stays and is told`() {
    let text = restored("Welcome to Yorkshire and Humber.\n", "guides/a.md")
    #expect(text.left.map(\.kind) == [.word(.group("name"))])
    #expect(text.restored.isEmpty)
  }

  /// Promise 7: whatever a text says, no value of a parameter is left in it unless it is told.
  @Test(arguments: UInt64(0)..<300)
  func `no value of a parameter ever leaves`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let text = LocalText.make(&dice, values: ["York", "NE"])
    let path = text.hasPrefix("title:") ? "plans/a.yaml" : "guides/a.md"
    let result = restored(text, path)
    let again = words.finds(in: result.bytes).filter { $0.parameter != nil }
    #expect(Set(again.map(\.range)).isSubset(of: Set(result.left.map(\.range))))
    if path.hasSuffix(".yaml"), (try? YAMLDocument.read(Array(text.utf8))) != nil {
      let document = try YAMLDocument.read(result.bytes)
      #expect(document.root["title"] != nil, "\(String(decoding: result.bytes, as: UTF8.self))")
      #expect(document.root["blocks"]?[0]?["minutes"]?.text == "10")
    }
  }
}

/// Texts with local words in all manner of places.
private enum LocalText {
  static func make(_ dice: inout Dice, values: [String]) -> String {
    func word(_ dice: inout Dice) -> String {
      let plain = [
        "welcome", "the", "group", "walk", "Yorkshire", "line", "café", "2026", "-", "one:", "#tag", "{{x}}",
      ]
      if dice.happens(40) {
        let value = dice.pick(values)
        let forms = [
          value, value + "’s", "(" + value + ")", value + ",", "*" + value + "*", "“" + value + "”",
        ]
        return dice.pick(forms)
      }
      return dice.pick(plain)
    }
    func line(_ dice: inout Dice) -> String {
      (0...dice.roll(7)).map { _ in word(&dice) }.joined(separator: " ")
    }
    if dice.happens(50) {
      let style = dice.pick(["plain", "single", "double", "folded", "literal"])
      let first = line(&dice)
      let second = line(&dice)
      func value(_ text: String) -> String {
        let bare = text.replacing("'", with: "").replacing("\"", with: "")
        switch style {
        case "single": return "'\(bare)'"
        case "double": return "\"\(bare)\""
        case "folded": return ">\n      \(text)\n      \(second)"
        case "literal": return "|\n      \(text)\n      \(second)"
        default: return "So " + bare.filter { $0 != ":" && $0 != "#" }
        }
      }
      return
        "title: \(value(first))\nblocks:\n  - id: a\n    minutes: 10\n    purpose: \(value(second)) # \(values[0])\n"
    }
    return "# \(line(&dice))\n\n\(line(&dice))\n\(line(&dice))\n\n- \(line(&dice))\n"
  }
}
