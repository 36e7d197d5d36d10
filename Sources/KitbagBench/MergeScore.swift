/// How a merger did on a corpus.
struct MergeScore {
  /// The table's row.
  let row: String

  init(of merger: Merger, on cases: [MergeCase]) {
    var (conflicts, resolved, same, sameWords, holds) = (0, 0, 0, 0, 0)
    var (kept, keptResolved, keptSame, controls, controlsSame) = (0, 0, 0, 0, 0)
    var times: [Double] = []
    let clock = ContinuousClock()
    for one in cases {
      let start = clock.now
      let result = merger.merge(one)
      let time = (clock.now - start).components
      times.append(Double(time.seconds) * 1e3 + Double(time.attoseconds) / 1e15)
      if one.isControl {
        controls += 1
        if result == Merger.git.merge(one) { controlsSame += 1 }
        continue
      }
      conflicts += 1
      let isKept = one.distance(of: one.merged) == 0
      kept += isKept ? 1 : 0
      guard let result else { continue }
      let isSame = Self.squeezed(result) == Self.squeezed(one.merged)
      resolved += 1
      same += result == one.merged ? 1 : 0
      sameWords += isSame ? 1 : 0
      holds += one.distance(of: result) == 0 ? 1 : 0
      keptResolved += isKept ? 1 : 0
      keptSame += isKept && isSame ? 1 : 0
    }
    times.sort()
    let cells: [String] = [
      Self.share(resolved, conflicts), Self.share(same, conflicts), Self.share(sameWords, conflicts),
      Self.share(holds, resolved),
      Self.share(keptResolved, kept) + " / " + Self.share(keptSame, keptResolved),
      Self.share(controlsSame, controls), Self.tenths(times.isEmpty ? 0 : times[times.count / 2]),
    ]
    let widths = [9, 8, 9, 8, 21, 10, 8]
    var text = merger.name.padded(to: -9)
    for (cell, width) in zip(cells, widths) { text += cell.padded(to: width) }
    row = text
  }

  private static func squeezed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.filter { $0 != 0x20 && !(0x09...0x0D).contains($0) }
  }

  private static func share(_ part: Int, _ whole: Int) -> String {
    whole == 0 ? "–" : tenths(Double(part) * 100 / Double(whole)) + "%"
  }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

extension String {
  /// Filled with spaces to a width; to the right of the text where that is negative.
  fileprivate func padded(to width: Int) -> String {
    let space = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? self + space : space + self
  }
}
