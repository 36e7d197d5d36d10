/// The last look at a merged document: what it must hold, whatever the rules before made of it.
struct MergeSafety {
  let format: MergeFormat
  let documents: ThreeWay<UnitDocument>
  var lexicon: Lexicon

  /// What speaks against the result, if anything.
  ///
  /// - Parameter checksWords: whether words must be in balance, which where nothing was woven they are.
  mutating func objection(to parts: [MergedPart], checksWords: Bool) -> ClashKind? {
    if checksWords, !isBalanced(parts) { return .wordsOutOfBalance }
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .settled(let bytes): text += bytes
      case .clash(let clash): text += clash.texts.ours
      case .moved: continue
      }
    }
    return isSound(text) ? nil : .invalidResult
  }

  // MARK: Words

  /// Whether outside clashes the result holds exactly both sides' changes: no word lost, doubled or brought back.
  private mutating func isBalanced(_ parts: [MergedPart]) -> Bool {
    var result: [Int32: Int] = [:]
    var base = count(documents.base)
    var ours = count(documents.ours)
    var theirs = count(documents.theirs)
    for part in parts {
      switch part {
      case .settled(let bytes):
        for word in telling(bytes) { result[word.number, default: 0] += 1 }
      case .clash(let clash):
        take(clash.texts.base, from: &base)
        take(clash.texts.ours, from: &ours)
        take(clash.texts.theirs, from: &theirs)
      case .moved: continue
      }
    }
    var off = 0
    for word in Set(result.keys).union(base.keys).union(ours.keys).union(theirs.keys) {
      let old = base[word, default: 0]
      let (mine, other) = (ours[word, default: 0] - old, theirs[word, default: 0] - old)
      let change = result[word, default: 0] - old
      let sum = mine + other
      let agreed =
        mine.signum() == other.signum() && mine != 0 ? (abs(mine) > abs(other) ? mine : other) : sum
      let missing = max(min(sum, agreed) - change, change - max(sum, agreed), 0)
      if missing == 0 { continue }
      // A dash or a slash stands in many addresses: where both sides changed an address alike, it may be off by one.
      off += missing
      if off > 1 || !isConnector(word) { return false }
    }
    return true
  }

  private func isConnector(_ word: Int32) -> Bool {
    [UInt8(ascii: "-"), UInt8(ascii: "/")].contains { lexicon.numberKnown(of: [$0]) == word }
  }

  private func count(_ document: UnitDocument) -> [Int32: Int] {
    let words =
      format == .markdown ? ListMarks.removed(from: document.words, of: document.bytes) : document.words
    var counts: [Int32: Int] = [:]
    for word in words { counts[word.number, default: 0] += 1 }
    return counts
  }

  private mutating func take(_ text: [UInt8], from counts: inout [Int32: Int]) {
    for word in telling(text) { counts[word.number, default: 0] -= 1 }
  }

  /// The words of a text but for the marks and numbers of items, which are layout.
  private mutating func telling(_ text: [UInt8]) -> [Word] {
    let words = WordCutter.words(of: text, &lexicon)
    return format == .markdown ? ListMarks.removed(from: words, of: text) : words
  }

  // MARK: Structure

  /// Whether the text reads as what was meant.
  private mutating func isSound(_ text: [UInt8]) -> Bool {
    let result = UnitReader.read(text, format, &lexicon)
    if format == .markdown {
      let fences = [documents.base, documents.ours, documents.theirs].map { hasOpenFence($0.units) }
      if fences.allSatisfy({ !$0 }), hasOpenFence(result.units) { return false }
      let hasFrontMatter = { (document: UnitDocument) in document.units.first?.kind == .frontMatter }
      if hasFrontMatter(documents.ours), hasFrontMatter(documents.theirs), !hasFrontMatter(result) {
        return false
      }
    }
    if hasDoubleKeys(result.units), !hasDoubleKeys(documents.ours.units),
      !hasDoubleKeys(documents.theirs.units)
    {
      return false
    }
    return ReadingCheck(format: format).isSound(text, ours: documents.ours.bytes)
  }

  private func hasOpenFence(_ units: [Unit]) -> Bool {
    units.count { $0.kind == .fence } % 2 == 1
  }

  /// Whether two fields of one parent have the same key.
  private func hasDoubleKeys(_ units: [Unit]) -> Bool {
    var seen: Set<Int32> = []
    for unit in units {
      if unit.kind == .field, unit.key >= 0, !seen.insert(unit.key).inserted { return true }
      if hasDoubleKeys(unit.kids) { return true }
    }
    return false
  }
}
