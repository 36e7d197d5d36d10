import EventPack
import Foundation
import KitCore
import Testing

@Suite struct DocumentTests {
  /// A document with every kind of block and of text.
  static let everyKind = PackDocument(
    id: "facilitator/every-kind", audience: .facilitator, title: "Every kind", summary: "One of each.",
    language: "en",
    paper: .init(size: .a5, perSheet: 2),
    blocks: [
      .heading(level: 2, anchor: "text", [.text("Text")]),
      .paragraph([
        .text("Plain, "), .strong([.text("strong, "), .emphasis([.text("both, ")])]),
        .struck([.text("gone, ")]),
        .code("code"), .lineBreak, .link(to: "https://example.org/", [.text("a link")]),
        .language("cy", [.text("Cymraeg")]), .footnote(1),
        .picture(PackPicture(file: "pictures/dot.png", alternative: "A dot")),
      ]),
      .list(start: nil, [.init([.paragraph([.text("a point")])])]),
      .list(start: 3, [.init([.paragraph([.text("third")])])]),
      .list(start: nil, [.init([.paragraph([.text("to do")])], isDone: false), .init([], isDone: true)]),
      .table(
        PackTable(
          caption: [.text("Times")],
          columns: [
            .init([.text("Time")], alignment: .right), .init([.text("What")], alignment: .centre, share: 4),
          ],
          rows: [[[.paragraph([.text("13:30")])], []]], namesRows: true, isForWriting: true)),
      .picture(PackPicture(file: "pictures/wall.png", alternative: "A wall of cards")),
      .facts([.init([.text("Minutes")], [.paragraph([.text("10")])])]),
      .box(.init(.say, "Say", [.paragraph([.text("Welcome.")])])),
      .quote([.paragraph([.text("Words of others")])]),
      .code("line one\n  line two\n"),
      .section([.paragraph([.text("together")])]),
      .columns([.init("Track A", [.paragraph([.text("here")])]), .init("Track B", [])]),
      .cards([
        .init(
          anchor: "card", title: "Card", over: "13:30", blocks: [.rule], notes: [.paragraph([.text("said")])],
          language: "cy")
      ]),
      .lines(label: [.text("Points")], count: 3),
      .footnotes([.init(1, [.paragraph([.text("The note.")])])]),
      .rule,
      .pageBreak,
    ])

  @Test func `the JSON of every kind of block is as it is described`() throws {
    let file = SampleKit.repository.appending(path: "Tests/EventPackTests/Fixtures/Documents/every-kind.json")
    let kept = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(Self.everyKind.json.prettyText == kept, "\(Self.everyKind.json.prettyText)")
  }

  @Test func `a row of a table always has a cell for every column`() throws {
    let table = PackTable(
      caption: [], columns: [.init([.text("a")]), .init([.text("b")])], rows: [[[.rule]], [[], [], []]])
    #expect(table.rows.allSatisfy { $0.count == 2 })
  }
}
