/// Finds moves: a unit gone from its place in one side that stands elsewhere in it, by key or by a unique likeness.
struct TravelFinder {
  let level: LevelMerge
  private var merge: UnitMerge { level.merge }

  /// For each base unit, how many before it both sides kept; and the place of each side's units.
  private let kept: [Int]
  private let oursSlots: [Int]
  private let theirsSlots: [Int]

  init(level: LevelMerge) {
    self.level = level
    var kept = [0]
    for index in level.units.base.indices {
      kept.append(kept[index] + (level.ours.isGone(index) || level.theirs.isGone(index) ? 0 : 1))
    }
    self.kept = kept
    oursSlots = Self.slots(level.ours)
    theirsSlots = Self.slots(level.theirs)
  }

  /// The base unit after which each of a side's units stands.
  private static func slots(_ alignment: UnitAlignment) -> [Int] {
    var slot = 0
    return alignment.base.map { match in
      if match >= 0 { slot = match + 1 }
      return slot
    }
  }

  /// Whether a unit of ours and one of theirs stand at one place, but for what a side took out between.
  private func isOnePlace(_ one: Int, _ two: Int) -> Bool {
    kept[oursSlots[one]] == kept[theirsSlots[two]]
  }

  func find() -> Travels {
    var travels = Travels()
    findShared(&travels)
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
    let otherDocument = isOurs ? merge.documents.theirs : merge.documents.ours
    let base = (level.units.base, merge.documents.base)
    let targets = MoveTargets(base, mover, units, document, merge.likeness)
    guard !targets.isEmpty else { return }
    let otherTargets = MoveTargets(base, other, otherUnits, otherDocument, merge.likeness)
    for index in level.units.base.indices where mover.side[index] < 0 {
      let unit = level.units.base[index]
      if other.side[index] < 0 {
        // Both took it from its place: one may have moved it.
        guard let moved = targets[index] else { continue }
        if let moved2 = otherTargets[index] {
          guard isOurs, !isTaken(moved, moved2, travels) else { continue }
          if !isOnePlace(moved, moved2) {
            note(moved, moved2, &travels)
            travels.movedApart[moved] = index
          } else if units[moved].content != otherUnits[moved2].content {
            // Moved by both to one place: three versions of one unit.
            let three = ThreeWay(base: unit, ours: units[moved], theirs: otherUnits[moved2])
            travels.ours[moved] = carried(three, from: index)
            travels.theirsShared.insert(moved2)
          }
        } else {
          if isOurs { travels.oursTorn.insert(moved) } else { travels.theirsTorn.insert(moved) }
          travels.torn.insert(index)
        }
        continue
      }
      let edited = otherUnits[other.side[index]]
      guard edited.content != unit.content, let target = targets[index]
      else { continue }
      let three = ThreeWay(
        base: unit, ours: isOurs ? units[target] : edited, theirs: isOurs ? edited : units[target])
      let moved = carried(three, from: index)
      if isOurs { travels.ours[target] = moved } else { travels.theirs[target] = moved }
      travels.settled.insert(index)
    }
  }

  private func carried(_ unit: ThreeWay<Unit>, from index: Int) -> Travels.Moved {
    var parts = PartBuilder()
    merge.append(withoutGaps(unit), path: level.path, to: &parts)
    return Travels.Moved(base: index, parts: parts.finish())
  }

  private func withoutGaps(_ unit: ThreeWay<Unit>) -> ThreeWay<Unit> {
    unit.map { unit in
      var unit = unit
      unit.gap = unit.whole.lowerBound..<unit.whole.lowerBound
      return unit
    }
  }

  /// Finds what both sides put in at one place, though one of them took out what stood between: it is there once.
  private func findShared(_ travels: inout Travels) {
    var places: [Int32: [Int]] = [:]
    for two in level.theirs.base.indices where level.theirs.base[two] < 0 {
      places[level.units.theirs[two].content, default: []].append(two)
    }
    for one in level.ours.base.indices where level.ours.base[one] < 0 {
      guard let found = places[level.units.ours[one].content], found.count == 1 else { continue }
      let two = found[0]
      guard oursSlots[one] != theirsSlots[two], isOnePlace(one, two), !level.units.ours[one].isEdge else {
        continue
      }
      places[level.units.ours[one].content] = nil
      travels.theirsShared.insert(two)
    }
  }

  /// Finds nearly equal texts that both sides put in at different places.
  private func findDoubles(_ travels: inout Travels) {
    let mine = level.ours.base.indices.filter { level.ours.base[$0] < 0 && travels.ours[$0] == nil }
    let other = level.theirs.base.indices.filter {
      level.theirs.base[$0] < 0 && travels.theirs[$0] == nil && !travels.theirsShared.contains($0)
    }
    guard !mine.isEmpty, !other.isEmpty else { return }
    let words = mine.map { merge.likeness.telling(merge.documents.ours.words[level.units.ours[$0].words]) }
    let words2 = other.map {
      merge.likeness.telling(merge.documents.theirs.words[level.units.theirs[$0].words])
    }
    for (first, second) in AlikeCandidates(words, words2).pairs {
      guard words[first].count >= MoveTargets.leastWords, words2[second].count >= MoveTargets.leastWords
      else { continue }
      let (one, two) = (mine[first], other[second])
      let (unit, unit2) = (level.units.ours[one], level.units.theirs[two])
      guard oursSlots[one] != theirsSlots[two], unit2.isLikeKind(unit), !isTaken(one, two, travels) else {
        continue
      }
      if isSame(unit, words[first], unit2, words2[second]) { note(one, two, &travels) }
    }
  }

  private func isTaken(_ one: Int, _ two: Int, _ travels: Travels) -> Bool {
    travels.oursDoubled[one] != nil || travels.theirsDoubled.contains(two)
  }

  private func note(_ one: Int, _ two: Int, _ travels: inout Travels) {
    travels.oursDoubled[one] = two
    travels.theirsDoubled.insert(two)
  }

  private func isSame(_ one: Unit, _ words: [Int32], _ two: Unit, _ words2: [Int32]) -> Bool {
    if one.content == two.content { return true }
    if one.kind == .field || one.kind == .link { return one.key == two.key }
    if one.key >= 0, one.key == two.key { return true }
    return merge.likeness.ratio(words, words2, least: MoveTargets.moveFrom) >= MoveTargets.moveFrom
  }
}
