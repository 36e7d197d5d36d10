/// Which lines of a text are not in an older version of it.
struct ChangedLines {
  private let starts: [Int]
  private let changed: [Bool]

  /// More lines than this are all taken as changed when the rest differs much; no kit's file is so long.
  private static let mostLines = 20_000

  /// Compares two versions; without an older one all is new.
  init(old: [UInt8]?, new: [UInt8]) {
    let fresh = Self.lines(new)
    var starts: [Int] = []
    for line in fresh { starts.append(line.startIndex) }
    self.starts = starts
    guard let old else {
      changed = [Bool](repeating: true, count: fresh.count)
      return
    }
    let before = Self.lines(old)
    var changed = [Bool](repeating: false, count: fresh.count)
    let head = zip(before, fresh).prefix { $0.0.elementsEqual($0.1) }.count
    let most = min(before.count, fresh.count) - head
    let tail = zip(before.reversed(), fresh.reversed()).prefix { $0.0.elementsEqual($0.1) }.count
    let end = fresh.count - min(tail, most)
    let (oldMiddle, newMiddle) = (before[head..<(before.count - min(tail, most))], fresh[head..<end])
    if oldMiddle.count + newMiddle.count > Self.mostLines {
      for index in newMiddle.indices { changed[index] = true }
    } else {
      let difference = newMiddle.map { Array($0) }.difference(from: oldMiddle.map { Array($0) })
      for case .insert(let offset, _, _) in difference.insertions { changed[head + offset] = true }
    }
    self.changed = changed
  }

  /// Whether a range of bytes touches a line that is new.
  func touches(_ range: Range<Int>) -> Bool {
    guard !starts.isEmpty else { return false }
    let first = line(of: range.lowerBound)
    let last = line(of: max(range.lowerBound, range.upperBound - 1))
    return changed[first...last].contains(true)
  }

  private func line(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      lines.append(bytes[start..<end])
      start = end
    }
    return lines
  }
}
