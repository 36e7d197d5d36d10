/// Merges running text word by word; white space is merged apart, gap by gap, so that re-wrapping and editing
/// go together.
struct ProseMerge {
  let isWord: [Bool]
  /// Whether the text is a line of code, in which every mark tells as much as a word.
  var isCode = false
  /// Whether the text is several blocks taken as one, so that where a sentence ends tells nothing.
  var isJoined = false

  /// A stretch of one version: its bytes and the words in them.
  struct Text {
    let bytes: [UInt8]
    let range: Range<Int>
    let words: ArraySlice<Word>

    /// The white space before the first word.
    var lead: ArraySlice<UInt8> {
      bytes[range.lowerBound..<(words.first.map { Int($0.start) } ?? range.upperBound)]
    }

    /// The white space after a word, counted from the start of the stretch.
    func space(after index: Int) -> ArraySlice<UInt8> {
      let next = index + 1 < words.count ? Int(words[words.startIndex + index + 1].start) : range.upperBound
      return bytes[Int(words[words.startIndex + index].end)..<next]
    }

    func spelling(_ index: Int) -> ArraySlice<UInt8> {
      let word = words[words.startIndex + index]
      return bytes[Int(word.start)..<Int(word.end)]
    }

    /// Whether a word hangs together with the one before it; not so beyond the end.
    func isJoined(_ index: Int) -> Bool { index < words.count && words[words.startIndex + index].isJoined }

    func number(_ index: Int) -> Int32 { words[words.startIndex + index].number }
  }

  /// The merged text, or why there is none.
  func merge(_ texts: ThreeWay<Text>) -> Result<[UInt8], ClashKind> {
    let edits = WordEdits(isWord: isWord)
    var texts = texts
    texts.base = AgreedEdits(edits: edits, texts: texts).base()
    let ours = edits.between(texts.base.words, texts.ours.words)
    let theirs = edits.between(texts.base.words, texts.theirs.words)
    var weave = ProseWeave(
      isWord: isWord, isCode: isCode, isJoined: isJoined, texts: texts, ours: ours, theirs: theirs)
    let isWoven = weave.run()
    if isWoven, weave.isOneSide { return .success(weave.result) }
    if let kind = ProseSafety(isWord: isWord, isJoined: isJoined, texts: texts).objection(ours, theirs) {
      return .failure(kind)
    }
    return isWoven ? .success(weave.result) : .failure(.sameWords)
  }
}

extension ClashKind: Error {}
