/// Looks whether one version has already all that another changed.
///
/// That is so where what was merged is merged again, or an offer comes that was taken before: then nothing is left
/// to merge, and nothing to ask.
struct HeldChanges {
  /// A version as the numbers of its lines, without blank ones, and where each line ends.
  private struct Lines {
    var numbers: [Int32] = []
    /// The blank lines before each line, as bytes, and those at the end.
    var gaps: [Range<Int>] = []

    init(_ text: [UInt8], _ lexicon: inout Lexicon) {
      var start = 0
      var gapStart = 0
      while start < text.count {
        let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
        let line = text[start..<end]
        if !line.allSatisfy(\.isBlank) {
          numbers.append(lexicon.number(ofText: line))
          gaps.append(gapStart..<start)
          gapStart = end
        }
        start = end
      }
      gaps.append(gapStart..<text.count)
    }
  }

  private let texts: ThreeWay<[UInt8]>
  private let lines: ThreeWay<Lines>

  /// - Parameter texts: `ours` is the version that may hold what `theirs` changed.
  init(_ texts: ThreeWay<[UInt8]>) {
    var lexicon = Lexicon()
    self.texts = texts
    lines = texts.map { Lines($0, &lexicon) }
  }

  private init(_ texts: ThreeWay<[UInt8]>, _ lines: ThreeWay<Lines>) {
    (self.texts, self.lines) = (texts, lines)
  }

  /// The same question for the sides exchanged.
  var swapped: HeldChanges { HeldChanges(texts.swapped, lines.swapped) }

  /// Whether every line that theirs put in stands in ours at its place, and nothing stands where theirs took a line out.
  var isAll: Bool {
    guard hasNewLines else { return false }
    guard bringsNothingBack else { return false }
    let toTheirs = Correspondence(lines.base.numbers, lines.theirs.numbers).matches
    let toOurs = Correspondence(lines.theirs.numbers, lines.ours.numbers).matches
    let direct = Correspondence(lines.base.numbers, lines.ours.numbers).matches
    // Three comparisons that agree leave no doubt which line is which.
    for (index, match) in toTheirs.enumerated() where direct[index] != (match < 0 ? -1 : toOurs[Int(match)]) {
      return false
    }
    var isNew = [Bool](repeating: true, count: lines.theirs.numbers.count)
    for match in toTheirs where match >= 0 { isNew[Int(match)] = false }
    for index in isNew.indices where isNew[index] {
      if toOurs[index] < 0 { return false }
      let gap = texts.theirs[lines.theirs.gaps[index]]
      if !gap.isEmpty, gap != texts.ours[lines.ours.gaps[Int(toOurs[index])]] { return false }
      if index > 0, isNew[index - 1], toOurs[index] != toOurs[index - 1] + 1 { return false }
    }
    return hasGaps(toTheirs, toOurs) && !bringsBack(toTheirs, toOurs)
  }

  /// A quick look by counting: no line that theirs has more often than the base is too rare in ours.
  private var hasNewLines: Bool {
    var missing: [Int32: Int] = [:]
    for line in lines.theirs.numbers { missing[line, default: 0] += 1 }
    for line in lines.base.numbers { missing[line, default: 0] -= 1 }
    missing = missing.filter { $0.value > 0 }
    for line in lines.ours.numbers where missing[line] != nil { missing[line, default: 0] -= 1 }
    return missing.values.allSatisfy { $0 <= 0 }
  }

  /// Another quick look: of no line that theirs took out has ours more than theirs.
  private var bringsNothingBack: Bool {
    var counts: [Int32: (base: Int, ours: Int, theirs: Int)] = [:]
    for line in lines.base.numbers { counts[line, default: (0, 0, 0)].base += 1 }
    for line in lines.ours.numbers { counts[line, default: (0, 0, 0)].ours += 1 }
    for line in lines.theirs.numbers { counts[line, default: (0, 0, 0)].theirs += 1 }
    return counts.values.allSatisfy { $0.theirs >= $0.base || $0.ours <= $0.theirs }
  }

  /// Whether ours has the blank lines that theirs changed.
  private func hasGaps(_ toTheirs: [Int32], _ toOurs: [Int32]) -> Bool {
    let ends = (toTheirs.count, lines.theirs.numbers.count)
    for index in 0...ends.0 {
      let other = index < ends.0 ? Int(toTheirs[index]) : ends.1
      guard other >= 0 else { continue }
      let mine = other < ends.1 ? Int(toOurs[other]) : lines.ours.numbers.count
      guard mine >= 0 else {
        if texts.base[lines.base.gaps[index]] != texts.theirs[lines.theirs.gaps[other]] { return false }
        continue
      }
      let gaps = ThreeWay(
        base: texts.base[lines.base.gaps[index]], ours: texts.ours[lines.ours.gaps[mine]],
        theirs: texts.theirs[lines.theirs.gaps[other]])
      if WhiteSpace.merged(gaps) != gaps.ours { return false }
    }
    return true
  }

  /// Whether ours put anything in where theirs took something out: it may be the same again, reworded.
  private func bringsBack(_ toTheirs: [Int32], _ toOurs: [Int32]) -> Bool {
    var from = -1  // the last line of theirs that the base has, too
    var isTaken = false
    for index in 0...toTheirs.count {
      let match = index < toTheirs.count ? Int(toTheirs[index]) : lines.theirs.numbers.count
      if match < 0 {
        isTaken = true
        continue
      }
      if isTaken, hasInsertion(after: from, before: match, toOurs) { return true }
      (from, isTaken) = (match, false)
    }
    return false
  }

  /// Whether ours has lines of its own between two lines of theirs, or lacks one of these.
  private func hasInsertion(after low: Int, before high: Int, _ toOurs: [Int32]) -> Bool {
    let start = low < 0 ? -1 : Int(toOurs[low])
    let end = high < lines.theirs.numbers.count ? Int(toOurs[high]) : lines.ours.numbers.count
    guard start >= 0 || low < 0, end >= 0 else { return true }
    return end - start != high - low
  }
}
