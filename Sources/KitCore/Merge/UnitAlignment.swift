/// Which unit of the base is which unit of a side.
struct UnitAlignment {
  /// For each base unit the side's unit that it became, in order; -1 where it is gone from its place.
  var side: [Int]
  /// For each of the side's units the base unit that it comes from; -1 where it is new or was moved.
  var base: [Int]

  init(side: [Int], count: Int) {
    self.side = side
    base = [Int](repeating: -1, count: count)
    for (index, match) in side.enumerated() where match >= 0 { base[match] = index }
  }

  /// Whether a base unit is gone from its place.
  func isGone(_ index: Int) -> Bool { side[index] < 0 }
}

/// Finds alignments: by key, then by equal content, then by likeness within the gaps.
struct UnitAligner {
  let likeness: WordLikeness
  /// Two units are versions of each other from this likeness on.
  static let versionFrom = 0.5
  /// A word that stands in more units of a gap than this is no hint.
  private static let rareUpTo = 8
  /// In gaps with more pairs than this not every pair is compared.
  private static let pairLimit = 4_000

  func align(_ base: [Unit], in baseDocument: UnitDocument, _ side: [Unit], in document: UnitDocument)
    -> UnitAlignment
  {
    let (first, second) = identities(base, side)
    let matches = Correspondence(first, second).matches
    var alignment = matches.map(Int.init)
    var (from, from2) = (0, 0)
    for index in 0...base.count {
      let match = index < base.count ? alignment[index] : side.count
      guard match >= 0 else { continue }
      if from < index, from2 < match {
        for (one, two) in versions(base, from..<index, baseDocument, side, from2..<match, document) {
          alignment[one] = two
        }
      }
      (from, from2) = (index + 1, match + 1)
    }
    pairByNeighbours(&alignment, base, side, in: baseDocument, document)
    return UnitAlignment(side: alignment, count: side.count)
  }

  /// Headings, fences and attributes that changed beyond recognition are known by what they belong to.
  private func pairByNeighbours(
    _ alignment: inout [Int], _ base: [Unit], _ side: [Unit], in baseDocument: UnitDocument,
    _ document: UnitDocument
  ) {
    var isTaken = [Bool](repeating: false, count: side.count)
    for match in alignment where match >= 0 { isTaken[match] = true }
    func pair(_ index: Int, _ match: Int) {
      guard side.indices.contains(match), !isTaken[match] else { return }
      alignment[index] = match
      isTaken[match] = true
    }
    for index in base.indices where alignment[index] < 0 {
      let unit = base[index]
      let after = index + 1 < base.count ? alignment[index + 1] - 1 : -1
      let before = index > 0 && alignment[index - 1] >= 0 ? alignment[index - 1] + 1 : -1
      switch unit.kind {
      case .heading:
        if after >= 0, side[after].kind == unit.kind, side[after].quoteDepth == unit.quoteDepth,
          !base[index + 1].isEdge, !base[index + 1].isHeading
        {
          pair(index, after)
        }
      case .fence:
        if after >= 0, side[after].kind == .fence, base[index + 1].kind == .code {
          pair(index, after)
        } else if before >= 0, before < side.count, side[before].kind == .fence, base[index - 1].kind == .code
        {
          pair(index, before)
        }
      case .html:
        if before >= 0, before < side.count, AttributeLine.isOne(unit, baseDocument),
          AttributeLine.isOne(side[before], document)
        {
          pair(index, before)
        }
      default: break
      }
    }
  }

  /// What must be equal for two units to be the same at once: a key that is unique on both sides, else the content.
  ///
  /// Lines that stand at the edges of others, such as fences and attributes, are known by their neighbours.
  private func identities(_ base: [Unit], _ side: [Unit]) -> ([Int32], [Int32]) {
    var counts: [Int32: (Int, Int)] = [:]
    for unit in base where unit.key >= 0 { counts[unit.key, default: (0, 0)].0 += 1 }
    for unit in side where unit.key >= 0 { counts[unit.key, default: (0, 0)].1 += 1 }
    var edges: [Edge: Int32] = [:]
    func identities(_ units: [Unit]) -> [Int32] {
      var isInside = false
      return units.indices.map { index in
        let unit = units[index]
        if unit.key >= 0, let count = counts[unit.key], count.0 == 1, count.1 == 1 { return -2 - unit.key }
        guard unit.isEdge else { return unit.content }
        if unit.kind == .fence { isInside.toggle() }
        let near = unit.kind == .fence && isInside ? index + 1 : index - 1
        let edge = Edge(
          content: unit.content, neighbour: units.indices.contains(near) ? units[near].content : -1)
        if let number = edges[edge] { return number }
        let number = Int32.min + Int32(edges.count)
        edges[edge] = number
        return number
      }
    }
    return (identities(base), identities(side))
  }

  /// A line at the edge of others.
  private struct Edge: Hashable {
    let content: Int32
    let neighbour: Int32
  }

  /// The best pairs, in order, within a gap.
  private func versions(
    _ base: [Unit], _ rows: Range<Int>, _ baseDocument: UnitDocument, _ side: [Unit], _ columns: Range<Int>,
    _ document: UnitDocument
  ) -> [(Int, Int)] {
    guard rows.count * columns.count <= Self.pairLimit else {
      return likelyVersions(base, rows, baseDocument, side, columns, document)
    }
    let words = rows.map { likeness.telling(baseDocument.words[base[$0].words]) }
    let words2 = columns.map { likeness.telling(document.words[side[$0].words]) }
    let width = columns.count + 1
    var score = [Double](repeating: 0, count: rows.count * columns.count)
    var best = [Double](repeating: 0, count: (rows.count + 1) * width)
    for row in stride(from: rows.count - 1, through: 0, by: -1) {
      for column in stride(from: columns.count - 1, through: 0, by: -1) {
        let like = like(
          base[rows.lowerBound + row], words[row], side[columns.lowerBound + column], words2[column])
        score[row * columns.count + column] = like
        let skip = max(best[(row + 1) * width + column], best[row * width + column + 1])
        best[row * width + column] = max(skip, like > 0 ? like + best[(row + 1) * width + column + 1] : 0)
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < rows.count, column < columns.count {
      let like = score[row * columns.count + column]
      if like > 0, best[row * width + column] == like + best[(row + 1) * width + column + 1] {
        pairs.append((rows.lowerBound + row, columns.lowerBound + column))
        row += 1
        column += 1
      } else if best[row * width + column] == best[(row + 1) * width + column] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }

  /// The same for a gap of very many units: each unit's candidate is the one with which it shares most rare words.
  private func likelyVersions(
    _ base: [Unit], _ rows: Range<Int>, _ baseDocument: UnitDocument, _ side: [Unit], _ columns: Range<Int>,
    _ document: UnitDocument
  ) -> [(Int, Int)] {
    var places: [Int32: [Int]] = [:]
    for column in columns {
      for word in Set(likeness.telling(document.words[side[column].words])) {
        // One more than what counts as rare shows that a word is not.
        if places[word, default: []].count <= Self.rareUpTo { places[word, default: []].append(column) }
      }
    }
    var pairs: [(Int, Int)] = []
    for row in rows {
      let words = likeness.telling(baseDocument.words[base[row].words])
      var votes: [Int: Int] = [:]
      for word in words {
        guard let found = places[word], found.count <= Self.rareUpTo else { continue }
        for column in found { votes[column, default: 0] += 1 }
      }
      guard let best = votes.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key else { continue }
      let words2 = likeness.telling(document.words[side[best].words])
      if like(base[row], words, side[best], words2) > 0 { pairs.append((row, best)) }
    }
    return longestIncreasing(pairs)
  }

  /// The likeness of two units if they may be versions of each other, else 0.
  private func like(_ one: Unit, _ words: [Int32], _ two: Unit, _ words2: [Int32]) -> Double {
    guard one.isLikeKind(two) else { return 0 }
    if one.content == two.content { return 1 }
    if one.key >= 0, one.key == two.key { return 1 }
    if one.kind == .field || one.kind == .link { return 0 }
    // Put into a quote, or taken out of one: the words must tell all the more.
    let least = one.quoteDepth == two.quoteDepth ? Self.versionFrom : 0.8
    let ratio = likeness.ratio(words, words2, least: least)
    return ratio >= least ? ratio : 0
  }
}
