/// One version of a text with marks around what changed in it, and without what is far from any change.
struct MarkedText {
  let bytes: [UInt8]
  let words: [Word]
  /// Runs of words that changed, in any order; an empty run is a place where words went out.
  let changed: [Range<Int>]
  let marks: (open: String, close: String)
  let isYAML: Bool

  /// How many unchanged words stay on either side of a change.
  private static let context = 8
  /// Beyond this number of lines those without a change are left out.
  private static let fewLines = 6
  /// At most this number of lines is shown.
  private static let mostLines = 14

  /// The lines to show.
  ///
  /// - Parameters:
  ///   - startsInside: Whether something stands before that all versions have.
  ///   - isCut: Whether more follows that was not looked at.
  func lines(startsInside: Bool, isCut: Bool) -> [ShownVersions.Line] {
    let isChanged = flags()
    let ranges = lineRanges()
    let isNear = near(isChanged, ranges)
    let shown = ranges.map { (text: line($0, isChanged, isNear), isNear: $0.words.contains { isNear[$0] }) }
    var lines: [ShownVersions.Line] = startsInside ? [.init(text: "…")] : []
    let leavesOut = ranges.count > Self.fewLines && isNear.contains(true)
    for (range, line) in zip(ranges, shown) {
      if lines.count == Self.mostLines {
        lines.append(.init(text: "…"))
        return lines
      }
      if leavesOut, !line.isNear {
        if lines.last?.text != "…" { lines.append(.init(text: "…", indent: range.indent)) }
      } else {
        lines.append(.init(text: line.text, indent: range.indent))
      }
    }
    if isCut, lines.last?.text != "…" { lines.append(.init(text: "…")) }
    return lines
  }

  /// For each word whether it is marked; none where nearly all of them would be, since that tells nothing.
  private func flags() -> [Bool] {
    var flags = [Bool](repeating: false, count: words.count)
    for run in changed { for index in run where index < flags.count { flags[index] = true } }
    let count = flags.count { $0 }
    return count * 4 > flags.count * 3 ? [Bool](repeating: false, count: words.count) : flags
  }

  /// For each word whether it is close enough to a change on its line to be shown.
  private func near(_ isChanged: [Bool], _ lines: [LineRange]) -> [Bool] {
    let runs = isChanged.contains(true) ? changed : changed.filter(\.isEmpty)
    if runs.isEmpty { return [Bool](repeating: changed.isEmpty ? false : true, count: words.count) }
    var isNear = [Bool](repeating: false, count: words.count)
    for run in runs {
      let start = lines.last { $0.words.lowerBound <= run.lowerBound }?.words.lowerBound ?? 0
      let end = lines.first { $0.words.upperBound >= run.upperBound }?.words.upperBound ?? words.count
      var low = max(start, run.lowerBound - Self.context)
      var high = min(end, run.upperBound + Self.context)
      // Nothing is cut in the middle of what hangs together.
      while low > start, low < end, words[low].start == words[low - 1].end { low -= 1 }
      while high > start, high < end, words[high].start == words[high - 1].end { high += 1 }
      for index in low..<max(low, high) { isNear[index] = true }
    }
    return isNear
  }

  // MARK: Lines

  /// The words of one line, and how far it is set in.
  private struct LineRange {
    var words: Range<Int>
    var indent: Int
  }

  /// The words of each line; lines of one paragraph are one, since they may be wrapped anew.
  private func lineRanges() -> [LineRange] {
    var ranges: [LineRange] = []
    var (start, word) = (0, 0)
    var isAfterBlank = true
    var isCode = false
    var isFrontMatter = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[start..<end]
      let text = line.drop(while: \.isBlank)
      let first = word
      while word < words.count, Int(words[word].start) < end { word += 1 }
      let isEdge = text.elementsEqual("---".utf8) && (ranges.isEmpty || isFrontMatter)
      let isFence = isEdge || text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
      isFrontMatter = isEdge ? ranges.isEmpty : isFrontMatter
      if text.isEmpty {
        isAfterBlank = true
      } else if isAfterBlank || isCode || isFence || ranges.isEmpty || startsLine(text) {
        ranges.append(LineRange(words: first..<word, indent: line.count - text.count))
        isAfterBlank = isFence
      } else {
        ranges[ranges.count - 1].words = ranges[ranges.count - 1].words.lowerBound..<word
      }
      if isFence { isCode.toggle() }
      start = end + 1
    }
    let least = ranges.map(\.indent).min() ?? 0
    return ranges.map { LineRange(words: $0.words, indent: $0.indent - least) }
  }

  /// Whether a line is an item, a row, a heading, a quote or a field rather than running text that goes on.
  private func startsLine(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return text.dropFirst().first?.isBlank ?? true
    case UInt8(ascii: "|"), UInt8(ascii: "#"), UInt8(ascii: ">"): return true
    default: break
    }
    let rest = text.drop(while: \.isASCIIDigit)
    if rest.count < text.count, rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")") {
      return true
    }
    guard isYAML else { return false }
    return text.indices.prefix(40).contains { index in
      text[index] == UInt8(ascii: ":") && (index + 1 == text.endIndex || text[index + 1].isBlank)
    }
  }

  // MARK: Words

  /// The line's words with marks; a sign of omission stands for words that are far from any change.
  private func line(_ line: LineRange, _ isChanged: [Bool], _ isNear: [Bool]) -> String {
    let cuts = omissions(line.words, isNear)
    var text = ""
    var index = line.words.lowerBound
    while index < line.words.upperBound {
      if let cut = cuts.first(where: { $0.lowerBound == index }) {
        text += (text.isEmpty || text.hasSuffix(" ") ? "" : " ") + "… "
        index = cut.upperBound
        continue
      }
      let isFirst = isChanged[index] && (index == line.words.lowerBound || !isChanged[index - 1])
      let isLast = isChanged[index] && (index + 1 == line.words.upperBound || !isChanged[index + 1])
      text += (isFirst ? marks.open : "") + spelling(Int(words[index].start)..<Int(words[index].end))
      text += isLast ? marks.close : ""
      let next = index + 1 < line.words.upperBound ? Int(words[index + 1].start) : Int(words[index].end)
      if next > Int(words[index].end) { text += " " }
      index += 1
    }
    return text
  }

  /// Runs of words that are left out, where that saves at least four.
  private func omissions(_ line: Range<Int>, _ isNear: [Bool]) -> [Range<Int>] {
    guard line.contains(where: { isNear[$0] }) else {
      // Where nothing changed, the beginning tells which line it is.
      return line.count > 40 ? [line.lowerBound + 36..<line.upperBound] : []
    }
    var cuts: [Range<Int>] = []
    var start: Int?
    for index in line.lowerBound...line.upperBound {
      let isFar = index < line.upperBound && !isNear[index]
      if isFar, start == nil { start = index }
      if !isFar, let from = start {
        if index - from >= 4 { cuts.append(from..<index) }
        start = nil
      }
    }
    return cuts
  }

  private func spelling(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
