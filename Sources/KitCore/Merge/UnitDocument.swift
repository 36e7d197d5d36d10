/// One of the three versions of a document, cut into units.
struct UnitDocument {
  let bytes: [UInt8]
  let words: [Word]
  var units: [Unit] = []
  /// The blank lines after the last unit.
  var tail: Range<Int>

  /// The numbers of a range of words.
  func numbers(_ range: Range<Int>) -> [Int32] {
    words[range].map(\.number)
  }

  /// The words whose bytes lie in a range.
  func words(in range: Range<Int>) -> Range<Int> {
    lowerBound(range.lowerBound)..<lowerBound(range.upperBound)
  }

  /// The index of the first word that starts at or after a byte.
  private func lowerBound(_ byte: Int) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(words[middle].start) < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
