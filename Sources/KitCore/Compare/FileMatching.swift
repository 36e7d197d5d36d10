/// Which files of two kits are versions of one another.
package struct FileMatching: Sendable {
  /// A file under two names.
  package struct Rename: Hashable, Sendable {
    /// Its path in the old kit.
    package let old: String
    /// Its path in the new kit.
    package let new: String
  }

  /// Paths that both kits have, in order.
  package let kept: [String]
  /// Files that the new kit has under another path, in the order of their new paths.
  package let renamed: [Rename]
  /// Paths of the new kit that the old one had under no name, in order.
  package let added: [String]
  /// Paths of the old kit that the new one has under no name, in order.
  package let removed: [String]

  /// Above this number of pairs only equal files are followed, so that many changed names cost little.
  private static let mostPairs = 20_000

  /// Matches by path, then by equal bytes, then by likeness of at least a half among files of one folder and
  /// ending, the most alike first.
  package init(old: [String: [UInt8]], new: [String: [UInt8]]) {
    kept = old.keys.filter { new[$0] != nil }.sorted()
    let gone = old.keys.filter { new[$0] == nil }.sorted()
    let fresh = new.keys.filter { old[$0] == nil }.sorted()
    let equal = Self.equal(gone, fresh, old, new)
    var (from, to) = (Set(equal.map(\.0)), Set(equal.map(\.1)))
    let alike = Self.alike(gone.filter { !from.contains($0) }, fresh.filter { !to.contains($0) }, old, new)
    from.formUnion(alike.map(\.0))
    to.formUnion(alike.map(\.1))
    renamed = (equal + alike).map { Rename(old: $0.0, new: $0.1) }.sorted { $0.new < $1.new }
    added = fresh.filter { !to.contains($0) }
    removed = gone.filter { !from.contains($0) }
  }

  private static func equal(
    _ gone: [String], _ fresh: [String], _ old: [String: [UInt8]], _ new: [String: [UInt8]]
  ) -> [(String, String)] {
    var byBytes: [[UInt8]: [String]] = [:]
    for path in gone { if let bytes = old[path], !bytes.isEmpty { byBytes[bytes, default: []].append(path) } }
    return fresh.compactMap { path in
      guard let bytes = new[path], var paths = byBytes[bytes], !paths.isEmpty else { return nil }
      let sameName = paths.firstIndex { $0.lastName == path.lastName }
      let from = paths.remove(at: sameName ?? 0)
      byBytes[bytes] = paths
      return (from, path)
    }
  }

  private static func alike(
    _ gone: [String], _ fresh: [String], _ old: [String: [UInt8]], _ new: [String: [UInt8]]
  ) -> [(String, String)] {
    guard gone.count * fresh.count <= mostPairs else { return [] }
    let before = Fingerprints(gone, old)
    let after = Fingerprints(fresh, new)
    var candidates: [(likeness: Double, from: String, to: String)] = []
    for (from, one) in before.all {
      for (to, two) in after.all where from.ending == to.ending {
        let likeness = one.likeness(to: two) + (from.lastName == to.lastName ? 0.2 : 0)
        if likeness >= 0.5 { candidates.append((likeness, from, to)) }
      }
    }
    candidates.sort { ($1.likeness, $0.from, $0.to) < ($0.likeness, $1.from, $1.to) }
    var taken: Set<String> = []
    return candidates.compactMap { candidate in
      guard !taken.contains("-" + candidate.from), !taken.contains("+" + candidate.to) else { return nil }
      taken.formUnion(["-" + candidate.from, "+" + candidate.to])
      return (candidate.from, candidate.to)
    }
  }
}

/// The lines of files as bags, to tell cheaply how alike files are.
private struct Fingerprints {
  struct Bag {
    var lines: [Int: Int] = [:]
    var count = 0

    init(_ bytes: [UInt8]) {
      for line in bytes.prefix(1_000_000).split(separator: UInt8(ascii: "\n")) where line.count > 2 {
        lines[line.hashValue, default: 0] += 1
        count += 1
      }
    }

    /// Twice the lines in common by all lines, 0 to 1; 0 for empty files.
    func likeness(to other: Bag) -> Double {
      if count == 0 || other.count == 0 { return 0 }
      let (few, many) = lines.count < other.lines.count ? (lines, other.lines) : (other.lines, lines)
      let same = few.reduce(0) { $0 + min($1.value, many[$1.key] ?? 0) }
      return 2 * Double(same) / Double(count + other.count)
    }
  }

  let all: [(path: String, bag: Bag)]

  init(_ paths: [String], _ files: [String: [UInt8]]) {
    all = paths.map { ($0, Bag(files[$0] ?? [])) }
  }
}

extension String {
  /// The name after the last slash.
  fileprivate var lastName: Substring { lastIndex(of: "/").map { self[index(after: $0)...] } ?? self[...] }

  /// What follows the last dot of the last name; empty without one.
  fileprivate var ending: Substring {
    lastName.lastIndex(of: ".").map { lastName[lastName.index(after: $0)...] } ?? ""
  }
}
