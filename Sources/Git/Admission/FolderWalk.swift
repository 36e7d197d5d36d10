/// The walk over folders: judges each once and remembers what it holds in all.
struct FolderWalk {
  /// What a folder holds in all, each part counted as often as it occurs.
  struct Summary {
    var entries = 0
    var bytes = 0
    var depth = 0
    var longestPath = 0
    var externals: [String] = []
  }

  private struct Judged {
    var summary: Summary
    var strictly: Bool
  }

  /// A folder that is being read: its entries up to `next` are done.
  private struct Open {
    let id: ObjectID
    let path: String
    let tree: RawTree
    var next = 0
    var summary = Summary()
  }

  private var judged: [ObjectID: Judged] = [:]
  private var read = 0

  init() {}

  /// Judges a folder and all below it.
  mutating func judge(
    _ root: ObjectID, in version: ObjectID, strictly: Bool, source: some ObjectSource, limits: AdmissionLimits
  ) throws -> Summary {
    if let known = remembered(root, strictly: strictly) { return known }
    let judge = EntryJudge(version: version, strictly: strictly, limits: limits)
    var stack = [try open(root, path: "", judge: judge, source: source)]
    while var top = stack.popLast() {
      guard top.next < top.tree.entries.count else {
        judged[top.id] = Judged(summary: top.summary, strictly: strictly)
        guard let parent = stack.indices.last else { return top.summary }
        try judge.add(top.summary, at: top.path, name: Self.lastStep(top.path), to: &stack[parent].summary)
        continue
      }
      let entry = top.tree.entries[top.next]
      let path = Self.joined(top.path, entry.name)
      top.next += 1
      if entry.mode != .folder {
        try judge.judge(entry, path: path, source: source, into: &top.summary)
        stack.append(top)
      } else if let known = remembered(entry.id, strictly: strictly) {
        try judge.add(known, at: path, name: entry.name.count, to: &top.summary)
        stack.append(top)
      } else {
        stack.append(top)
        try judge.checkDepth(stack.count, path: path)
        stack.append(try open(entry.id, path: path, judge: judge, source: source))
      }
    }
    return Summary()
  }

  private func remembered(_ id: ObjectID, strictly: Bool) -> Summary? {
    guard let known = judged[id], known.strictly || !strictly else { return nil }
    return known.summary
  }

  private mutating func open(
    _ id: ObjectID, path: String, judge: EntryJudge, source: some ObjectSource
  ) throws -> Open {
    read += 1
    guard read <= judge.limits.folders else {
      throw judge.problem(.tooMany(.folders, limit: judge.limits.folders))
    }
    return Open(id: id, path: path, tree: try judge.read(id, path: path, source: source))
  }

  private static func joined(_ path: String, _ name: [UInt8]) -> String {
    let shown = String(decoding: name, as: UTF8.self)
    return path.isEmpty ? shown : "\(path)/\(shown)"
  }

  private static func lastStep(_ path: String) -> Int {
    path.utf8.count
      - (path.utf8.lastIndex(of: 0x2F).map { path.utf8.distance(from: path.startIndex, to: $0) + 1 } ?? 0)
  }
}
