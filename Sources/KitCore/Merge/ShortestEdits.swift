/// Myers' shortest edit script, given up beyond a number of edits.
enum ShortestEdits {
  private static let cap = 600

  /// The matched pairs in order; none where more than the cap of edits would be needed.
  static func matches(_ first: ArraySlice<Int32>, _ second: ArraySlice<Int32>) -> [(Int, Int)] {
    let (count, count2) = (first.count, second.count)
    var reach = [Int](repeating: 0, count: 2 * cap + 3)
    var history: [[Int]] = []
    let middle = cap + 1
    for edits in 0...min(cap, count + count2) {
      history.append(Array(reach[(middle - edits)...(middle + edits)]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let down =
          diagonal == -edits
          || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
        var one = down ? reach[middle + diagonal + 1] : reach[middle + diagonal - 1] + 1
        var two = one - diagonal
        while one < count, two >= 0, two < count2,
          first[first.startIndex + one] == second[second.startIndex + two]
        {
          one += 1
          two += 1
        }
        reach[middle + diagonal] = one
        if one >= count, two >= count2 {
          return trace(history, count, count2).map { (first.startIndex + $0, second.startIndex + $1) }
        }
      }
    }
    return []
  }

  private static func trace(_ history: [[Int]], _ count: Int, _ count2: Int) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    var (one, two) = (count, count2)
    for edits in stride(from: history.count - 1, through: 0, by: -1) {
      let reach = history[edits]  // the state before this round, diagonals -edits...edits
      let diagonal = one - two
      func at(_ diagonal: Int) -> Int {
        let index = diagonal + edits
        return reach.indices.contains(index) ? reach[index] : 0
      }
      var from = 0
      var from2 = 0
      if edits > 0 {
        let down = diagonal == -edits || (diagonal != edits && at(diagonal - 1) < at(diagonal + 1))
        let previous = down ? diagonal + 1 : diagonal - 1
        let start = at(previous)
        from = down ? start : start + 1
        from2 = from - diagonal
        while one > from, two > from2 {
          one -= 1
          two -= 1
          pairs.append((one, two))
        }
        (one, two) = (start, start - previous)
      } else {
        while one > from, two > from2 {
          one -= 1
          two -= 1
          pairs.append((one, two))
        }
      }
    }
    return pairs.reversed()
  }
}
