/// The number of single-character edits (insert, delete, replace, swap of neighbours) between two words.
///
/// Optimal string alignment (Damerau–Levenshtein without edits inside a swap); O(n·m) in time, O(m) in space.
package func editDistance(_ first: String, _ second: String) -> Int {
  let rows = Array(first)
  let columns = Array(second)
  if rows.isEmpty || columns.isEmpty { return max(rows.count, columns.count) }
  var beforeLast = [Int](repeating: 0, count: columns.count + 1)
  var last = Array(0...columns.count)
  var current = last
  for row in 1...rows.count {
    current[0] = row
    for column in 1...columns.count {
      let same = rows[row - 1] == columns[column - 1]
      var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
      if row > 1, column > 1, rows[row - 1] == columns[column - 2], rows[row - 2] == columns[column - 1] {
        best = min(best, beforeLast[column - 2] + 1)
      }
      current[column] = best
    }
    (beforeLast, last, current) = (last, current, beforeLast)
  }
  return last[columns.count]
}

/// The candidate that somebody who typed `word` most likely meant, or `nil` where none is near.
///
/// Near means at most a third of the word's characters differ (at least one, at most three), regardless of
/// case, or that the candidate begins with the word. Words over 64 characters have no near candidate. Of
/// equally near candidates the first one given wins.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  guard !word.isEmpty, word.count <= 64 else { return nil }
  let typed = word.lowercased()
  let limit = min(3, max(1, typed.count / 3))
  var best: (distance: Int, candidate: String)?
  for candidate in candidates where abs(candidate.count - typed.count) <= limit {
    let distance = editDistance(typed, candidate.lowercased())
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  if let best { return best.candidate }
  guard typed.count >= 3 else { return nil }
  return candidates.first { $0.lowercased().hasPrefix(typed) }
}
