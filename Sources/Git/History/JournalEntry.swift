/// One entry of a journal: an append-only log that is kept under a ref of its own.
///
/// In git an entry is a version whose parent is the entry before it and whose files are its attachments. Ordinary git
/// shows a journal with `git log`, and carries it with fetch and push.
package struct JournalEntry: Hashable, Sendable {
  /// Its name.
  package let id: ObjectID
  /// Who wrote it, and when by their clock. Order does not rest on it.
  package let author: Signature
  /// What it says.
  package let message: String
  /// The root of its attachments.
  package let tree: ObjectID
}

extension Repository {
  /// Adds an entry at the end of the journal, which starts with its first entry.
  ///
  /// Another writer may add at the same time: then this entry follows theirs.
  /// - Parameters:
  ///   - attachments: files by path, small ones; they are the entry's own, not the sum of all.
  ///   - attempts: how often it is tried while others keep adding.
  /// - Throws: `stale` when all attempts failed; `locked`, `diskFull`, `readOnly`, `invalid`.
  @discardableResult
  package func append(
    to journal: RefName, message: String, attachments: [(path: String, bytes: [UInt8])] = [],
    author: Signature, attempts: Int = 50
  ) throws(GitError) -> JournalEntry {
    var payload = ObjectBatch()
    var files: [TreeFile] = []
    for (path, bytes) in attachments {
      files.append(TreeFile(path: path, id: try payload.add(blob: bytes, path: path)))
    }
    let tree = try payload.add(files: files)
    var lastError: GitError?
    for _ in 0..<max(attempts, 1) {
      let tip = try target(of: journal)
      let entry = NewCommit(tree: tree, parents: tip.map { [$0] } ?? [], author: author, message: message)
      var batch = payload
      let id = try batch.add(commit: entry)
      try write(batch)
      do throws(GitError) {
        try move(journal, from: tip, to: id)
        return JournalEntry(id: id, author: author, message: message, tree: tree)
      } catch {
        guard error.kind == .stale else { throw error }
        lastError = error
      }
    }
    throw lastError
      ?? GitError(.stale, "others keep writing", operation: "add to a journal", path: journal.text)
  }

  /// All entries of the journal, the oldest first; none when there is no such journal.
  ///
  /// After two journals were joined the order is still the same everywhere: no entry comes before one that its writer
  /// had seen, and among the others time decides, then the id.
  /// - Throws: `corrupt`, `tooLarge` beyond `limit` entries.
  package func entries(of journal: RefName, limit: Int = 1_000_000) throws(GitError) -> [JournalEntry] {
    guard let tip = try target(of: journal) else { return [] }
    return try entries(upTo: tip, limit: limit)
  }

  /// All entries of the journal whose last one is `tip`.
  ///
  /// - Throws: as `entries(of:limit:)`.
  package func entries(upTo tip: ObjectID, limit: Int = 1_000_000) throws(GitError) -> [JournalEntry] {
    let ids = try history(from: [tip], limit: limit + 1)
    guard ids.count <= limit else {
      throw GitError(.tooLarge, "it has more than \(limit) entries", operation: "read a journal")
    }
    var commits: [Commit] = []
    for id in ids.reversed() { commits.append(try commit(id)) }
    return JournalOrder.sorted(commits).filter { $0.parents.count < 2 }.map {
      JournalEntry(id: $0.id, author: $0.author, message: $0.message, tree: $0.tree)
    }
  }

  /// Joins what another copy of the journal holds, its last entry being `other`, into this one.
  ///
  /// Nothing of either is lost. Two copies that join each other end up equal: the joint has both as parents in order
  /// of id, and the later of their times, so that it is the same object on both sides.
  /// - Returns: the last entry or joint after it.
  /// - Throws: as `append`; `notFound` when `other` is not here.
  @discardableResult
  package func join(
    _ other: ObjectID, into journal: RefName, attempts: Int = 50
  ) throws(GitError) -> ObjectID {
    for _ in 0..<max(attempts, 1) {
      let tip = try target(of: journal)
      let joint = try joint(of: tip, other)
      if joint == tip { return joint }
      do throws(GitError) {
        try move(journal, from: tip, to: joint)
        return joint
      } catch {
        guard error.kind == .stale else { throw error }
      }
    }
    throw GitError(.stale, "others keep writing", operation: "join journals", path: journal.text)
  }

  private func joint(of tip: ObjectID?, _ other: ObjectID) throws(GitError) -> ObjectID {
    guard let tip else { return other }
    if try isAncestor(other, of: tip) { return tip }
    if try isAncestor(tip, of: other) { return other }
    let parents = [try commit(tip), try commit(other)].sorted { $0.id < $1.id }
    let time = Timestamp(seconds: parents.map(\.committer.time.seconds).max() ?? 0)
    let joiner = Signature(name: "Kitbag", email: "", time: time)
    return try write(
      NewCommit(tree: .emptyTree, parents: parents.map(\.id), author: joiner, message: "Join two journals"))
  }
}

/// The one order of a journal's entries.
enum JournalOrder {
  /// Parents before children; among those that may come next, the earliest, then the lowest id.
  static func sorted(_ commits: [Commit]) -> [Commit] {
    let byID = Dictionary(commits.map { ($0.id, $0) }) { first, _ in first }
    var missing: [ObjectID: Int] = [:]
    var children: [ObjectID: [ObjectID]] = [:]
    for commit in byID.values {
      let parents = commit.parents.filter { byID[$0] != nil }
      missing[commit.id] = parents.count
      for parent in parents { children[parent, default: []].append(commit.id) }
    }
    func isBefore(_ one: Commit, _ other: Commit) -> Bool {
      (one.author.time.seconds, one.id) < (other.author.time.seconds, other.id)
    }
    // Sorted so that the next one is last; a journal rarely has more than a few lines at once.
    var ready = byID.values.filter { missing[$0.id] == 0 }.sorted { isBefore($1, $0) }
    var sorted: [Commit] = []
    while let next = ready.popLast() {
      sorted.append(next)
      for child in children[next.id] ?? [] {
        missing[child, default: 1] -= 1
        guard missing[child] == 0, let commit = byID[child] else { continue }
        let place = ready.firstIndex { isBefore($0, commit) } ?? ready.endIndex
        ready.insert(commit, at: place)
      }
    }
    return sorted
  }
}
