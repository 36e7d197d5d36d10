/// Looks at what one side put in beside, or inside, what the other side took out.
struct BesideDeleted {
  let units: [Unit]
  let region: Range<Int>
  let slot: Int
  /// Whether the other side has no unit any more that the base has.
  let isGone: (Int) -> Bool
  /// Whether the other side put something else in the place of a unit.
  let isReplaced: (Int) -> Bool
  let adder: UnitAlignment

  /// Why it must be asked whether these units stay, if so.
  func objection(to added: [Unit]) -> ClashKind? {
    let (before, after) = (isTaken(slot - 1), isTaken(slot))
    guard before || after else { return nil }
    if added.allSatisfy(\.isFree) {
      // Where it stands tells nothing; but it may be what became of the part that the other side took out.
      return before && adder.side[slot - 1] < 0 || after && adder.side[slot] < 0 ? .deletedAndEdited : nil
    }
    // Entries with names of their own do not lean on their neighbours.
    if added.allSatisfy({ $0.kind == .entry && $0.key >= 0 }) { return nil }
    if before, after { return .insertedBesideDeleted }
    let neighbour = before ? slot - 1 : slot
    // What the adder replaced and the other side took out; in a list it is another entry.
    if adder.side[neighbour] < 0 {
      return units[neighbour].isListed && added.allSatisfy(units[neighbour].isSameList)
        ? nil : .deletedAndEdited
    }
    if !units[neighbour].isListed, isReplaced(neighbour) { return .replacedAndInserted }
    var (low, high) = (neighbour, neighbour + 1)
    while before, isTaken(low - 1) { low -= 1 }
    while after, isTaken(high) { high += 1 }
    return low + 1 == high || isWhole(low..<high, added) ? nil : .insertedBesideDeleted
  }

  private func isTaken(_ index: Int) -> Bool { region.contains(index) && isGone(index) }

  /// Whether whole boxes with titles were put in beside whole boxes with titles.
  private func isWhole(_ gone: Range<Int>, _ added: [Unit]) -> Bool {
    guard let first = added.first, first.isHeading, first.quoteDepth > 0,
      let groups = InsertedGroups(Array(added.indices), of: added), groups.isBoxes
    else { return false }
    let old = units[gone.lowerBound]
    guard old.isHeading, old.quoteDepth == first.quoteDepth else { return false }
    let isEnd =
      gone.upperBound == units.count || units[gone.upperBound].isHeading
      || units[gone.upperBound].quoteDepth == 0
    return isEnd && gone.allSatisfy { units[$0].quoteDepth > 0 || units[$0].kind == .html }
  }
}
