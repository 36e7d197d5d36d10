/// Three versions of a part as they are shown beside one another, with brackets around the words that differ.
struct ShownVersions {
  /// A line, or a paragraph that may be wrapped.
  struct Line: Equatable {
    var text: String
    /// Columns before it.
    var indent = 0
  }

  private(set) var base: [Line]
  private(set) var ours: [Line]
  private(set) var theirs: [Line]

  /// Of longer texts only the part from the first difference on is looked at, in bytes.
  private static let longest = 12_000

  init(_ texts: ThreeWay<[UInt8]?>, isYAML: Bool) {
    let bytes = texts.map { $0 ?? [] }
    if let sizes = Self.sizes(texts) {
      (base, ours, theirs) = (sizes.base, sizes.ours, sizes.theirs)
      return
    }
    let skipped = Self.linesInCommon(bytes)
    let plain = bytes.map { Array($0.dropFirst(skipped).prefix(Self.longest)) }
    let bare = isYAML ? FieldValue.bare(plain) : plain
    let isCut = bytes.map { $0.count - skipped > Self.longest }
    var lexicon = Lexicon()
    let words = bare.map { WordCutter.words(of: $0, &lexicon) }
    let edits = Self.edits(words, lexicon.isWord)
    let hasMarks = bare.map { $0.contains(UInt8(ascii: "[")) || $0.contains(UInt8(ascii: "]")) }
    let marks = hasMarks.base || hasMarks.ours || hasMarks.theirs ? ("«", "»") : ("[", "]")
    func lines(
      _ side: KeyPath<ThreeWay<[UInt8]>, [UInt8]>, _ words: [Word], _ edits: [Range<Int>], _ isCut: Bool
    )
      -> [Line]
    {
      let text = bare[keyPath: side]
      if text.allSatisfy({ $0.isBlank || $0 == 0x0A }) { return [Line(text: "(nothing)")] }
      return MarkedText(bytes: text, words: words, changed: edits, marks: marks, isYAML: isYAML)
        .lines(startsInside: skipped > 0, isCut: isCut)
    }
    base = lines(\.base, words.base, edits.base, isCut.base)
    ours = lines(\.ours, words.ours, edits.ours, isCut.ours)
    theirs = lines(\.theirs, words.theirs, edits.theirs, isCut.theirs)
  }

  /// What is shown of bytes that are no text.
  private static func sizes(_ texts: ThreeWay<[UInt8]?>) -> ThreeWay<[Line]>? {
    let isText = texts.map { bytes in bytes.map { $0.isText } ?? true }
    if isText.base && isText.ours && isText.theirs { return nil }
    return texts.map { bytes in
      [Line(text: bytes.map { $0.isEmpty ? "(nothing)" : "(\(FileComparison.size($0)))" } ?? "(nothing)")]
    }
  }

  /// Bytes of whole lines at the beginning that all versions have, but for the last two, where the texts are long.
  private static func linesInCommon(_ texts: ThreeWay<[UInt8]>) -> Int {
    let all = [texts.base, texts.ours, texts.theirs].filter { !$0.isEmpty }
    let shortest = all.map(\.count).min() ?? 0
    guard all.contains(where: { $0.count > longest }), let first = all.first else { return 0 }
    var starts = [0, 0, 0]
    for index in 0..<shortest {
      guard all.allSatisfy({ $0[index] == first[index] }) else { break }
      if first[index] == 0x0A { starts = [starts[1], starts[2], index + 1] }
    }
    return starts[0]
  }

  /// For each version, the runs of words that differ from what both began with; an empty run is a place where words
  /// are missing. Where both began with nothing, the two sides are held against each other.
  private static func edits(_ words: ThreeWay<[Word]>, _ isWord: [Bool]) -> ThreeWay<[Range<Int>]> {
    let finder = WordEdits(isWord: isWord)
    if words.base.isEmpty {
      let edits = finder.between(words.ours[...], words.theirs[...])
      return ThreeWay(base: [], ours: edits.map(\.base), theirs: edits.map(\.side))
    }
    let ours = words.ours.isEmpty ? [] : finder.between(words.base[...], words.ours[...])
    let theirs = words.theirs.isEmpty ? [] : finder.between(words.base[...], words.theirs[...])
    return ThreeWay(base: (ours + theirs).map(\.base), ours: ours.map(\.side), theirs: theirs.map(\.side))
  }
}
