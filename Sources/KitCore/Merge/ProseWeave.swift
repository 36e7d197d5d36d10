/// Weaves two sets of edits into the base text.
struct ProseWeave {
  let isWord: [Bool]
  let isCode: Bool
  let isJoined: Bool
  let texts: ThreeWay<ProseMerge.Text>
  let ours: [WordEdit]
  let theirs: [WordEdit]
  private(set) var result: [UInt8] = []
  /// The next word of the base and of each side, and the next edit of each side.
  private var at = 0
  private var oursAt = 0
  private var theirsAt = 0
  private var oursNext = 0
  private var theirsNext = 0
  /// How many edits of a side were taken by themselves, and how many stand in the other's.
  private var oursTaken = 0
  private var theirsTaken = 0
  private var oursHeld = 0
  private var theirsHeld = 0

  init(
    isWord: [Bool], isCode: Bool, isJoined: Bool, texts: ThreeWay<ProseMerge.Text>, ours: [WordEdit],
    theirs: [WordEdit]
  ) {
    (self.isWord, self.isCode, self.isJoined) = (isWord, isCode, isJoined)
    (self.texts, self.ours, self.theirs) = (texts, ours, theirs)
  }

  /// Whether the result is one side's text, which holds all that the other changed.
  var isOneSide: Bool {
    oursTaken == 0 && oursHeld == ours.count || theirsTaken == 0 && theirsHeld == theirs.count
  }

  /// Whether it came to the end without edits that get in each other's way.
  mutating func run() -> Bool {
    let lead = ThreeWay(base: texts.base.lead, ours: texts.ours.lead, theirs: texts.theirs.lead)
    result += WhiteSpace.merged(lead)
    while true {
      let mine = oursNext < ours.count ? ours[oursNext] : nil
      let other = theirsNext < theirs.count ? theirs[theirsNext] : nil
      let count = texts.base.words.count
      keep(upTo: min(mine?.base.lowerBound ?? count, other?.base.lowerBound ?? count))
      guard mine != nil || other != nil else { return true }
      if let mine, let other, meets(mine, other) {
        guard takeLarger(mine, other) else { return false }
      } else if let mine, other.map({ mine.base.lowerBound < $0.base.lowerBound }) ?? true {
        takeOurs(mine)
      } else if let other {
        takeTheirs(other)
      }
    }
  }

  /// Copies words that both sides kept.
  private mutating func keep(upTo end: Int) {
    while at < end {
      result += texts.base.spelling(at)
      result += WhiteSpace.merged(
        ThreeWay(
          base: texts.base.space(after: at), ours: texts.ours.space(after: oursAt),
          theirs: texts.theirs.space(after: theirsAt)))
      at += 1
      oursAt += 1
      theirsAt += 1
    }
  }

  /// Whether no unchanged word lies between the two edits.
  private func meets(_ mine: WordEdit, _ other: WordEdit) -> Bool {
    let (low, high) =
      mine.base.lowerBound <= other.base.lowerBound ? (mine.base, other.base) : (other.base, mine.base)
    guard low.upperBound <= high.lowerBound else { return true }
    if low.upperBound == high.lowerBound {
      return low.isEmpty || high.isEmpty || !areIndependent(mine, other, at: high.lowerBound)
    }
    return !isCode
      && !(low.upperBound..<high.lowerBound).contains { isWord[Int(texts.base.number($0))] || isStrong($0) }
  }

  /// Whether two edits that touch have nothing to do with each other: both only take words out, or a sentence and a
  /// line end between them.
  private func areIndependent(_ mine: WordEdit, _ other: WordEdit, at index: Int) -> Bool {
    if isJoined { return false }
    if mine.side.isEmpty, other.side.isEmpty { return true }
    return !isCode && ProseSafety(isWord: isWord, isJoined: false, texts: texts).isParted(before: index)
  }

  /// Marks that part as well as a word does.
  private func isStrong(_ index: Int) -> Bool {
    guard let byte = texts.base.spelling(index).first else { return false }
    return byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }

  private mutating func takeOurs(_ edit: WordEdit) {
    if edit.side.isEmpty, joinsDeletion(edit) { respace(texts.ours, after: oursAt - 1) }
    append(texts.ours, edit.side)
    oursTaken += 1
    theirsAt += edit.base.count
    (at, oursAt, oursNext) = (edit.base.upperBound, edit.side.upperBound, oursNext + 1)
  }

  private mutating func takeTheirs(_ edit: WordEdit) {
    if edit.side.isEmpty, joinsDeletion(edit) { respace(texts.theirs, after: theirsAt - 1) }
    append(texts.theirs, edit.side)
    theirsTaken += 1
    oursAt += edit.base.count
    (at, theirsAt, theirsNext) = (edit.base.upperBound, edit.side.upperBound, theirsNext + 1)
  }

  /// Whether the words just before this deletion were taken out, too, by the other side.
  private func joinsDeletion(_ edit: WordEdit) -> Bool {
    let last = [
      oursNext > 0 ? ours[oursNext - 1] : nil, theirsNext > 0 ? theirs[theirsNext - 1] : nil,
    ].compactMap(\.self)
    return last.contains { $0.side.isEmpty && $0.base.upperBound == edit.base.lowerBound }
  }

  /// Of the white space around two deletions that touch, what follows the later one stays.
  private mutating func respace(_ text: ProseMerge.Text, after index: Int) {
    while let last = result.last, last.isBlank || last == 0x0A { result.removeLast() }
    if index >= 0 { result += text.space(after: index) } else { result += text.lead }
  }

  private mutating func append(_ text: ProseMerge.Text, _ words: Range<Int>) {
    for index in words {
      result += text.spelling(index)
      result += text.space(after: index)
    }
  }

  /// Two edits that meet: the same once, or the one that holds all of the other.
  private mutating func takeLarger(_ mine: WordEdit, _ other: WordEdit) -> Bool {
    let put = mine.side.map { texts.ours.number($0) }
    let put2 = other.side.map { texts.theirs.number($0) }
    if mine.base == other.base, put == put2 {
      append(texts.ours, mine.side)
      at = mine.base.upperBound
      (oursAt, theirsAt) = (mine.side.upperBound, other.side.upperBound)
      (oursHeld, theirsHeld) = (oursHeld + 1, theirsHeld + 1)
    } else if holds(mine, texts.ours, other, texts.theirs),
      nextStart(theirs, theirsNext) > mine.base.upperBound
    {
      append(texts.ours, mine.side)
      at = mine.base.upperBound
      oursAt = mine.side.upperBound
      theirsAt = other.side.upperBound + (mine.base.upperBound - other.base.upperBound)
      (oursTaken, theirsHeld) = (oursTaken + 1, theirsHeld + 1)
    } else if holds(other, texts.theirs, mine, texts.ours), nextStart(ours, oursNext) > other.base.upperBound
    {
      append(texts.theirs, other.side)
      at = other.base.upperBound
      theirsAt = other.side.upperBound
      oursAt = mine.side.upperBound + (other.base.upperBound - mine.base.upperBound)
      (oursHeld, theirsTaken) = (oursHeld + 1, theirsTaken + 1)
    } else if mine.base == other.base, mine.base.isEmpty, isEnumeration(put, put2) {
      append(texts.ours, mine.side)
      append(texts.theirs, other.side)
      (oursAt, theirsAt) = (mine.side.upperBound, other.side.upperBound)
      (oursTaken, theirsTaken) = (oursTaken + 1, theirsTaken + 1)
    } else {
      return false
    }
    oursNext += 1
    theirsNext += 1
    return true
  }

  /// Whether both sides went on with an enumeration: each addition begins, or each ends, with the same separator,
  /// and they have no other word in common.
  private func isEnumeration(_ put: [Int32], _ put2: [Int32]) -> Bool {
    guard put.count >= 2, put2.count >= 2 else { return false }
    func isSeparator(_ text: ProseMerge.Text, _ index: Int) -> Bool {
      let spelling = text.spelling(index)
      return spelling.count == 1
        && (spelling.first == UInt8(ascii: ",") || spelling.first == UInt8(ascii: ";"))
    }
    let (mine, other) = (ours[oursNext].side, theirs[theirsNext].side)
    let ends = put.last == put2.last && isSeparator(texts.ours, mine.upperBound - 1)
    // `) and more, (x` put in before a bracket is `, and more (x)` put in behind it.
    let slide = (0..<3).first { slide in
      slide < min(put.count, put2.count) && put[slide] == put2[slide]
        && isSeparator(texts.ours, mine.lowerBound + slide)
    }
    let begins =
      slide.map { slide in
        (0..<slide).allSatisfy {
          at + $0 < texts.base.words.count && put[$0] == texts.base.number(at + $0) && put2[$0] == put[$0]
        }
      } ?? false
    guard begins || ends, other.count >= 2 else { return false }
    let known = Set(texts.base.words.lazy.map(\.number))
    return Set(put.filter { isWord[Int($0)] }).subtracting(known).isDisjoint(with: put2)
  }

  private func nextStart(_ edits: [WordEdit], _ index: Int) -> Int {
    index + 1 < edits.count ? edits[index + 1].base.lowerBound : .max
  }

  /// Whether the large edit takes out and puts in all that the small one does.
  ///
  /// What is put in must stand there whole: `10.5` does not hold `10`, nor an address a shorter one.
  private func holds(
    _ large: WordEdit, _ largeText: ProseMerge.Text, _ small: WordEdit, _ smallText: ProseMerge.Text
  ) -> Bool {
    guard large.base.lowerBound <= small.base.lowerBound, small.base.upperBound <= large.base.upperBound
    else { return false }
    if small.side.isEmpty { return large.side.isEmpty }
    guard small.side.count <= large.side.count else { return false }
    let put = small.side.map { smallText.number($0) }
    return (large.side.lowerBound...(large.side.upperBound - put.count)).contains { start in
      let end = start + put.count
      let isWhole =
        largeText.isJoined(start) == smallText.isJoined(small.side.lowerBound) && !largeText.isJoined(end)
      return isWhole && put.indices.allSatisfy { put[$0] == largeText.number(start + $0) }
    }
  }
}
