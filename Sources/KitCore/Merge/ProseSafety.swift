/// What speaks against merging two sets of edits word by word.
struct ProseSafety {
  let isWord: [Bool]
  let texts: ThreeWay<ProseMerge.Text>

  /// How near two edits must be, in words, to be two tries at one thing.
  private static let neighbourhood = 12

  func objection(_ ours: [WordEdit], _ theirs: [WordEdit]) -> ClashKind? {
    guard !ours.isEmpty, !theirs.isEmpty, ours != theirs else { return nil }
    if isRewritten(ours, where: theirs) || isRewritten(theirs, where: ours) { return .rewritten }
    let known = Set(texts.base.words.lazy.map(\.number))
    var from = 0
    for mine in ours {
      while from < theirs.count, theirs[from].base.lowerBound + Self.neighbourhood <= mine.base.lowerBound {
        from += 1
      }
      for other in theirs[from...] {
        if other.base.lowerBound >= mine.base.lowerBound + Self.neighbourhood { break }
        if mine.base != other.base, isSameThing(mine, other, known) { return .alikeAtTwoPlaces }
      }
    }
    return nil
  }

  /// Whether a side kept under half of the words, of all or of a sentence or a line that the other edited.
  private func isRewritten(_ edits: [WordEdit], where others: [WordEdit]) -> Bool {
    let total = texts.base.words.count
    let kept = total - edits.reduce(0) { $0 + $1.base.count }
    if total >= 6, 2 * kept < total { return true }
    var taken = [Int](repeating: 0, count: total + 1)  // words taken out before each word
    for edit in edits { for index in edit.base { taken[index + 1] += 1 } }
    for index in taken.indices.dropFirst() { taken[index] += taken[index - 1] }
    let ends = sentenceEnds
    for other in others {
      let first = ends.partition(before: other.base.lowerBound)
      let last = ends.partition(before: max(other.base.lowerBound, other.base.upperBound - 1))
      let range = (first == 0 ? 0 : ends[first - 1])..<(last < ends.count ? ends[last] : total)
      if range.count >= 6, 2 * (taken[range.upperBound] - taken[range.lowerBound]) > range.count {
        return true
      }
    }
    return false
  }

  /// The words after which a sentence or a line ends, as indices of the words that follow.
  private var sentenceEnds: [Int] {
    texts.base.words.indices.map { $0 - texts.base.words.startIndex }.filter { index in
      let space = texts.base.space(after: index)
      if space.contains(0x0A) { return true }
      guard !space.isEmpty, let mark = texts.base.spelling(index).first else { return false }
      return mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
    }.map { $0 + 1 }
  }

  /// Whether both edits put in the same new word, or take out equal words, at different places.
  private func isSameThing(_ mine: WordEdit, _ other: WordEdit, _ known: Set<Int32>) -> Bool {
    let put = Set(mine.side.lazy.map { texts.ours.number($0) }).subtracting(known)
    if !put.isEmpty,
      other.side.contains(where: {
        put.contains(texts.theirs.number($0)) && isTelling(texts.theirs.number($0))
      })
    {
      // Within edits that meet, the weaving decides.
      if !mine.base.overlaps(other.base) { return true }
    }
    guard !mine.base.isEmpty, mine.base.count == other.base.count, !mine.base.overlaps(other.base) else {
      return false
    }
    let taken = mine.base.map { texts.base.number($0) }
    return taken.contains(where: isTelling) && taken == other.base.map { texts.base.number($0) }
  }

  private func isTelling(_ number: Int32) -> Bool { isWord[Int(number)] }
}
