/// Finds what somebody probably meant by a name that does not exist.
package enum NearestName {
  /// The candidate that differs from `name` by the fewest letters added, dropped, changed or swapped.
  ///
  /// At most a third of the longer name's letters (but always one) may differ. Of candidates equally near, the first.
  package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(name.unicodeScalars.prefix(128))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let others = Array(candidate.unicodeScalars.prefix(128))
      let limit = max(1, max(letters.count, others.count) / 3)
      guard abs(letters.count - others.count) <= limit else { continue }
      let distance = NearestName.distance(letters, others)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of letters to add, drop, change, or swap with their neighbour.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for row in 0..<one.count {
      var current = [row + 1]
      current.reserveCapacity(other.count + 1)
      for column in 0..<other.count {
        let change = last[column] + (one[row] == other[column] ? 0 : 1)
        var least = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[other.count]
  }
}
