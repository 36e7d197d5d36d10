/// Finds text that both sides added, each at its own place, so that it stands twice in a result.
///
/// Git's line merge does so without a word in one of three hundred files.
enum DoubledText {
  /// Lines shorter than this, in words, may well stand twice.
  private static let leastWords = 5
  private static let mostReported = 20

  static func find(in result: [UInt8], of texts: ThreeWay<[UInt8]>) -> [MergeWarning] {
    let counts = texts.map(lines)
    var found: [MergeWarning] = []
    for (line, count) in lines(result) where count >= 2 && found.count < mostReported {
      let old = counts.base[line, default: 0]
      let (mine, other) = (counts.ours[line, default: 0], counts.theirs[line, default: 0])
      guard mine > old, other > old, count > max(mine, other) else { continue }
      found.append(.doubled(text: String(decoding: line, as: UTF8.self)))
    }
    return found.sorted { $0.text < $1.text }
  }

  /// How often each long line stands in a text, white space at its ends apart.
  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>: Int] {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for line in bytes.split(separator: 0x0A) {
      var line = line
      while let last = line.last, last.isBlank { line.removeLast() }
      while let first = line.first, first.isBlank { line.removeFirst() }
      guard line.count >= 20, line.count(where: { $0 == 0x20 }) >= leastWords - 1 else { continue }
      counts[line, default: 0] += 1
    }
    return counts
  }
}
