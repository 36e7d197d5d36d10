/// The three versions of a clash without the lines at their beginning and end that all of them have.
///
/// Where both sides began with nothing, the two are held against each other.
struct DifferingLines {
  /// What all have before and after the lines that differ.
  let before: [UInt8]
  let after: [UInt8]
  /// The lines that differ, each text ended by a line break unless it is empty.
  let base: [UInt8]
  let ours: [UInt8]
  let theirs: [UInt8]

  init(of clash: Clash) {
    let texts = ThreeWay(base: clash.base, ours: clash.ours, theirs: clash.theirs).map { Self.lines($0) }
    let all = (clash.base.isEmpty ? [] : [texts.base]) + [texts.ours, texts.theirs]
    // Of a part in question for its place alone no line differs, and it stands whole.
    let isOneText = all.allSatisfy { $0 == texts.ours }
    let shortest = isOneText ? 0 : all.map(\.count).min() ?? 0
    func inCommon(_ line: (ArraySlice<ArraySlice<UInt8>>, Int) -> ArraySlice<UInt8>, upTo limit: Int) -> Int {
      (0..<limit).first { offset in all.contains { line($0, offset) != line(all[0], offset) } } ?? limit
    }
    let head = inCommon({ $0[$0.startIndex + $1] }, upTo: shortest)
    let tail = inCommon({ $0[$0.endIndex - 1 - $1] }, upTo: shortest - head)
    func middle(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [UInt8] {
      lines.isEmpty ? [] : Array(lines.dropFirst(head).dropLast(tail).joined())
    }
    before = Array(texts.ours.prefix(head).joined())
    after = Array(texts.ours.suffix(tail).joined())
    (base, ours, theirs) = (middle(texts.base), middle(texts.ours), middle(texts.theirs))
  }

  /// The lines of a text, each with its line break, which the last one gets where it has none.
  private static func lines(_ text: [UInt8]) -> ArraySlice<ArraySlice<UInt8>> {
    let whole = text.last.map { $0 == 0x0A } ?? true ? text : text + [0x0A]
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < whole.count {
      let end = (whole[start...].firstIndex(of: 0x0A) ?? whole.count - 1) + 1
      lines.append(whole[start..<end])
      start = end
    }
    return lines[...]
  }
}
