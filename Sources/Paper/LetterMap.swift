/// The table of a TrueType file that leads from letters to shapes ("cmap"), as far as it tells which letters there are.
struct LetterMap {
  /// The letters, as ranges in order.
  private(set) var ranges: [ClosedRange<UInt32>] = []
  private let font: [UInt8]

  /// Reads a font; nothing is found in what is none.
  init(font: [UInt8]) {
    self.font = font
    guard let table = table(named: "cmap"), let count = short(table + 2) else { return }
    for place in 0..<count {
      guard let offset = long(table + 4 + 8 * place + 4), let format = short(table + offset) else { continue }
      if format == 12 {
        ranges = groups(at: table + offset)
        return
      }
      if format == 4 { ranges = segments(at: table + offset) }
    }
  }

  private func table(named name: String) -> Int? {
    guard let count = short(4) else { return nil }
    for place in 0..<count {
      let entry = 12 + 16 * place
      guard entry + 16 <= font.count else { return nil }
      if font[entry..<entry + 4].elementsEqual(name.utf8) { return long(entry + 8) }
    }
    return nil
  }

  /// Format 4: segments of the first 65,536 letters. The last one only marks the end.
  private func segments(at start: Int) -> [ClosedRange<UInt32>] {
    guard let doubled = short(start + 6) else { return [] }
    return stride(from: 0, to: doubled, by: 2).compactMap { (step: Int) -> ClosedRange<UInt32>? in
      guard let end = short(start + 14 + step), let first = short(start + 16 + doubled + step), first <= end,
        first != 0xFFFF
      else { return nil }
      return UInt32(first)...UInt32(end)
    }
  }

  /// Format 12: groups of letters from all planes.
  private func groups(at start: Int) -> [ClosedRange<UInt32>] {
    guard let count = long(start + 12), count < 65_536 else { return [] }
    return (0..<count).compactMap { (place: Int) -> ClosedRange<UInt32>? in
      let group = start + 16 + 12 * place
      guard let first = long(group), let end = long(group + 4), first <= end, end <= 0x10FFFF else {
        return nil
      }
      return UInt32(first)...UInt32(end)
    }
  }

  private func short(_ place: Int) -> Int? {
    guard place >= 0, place + 2 <= font.count else { return nil }
    return Int(font[place]) << 8 | Int(font[place + 1])
  }

  private func long(_ place: Int) -> Int? {
    guard let high = short(place), let low = short(place + 2) else { return nil }
    return high << 16 | low
  }
}
