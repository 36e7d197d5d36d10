/// How alike two texts are, by their words.
struct WordLikeness {
  /// By a word's number: whether it is a word and not a mark.
  let isWord: [Bool]
  /// By a word's number: the number of the same word in small letters.
  let folded: [Int32]

  /// The words of a text in small letters, without marks; with them where there is nothing else.
  func telling(_ words: ArraySlice<Word>) -> [Int32] {
    let plain = words.lazy.map(\.number).filter { isWord[Int($0)] }.map { folded[Int($0)] }
    let result = Array(plain)
    return result.isEmpty ? words.map(\.number) : result
  }

  /// Twice the words in common, in order, by all words: 0 for nothing in common, 1 for equal.
  ///
  /// Answers 0 at once where even without regard to order fewer than `least` would be in common.
  func ratio(_ first: [Int32], _ second: [Int32], least: Double = 0) -> Double {
    let total = first.count + second.count
    guard !first.isEmpty, !second.isEmpty else { return total == 0 ? 1 : 0 }
    if first == second { return 1 }
    guard 2 * Double(min(first.count, second.count)) >= least * Double(total) else { return 0 }
    var counts: [Int32: Int] = [:]
    for word in first { counts[word, default: 0] += 1 }
    var common = 0
    for word in second {
      if let count = counts[word], count > 0 {
        counts[word] = count - 1
        common += 1
      }
    }
    guard 2 * Double(common) >= least * Double(total), common > 0 else { return 0 }
    // Beyond a few thousand words order costs more than it tells.
    let inOrder = first.count * second.count > 4_000_000 ? common : LongestCommon.length(first, second)
    return 2 * Double(inOrder) / Double(total)
  }

  /// Whether all words of `part` stand in `whole`, in order, with few words put in between.
  func isContained(_ part: [Int32], in whole: [Int32]) -> Bool {
    guard part.count < whole.count, !part.isEmpty else { return false }
    var at = 0
    var breaks = 0
    var wasMatch = true
    for word in whole {
      if at < part.count, word == part[at] {
        at += 1
        wasMatch = true
      } else {
        if wasMatch { breaks += 1 }
        wasMatch = false
      }
    }
    return at == part.count && breaks <= 3
  }
}
