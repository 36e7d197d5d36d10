/// The edits that both sides made alike: they are taken as done before the rest is merged.
struct AgreedEdits {
  let edits: WordEdits
  let texts: ThreeWay<ProseMerge.Text>

  /// The base with all agreed edits applied.
  func base() -> ProseMerge.Text {
    let ours = edits.raw(texts.base.words, texts.ours.words)
    let theirs = edits.raw(texts.base.words, texts.theirs.words)
    var agreed: [WordEdit] = []
    var index = 0
    for mine in ours {
      while index < theirs.count, theirs[index].base.lowerBound < mine.base.lowerBound { index += 1 }
      guard index < theirs.count, theirs[index].base == mine.base,
        mine.side.map({ texts.ours.number($0) }) == theirs[index].side.map({ texts.theirs.number($0) })
      else { continue }
      agreed.append(mine)
    }
    return agreed.isEmpty ? texts.base : applied(agreed)
  }

  private func applied(_ agreed: [WordEdit]) -> ProseMerge.Text {
    var bytes = Array(texts.base.lead)
    var words: [Word] = []
    func append(_ text: ProseMerge.Text, _ range: Range<Int>) {
      for index in range {
        let word = text.words[text.words.startIndex + index]
        let start = Int32(bytes.count)
        bytes += text.spelling(index)
        words.append(
          Word(number: word.number, start: start, end: Int32(bytes.count), isJoined: word.isJoined))
        bytes += text.space(after: index)
      }
    }
    var at = 0
    for edit in agreed {
      append(texts.base, at..<edit.base.lowerBound)
      append(texts.ours, edit.side)
      at = edit.base.upperBound
    }
    append(texts.base, at..<texts.base.words.count)
    return ProseMerge.Text(bytes: bytes, range: 0..<bytes.count, words: words[...])
  }
}
