/// A run of base words that one side replaced by other words; either run may be empty.
struct WordEdit: Equatable {
  /// The base words taken out.
  var base: Range<Int>
  /// The side's words put in.
  var side: Range<Int>
}

/// Finds the edits that turn one text into another, in the units in which people edit.
struct WordEdits {
  let isWord: [Bool]

  /// The edits from the base's words to a side's, in order; indices count from the start of each slice.
  func between(_ base: ArraySlice<Word>, _ side: ArraySlice<Word>) -> [WordEdit] {
    widened(withoutChanceMatches(found(base, side), base.map(\.number)), Array(base), Array(side))
  }

  /// The same, each as small as can be, but for what hangs together.
  func raw(_ base: ArraySlice<Word>, _ side: ArraySlice<Word>) -> [WordEdit] {
    widened(found(base, side), Array(base), Array(side))
  }

  private func found(_ base: ArraySlice<Word>, _ side: ArraySlice<Word>) -> [WordEdit] {
    gather(Correspondence(base.map(\.number), side.map(\.number)).matches, base.count, side.count)
  }

  private func gather(_ matches: [Int32], _ count: Int, _ count2: Int) -> [WordEdit] {
    var edits: [WordEdit] = []
    var (from, from2) = (0, 0)
    for index in 0...count {
      let match = index < count ? Int(matches[index]) : count2
      guard match >= 0 else { continue }
      if index > from || match > from2 { edits.append(WordEdit(base: from..<index, side: from2..<match)) }
      (from, from2) = (index + 1, match + 1)
    }
    return edits
  }

  /// Joins edits that only a comma or a small common word keeps apart: the match is chance.
  private func withoutChanceMatches(_ edits: [WordEdit], _ base: [Int32]) -> [WordEdit] {
    var result: [WordEdit] = []
    for edit in edits {
      guard let last = result.last else {
        result.append(edit)
        continue
      }
      let kept = last.base.upperBound..<edit.base.lowerBound
      let words = kept.count { isWord[Int(base[$0])] }
      let size = min(last.base.count + last.side.count, edit.base.count + edit.side.count)
      let replaces = !last.base.isEmpty && !last.side.isEmpty || !edit.base.isEmpty && !edit.side.isEmpty
      let isChance =
        replaces && (words == 0 && kept.count <= 2 && size >= 2 || words == 1 && kept.count <= 1 && size >= 6)
      if isChance {
        result[result.count - 1] = WordEdit(
          base: last.base.lowerBound..<edit.base.upperBound, side: last.side.lowerBound..<edit.side.upperBound
        )
      } else {
        result.append(edit)
      }
    }
    return result
  }

  /// Widens edits to all that hangs together, so that an address or a time is replaced as a whole.
  private func widened(_ edits: [WordEdit], _ base: [Word], _ side: [Word]) -> [WordEdit] {
    var result: [WordEdit] = []
    for index in edits.indices {
      var edit = edits[index]
      let floor = result.last?.base.upperBound ?? 0
      let ceiling = index + 1 < edits.count ? edits[index + 1].base.lowerBound : base.count
      while edit.base.lowerBound > floor, startsInside(edit, base, side) {
        edit.base = edit.base.lowerBound - 1..<edit.base.upperBound
        edit.side = edit.side.lowerBound - 1..<edit.side.upperBound
      }
      while edit.base.upperBound < ceiling, endsInside(edit, base, side) {
        edit.base = edit.base.lowerBound..<edit.base.upperBound + 1
        edit.side = edit.side.lowerBound..<edit.side.upperBound + 1
      }
      if let last = result.last, last.base.upperBound == edit.base.lowerBound,
        last.side.upperBound == edit.side.lowerBound
      {
        edit = WordEdit(
          base: last.base.lowerBound..<edit.base.upperBound, side: last.side.lowerBound..<edit.side.upperBound
        )
        result.removeLast()
      }
      result.append(edit)
    }
    return result
  }

  private func startsInside(_ edit: WordEdit, _ base: [Word], _ side: [Word]) -> Bool {
    !edit.base.isEmpty && base[edit.base.lowerBound].isJoined
      || !edit.side.isEmpty && side[edit.side.lowerBound].isJoined
  }

  private func endsInside(_ edit: WordEdit, _ base: [Word], _ side: [Word]) -> Bool {
    base[edit.base.upperBound].isJoined && !edit.base.isEmpty
      || edit.side.upperBound < side.count && side[edit.side.upperBound].isJoined && !edit.side.isEmpty
  }
}

extension Array where Element == Int {
  /// How many of these sorted numbers are at most a value.
  func partition(before value: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
