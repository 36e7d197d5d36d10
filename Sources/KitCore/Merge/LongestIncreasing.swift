/// The longest chain of pairs, sorted by their first value, whose second values rise.
func longestIncreasing(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
  var tails: [Int] = []  // index of the pair that ends the best chain of each length
  var previous = [Int](repeating: -1, count: pairs.count)
  for (index, pair) in pairs.enumerated() {
    var (low, high) = (0, tails.count)
    while low < high {
      let middle = (low + high) / 2
      if pairs[tails[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
    }
    if low > 0 { previous[index] = tails[low - 1] }
    if low == tails.count { tails.append(index) } else { tails[low] = index }
  }
  var chain: [(Int, Int)] = []
  var at = tails.last ?? -1
  while at >= 0 {
    chain.append(pairs[at])
    at = previous[at]
  }
  return chain.reversed()
}
