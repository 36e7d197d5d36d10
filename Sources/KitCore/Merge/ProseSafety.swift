/// What speaks against merging two sets of edits word by word.
struct ProseSafety {
  let isWord: [Bool]
  let isJoined: Bool
  let texts: ThreeWay<ProseMerge.Text>

  /// How near two edits must be, in words, to be two tries at one thing.
  private static let neighbourhood = 12

  func objection(_ ours: [WordEdit], _ theirs: [WordEdit]) -> ClashKind? {
    guard !ours.isEmpty, !theirs.isEmpty, ours != theirs else { return nil }
    if isRewritten(ours, where: theirs, of: texts.theirs) || isRewritten(theirs, where: ours, of: texts.ours)
    {
      return .rewritten
    }
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
  private func isRewritten(_ edits: [WordEdit], where others: [WordEdit], of text: ProseMerge.Text) -> Bool {
    let total = texts.base.words.count
    let kept = total - edits.reduce(0) { $0 + $1.base.count }
    if total >= 6, 2 * kept < total, !isApart(edits, others, text) { return true }
    var taken = [Int](repeating: 0, count: total + 1)  // words taken out before each word
    for edit in edits { for index in edit.base { taken[index + 1] += 1 } }
    for index in taken.indices.dropFirst() { taken[index] += taken[index - 1] }
    let ends = sentenceEnds
    for other in others {
      let range = sentence(of: other, ends, text)
      if range.count >= 6, 2 * (taken[range.upperBound] - taken[range.lowerBound]) > range.count {
        return true
      }
    }
    return false
  }

  /// Whether the others' edits lie in whole sentences that these edits leave alone.
  private func isApart(_ edits: [WordEdit], _ others: [WordEdit], _ text: ProseMerge.Text) -> Bool {
    if isJoined { return false }
    let total = texts.base.words.count
    let ends = sentenceEnds.filter { end in
      // A line may end within a sentence; the next one begins with a capital.
      guard end < total else { return true }
      return endsSentence(end - 1) || startsSentence(end)
    }
    var next = 0
    for other in others {
      let range = sentence(of: other, ends, text)
      while next < edits.count, edits[next].base.upperBound < range.lowerBound { next += 1 }
      var index = next
      while index < edits.count, edits[index].base.lowerBound <= range.upperBound {
        let edit = edits[index].base
        // Beside the sentence is not in it.
        if edit.upperBound > range.lowerBound && edit.lowerBound < range.upperBound { return false }
        index += 1
      }
    }
    return true
  }

  /// The base words of the sentences or lines in which an edit lies.
  ///
  /// - Parameter text: the text of the side that made the edit.
  private func sentence(of edit: WordEdit, _ ends: [Int], _ text: ProseMerge.Text) -> Range<Int> {
    // What was put in at the end of a line belongs to that line.
    let isAtEnd =
      edit.base.isEmpty && edit.base.lowerBound > 0 && edit.side.lowerBound > 0
      && !text.space(after: edit.side.lowerBound - 1).contains(0x0A)
    let start = isAtEnd ? edit.base.lowerBound - 1 : edit.base.lowerBound
    let first = ends.partition(before: start)
    let last = ends.partition(before: max(start, edit.base.upperBound - 1))
    return (first == 0 ? 0 : ends[first - 1])..<(last < ends.count ? ends[last] : texts.base.words.count)
  }

  /// Whether a sentence ends before a word and a line with it, so that text on either side is as apart as two blocks.
  func isParted(before index: Int) -> Bool {
    index > 0 && texts.base.space(after: index - 1).contains(0x0A)
      && (endsSentence(index - 1) || texts.base.spelling(index - 1).first == UInt8(ascii: ":"))
  }

  /// Whether a word, or the first word after marks, begins with a capital letter.
  private func startsSentence(_ index: Int) -> Bool {
    var index = index
    while index < texts.base.words.count, !isTelling(texts.base.number(index)) { index += 1 }
    guard index < texts.base.words.count, let first = texts.base.spelling(index).first else { return true }
    return first >= 0x41 && first <= 0x5A
  }

  private func endsSentence(_ index: Int) -> Bool {
    guard let mark = texts.base.spelling(index).first else { return false }
    return mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?")
  }

  /// The words after which a sentence or a line ends, as indices of the words that follow.
  private var sentenceEnds: [Int] {
    texts.base.words.indices.map { $0 - texts.base.words.startIndex }.filter { index in
      let space = texts.base.space(after: index)
      if space.contains(0x0A) { return true }
      return !space.isEmpty && endsSentence(index)
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
