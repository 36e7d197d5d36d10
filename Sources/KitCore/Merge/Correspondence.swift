/// Which elements of one sequence stand unchanged in another, in order.
///
/// Elements that occur once in both come first (as in patience diff), since a rare word is a better anchor than
/// a comma; between them the longest common run, and for long stretches the shortest edit script with a cap.
/// Takes about linear time on texts that have something in common; where it gives up, elements stay unmatched,
/// which can only make a merge ask more.
struct Correspondence {
  private let first: [Int32]
  private let second: [Int32]
  /// For each element of the first sequence, its index in the second, or -1.
  private(set) var matches: [Int32]

  init(_ first: [Int32], _ second: [Int32]) {
    self.first = first
    self.second = second
    matches = [Int32](repeating: -1, count: first.count)
    var pending = [Stretch(low: 0, high: first.count, low2: 0, high2: second.count)]
    while let stretch = pending.popLast() { split(stretch, &pending) }
  }

  /// Stretches of both sequences that are matched with each other.
  private struct Stretch {
    var low: Int
    var high: Int
    var low2: Int
    var high2: Int
  }

  private mutating func split(_ whole: Stretch, _ pending: inout [Stretch]) {
    var part = whole
    while part.low < part.high, part.low2 < part.high2, first[part.low] == second[part.low2] {
      matches[part.low] = Int32(part.low2)
      part.low += 1
      part.low2 += 1
    }
    while part.low < part.high, part.low2 < part.high2, first[part.high - 1] == second[part.high2 - 1] {
      part.high -= 1
      part.high2 -= 1
      matches[part.high] = Int32(part.high2)
    }
    let (count, count2) = (part.high - part.low, part.high2 - part.low2)
    guard count > 0, count2 > 0 else { return }
    let anchors = uniqueAnchors(part)
    if !anchors.isEmpty {
      var from = (part.low, part.low2)
      for (one, two) in anchors {
        matches[one] = Int32(two)
        pending.append(Stretch(low: from.0, high: one, low2: from.1, high2: two))
        from = (one + 1, two + 1)
      }
      pending.append(Stretch(low: from.0, high: part.high, low2: from.1, high2: part.high2))
    } else if count * count2 <= 40_000 {
      splitAtLongestRun(part, &pending)
    } else {
      for (one, two) in ShortestEdits.matches(first[part.low..<part.high], second[part.low2..<part.high2]) {
        matches[one] = Int32(two)
      }
    }
  }

  /// The longest chain, in order in both, of elements that occur exactly once in each stretch.
  private func uniqueAnchors(_ part: Stretch) -> [(Int, Int)] {
    var seen: [Int32: (count: Int32, at: Int32, count2: Int32, at2: Int32)] = [:]
    seen.reserveCapacity(part.high - part.low)
    for index in part.low..<part.high {
      seen[first[index], default: (0, 0, 0, 0)].count += 1
      seen[first[index], default: (0, 0, 0, 0)].at = Int32(index)
    }
    for index in part.low2..<part.high2 {
      guard var entry = seen[second[index]] else { continue }
      entry.count2 += 1
      entry.at2 = Int32(index)
      seen[second[index]] = entry
    }
    var candidates: [(Int, Int)] = []
    for index in part.low..<part.high {
      if let entry = seen[first[index]], entry.count == 1, entry.count2 == 1 {
        candidates.append((index, Int(entry.at2)))
      }
    }
    return longestIncreasing(candidates)
  }

  /// The longest run of equal elements splits the stretch in two.
  private mutating func splitAtLongestRun(_ part: Stretch, _ pending: inout [Stretch]) {
    var lengths = [Int32](repeating: 0, count: part.high2 - part.low2 + 1)
    var best = (length: Int32(0), end: 0, end2: 0)
    for one in part.low..<part.high {
      var diagonal: Int32 = 0
      for two in part.low2..<part.high2 {
        let above = lengths[two - part.low2 + 1]
        if first[one] == second[two] {
          lengths[two - part.low2 + 1] = diagonal + 1
          if diagonal + 1 > best.length { best = (diagonal + 1, one + 1, two + 1) }
        } else {
          lengths[two - part.low2 + 1] = 0
        }
        diagonal = above
      }
    }
    guard best.length > 0 else { return }
    let length = Int(best.length)
    for offset in 1...length { matches[best.end - offset] = Int32(best.end2 - offset) }
    pending.append(
      Stretch(low: part.low, high: best.end - length, low2: part.low2, high2: best.end2 - length))
    pending.append(Stretch(low: best.end, high: part.high, low2: best.end2, high2: part.high2))
  }
}
