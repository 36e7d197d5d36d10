/// Resolves one region that both sides may have changed.
struct RegionResolver {
  let level: LevelMerge
  let region: Region
  let travels: Travels

  private var merge: UnitMerge { level.merge }
  private var continuesLine: Bool {
    level.continuesLine && region.ours.lowerBound == 0 && region.theirs.lowerBound == 0
  }
  private var units: ThreeWay<[Unit]> { level.units }

  /// What the region becomes; throws where people must be asked.
  func resolve() throws(OpenClash) -> [MergedPart] {
    if !hasTravels {
      if isUntouched(region.ours, units.ours, level.ours) { return whole(region.theirs, isOurs: false) }
      if isUntouched(region.theirs, units.theirs, level.theirs) { return whole(region.ours, isOurs: true) }
      if contents(region.ours, units.ours) == contents(region.theirs, units.theirs) {
        return sameOnBothSides()
      }
    }
    if let doubt = merge.doubt { throw clash(doubt) }
    do throws(OpenClash) {
      return try slots()
    } catch {
      if let text = joinedProse() { return text }
      throw error
    }
  }

  /// Whether something here came from, or stands also, elsewhere.
  var hasTravels: Bool {
    if travels.isEmpty { return false }
    return region.ours.contains {
      travels.ours[$0] != nil || travels.oursDoubled[$0] != nil || travels.oursTorn.contains($0)
    }
      || region.theirs.contains {
        travels.theirs[$0] != nil || travels.theirsDoubled.contains($0) || travels.theirsTorn.contains($0)
      } || region.base.contains { travels.settled.contains($0) || travels.torn.contains($0) }
  }

  private func isUntouched(_ range: Range<Int>, _ side: [Unit], _ alignment: UnitAlignment) -> Bool {
    guard range.count == region.base.count else { return false }
    return zip(region.base, range).allSatisfy {
      alignment.side[$0] == $1 && units.base[$0].content == side[$1].content
    }
  }

  private func contents(_ range: Range<Int>, _ side: [Unit]) -> [Int32] { range.map { side[$0].content } }

  /// All units of one side, as they stand.
  private func whole(_ range: Range<Int>, isOurs: Bool) -> [MergedPart] {
    var out = PartBuilder(continuesLine: continuesLine)
    for index in range { appendUnit(index, isOurs: isOurs, to: &out) }
    return out.finish()
  }

  /// Both sides made the same of it, but for white space.
  private func sameOnBothSides() -> [MergedPart] {
    var out = PartBuilder(continuesLine: continuesLine)
    for (mine, other) in zip(region.ours, region.theirs) {
      let base =
        region.base.count == region.ours.count
        ? units.base[region.base.lowerBound + mine - region.ours.lowerBound] : units.ours[mine]
      if base.content == units.ours[mine].content {
        let isBase = region.base.count == region.ours.count
        if isBase {
          merge.append(
            ThreeWay(base: base, ours: units.ours[mine], theirs: units.theirs[other]), path: level.path,
            to: &out)
          continue
        }
      }
      appendUnit(mine, isOurs: true, to: &out)
    }
    return out.finish()
  }

  func appendUnit(_ index: Int, isOurs: Bool, to out: inout PartBuilder) {
    let document = isOurs ? merge.documents.ours : merge.documents.theirs
    let unit = isOurs ? units.ours[index] : units.theirs[index]
    let start = merge.startsInLine(unit, document)
    if let moved = isOurs ? travels.ours[index] : travels.theirs[index] {
      out.append(gap: document.bytes[unit.gap], [], indent: 0, startsInLine: start)
      out.append(moved.parts)
      return
    }
    out.append(
      gap: document.bytes[unit.gap], document.bytes[unit.whole], indent: unit.indent, startsInLine: start)
  }

  // MARK: Slot by slot

  private func slots() throws(OpenClash) -> [MergedPart] {
    let mine = additions(region.ours, level.ours)
    let other = additions(region.theirs, level.theirs)
    var out = PartBuilder(continuesLine: continuesLine)
    for slot in region.base.lowerBound...region.base.upperBound {
      let added = mine[slot] ?? []
      let added2 = (other[slot] ?? []).filter {
        !travels.theirsDoubled.contains($0) && !travels.theirsShared.contains($0)
      }
      if !added.isEmpty, !added2.isEmpty {
        if let renamed = renamedAlike(slot, added, added2) {
          merge.append(renamed, path: level.path, to: &out)
        } else {
          try checkReplaced(slot, added, added2)
          let insertions = Insertions(resolver: self, slot: slot, ours: added, theirs: added2)
          out.append(try insertions.resolve(clash: clash))
        }
      } else if !added.isEmpty {
        let beside = BesideDeleted(
          units: units.base, region: region.base, slot: slot, isGone: level.theirs.isGone,
          isReplaced: { other[$0]?.isEmpty == false }, adder: level.ours)
        if let kind = beside.objection(to: added.map { units.ours[$0] }) { throw clash(kind) }
        for index in added { appendAdded(index, to: &out) }
      } else if !added2.isEmpty {
        let beside = BesideDeleted(
          units: units.base, region: region.base, slot: slot, isGone: level.ours.isGone,
          isReplaced: { mine[$0]?.isEmpty == false }, adder: level.theirs)
        if let kind = beside.objection(to: added2.map { units.theirs[$0] }) { throw clash(kind) }
        for index in added2 { appendUnit(index, isOurs: false, to: &out) }
      }
      if slot < region.base.upperBound { try checkDeleted(slot) }
    }
    return out.finish()
  }

  /// A field or a link that both sides gave the same new name: three versions of one.
  private func renamedAlike(_ slot: Int, _ mine: [Int], _ other: [Int]) -> ThreeWay<Unit>? {
    guard mine.count == 1, other.count == 1 else { return nil }
    let (unit, unit2) = (units.ours[mine[0]], units.theirs[other[0]])
    guard unit.isFree, unit.key == unit2.key, unit.content != unit2.content else { return nil }
    let old = [slot - 1, slot].filter {
      isGone($0, level.ours) && isGone($0, level.theirs) && units.base[$0].kind == unit.kind
    }
    return old.count == 1 ? ThreeWay(base: units.base[old[0]], ours: unit, theirs: unit2) : nil
  }

  private func appendAdded(_ index: Int, to out: inout PartBuilder) {
    guard let other = travels.oursDoubled[index] else { return appendUnit(index, isOurs: true, to: &out) }
    let unit = units.ours[index]
    out.append(gap: merge.documents.ours.bytes[unit.gap], [], indent: 0, startsInLine: false)
    let moved = travels.movedApart[index]
    let texts = ThreeWay(
      base: moved.map { Array(merge.documents.base.bytes[units.base[$0].whole]) } ?? [],
      ours: Array(merge.documents.ours.bytes[unit.whole]),
      theirs: Array(merge.documents.theirs.bytes[units.theirs[other].whole]))
    out.append(
      OpenClash(
        kind: moved == nil ? .alikeAtTwoPlaces : .movedToTwoPlaces, texts: texts,
        address: merge.address(of: unit, level.path)))
  }

  /// The side's new units by the slot in which they stand: the index of the base unit that follows.
  private func additions(_ range: Range<Int>, _ alignment: UnitAlignment) -> [Int: [Int]] {
    var slots: [Int: [Int]] = [:]
    var slot = region.base.lowerBound
    for index in range {
      if alignment.base[index] >= 0 {
        slot = alignment.base[index] + 1
      } else {
        slots[slot, default: []].append(index)
      }
    }
    return slots
  }

  private func isGone(_ index: Int, _ alignment: UnitAlignment) -> Bool {
    region.base.contains(index) && alignment.side[index] < 0
  }

  /// Both sides put something in where one of them took something out.
  private func checkReplaced(_ slot: Int, _ mine: [Int], _ other: [Int]) throws(OpenClash) {
    if mine.map({ units.ours[$0].content }) == other.map({ units.theirs[$0].content }) { return }
    let isFree = mine.allSatisfy { units.ours[$0].isFree } && other.allSatisfy { units.theirs[$0].isFree }
    let hasGap = [slot - 1, slot].contains { isGone($0, level.ours) || isGone($0, level.theirs) }
    if hasGap {
      let both = [slot - 1, slot].contains { isGone($0, level.ours) && isGone($0, level.theirs) }
      if both { throw clash(.sameWords) }
      if !isFree { throw clash(.replacedAndInserted) }
    }
  }

  /// A base unit that one side at least took out.
  private func checkDeleted(_ index: Int) throws(OpenClash) {
    let (mine, other) = (level.ours.side[index], level.theirs.side[index])
    let content = units.base[index].content
    if travels.settled.contains(index) { return }
    if mine >= 0, units.ours[mine].content != content { throw clash(.deletedAndEdited) }
    if other >= 0, units.theirs[other].content != content { throw clash(.deletedAndEdited) }
  }

  /// The blank lines that a dropped unit leaves to what follows: it had taken them over from one before it.
  var owedGap: ArraySlice<UInt8> {
    var owed: ArraySlice<UInt8> = []
    for index in region.base {
      let (mine, other) = (level.ours.side[index], level.theirs.side[index])
      let gap =
        mine >= 0
        ? merge.documents.ours.bytes[units.ours[mine].gap]
        : other >= 0 ? merge.documents.theirs.bytes[units.theirs[other].gap] : []
      if gap.count > units.base[index].gap.count, gap.count > owed.count { owed = gap }
    }
    return owed
  }

  // MARK: Running text over several blocks

  /// Where all is running text, the words may merge though the paragraphs were joined or parted.
  func joinedProse() -> [MergedPart]? {
    guard !hasTravels, !region.base.isEmpty, !region.ours.isEmpty, !region.theirs.isEmpty,
      region.base.allSatisfy({ units.base[$0].isText }), region.ours.allSatisfy({ units.ours[$0].isText }),
      region.theirs.allSatisfy({ units.theirs[$0].isText })
    else { return nil }
    let ranges = ThreeWay(
      base: span(units.base[region.base], \.whole), ours: span(units.ours[region.ours], \.whole),
      theirs: span(units.theirs[region.theirs], \.whole))
    let words = ThreeWay(
      base: span(units.base[region.base], \.words), ours: span(units.ours[region.ours], \.words),
      theirs: span(units.theirs[region.theirs], \.words))
    guard case .success(let text) = merge.prose(ranges, words, isJoined: true) else { return nil }
    let gap = WhiteSpace.merged(
      ThreeWay(
        base: merge.documents.base.bytes[units.base[region.base.lowerBound].gap],
        ours: merge.documents.ours.bytes[units.ours[region.ours.lowerBound].gap],
        theirs: merge.documents.theirs.bytes[units.theirs[region.theirs.lowerBound].gap]))
    return [.settled(gap + text)]
  }

  private func span(_ units: ArraySlice<Unit>, _ part: KeyPath<Unit, Range<Int>>) -> Range<Int> {
    guard let first = units.first, let last = units.last else { return 0..<0 }
    return first[keyPath: part].lowerBound..<last[keyPath: part].upperBound
  }

  // MARK: Asking

  /// A clash over the whole region.
  func clash(_ kind: ClashKind) -> OpenClash {
    let texts = ThreeWay(
      base: level.bytes(units.base, region.base, merge.documents.base),
      ours: level.bytes(units.ours, region.ours, merge.documents.ours),
      theirs: level.bytes(units.theirs, region.theirs, merge.documents.theirs))
    return OpenClash(kind: kind, texts: texts, address: address)
  }

  private var address: String {
    if let first = region.ours.first { return merge.address(of: units.ours[first], level.path) }
    if let first = region.base.first { return merge.address(ofBase: units.base[first], level.path) }
    if region.ours.lowerBound > 0 {
      return merge.address(of: units.ours[region.ours.lowerBound - 1], level.path)
    }
    return level.path ?? ""
  }
}
