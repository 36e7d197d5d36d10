import EventPack
import KitCore
import Testing

@Suite struct DocumentTests {
  @Test func `text is written as a string and everything else names what it is`() {
    let document = PackDocument(
      id: "facilitator/run-sheet", audience: .facilitator, title: "Run sheet", summary: "All on one page.",
      language: "en",
      blocks: [
        .heading(level: 2, anchor: "welcome", [.text("Welcome")]),
        .paragraph([.text("Say "), .strong([.text("hello")])]),
        .list(start: nil, [.init([.paragraph([.text("Chairs")])], isDone: false)]),
      ])
    #expect(document.json["format"]?.whole == 1)
    #expect(document.json["blocks"]?[1]?["text"]?[0]?.text == "Say ")
    #expect(document.json["blocks"]?[1]?["text"]?[1]?["is"]?.text == "strong")
    #expect(document.json["blocks"]?[2]?["items"]?[0]?["done"]?.truth == false)
  }

  @Test func `a row of a table always has a cell for every column`() {
    let table = PackTable(
      caption: [], columns: [.init([.text("a")]), .init([.text("b")])], rows: [[[.rule]], [[], [], []]])
    #expect(table.rows.allSatisfy { $0.count == 2 })
  }
}
