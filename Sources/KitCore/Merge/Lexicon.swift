/// Numbers for the words of the documents that are merged together, so that comparing words is comparing numbers.
struct Lexicon {
  private var numbers: [Key: Int32] = [:]
  private var sequences: [[Int32]: Int32] = [:]
  private var lines: [Key: Int32] = [:]
  /// By number: whether it is a word rather than a mark such as a comma.
  private(set) var isWord: [Bool] = []
  /// By number: the number of the same word in small letters (of ASCII).
  private(set) var folded: [Int32] = []

  /// The spelling of a word.
  private struct Key: Hashable {
    let bytes: ArraySlice<UInt8>

    func hash(into hasher: inout Hasher) {
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
  }

  /// The number of a word with this spelling.
  mutating func number(of spelling: ArraySlice<UInt8>, isWord: Bool) -> Int32 {
    let key = Key(bytes: spelling)
    if let number = numbers[key] { return number }
    let number = Int32(numbers.count)
    numbers[key] = number
    self.isWord.append(isWord)
    folded.append(number)
    if isWord, spelling.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) {
      let small = spelling.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      folded[Int(number)] = self.number(of: small[...], isWord: true)
    }
    return number
  }

  /// The number of a word that was met before.
  func numberKnown(of spelling: [UInt8]) -> Int32? { numbers[Key(bytes: spelling[...])] }

  /// A number for a sequence of words: equal exactly where the sequences are.
  mutating func number(ofSequence words: [Int32]) -> Int32 {
    if let number = sequences[words] { return number }
    let number = Int32(sequences.count) &* 2
    sequences[words] = number
    return number
  }

  /// A number for a text in which every byte counts, never equal to that of a sequence of words.
  mutating func number(ofText bytes: ArraySlice<UInt8>) -> Int32 {
    let key = Key(bytes: bytes)
    if let number = lines[key] { return number }
    let number = Int32(lines.count) &* 2 &+ 1
    lines[key] = number
    return number
  }
}
