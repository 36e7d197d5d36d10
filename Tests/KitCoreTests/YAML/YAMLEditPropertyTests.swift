import KitCore
import Testing
import Trials

@Suite struct YAMLEditPropertyTests {
  /// 2,100 and more edits of 300 generated files, in 6 parts.
  @Test(arguments: UInt64(0)..<6)
  func `edits change what they name and nothing else, as an independent reader sees it`(part: UInt64) throws {
    let oracle = try YAMLOracle()
    defer { oracle.stop() }
    var tally = YAMLTrialTally()
    for seed in part * 1_000..<part * 1_000 + 50 {
      var generator = YAMLGenerator(seed: seed, budget: 12)
      try tally.try(generator.document(), seed: seed, edits: 8, options: .kit, oracle)
    }
    #expect(tally.broken.isEmpty, "\(tally)")
    #expect(tally.made >= 350, "\(tally)")
    #expect(tally.unread == 0)
    #expect(tally.refused.count * 50 <= tally.tried, "\(tally.refused.prefix(3).joined(separator: "\n"))")
  }

  @Test func `the independent reader sees a difference`() throws {
    let oracle = try YAMLOracle()
    defer { oracle.stop() }
    let bytes = Array("a: no\nb: [1, x]\n".utf8)
    #expect(try oracle.difference(bytes, from: ["a": .literal("no"), "b": [1, "x"]]) == nil)
    #expect(try oracle.difference(bytes, from: ["a": "no", "b": [1, "x"]]) != nil)
    #expect(try oracle.difference(bytes, from: ["a": .literal("no"), "b": [1, "y"]]) != nil)
    #expect(try oracle.difference(bytes, from: ["a": .literal("no")]) != nil)
    #expect(try !oracle.reads(Array("a: [".utf8)))
  }
}
