/// Cuts a table row into its cells.
enum TableCells {
  /// The bytes of each cell without white space at the ends, from left to right.
  static func ranges(in bytes: [UInt8], row: Range<Int>) -> [Range<Int>] {
    let bars = positionsOfBars(in: bytes, row: row)
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    for bar in bars + [row.upperBound] {
      cells.append(trimmed(start..<bar, in: bytes))
      start = bar + 1
    }
    if let first = cells.first, first.isEmpty { cells.removeFirst() }
    if let last = cells.last, last.isEmpty,
      bars.last.map({ isBlank($0 + 1..<row.upperBound, in: bytes) }) == true
    {
      cells.removeLast()
    }
    return cells
  }

  /// The bars of a row that part its cells; escaped bars and bars in code spans are not among them.
  private static func positionsOfBars(in bytes: [UInt8], row: Range<Int>) -> [Int] {
    var bars: [Int] = []
    var index = row.lowerBound
    while index < row.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == UInt8(ascii: "|") { bars.append(index) }
      index += 1
    }
    return bars
  }

  private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, bytes[low].isBlank { low += 1 }
    while low < high, bytes[high - 1].isBlank { high -= 1 }
    return low..<high
  }

  private static func isBlank(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    trimmed(range, in: bytes).isEmpty
  }
}
