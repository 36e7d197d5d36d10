import Git
import Testing

@Suite struct LineMergeTests {
  @Test(arguments: UInt64(0)..<250)
  func `a line merge is the one that git makes`(seed: UInt64) throws {
    let folder = TestFolder("merge")
    var random = Seeded(seed)
    let base = Self.text(&random)
    let ours = Self.edited(base, &random)
    let theirs = Self.edited(base, &random)
    let texts = [base, ours, theirs].map { Array(($0.joined(separator: "\n") + Self.end(&random)).utf8) }
    for (name, text) in zip(["base", "ours", "theirs"], texts) { try folder.write(text, to: name) }
    let git = SystemGit(folder.path)
    let expected = try git.run(["merge-file", "-p", "ours", "base", "theirs"])
    let merge = LineMerge(base: texts[0], ours: texts[1], theirs: texts[2])
    if expected.status == 0 {
      #expect(merge == .clean(expected.output))
      #expect(mergeLines(base: texts[0], ours: texts[1], theirs: texts[2]) == expected.output)
    } else {
      #expect(merge == .conflict)
    }
    let swapped = LineMerge(base: texts[0], ours: texts[2], theirs: texts[1])
    if case .clean = merge { #expect(swapped == merge) } else { #expect(swapped == .conflict) }
  }

  @Test func `what is not text or too large is not merged`() {
    let text = Array("a\nb\n".utf8)
    #expect(LineMerge(base: text, ours: text + [0], theirs: text) == .notText)
    let huge = [UInt8](repeating: 10, count: 50 << 20)
    #expect(LineMerge(base: text, ours: huge, theirs: text) == .tooLarge)
    #expect(mergeLines(base: huge, ours: text, theirs: text) == nil)
  }

  @Test func `a NUL further on does not end the text`() {
    let head = Array(String(repeating: "line\n", count: 2_000).utf8)
    let base = head + [0] + Array("\nx\ny\nz\n".utf8)
    let ours = Array("first\n".utf8) + base
    let theirs = base + Array("last\n".utf8)
    #expect(mergeLines(base: base, ours: ours, theirs: theirs) == Array("first\n".utf8) + theirs)
  }

  @Test func `texts that only have conflict markers in them are texts`() {
    let base = Array("a\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\nd\n".utf8)
    let ours = Array("A\n".utf8) + base.dropFirst(2)
    let theirs = base.dropLast(2) + Array("D\n".utf8)
    #expect(
      mergeLines(base: base, ours: Array(ours), theirs: Array(theirs))
        == Array("A\n<<<<<<< ours\nb\n=======\nc\n>>>>>>> theirs\nD\n".utf8))
  }

  @Test func `empty texts are merged`() {
    #expect(mergeLines(base: [], ours: [], theirs: [97]) == [97])
    #expect(mergeLines(base: [97], ours: [], theirs: []) == [])
    #expect(mergeLines(base: [], ours: [98], theirs: [97]) == nil)
  }

  private static func text(_ random: inout Seeded) -> [String] {
    (0..<Int.random(in: 0...40, using: &random)).map { _ in line(&random) }
  }

  private static func line(_ random: inout Seeded) -> String {
    random.pick(["", "}", "  - id: a", "minutes: \(Int.random(in: 0...9, using: &random))", "word é\r"])
  }

  private static func edited(_ lines: [String], _ random: inout Seeded) -> [String] {
    var lines = lines
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let place = Int.random(in: 0...lines.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: lines.insert(line(&random), at: place)
      case 1 where place < lines.count: lines.remove(at: place)
      case _ where place < lines.count: lines[place] = line(&random)
      default: break
      }
    }
    return lines
  }

  private static func end(_ random: inout Seeded) -> String { random.chance(80) ? "\n" : "" }
}
