import KitCore
import Testing

@Suite struct SourceTextTests {
  @Test(arguments: UInt64(0)..<40)
  func `places agree with counting from the start`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
    let pieces = ["a", "é", "😀", "\n", "\r\n", " ", "word", "ß", "\u{2028}"]
    var text = roll(3) == 0 ? "\u{FEFF}" : ""
    for _ in 0..<roll(900) { text += pieces[roll(pieces.count)] }
    let source = try SourceText(Array(text.utf8))
    var (line, column, offset) = (1, 1, 0)
    for scalar in text.unicodeScalars {
      #expect(source.place(at: offset) == SourcePlace(line: line, column: column))
      offset += String(scalar).utf8.count
      if scalar == "\n" { (line, column) = (line + 1, 1) } else if scalar != "\u{FEFF}" { column += 1 }
    }
    #expect(source.lineStarts.count == line)
    #expect(source.characters(before: source.bytes.count) == text.unicodeScalars.count)
  }

  @Test func `lines come with and without their end`() throws {
    let source = try SourceText(Array("one\r\ntwo\nthree".utf8))
    #expect((0..<3).map { source[source.lineContents($0)] } == ["one", "two", "three"])
    #expect((0..<3).map { source[source.line($0)] } == ["one\r\n", "two\n", "three"])
    #expect(!source.endsWithLineEnd)
  }
}
