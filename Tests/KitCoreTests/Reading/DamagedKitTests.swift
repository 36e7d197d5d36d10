import KitCore
import Testing

@Suite struct DamagedKitTests {
  /// A generator that gives the same numbers for the same seed.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// The bytes with a few of them changed, doubled, moved or gone.
  private func damaged(_ bytes: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &dice) {
      let place = Int.random(in: 0..<max(bytes.count, 1), using: &dice)
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &dice))
      switch Int.random(in: 0..<5, using: &dice) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
      case 3: bytes.insert(contentsOf: Array("\n  - {: [".utf8.shuffled(using: &dice)), at: place)
      default: bytes.removeSubrange(end...)
      }
    }
    return bytes
  }

  @Test(arguments: UInt64(0)..<200)
  func `a damaged kit is read to the end, and what is told has a place`(seed: UInt64) throws {
    var dice = Dice(state: seed)
    let files = try Kits.made(ForkKit.files.merging(Self.prose) { one, _ in one })
    var contents: [KitPath: [UInt8]] = [:]
    for path in files.paths {
      let bytes = files[path] ?? []
      contents[path] = Bool.random(using: &dice) ? damaged(bytes, &dice) : bytes
    }
    let reading = KitReading.read(KitFiles(contents))
    #expect(reading.diagnostics == reading.diagnostics.sorted())
    for diagnostic in reading.diagnostics {
      #expect(diagnostic.path != nil && !diagnostic.message.isEmpty)
      if diagnostic.rule != "no-kit" { #expect(diagnostic.place != nil, "\(diagnostic)") }
      if diagnostic.severity != .information { #expect(diagnostic.remedy?.isEmpty == false, "\(diagnostic)") }
    }
    for block in reading.kit?.plans.flatMap({ $0.blocks }) ?? [] {
      #expect(BlockID(rawValue: block.id.rawValue) != nil)
      #expect((0...1440).contains(block.minutes))
    }
  }

  private static let prose = [
    "guides/g.md": "---\ntitle: Guide\nrole: host\nplans: [half-day]\n---\n## Before {#before}\n\nText.\n",
    "methods/m.md": """
    ---
    title: Method
    what: It is.
    why: It helps.
    minutes: { min: 10, max: 20 }
    licence: CC-BY-4.0
    attribution: []
    ---
    ## How
    """,
    "resources/r.md":
      "---\ntitle: Card\nkind: card\nprint: { size: A5, per sheet: 2, colour: no, sides: 2 }\n---\n",
  ]
}
