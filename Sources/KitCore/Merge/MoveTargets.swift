/// Which of a side's new units a base unit became that is gone from its place.
struct MoveTargets {
  /// From this likeness on a unit elsewhere is the same unit.
  static let moveFrom = 0.8
  /// Shorter texts are too common to follow.
  static let leastWords = 6

  private var targets: [Int: Int] = [:]

  var isEmpty: Bool { targets.isEmpty }

  /// The side's unit that a base unit became, by index; `nil` where there is none, or more than one.
  subscript(base: Int) -> Int? { targets[base] }

  init(
    _ base: (units: [Unit], document: UnitDocument), _ side: UnitAlignment, _ units: [Unit],
    _ document: UnitDocument, _ likeness: WordLikeness
  ) {
    let added = side.base.indices.filter { side.base[$0] < 0 }
    let gone = base.units.indices.filter { side.isGone($0) }
    guard !added.isEmpty, !gone.isEmpty else { return }
    var byKey: [Int32: [Int]] = [:]
    for index in added where units[index].key >= 0 { byKey[units[index].key, default: []].append(index) }
    var open: [Int] = []
    for index in gone {
      let unit = base.units[index]
      let same = unit.key < 0 ? [] : (byKey[unit.key] ?? []).filter { units[$0].isLikeKind(unit) }
      if same.count == 1 {
        targets[index] = same[0]
      } else if unit.kind != .field, unit.kind != .link {
        open.append(index)
      }
    }
    let words = open.map { likeness.telling(base.document.words[base.units[$0].words]) }
    let words2 = added.map { likeness.telling(document.words[units[$0].words]) }
    var found: [Int: [Int]] = [:]
    for (one, two) in AlikeCandidates(words, words2).pairs where words[one].count >= Self.leastWords {
      guard units[added[two]].isLikeKind(base.units[open[one]]),
        likeness.ratio(words[one], words2[two], least: Self.moveFrom) >= Self.moveFrom
      else { continue }
      found[open[one], default: []].append(added[two])
    }
    for (index, like) in found where like.count == 1 { targets[index] = like[0] }
  }
}
