/// Finds the word that somebody probably meant.
package enum NearestMatch {
  /// The candidate that differs least from `word`, if it differs by no more than a third of its letters.
  ///
  /// Two neighbouring letters that changed places count once; capitals do not count. The first of
  /// several equally near candidates wins.
  package static func of(_ word: String, among candidates: some Sequence<String>) -> String? {
    let letters = Array(word.lowercased().prefix(longest))
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().prefix(longest))
      let limit = max(1, max(letters.count, other.count) / 3)
      guard abs(letters.count - other.count) <= limit else { continue }
      let distance = distance(letters, other)
      if distance <= limit, distance < best?.distance ?? Int.max { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// A sentence that asks whether the nearest candidate was meant, or an empty text.
  package static func question(_ word: String, among candidates: some Sequence<String>) -> String {
    of(word, among: candidates).map { "Did you mean “\($0)”?" } ?? ""
  }

  // Longer words are compared by their beginning, so that a stranger's file cannot make this slow.
  private static let longest = 64

  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (isSame ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
