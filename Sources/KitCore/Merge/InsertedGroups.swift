/// What one side put in at a spot: a head, and sections or quoted boxes that each begin with a heading.
struct InsertedGroups {
  private(set) var head: [Int] = []
  private(set) var groups: [[Int]] = []
  /// Whether all groups are quoted boxes with nothing loose after them.
  private(set) var isBoxes = true

  /// Cuts what was put in; `nil` where something without a heading follows a box.
  init?(_ indices: [Int], of side: [Unit]) {
    var first: Unit?
    for index in indices {
      let unit = side[index]
      if let opening = first {
        if Self.opens(unit, after: opening) {
          groups.append([index])
        } else {
          let isLoose = opening.quoteDepth > 0 && unit.quoteDepth == 0 && unit.kind != .html
          if isLoose { return nil }
          groups[groups.count - 1].append(index)
        }
      } else if unit.isHeading {
        first = unit
        isBoxes = unit.quoteDepth > 0
        groups.append([index])
      } else {
        head.append(index)
      }
    }
  }

  private static func opens(_ unit: Unit, after opening: Unit) -> Bool {
    guard case .heading(let level) = unit.kind, case .heading(let first) = opening.kind else { return false }
    return unit.quoteDepth < opening.quoteDepth || unit.quoteDepth == opening.quoteDepth && level <= first
  }
}

/// Numbers for groups, equal exactly where their contents are.
struct GroupNumbers {
  let ours: [Int32]
  let theirs: [Int32]

  init(_ ours: InsertedGroups, _ oursUnits: [Unit], _ theirs: InsertedGroups, _ theirsUnits: [Unit]) {
    var numbers: [[Int32]: Int32] = [:]
    func number(_ contents: [Int32]) -> Int32 {
      if let number = numbers[contents] { return number }
      let number = Int32(numbers.count)
      numbers[contents] = number
      return number
    }
    self.ours = ours.groups.map { number($0.map { oursUnits[$0].content }) }
    self.theirs = theirs.groups.map { number($0.map { theirsUnits[$0].content }) }
  }
}
