/// Seeded randomness: the same seed rolls the same numbers on any machine.
package struct Dice: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Dice that roll a sequence of their own for each seed.
  package init(seed: UInt64) { state = seed }

  /// SplitMix64.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to one less than `sides`.
  package mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(max(1, sides))) }

  /// Whether something happens that happens so many times in a hundred.
  package mutating func happens(_ percent: Int) -> Bool { roll(100) < percent }

  /// One of several things; the array may not be empty.
  package mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[roll(things.count)] }
}
