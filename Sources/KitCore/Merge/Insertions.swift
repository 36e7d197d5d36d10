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
    if isBox(mine, units.ours), isBox(other, units.theirs) { return first + second }
    guard let (head, sections) = split(first), let (head2, sections2) = split(second), isBeforeHeading,
      !sections.isEmpty || !sections2.isEmpty
    else { throw clash(.insertedTogether) }
    let isOrderly = head.isEmpty || head2.isEmpty || isOneList(head + head2)
    guard isOrderly, head2.isEmpty || sections.isEmpty || !sections2.isEmpty || true else {
      throw clash(.insertedTogether)
    }
    return head + head2 + (sortedSections(sections, sections2) ?? sections + sections2)
  }

  /// All of one kind of list.
  private func isOneList(_ all: [Added]) -> Bool {
    guard let first = all.first.map(unit), first.isListed else { return false }
    return all.allSatisfy { unit($0).isSameList(first) }
  }

  /// A quoted box with a heading of its own, and the attributes under it.
  private func isBox(_ indices: [Int], _ side: [Unit]) -> Bool {
    guard let first = indices.first, side[first].isHeading, side[first].quoteDepth > 0 else { return false }
    return indices.allSatisfy { side[$0].quoteDepth > 0 || side[$0].kind == .html }
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

  /// What stands before the first new heading, and the new sections.
  private func split(_ all: [Added]) -> ([Added], [Added])? {
    let at = all.firstIndex { unit($0).isHeading } ?? all.count
    return (Array(all[..<at]), Array(all[at...]))
  }

  /// Whether what follows is a heading or the end, so that new sections do not cut a section in two.
  private var isBeforeHeading: Bool {
    slot >= units.base.count || units.base[slot].isHeading
  }

  // MARK: Alike

  private func checkAlike(_ mine: [Added], _ other: [Added], _ clash: (ClashKind) -> OpenClash)
    throws(OpenClash)
  {
    let around = neighbours
    for one in mine {
      for two in other where isAlike(unit(one), unit(two), around) { throw clash(.alikeInsertions) }
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
