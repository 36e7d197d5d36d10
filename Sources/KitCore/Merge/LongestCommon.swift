/// The length of the longest common subsequence, 64 columns at a time (Hyyrö).
enum LongestCommon {
  static func length(_ first: [Int32], _ second: [Int32]) -> Int {
    let blocks = (first.count + 63) / 64
    var masks: [Int32: [UInt64]] = [:]
    for (index, word) in first.enumerated() {
      masks[word, default: [UInt64](repeating: 0, count: blocks)][index / 64] |= 1 << UInt64(index % 64)
    }
    var row = [UInt64](repeating: ~0, count: blocks)
    for word in second {
      guard let mask = masks[word] else { continue }
      var carry: UInt64 = 0
      for block in 0..<blocks {
        let (old, common) = (row[block], row[block] & mask[block])
        let (partial, overflow) = old.addingReportingOverflow(common)
        let (sum, overflow2) = partial.addingReportingOverflow(carry)
        carry = overflow || overflow2 ? 1 : 0
        row[block] = sum | (old & ~mask[block])
      }
    }
    var ones = 0
    for block in 0..<blocks {
      let used =
        block == blocks - 1 && first.count % 64 != 0 ? (UInt64(1) << UInt64(first.count % 64)) - 1 : ~0
      ones += (~row[block] & used).nonzeroBitCount
    }
    return ones
  }
}
