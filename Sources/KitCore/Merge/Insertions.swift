/// What both sides put in at one spot.
struct Insertions {
  let resolver: RegionResolver
  let slot: Int
  let ours: [Int]
  let theirs: [Int]

  private var level: LevelMerge { resolver.level }
  private var merge: UnitMerge { resolver.level.merge }
  private var units: ThreeWay<[Unit]> { resolver.level.units }

  /// One of the units put in.
  struct Added {
    let index: Int
    let isOurs: Bool
  }

  /// Both sides' additions in one order.
  func resolve(clash: (ClashKind) -> OpenClash) throws(OpenClash) -> [MergedPart] {
    var out = PartBuilder()
    let all = try order(ours, theirs, clash)
    for added in all { resolver.appendUnit(added.index, isOurs: added.isOurs, to: &out) }
    return out.finish()
  }

  private func unit(_ added: Added) -> Unit {
    added.isOurs ? units.ours[added.index] : units.theirs[added.index]
  }

  private func order(
    _ mine: [Int], _ other: [Int], _ clash: (ClashKind) -> OpenClash
  ) throws(OpenClash) -> [Added] {
    if mine.isEmpty { return other.map { Added(index: $0, isOurs: false) } }
    if other.isEmpty { return mine.map { Added(index: $0, isOurs: true) } }
    if let all = try attributesFirst(mine, other, clash) { return all }
    if let all = try byGroups(mine, other, clash) { return all }
    let common = Correspondence(mine.map { units.ours[$0].content }, other.map { units.theirs[$0].content })
      .matches
    guard common.contains(where: { $0 >= 0 }) else { return try apart(mine, other, clash) }
    var result: [Added] = []
    var (from, from2) = (0, 0)
    for index in 0...mine.count {
      let match = index < mine.count ? Int(common[index]) : other.count
      guard match >= 0 else { continue }
      result += try order(Array(mine[from..<index]), Array(other[from2..<match]), clash)
      if index < mine.count { result.append(Added(index: mine[index], isOurs: true)) }
      (from, from2) = (index + 1, match + 1)
    }
    return result
  }

  /// Additions that have nothing in common.
  private func apart(
    _ mine: [Int], _ other: [Int], _ clash: (ClashKind) -> OpenClash
  ) throws(OpenClash) -> [Added] {
    let first = mine.map { Added(index: $0, isOurs: true) }
    let second = other.map { Added(index: $0, isOurs: false) }
    if let (rest, rest2) = withoutContained(mine, other) { return try order(rest, rest2, clash) }
    try checkAlike(first, second, clash)
    if isOneList(first + second) { return sorted(first, second) ?? first + second }
    if areEntries(first + second) {
      let terms = Set(mine.compactMap { LeadTerm.of(units.ours[$0], merge.documents.ours) })
      if other.contains(where: {
        LeadTerm.of(units.theirs[$0], merge.documents.theirs).map(terms.contains) == true
      }) {
        throw clash(.alikeInsertions)
      }
      return sorted(first, second) ?? first + second
    }
    throw clash(.insertedTogether)
  }

  /// All of one kind of list.
  private func isOneList(_ all: [Added]) -> Bool {
    guard let first = all.first.map(unit), first.isListed else { return false }
    return all.allSatisfy { unit($0).isSameList(first) }
  }

  /// Paragraphs that each begin with a term, as in a glossary, among others such.
  private func areEntries(_ all: [Added]) -> Bool {
    let near = units.base[max(0, slot - 1)..<min(units.base.count, slot + 1)]
    return near.contains { LeadTerm.of($0, merge.documents.base) != nil }
      && all.allSatisfy {
        LeadTerm.of(unit($0), $0.isOurs ? merge.documents.ours : merge.documents.theirs) != nil
      }
  }

  // MARK: Attributes

  /// Attributes under the block before the spot come first; only what goes on with that block's quote stands before
  /// them. `nil` if not exactly one side has such.
  private func attributesFirst(
    _ mine: [Int], _ other: [Int], _ clash: (ClashKind) -> OpenClash
  ) throws(OpenClash) -> [Added]? {
    let isOurs = isAttribute(mine[0], units.ours, merge.documents.ours)
    guard isOurs != isAttribute(other[0], units.theirs, merge.documents.theirs) else { return nil }
    let (side, document) =
      isOurs ? (units.theirs, merge.documents.theirs) : (units.ours, merge.documents.ours)
    let rest = isOurs ? other : mine
    let depth = slot > 0 ? units.base[slot - 1].quoteDepth : 0
    let inside = rest.prefix { index in
      depth > 0 && side[index].quoteDepth >= depth && isBareQuote(document.bytes[side[index].gap])
    }
    let head = inside.map { Added(index: $0, isOurs: !isOurs) }
    let attributes = Added(index: isOurs ? mine[0] : other[0], isOurs: isOurs)
    let tail =
      isOurs
      ? try order(Array(mine.dropFirst()), Array(other.dropFirst(inside.count)), clash)
      : try order(Array(mine.dropFirst(inside.count)), Array(other.dropFirst()), clash)
    return head + [attributes] + tail
  }

  private func isAttribute(_ index: Int, _ side: [Unit], _ document: UnitDocument) -> Bool {
    side[index].kind == .html && side[index].gap.isEmpty && AttributeLine.isOne(side[index], document)
  }

  /// Whether a gap has no line without a quote mark.
  private func isBareQuote(_ gap: ArraySlice<UInt8>) -> Bool {
    gap.split(separator: 0x0A, omittingEmptySubsequences: true).allSatisfy { $0.contains(UInt8(ascii: ">")) }
      && gap.split(separator: 0x0A, omittingEmptySubsequences: false).count
        <= gap.split(separator: 0x0A, omittingEmptySubsequences: true).count + 1
  }

  /// Without an addition that one of the other side's holds word for word; `nil` where there is none such.
  private func withoutContained(_ mine: [Int], _ other: [Int]) -> ([Int], [Int])? {
    guard mine.count == 1, other.count == 1 else { return nil }
    let (one, two) = (units.ours[mine[0]], units.theirs[other[0]])
    guard one.isLikeKind(two), one.kids.isEmpty, two.kids.isEmpty else { return nil }
    let words = merge.documents.ours.numbers(one.words)
    let words2 = merge.documents.theirs.numbers(two.words)
    guard min(words.count, words2.count) >= 4 else { return nil }
    if merge.likeness.isContained(words, in: words2) { return ([], other) }
    if merge.likeness.isContained(words2, in: words) { return (mine, []) }
    return nil
  }

  // MARK: Sections and boxes

  /// Both sides' new sections, or quoted boxes, with titles of their own; `nil` where it is not all such.
  private func byGroups(
    _ mine: [Int], _ other: [Int], _ clash: (ClashKind) -> OpenClash
  ) throws(OpenClash) -> [Added]? {
    // Two whole files are not sections of one.
    guard !units.base.isEmpty, let own = InsertedGroups(mine, of: units.ours),
      let others = InsertedGroups(other, of: units.theirs),
      !own.groups.isEmpty || !others.groups.isEmpty
    else { return nil }
    let isBoxes = own.isBoxes && others.isBoxes && !own.groups.isEmpty && !others.groups.isEmpty
    guard isBoxes ? own.head.isEmpty && others.head.isEmpty : isBeforeHeading else { return nil }
    let numbers = GroupNumbers(own, units.ours, others, units.theirs)
    let fresh = zip(own.groups, numbers.ours).filter { !numbers.theirs.contains($0.1) }.map(\.0)
    let fresh2 = zip(others.groups, numbers.theirs).filter { !numbers.ours.contains($0.1) }.map(\.0)
    if fresh.contains(where: { one in fresh2.contains { hasSameTitle(one, $0) } }) { return nil }
    if isAlike([own.head] + fresh, [others.head] + fresh2) { throw clash(.alikeInsertions) }
    let heads = try order(own.head, others.head, clash)
    let common = Correspondence(numbers.ours, numbers.theirs).matches
    var result: [Added] = heads
    var (from, from2) = (0, 0)
    for index in 0...own.groups.count {
      let match = index < own.groups.count ? Int(common[index]) : others.groups.count
      guard match >= 0 else { continue }
      let first = own.groups[from..<index].joined().map { Added(index: $0, isOurs: true) }
      let second = others.groups[from2..<match].joined().map { Added(index: $0, isOurs: false) }
      result += sortedSections(first, second) ?? first + second
      if index < own.groups.count { result += own.groups[index].map { Added(index: $0, isOurs: true) } }
      (from, from2) = (index + 1, match + 1)
    }
    return result
  }

  private func hasSameTitle(_ one: [Int], _ two: [Int]) -> Bool {
    guard let first = one.first, let second = two.first else { return false }
    let (title, title2) = (units.ours[first], units.theirs[second])
    return title.key >= 0 && title.key == title2.key
      || OrderKey.of(title, merge.documents.ours) == OrderKey.of(title2, merge.documents.theirs)
  }

  /// Whether both sides say the same, under different titles or without one.
  private func isAlike(_ mine: [[Int]], _ other: [[Int]]) -> Bool {
    func telling(_ groups: [[Int]], _ side: [Unit]) -> [Unit] {
      groups.joined().map { side[$0] }.filter { $0.isText || $0.kind == .row }
    }
    let (first, second) = (telling(mine, units.ours), telling(other, units.theirs))
    guard first.count * second.count <= 4_000 else { return false }
    let around = neighbours
    return first.contains { one in
      one.words.count >= 6 && second.contains { isAlike(one, $0, around) }
    }
  }

  /// Whether what follows is a heading, a line across or the end, so that new sections do not cut a section in two.
  private var isBeforeHeading: Bool {
    slot >= units.base.count || units.base[slot].isHeading || units.base[slot].kind == .rule
  }

  // MARK: Alike

  private func checkAlike(_ mine: [Added], _ other: [Added], _ clash: (ClashKind) -> OpenClash)
    throws(OpenClash)
  {
    let around = neighbours
    let near = AlikeCandidates(
      mine.map { merge.likeness.telling(merge.documents.ours.words[unit($0).words]) },
      other.map { merge.likeness.telling(merge.documents.theirs.words[unit($0).words]) })
    for (one, two) in near.pairs where isAlike(unit(mine[one]), unit(other[two]), around) {
      throw clash(.alikeInsertions)
    }
  }

  private var neighbours: [Unit] {
    let base = units.base
    return Array(base[max(0, slot - 4)..<slot]) + Array(base[slot..<min(base.count, slot + 4)])
  }

  private func isAlike(_ one: Unit, _ two: Unit, _ around: [Unit]) -> Bool {
    if one.key >= 0, one.key == two.key { return true }
    guard one.isLikeKind(two), one.kind != .field, one.kind != .link else { return false }
    let likeness = merge.likeness
    let words = likeness.telling(merge.documents.ours.words[one.words])
    let words2 = likeness.telling(merge.documents.theirs.words[two.words])
    if one.isHeading {
      return OrderKey.of(one, merge.documents.ours) == OrderKey.of(two, merge.documents.theirs)
    }
    guard words.count >= 3, words2.count >= 3 else { return false }
    let ratio = likeness.ratio(words, words2, least: 0.6)
    guard ratio >= 0.6 else { return false }
    if ratio > 0.95 { return true }
    let usual =
      around.lazy.filter { $0.isSameList(one) }.map { near in
        let near = likeness.telling(merge.documents.base.words[near.words])
        return max(likeness.ratio(words, near), likeness.ratio(words2, near))
      }.max() ?? 0
    return ratio > usual + 0.05
  }

  // MARK: Order

  /// Both sides' additions in the order of the list around, if that is sorted and they fit in.
  private func sorted(_ mine: [Added], _ other: [Added]) -> [Added]? {
    guard let first = mine.first.map(unit) else { return nil }
    let base = units.base
    let around = (list(base[..<slot].reversed(), of: first).reversed() + list(base[slot...], of: first))
      .map { OrderKey.of($0, merge.documents.base) }
    guard around.count >= 4, Set(around).count == around.count else { return nil }
    for isRising in [true, false] {
      func inOrder(_ keys: [[UInt8]]) -> Bool {
        zip(keys, keys.dropFirst()).allSatisfy {
          isRising ? !$1.lexicographicallyPrecedes($0) : !$0.lexicographicallyPrecedes($1)
        }
      }
      guard inOrder(around) else { continue }
      let (keys, keys2) = (mine.map(key), other.map(key))
      guard inOrder(keys), inOrder(keys2) else { continue }
      return mergeSorted(mine, other) {
        isRising ? !$1.lexicographicallyPrecedes($0) : !$0.lexicographicallyPrecedes($1)
      }
    }
    return nil
  }

  /// Up to eight entries of the list next to the slot that stand as deep as this one.
  private func list(_ units: some Sequence<Unit>, of first: Unit) -> [Unit] {
    var found: [Unit] = []
    for unit in units {
      if unit.indent > first.indent { continue }
      guard unit.isSameList(first), unit.indent == first.indent, found.count < 8 else { break }
      found.append(unit)
    }
    return found
  }

  private func key(_ added: Added) -> [UInt8] {
    OrderKey.of(unit(added), added.isOurs ? merge.documents.ours : merge.documents.theirs)
  }

  private func mergeSorted(_ mine: [Added], _ other: [Added], _ isFirst: ([UInt8], [UInt8]) -> Bool)
    -> [Added]
  {
    var result: [Added] = []
    var (one, two) = (mine[...], other[...])
    while let left = one.first, let right = two.first {
      if isFirst(key(left), key(right)) {
        result.append(one.removeFirst())
      } else {
        result.append(two.removeFirst())
      }
    }
    return result + one + two
  }

  /// New sections in the order of the sections around, if those are sorted and the new ones fit in.
  private func sortedSections(_ mine: [Added], _ other: [Added]) -> [Added]? {
    guard let first = mine.first.map(unit), let first2 = other.first.map(unit), first.kind == first2.kind
    else { return nil }
    let around =
      headings(units.base[..<slot].reversed(), like: first).reversed()
      + headings(units.base[slot...], like: first)
    let keys = around.map { OrderKey.of($0, merge.documents.base) }
    let (groups, groups2) = (sections(mine, first), sections(other, first))
    let all = mergeSortedGroups(groups, groups2)
    guard keys.count >= 4, isSorted(keys), isSorted(groups.map { key($0[0]) }),
      isSorted(groups2.map { key($0[0]) })
    else { return nil }
    return all.flatMap { $0 }
  }

  /// Up to four headings of one level next to the slot, as far as the section around reaches.
  private func headings(_ units: some Sequence<Unit>, like first: Unit) -> [Unit] {
    guard case .heading(let level) = first.kind else { return [] }
    var found: [Unit] = []
    for unit in units {
      guard case .heading(let other) = unit.kind else { continue }
      if other < level || found.count == 4 { break }
      if other == level { found.append(unit) }
    }
    return found
  }

  private func isSorted(_ keys: [[UInt8]]) -> Bool {
    zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
  }

  /// Cuts new blocks into sections at headings of the first one's level.
  private func sections(_ all: [Added], _ first: Unit) -> [[Added]] {
    var groups: [[Added]] = []
    for added in all {
      if unit(added).kind == first.kind || groups.isEmpty {
        groups.append([added])
      } else {
        groups[groups.count - 1].append(added)
      }
    }
    return groups
  }

  private func mergeSortedGroups(_ mine: [[Added]], _ other: [[Added]]) -> [[Added]] {
    var result: [[Added]] = []
    var (one, two) = (mine[...], other[...])
    while let left = one.first, let right = two.first {
      let isFirst = !key(right[0]).lexicographicallyPrecedes(key(left[0]))
      result.append(isFirst ? one.removeFirst() : two.removeFirst())
    }
    return result + one + two
  }
}
