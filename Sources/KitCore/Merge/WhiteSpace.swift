/// White space as a three-way value of its own.
enum WhiteSpace {
  /// The side that changed; where both did differently, the one with more, which is the same whoever is ours.
  static func merged(_ spaces: ThreeWay<ArraySlice<UInt8>>) -> ArraySlice<UInt8> {
    if let settled = spaces.settled { return settled }
    if spaces.ours.count != spaces.theirs.count {
      return spaces.ours.count > spaces.theirs.count ? spaces.ours : spaces.theirs
    }
    return spaces.ours.lexicographicallyPrecedes(spaces.theirs) ? spaces.theirs : spaces.ours
  }
}
