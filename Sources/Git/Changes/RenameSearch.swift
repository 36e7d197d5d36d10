/// Finds which of the removed files became which of the added ones: first by equal content, then by like names, then
/// by like content, each within limits.
struct RenameSearch {
  private var removed: [TreeFile]
  private var added: [TreeFile]
  private var pairs: [FileChange] = []
  private let limits: RenameLimits

  init(removed: [TreeFile], added: [TreeFile], limits: RenameLimits) {
    func isBefore(_ one: TreeFile, _ other: TreeFile) -> Bool {
      one.path.utf8.lexicographicallyPrecedes(other.path.utf8)
    }
    self.removed = removed.sorted(by: isBefore)
    self.added = added.sorted(by: isBefore)
    self.limits = limits
  }

  /// The pairs that were found, and what is left alone.
  var changes: [FileChange] { pairs + removed.map(FileChange.removed) + added.map(FileChange.added) }

  /// Pairs files of the same bytes; among several, the one with the same name. Costs one look at each file.
  mutating func pairEqualContents() {
    guard limits.similarity <= 100 else { return }
    var sources: [ObjectID: [TreeFile]] = [:]
    for file in removed.reversed() { sources[file.id, default: []].append(file) }
    take { new in
      guard var same = sources[new.id] else { return nil }
      // The list is in reverse, so that the first in order is taken from its end at no cost.
      let recent = same.suffix(100)
      let place = recent.lastIndex { Self.name($0) == Self.name(new) && Self.areAlike($0, new) }
      guard let chosen = place ?? recent.lastIndex(where: { Self.areAlike($0, new) }) else { return nil }
      let old = same.remove(at: chosen)
      sources[new.id] = same
      return (old, 100)
    }
  }

  /// Pairs files whose contents are similar enough.
  ///
  /// - Parameter content: the bytes of a file, `nil` when it has more than the given number.
  mutating func pairSimilarContents(
    _ content: (ObjectID, Int) throws(GitError) -> [UInt8]?
  ) throws(GitError) {
    guard limits.similarity <= 100, !removed.isEmpty, !added.isEmpty else { return }
    var prints = Prints(limits: limits)
    try pairUniqueNames(&prints, content)
    guard removed.count <= limits.pairs / max(added.count, 1) else { return }
    var candidates: [(score: Int, sameName: Bool, old: TreeFile, new: TreeFile)] = []
    for new in added {
      for old in removed where Self.areAlike(old, new) {
        let score = try prints.score(old.id, new.id, content)
        if score >= limits.similarity * 600 {
          candidates.append((score, Self.name(old) == Self.name(new), old, new))
        }
      }
    }
    // Best first; a stable order among equals, by the paths that both lists are sorted by.
    let order = candidates.enumerated().sorted { one, other in
      if one.element.score != other.element.score { return one.element.score > other.element.score }
      if one.element.sameName != other.element.sameName { return one.element.sameName }
      return one.offset < other.offset
    }
    var usedOld: Set<TreeFile> = []
    var found: [TreeFile: (TreeFile, Int)] = [:]
    for (_, (score, _, old, new)) in order where found[new] == nil && !usedOld.contains(old) {
      usedOld.insert(old)
      found[new] = (old, score / 600)
    }
    take { found[$0] }
  }

  /// Pairs files whose name is unique on both sides, when they are more than half way from similar to equal: a file
  /// that moved to another folder mostly keeps its name, and finding that costs no comparing of all with all.
  private mutating func pairUniqueNames(
    _ prints: inout Prints, _ content: (ObjectID, Int) throws(GitError) -> [UInt8]?
  ) throws(GitError) {
    var olds: [String: [TreeFile]] = [:]
    for file in removed { olds[Self.name(file), default: []].append(file) }
    var news: [String: Int] = [:]
    for file in added { news[Self.name(file), default: 0] += 1 }
    let least = (limits.similarity + 100) * 300
    var found: [TreeFile: (TreeFile, Int)] = [:]
    for new in added where news[Self.name(new)] == 1 {
      guard let same = olds[Self.name(new)], same.count == 1, let old = same.first, Self.areAlike(old, new)
      else { continue }
      let score = try prints.score(old.id, new.id, content)
      if score >= least { found[new] = (old, score / 600) }
    }
    take { found[$0] }
  }

  /// Moves from the lists to the pairs whatever `partner` finds for an added file.
  private mutating func take(_ partner: (TreeFile) -> (old: TreeFile, similarity: Int)?) {
    var used: Set<TreeFile> = []
    added.removeAll { new in
      guard let (old, similarity) = partner(new) else { return false }
      used.insert(old)
      pairs.append(.renamed(old: old, new: new, similarity: similarity))
      return true
    }
    if !used.isEmpty { removed.removeAll { used.contains($0) } }
  }

  private static func name(_ file: TreeFile) -> String {
    String(file.path.utf8.split(separator: UInt8(ascii: "/")).last.map(Substring.init) ?? "")
  }

  private static func areAlike(_ old: TreeFile, _ new: TreeFile) -> Bool {
    old.mode.isFile == new.mode.isFile && (old.mode.isFile || old.mode == new.mode)
  }
}

/// The prints of the files that were looked at, within the limits on bytes.
private struct Prints {
  private let limits: RenameLimits
  private var known: [ObjectID: ContentPrint?] = [:]
  private var bytesLeft: Int

  init(limits: RenameLimits) {
    self.limits = limits
    bytesLeft = limits.bytes
  }

  mutating func score(
    _ old: ObjectID, _ new: ObjectID, _ content: (ObjectID, Int) throws(GitError) -> [UInt8]?
  ) throws(GitError) -> Int {
    guard let one = try print(of: old, content), let other = try print(of: new, content) else { return 0 }
    // Where sizes alone forbid it, contents need not be looked at.
    guard min(one.size, other.size) * 100 >= max(one.size, other.size) * limits.similarity else { return 0 }
    return one.score(other)
  }

  private mutating func print(
    of id: ObjectID, _ content: (ObjectID, Int) throws(GitError) -> [UInt8]?
  ) throws(GitError) -> ContentPrint? {
    if let print = known[id] { return print }
    let print = try content(id, min(limits.fileSize, bytesLeft)).map(ContentPrint.init)
    bytesLeft -= print?.size ?? 0
    known[id] = .some(print)
    return print
  }
}
