import KitCore
import Testing

@Suite struct InlinePairsTests {
  /// The bracket that closes the one at `open`, found the slow way.
  private func closing(_ bytes: [UInt8], _ open: Int) -> Int? {
    let (begin, end): (UInt8, UInt8) = bytes[open] == 0x5B ? (0x5B, 0x5D) : (0x28, 0x29)
    var depth = 0
    for place in open..<bytes.count {
      if bytes[place] == begin { depth += 1 } else if bytes[place] == end { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  @Test(arguments: UInt64(0)..<200)
  func `brackets and backticks are paired in one pass`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let signs = Array("[](()``a".utf8)
    let bytes = (0..<60).map { (_: Int) -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return signs[Int(state >> 33) % signs.count]
    }
    let pairs = InlinePairs(bytes, bytes.indices)
    for open in bytes.indices where bytes[open] == 0x5B || bytes[open] == 0x28 {
      #expect(pairs.closing[open] == closing(bytes, open))
    }
    for (start, end) in pairs.codeEnds {
      let count = bytes[start...].prefix { $0 == 0x60 }.count
      #expect(bytes[(end - count)..<end].allSatisfy { $0 == 0x60 })
      #expect(start == 0 || bytes[start - 1] != 0x60)
      #expect(end == bytes.count || bytes[end] != 0x60)
    }
  }

  @Test func `a backslash takes a bracket its meaning`() {
    let bytes = Array(#"[a\](b)]"#.utf8)
    #expect(InlinePairs(bytes, bytes.indices).closing == [0: 7, 4: 6])
  }

  @Test func `what was meant is searched for two hundred times, however many slips there are`() throws {
    let slips = (0..<1000).map { "[x](#befor\($0 % 10)) " }.joined()
    let guide = "---\ntitle: G\nrole: host\n---\n\n## Before {#before}\n\n\(slips)\n"
    let found = Check.diagnostics(of: KitReading.read(try Kits.made(["guides/g.md": guide])))
      .filter { $0.rule == "missing-link" }
    #expect(found.count == 1000)
    #expect(found.count { $0.remedy?.contains("Did you mean") == true } == 200)
  }
}
