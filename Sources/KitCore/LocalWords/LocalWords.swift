/// All that is local to one group: its words for the kit's parameters, its names, venues and people.
///
/// Dates, e-mail addresses and telephone numbers are found in any text, whatever the group says.
package struct LocalWords: Sendable {
  /// The words, the longest first, and of equals those that can be turned back into a parameter first.
  package let words: [LocalWord]

  private let byFirst: [String: [LocalWord]]

  /// Takes the words themselves; of equal ones the first that is a parameter's counts.
  package init(_ words: [LocalWord]) {
    let ranked = words.enumerated().sorted { (one, other) -> Bool in
      let (left, right) = (one.element, other.element)
      if left.folded.count != right.folded.count { return left.folded.count > right.folded.count }
      if (left.parameter != nil) != (right.parameter != nil) { return left.parameter != nil }
      return one.offset < other.offset
    }
    self.words = ranked.map(\.element)
    byFirst = Dictionary(grouping: self.words) { $0.folded.first ?? "" }
  }

  /// What in a text is local, in order of place; nothing overlaps.
  ///
  /// - Parameters:
  ///   - bytes: The text, UTF-8.
  ///   - old: What stood there before, if there was something: only what touches a new line is told. `nil` tells all.
  package func finds(in bytes: [UInt8], since old: [UInt8]? = nil) -> [LocalFind] {
    let tokens = Self.tokens(in: bytes)
    var spots: [(kind: LocalFind.Kind, range: Range<Int>)] = phrases(in: bytes, tokens)
    for detail in ContactDetail.all(in: bytes, isStrict: true) {
      let kind: LocalFind.Kind = detail.kind == .emailAddress ? .emailAddress : .phoneNumber
      add((kind, detail.range), to: &spots)
    }
    for range in DayInText.all(in: bytes, tokens) { add((.date, range), to: &spots) }
    if spots.isEmpty { return [] }
    let lines = ChangedLines(old: old, new: bytes)
    guard let source = try? SourceText(bytes) else { return [] }
    return spots.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { lines.touches($0.range) }
      .map { (spot: (kind: LocalFind.Kind, range: Range<Int>)) -> LocalFind in
        LocalFind(
          kind: spot.kind, text: Self.oneLine(source[spot.range]), range: spot.range,
          place: source.place(at: spot.range.lowerBound))
      }
  }

  /// The words of a text without those inside `{{name}}`: a parameter's own name is nobody's word.
  private static func tokens(in bytes: [UInt8]) -> [FoldedWord] {
    let tokens = FoldedWord.all(in: bytes)
    let uses = ParameterText(String(decoding: bytes, as: UTF8.self)).uses.filter { $0.name != nil }.map(
      \.range)
    if uses.isEmpty { return tokens }
    return tokens.filter { (token: FoldedWord) -> Bool in !uses.contains { $0.overlaps(token.range) } }
  }

  /// The words, folded, that a text says.
  func wordsSaid(in bytes: [UInt8]) -> Set<[String]> {
    let tokens = FoldedWord.all(in: bytes)
    var said: Set<[String]> = []
    for index in tokens.indices {
      for word in byFirst[tokens[index].text] ?? [] where stands(word, at: index, tokens, bytes) {
        said.insert(word.folded)
      }
    }
    return said
  }

  private func phrases(
    in bytes: [UInt8], _ tokens: [FoldedWord]
  ) -> [(kind: LocalFind.Kind, range: Range<Int>)] {
    var spots: [(kind: LocalFind.Kind, range: Range<Int>)] = []
    var index = 0
    while index < tokens.count {
      let match = byFirst[tokens[index].text]?.first { stands($0, at: index, tokens, bytes) }
      if let match {
        let last = index + match.folded.count - 1
        spots.append(
          (.word(match.source), tokens[index].range.lowerBound..<tokens[last].range.upperBound))
        index = last + 1
      } else {
        index += 1
      }
    }
    return spots
  }

  /// Whether a word stands at a place: the same words in a row, whatever blanks, hyphens or signs are between them.
  private func stands(
    _ word: LocalWord, at index: Int, _ tokens: [FoldedWord], _ bytes: [UInt8]
  ) -> Bool {
    guard index + word.folded.count <= tokens.count else { return false }
    for (offset, text) in word.folded.enumerated() {
      guard tokens[index + offset].text == text else { return false }
      if offset > 0 {
        let gap = bytes[tokens[index + offset - 1].range.upperBound..<tokens[index + offset].range.lowerBound]
        // A paragraph's end parts a phrase, and so does a parameter.
        guard gap.count <= 100, gap.count(where: { $0 == 0x0A }) <= 1, !gap.contains(UInt8(ascii: "{")) else {
          return false
        }
      }
    }
    if word.needsCapitals {
      return String(decoding: bytes[tokens[index].range], as: UTF8.self) == word.text.trimmed
    }
    return true
  }

  /// Of two that overlap the one that was there stays, unless the new one covers it.
  private func add(
    _ spot: (kind: LocalFind.Kind, range: Range<Int>),
    to spots: inout [(kind: LocalFind.Kind, range: Range<Int>)]
  ) {
    let over = spots.indices.filter { spots[$0].range.overlaps(spot.range) }
    let isWider = over.allSatisfy { (index: Int) -> Bool in
      spot.range.lowerBound <= spots[index].range.lowerBound
        && spot.range.upperBound >= spots[index].range.upperBound && spot.range != spots[index].range
    }
    guard isWider else { return }
    for index in over.reversed() { spots.remove(at: index) }
    spots.append(spot)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
