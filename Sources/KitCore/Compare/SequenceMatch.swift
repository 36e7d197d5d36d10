/// Which entries of two lists are versions of one another, and which of these moved.
struct SequenceMatch {
  /// One entry of a list.
  struct Entry {
    /// What says which entry it is; `nil` for an entry without a name. Of entries with one key, the order tells.
    var key: String?
    /// Only entries of one sort are versions of one another without a common key.
    var sort = ""
    /// All words of the entry, to find it again where its key changed.
    var words: () -> String
  }

  /// Pairs of positions, in the order of the new list.
  let pairs: [(old: Int, new: Int)]
  /// Positions in the new list that had no counterpart.
  let added: [Int]
  /// Positions in the old list that have no counterpart.
  let removed: [Int]
  /// Positions in the new list of entries that changed their order among the others.
  let moved: Set<Int>

  /// The position in the old list of each entry of the new one that has a counterpart.
  var partners: [Int: Int] { Dictionary(pairs.map { ($0.new, $0.old) }) { first, _ in first } }

  /// Matches entries by key, first what kept its order, then by a likeness of their words of at least a half, the
  /// most alike first.
  init(old: [Entry], new: [Entry]) {
    var partner = [Int?](repeating: nil, count: new.count)
    var isTaken = [Bool](repeating: false, count: old.count)
    func pair(_ from: Int, _ to: Int) { (partner[to], isTaken[from]) = (from, true) }
    for (from, to) in Self.inOrder(old, Array(old.indices), new, Array(new.indices)) { pair(from, to) }
    let oldByKey = Self.unique(old)
    for (key, to) in Self.unique(new) { if let from = oldByKey[key], partner[to] == nil { pair(from, to) } }
    let (free, open) = (
      isTaken.indices.filter { !isTaken[$0] }, partner.indices.filter { partner[$0] == nil }
    )
    for (from, to) in Self.inOrder(old, free, new, open) { pair(from, to) }
    var likely = LikelyPairs(old: old, new: new)
    for (from, to) in likely.find(partner: partner, isTaken: isTaken)
    where partner[to] == nil && !isTaken[from] {
      pair(from, to)
    }
    pairs = partner.indices.compactMap { new in partner[new].map { ($0, new) } }
    added = partner.indices.filter { partner[$0] == nil }
    removed = isTaken.indices.filter { !isTaken[$0] }
    let steady = Set(longestIncreasing(pairs.map { ($0.new, $0.old) }).map(\.0))
    moved = Set(pairs.map(\.new)).subtracting(steady)
  }

  /// Entries of equal keys that follow one another alike in both lists.
  private static func inOrder(_ old: [Entry], _ from: [Int], _ new: [Entry], _ to: [Int]) -> [(
    old: Int, new: Int
  )] {
    var numbers: [String: Int32] = [:]
    var next = Int32(0)
    func number(_ entry: Entry) -> Int32 {
      if let key = entry.key, let number = numbers[key] { return number }
      next += 1
      if let key = entry.key { numbers[key] = next }
      return next
    }
    let matches = Correspondence(from.map { number(old[$0]) }, to.map { number(new[$0]) }).matches
    return matches.indices.filter { matches[$0] >= 0 }.map { (from[$0], to[Int(matches[$0])]) }
  }

  private static func unique(_ entries: [Entry]) -> [String: Int] {
    var found: [String: Int] = [:]
    var twice: Set<String> = []
    for (position, entry) in entries.enumerated() {
      guard let key = entry.key else { continue }
      if found.updateValue(position, forKey: key) != nil { twice.insert(key) }
    }
    for key in twice { found[key] = nil }
    return found
  }
}

/// Finds entries that are versions of one another by their words.
private struct LikelyPairs {
  let old: [SequenceMatch.Entry]
  let new: [SequenceMatch.Entry]
  private var lexicon = Lexicon()

  /// Up to this many words are held against each other; beyond that only neighbours are.
  private static let mostWords = 2_000_000
  /// How many entries around the likely place count as neighbours.
  private static let reach = 6

  init(old: [SequenceMatch.Entry], new: [SequenceMatch.Entry]) {
    (self.old, self.new) = (old, new)
  }

  /// The pairs of at least half their words in common, the most alike first.
  mutating func find(partner: [Int?], isTaken: [Bool]) -> [(old: Int, new: Int)] {
    let open = partner.indices.filter { partner[$0] == nil }
    let free = isTaken.indices.filter { !isTaken[$0] }
    if open.isEmpty || free.isEmpty { return [] }
    let wordsNew = open.map { words(new[$0].words()) }
    let wordsOld = free.map { words(old[$0].words()) }
    let likeness = WordLikeness(isWord: lexicon.isWord, folded: lexicon.folded)
    let (mine, other) = (
      wordsOld.map { likeness.telling($0[...]) }, wordsNew.map { likeness.telling($0[...]) }
    )
    let work =
      open.count * (mine.reduce(0) { $0 + $1.count } + 1) + free.count
      * (other.reduce(0) { $0 + $1.count } + 1)
    var found: [(likeness: Double, old: Int, new: Int)] = []
    for (row, position) in open.enumerated() {
      let columns = work <= Self.mostWords ? free.indices : near(position, partner, free)
      for column in columns where old[free[column]].sort == new[position].sort {
        let ratio = likeness.ratio(mine[column], other[row], least: 0.5)
        if ratio >= 0.5 { found.append((ratio, free[column], position)) }
      }
    }
    return found.sorted { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }.map {
      ($0.old, $0.new)
    }
  }

  private mutating func words(_ text: String) -> [Word] { WordCutter.words(of: Array(text.utf8), &lexicon) }

  /// The free entries around the place where an entry would stand if nothing had moved.
  private func near(_ position: Int, _ partner: [Int?], _ free: [Int]) -> Range<Int> {
    let before = stride(from: position - 1, through: max(0, position - 1000), by: -1).first {
      partner[$0] != nil
    }
    let place = before.flatMap { partner[$0] }.map { $0 + position - (before ?? 0) } ?? position
    var (low, high) = (0, free.count)
    while low < high {
      let middle = (low + high) / 2
      if free[middle] < place { low = middle + 1 } else { high = middle }
    }
    return max(0, low - Self.reach)..<min(free.count, low + Self.reach)
  }
}
