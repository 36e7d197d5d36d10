/// Looks whether a line merge brought back what one side took out, because the other side moved it.
enum ReturnedLines {
  /// Shorter lines, in words, are too common to tell.
  private static let leastWords = 3

  /// Whether a line that stood once in the base, and that exactly one side took out, stands in the result.
  static func isAny(in result: [UInt8], of texts: ThreeWay<[UInt8]>) -> Bool {
    let counts = texts.map(lines)
    let now = lines(result)
    return counts.base.contains { line, count in
      count == 1 && (counts.ours[line] == nil) != (counts.theirs[line] == nil) && now[line] != nil
        && line.split(whereSeparator: \.isBlank).count >= leastWords
    }
  }

  private static func lines(_ text: [UInt8]) -> [ArraySlice<UInt8>: Int] {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for line in text.split(separator: 0x0A) { counts[line, default: 0] += 1 }
    return counts
  }
}
