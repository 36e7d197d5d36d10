import Foundation
import KitCore
import Testing

@Suite struct JSONTests {
  static let sample: JSON = [
    "b": [1, -2, true, false], "a": ["text": "“é” \" \\ \n \u{1} \u{2028}", "empty": [], "none": [:]],
    "number": .number(0.5), "nothing": .null,
  ]

  @Test func `what is written is read back, members in order`() throws {
    #expect(try JSON(reading: Self.sample.compactText.utf8) == Self.sample)
    #expect(try JSON(reading: Self.sample.prettyText.utf8) == Self.sample)
    #expect(Self.sample.members?.map { $0.name } == ["b", "a", "number", "nothing"])
  }

  @Test func `another reader understands what is written`() throws {
    let data = Data(Self.sample.prettyText.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["b"] as? [Int] == [1, -2, 1, 0])
    #expect((object["a"] as? [String: Any])?["text"] as? String == "“é” \" \\ \n \u{1} \u{2028}")
  }

  @Test func `pretty text has two spaces a level and empty collections on one line`() {
    let value: JSON = ["one": [1, [:]], "two": []]
    #expect(value.prettyText == "{\n  \"one\": [\n    1,\n    {}\n  ],\n  \"two\": []\n}\n")
    #expect(value.compactText == "{\"one\":[1,{}],\"two\":[]}")
  }

  @Test(arguments: [
    "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "01", "1.", ".5", "1e", "+1", "--1", "nul", "truee",
    "\"a",
    "\"\t\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"", "{\"a\":1,\"a\":2}",
    "[1]x",
    "// c\n1", "1e999", "{\"a\"}", "'a'", "\"\\u+123\"", "NaN",
  ])
  func `what is not JSON is refused`(text: String) {
    #expect(throws: JSONError.self) { try JSON(reading: text.utf8) }
  }

  @Test func `text that is not UTF-8 is refused`() {
    #expect(throws: JSONError.self) { try JSON(reading: [0x22, 0xFF, 0x22]) }
  }

  @Test func `deep nesting is refused, not followed`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONError.self) { try JSON(reading: deep.utf8) }
  }

  @Test func `escapes and surrogate pairs are understood`() throws {
    #expect(try JSON(reading: #""\u00e9\ud83d\ude00\/\b""#.utf8) == .string("é😀/\u{8}"))
    #expect(try JSON(reading: "-0.25e2".utf8) == .number(-25))
    #expect(try JSON(reading: "9223372036854775807".utf8) == .integer(.max))
  }
}
