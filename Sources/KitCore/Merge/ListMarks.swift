/// The marks and numbers before the items of lists.
enum ListMarks {
  /// The words of a text without the marks and numbers with which lines begin as items do.
  static func removed(from words: [Word], of text: [UInt8]) -> [Word] {
    var kept: [Word] = []
    kept.reserveCapacity(words.count)
    var end = 0
    var isAtStart = true  // nothing but quote marks on this line so far
    var index = 0
    while index < words.count {
      let start = Int(words[index].start)
      isAtStart = isAtStart || text[end..<start].contains(0x0A)
      if isAtStart, text[start] != UInt8(ascii: ">") {
        isAtStart = false
        index += length(words[index...], text)
        guard index < words.count else { break }
        isAtStart = text[start..<Int(words[index].start)].contains(0x0A)
      }
      end = Int(words[index].end)
      kept.append(words[index])
      index += 1
    }
    return kept
  }

  /// How many words the mark takes that these words begin with; 0 if there is none.
  private static func length(_ words: ArraySlice<Word>, _ text: [UInt8]) -> Int {
    guard let first = words.first else { return 0 }
    func isBeforeBlank(_ word: Word) -> Bool {
      let end = Int(word.end)
      return end >= text.count || text[end].isBlank
    }
    switch text[Int(first.start)] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isBeforeBlank(first) ? 1 : 0
    default:
      guard words.count > 1, text[Int(first.start)..<Int(first.end)].allSatisfy(\.isASCIIDigit) else {
        return 0
      }
      let second = words[words.startIndex + 1]
      let mark = text[Int(second.start)]
      let isMark = mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")")
      return isMark && second.start == first.end && isBeforeBlank(second) ? 2 : 0
    }
  }
}
