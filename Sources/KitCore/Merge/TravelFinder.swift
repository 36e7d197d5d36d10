/// Finds moves: a unit gone from its place in one side that stands elsewhere in it, by key or by a unique likeness.
struct TravelFinder {
  let level: LevelMerge
  /// From this likeness on a unit elsewhere is the same unit.
  private static let moveFrom = 0.8
  /// Shorter texts are too common to follow.
  private static let leastWords = 6
  /// More candidates than this are not looked through.
  private static let pairLimit = 200_000

  private var merge: UnitMerge { level.merge }

  func find() -> Travels {
    var travels = Travels()
    follow(isOurs: true, &travels)
    follow(isOurs: false, &travels)
    findDoubles(&travels)
    return travels
  }

  /// Carries the other side's edits along with what one side moved.
  private func follow(isOurs: Bool, _ travels: inout Travels) {
    let (mover, other) = isOurs ? (level.ours, level.theirs) : (level.theirs, level.ours)
    let units = isOurs ? level.units.ours : level.units.theirs
    let otherUnits = isOurs ? level.units.theirs : level.units.ours
    let document = isOurs ? merge.documents.ours : merge.documents.theirs
    let added = mover.base.indices.filter { mover.base[$0] < 0 }
    guard !added.isEmpty else { return }
    let addedByOther = other.base.indices.filter { other.base[$0] < 0 }
    let otherDocument = isOurs ? merge.documents.theirs : merge.documents.ours
    for index in level.units.base.indices where mover.side[index] < 0 {
      let unit = level.units.base[index]
      if other.side[index] < 0 {
        // Both took it from its place: one may have moved it.
        guard let moved = target(of: unit, among: added, units, document) else { continue }
        if let moved2 = target(of: unit, among: addedByOther, otherUnits, otherDocument) {
          if isOurs, slot(moved, mover) != slot(moved2, other), !isTaken(moved, moved2, travels) {
            note(moved, moved2, &travels)
            travels.movedApart[moved] = index
          }
        } else {
          if isOurs { travels.oursTorn.insert(moved) } else { travels.theirsTorn.insert(moved) }
          travels.torn.insert(index)
        }
        continue
      }
      let edited = otherUnits[other.side[index]]
      guard edited.content != unit.content, let target = self.target(of: unit, among: added, units, document)
      else { continue }
      let three = ThreeWay(
        base: unit, ours: isOurs ? units[target] : edited, theirs: isOurs ? edited : units[target])
      var parts = PartBuilder()
      merge.append(withoutGaps(three), path: level.path, to: &parts)
      let moved = Travels.Moved(base: index, parts: parts.finish())
      if isOurs { travels.ours[target] = moved } else { travels.theirs[target] = moved }
      travels.settled.insert(index)
    }
  }

  private func withoutGaps(_ unit: ThreeWay<Unit>) -> ThreeWay<Unit> {
    unit.map { unit in
      var unit = unit
      unit.gap = unit.whole.lowerBound..<unit.whole.lowerBound
      return unit
    }
  }

  /// The one unit among the added ones that this base unit became.
  private func target(of unit: Unit, among added: [Int], _ units: [Unit], _ document: UnitDocument) -> Int? {
    if unit.key >= 0 {
      let same = added.filter { units[$0].key == unit.key && units[$0].isLikeKind(unit) }
      if same.count == 1 { return same[0] }
      if unit.kind == .field || unit.kind == .link { return nil }
    }
    let words = merge.likeness.telling(merge.documents.base.words[unit.words])
    guard words.count >= Self.leastWords, added.count <= Self.pairLimit / 100 else { return nil }
    let like = added.filter {
      units[$0].isLikeKind(unit)
        && merge.likeness.ratio(
          words, merge.likeness.telling(document.words[units[$0].words]), least: Self.moveFrom)
          >= Self.moveFrom
    }
    return like.count == 1 ? like[0] : nil
  }

  /// Finds nearly equal texts that both sides put in at different places.
  private func findDoubles(_ travels: inout Travels) {
    let mine = level.ours.base.indices.filter { level.ours.base[$0] < 0 && travels.ours[$0] == nil }
    let other = level.theirs.base.indices.filter { level.theirs.base[$0] < 0 && travels.theirs[$0] == nil }
    guard !mine.isEmpty, !other.isEmpty, mine.count * other.count <= Self.pairLimit else {
      findEqualDoubles(mine, other, &travels)
      return
    }
    let words = other.map {
      merge.likeness.telling(merge.documents.theirs.words[level.units.theirs[$0].words])
    }
    for one in mine {
      let unit = level.units.ours[one]
      let own = merge.likeness.telling(merge.documents.ours.words[unit.words])
      guard own.count >= Self.leastWords else { continue }
      for (position, two) in other.enumerated() where words[position].count >= Self.leastWords {
        let place = (slot(one, level.ours), slot(two, level.theirs))
        guard place.0 != place.1, level.units.theirs[two].isLikeKind(unit) else { continue }
        if isSame(unit, own, level.units.theirs[two], words[position]), !isTaken(one, two, travels) {
          note(one, two, &travels)
        }
      }
    }
  }

  private func isTaken(_ one: Int, _ two: Int, _ travels: Travels) -> Bool {
    travels.oursDoubled[one] != nil || travels.theirsDoubled.contains(two)
  }

  private func note(_ one: Int, _ two: Int, _ travels: inout Travels) {
    travels.oursDoubled[one] = two
    travels.theirsDoubled.insert(two)
  }

  /// Of very many additions only equal ones are looked for.
  private func findEqualDoubles(_ mine: [Int], _ other: [Int], _ travels: inout Travels) {
    var places: [Int32: Int] = [:]
    for two in other { places[level.units.theirs[two].content] = two }
    for one in mine {
      guard let two = places[level.units.ours[one].content],
        level.units.ours[one].words.count >= Self.leastWords,
        slot(one, level.ours) != slot(two, level.theirs), !isTaken(one, two, travels)
      else { continue }
      note(one, two, &travels)
    }
  }

  private func isSame(_ one: Unit, _ words: [Int32], _ two: Unit, _ words2: [Int32]) -> Bool {
    if one.content == two.content { return true }
    if one.kind == .field || one.kind == .link { return one.key == two.key }
    if one.key >= 0, one.key == two.key { return true }
    return merge.likeness.ratio(words, words2, least: Self.moveFrom) >= Self.moveFrom
  }

  /// The base unit after which a side's new unit stands.
  private func slot(_ index: Int, _ alignment: UnitAlignment) -> Int {
    var at = index
    while at >= 0, alignment.base[at] < 0 { at -= 1 }
    return at < 0 ? 0 : alignment.base[at] + 1
  }
}
