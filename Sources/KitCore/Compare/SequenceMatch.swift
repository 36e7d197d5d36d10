/// Which entries of two lists are versions of one another, and which of these moved.
struct SequenceMatch {
  /// Pairs of positions, in the order of the new list.
  let pairs: [(old: Int, new: Int)]
  /// Positions in the new list that had no counterpart.
  let added: [Int]
  /// Positions in the old list that have no counterpart.
  let removed: [Int]
  /// Positions in the new list of entries that changed their order among the others.
  let moved: Set<Int>

  /// Matches entries by key, then, in order, by likeness of at least a half.
  ///
  /// - Parameters:
  ///   - old: The keys of the old list; `nil` for an entry without one. A key that stands twice counts as none.
  ///   - new: The keys of the new list.
  ///   - likeness: How alike two entries are, 0 to 1, by their positions.
  init(old: [String?], new: [String?], likeness: (Int, Int) -> Double) {
    let oldByKey = Self.unique(old)
    let newByKey = Self.unique(new)
    var partner = [Int?](repeating: nil, count: new.count)
    var isTaken = [Bool](repeating: false, count: old.count)
    for (key, position) in newByKey {
      guard let from = oldByKey[key] else { continue }
      partner[position] = from
      isTaken[from] = true
    }
    Self.pairAlike(&partner, &isTaken, likeness)
    pairs = partner.indices.compactMap { new in partner[new].map { ($0, new) } }
    added = partner.indices.filter { partner[$0] == nil }
    removed = isTaken.indices.filter { !isTaken[$0] }
    let steady = Set(longestIncreasing(pairs.map { ($0.new, $0.old) }).map(\.0))
    moved = Set(pairs.map(\.new)).subtracting(steady)
  }

  private static func unique(_ keys: [String?]) -> [String: Int] {
    var found: [String: Int] = [:]
    var twice: Set<String> = []
    for (position, key) in keys.enumerated() {
      guard let key else { continue }
      if found.updateValue(position, forKey: key) != nil { twice.insert(key) }
    }
    for key in twice { found[key] = nil }
    return found
  }

  /// Pairs what is left, each with its most alike, up to 200 entries a side.
  private static func pairAlike(
    _ partner: inout [Int?], _ isTaken: inout [Bool], _ likeness: (Int, Int) -> Double
  ) {
    let open = partner.indices.filter { partner[$0] == nil }
    let free = isTaken.indices.filter { !isTaken[$0] }
    guard open.count * free.count <= 40_000 else { return }
    var candidates: [(likeness: Double, old: Int, new: Int)] = []
    for new in open {
      for old in free {
        let value = likeness(old, new)
        if value >= 0.5 { candidates.append((value, old, new)) }
      }
    }
    candidates.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
    for candidate in candidates where partner[candidate.new] == nil && !isTaken[candidate.old] {
      partner[candidate.new] = candidate.old
      isTaken[candidate.old] = true
    }
  }
}
