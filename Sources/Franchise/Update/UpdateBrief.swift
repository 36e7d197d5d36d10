internal import Git
package import KitCore

/// What an update does to a group's kit, told before it is done.
package struct UpdateBrief: Sendable {
  /// The version that is taken; empty where the master does not say.
  package let version: String
  /// Whether it is a release.
  package let isRelease: Bool
  /// What comes in by itself.
  package let taken: [Change]
  /// What the group has to decide.
  package let questions: [ClashQuestion]
  /// The parts that the master changed and that stay as the group has them, because it said so.
  package let held: [Held]
  /// What the group has changed since the common version and keeps.
  package let own: [Change]
  /// The sessions whose length changes.
  package let times: [SessionTime]
  /// Text that both sides added and that now stands twice.
  package let warnings: [(path: String, text: String)]

  /// A part that stays as it is.
  package struct Held: Hashable, Sendable {
    /// Its address.
    package let part: String
    /// The group's reason.
    package let because: String
    /// Whether it stays for good, or only until the master changes it again.
    package let isForGood: Bool
  }

  /// How long a session took and takes.
  package struct SessionTime: Hashable, Sendable {
    /// The plan's address and title.
    package let plan: String, title: String
    /// Minutes before and after.
    package let before: Int, after: Int
    /// When it begins at all events of the group that use the plan, where they agree.
    package let start: ClockTime?

    /// When it ends after the update, where the start is known.
    package var end: ClockTime? { start?.adding(minutes: after) }
  }

  /// Works the brief out; files that nobody changed are not read.
  ///
  /// - Throws: ``GitError``.
  init(
    of merge: UpdateMerge, declined: [UpdateRequest.Declined], _ repository: isolated Repository
  ) throws(GitError) {
    version = merge.target.version
    isRelease = merge.target.isRelease
    questions = ClashQuestion.all(in: merge.merged)
    warnings = merge.merged.warnings.map { ($0.path, $0.warning.text) }
    var reader = ContentReader()
    let trees = merge.material.trees
    var versions = ThreeWay<[String: [UInt8]]>(base: [:], ours: [:], theirs: [:])
    // Here "theirs" is the merged kit.
    for (path, bytes) in merge.answered([:]) where KitTree.isMeant(path) && !GroupFile.isLocal(path) {
      guard let settled = merge.material.settled[path] else {
        versions.theirs[path] = bytes
        continue
      }
      if settled != trees.ours[path] { versions.theirs[path] = try reader.bytes(of: settled, repository) }
    }
    for (path, file) in trees.ours where KitTree.isMeant(path) && !GroupFile.isLocal(path) {
      let isSettled = merge.material.settled[path] != nil
      if isSettled, versions.theirs[path] == nil, file == trees.base[path] { continue }
      let bytes = try isSettled ? reader.bytes(of: file, repository) : merge.material.kits.ours[path] ?? []
      if !isSettled || versions.theirs[path] != nil { versions.ours[path] = bytes }
    }
    taken = KitComparison(old: versions.ours, new: versions.theirs).changes.filter { !Self.isBookkeeping($0) }
    own = try Self.own(merge, &reader, repository)
    let held = Set(merge.held)
    let forGood = try Self.forGood(merge, repository).filter { held.contains($0.part) }
      .map { Held(part: $0.part, because: $0.because, isForGood: true) }
    self.held =
      forGood
      + declined.filter { held.contains($0.part) }
      .map { Held(part: $0.part, because: $0.because, isForGood: false) }
    times = try Self.times(versions, merge, &reader, repository)
  }

  /// Whether a change only keeps the books of a release, which the brief as a whole stands for.
  private static func isBookkeeping(_ change: Change) -> Bool {
    change.path == ReleaseNotes.path || (change.path == "kit.yaml" && change.field == "version")
  }

  private static func forGood(
    _ merge: UpdateMerge, _ repository: isolated Repository
  ) throws(GitError) -> [Customisation] {
    guard let file = merge.material.trees.ours["customisations.yaml"] else { return [] }
    return Customisation.forGood(in: try repository.blob(file.id))
  }

  /// What the group changed since the common version.
  private static func own(
    _ merge: UpdateMerge, _ reader: inout ContentReader, _ repository: isolated Repository
  ) throws(GitError) -> [Change] {
    let trees = merge.material.trees
    var (old, new): ([String: [UInt8]], [String: [UInt8]]) = ([:], [:])
    let paths = Set(trees.base.keys).union(trees.ours.keys)
    for path in paths
    where KitTree.isMeant(path) && !GroupFile.isLocal(path) && trees.base[path] != trees.ours[path] {
      if merge.material.settled[path] == nil {
        old[path] = merge.material.kits.base[path]
        new[path] = merge.material.kits.ours[path]
      } else {
        old[path] = try trees.base[path].map { (file: TreeFile) throws(GitError) in
          try reader.bytes(of: file, repository)
        }
        new[path] = try trees.ours[path].map { (file: TreeFile) throws(GitError) in
          try reader.bytes(of: file, repository)
        }
      }
    }
    return KitComparison(old: old, new: new).changes
  }

  /// The plans whose length differs between ours and the merged kit.
  private static func times(
    _ versions: ThreeWay<[String: [UInt8]]>, _ merge: UpdateMerge, _ reader: inout ContentReader,
    _ repository: isolated Repository
  ) throws(GitError) -> [SessionTime] {
    var found: [SessionTime] = []
    for (path, bytes) in versions.theirs.sorted(by: { $0.key < $1.key }) {
      guard let layout = (try? KitPath(path)).flatMap({ KitLayout($0) }), layout.address.kind == .plan,
        let old = versions.ours[path], old != bytes, let before = PlanLength(old),
        let after = PlanLength(bytes),
        before.minutes != after.minutes
      else { continue }
      let start = try start(of: layout.address.name, merge, &reader, repository)
      found.append(
        SessionTime(
          plan: layout.address.description, title: after.title, before: before.minutes, after: after.minutes,
          start: start))
    }
    return found
  }

  /// When all events with this plan begin, if they begin at the same time.
  private static func start(
    of plan: String, _ merge: UpdateMerge, _ reader: inout ContentReader, _ repository: isolated Repository
  ) throws(GitError) -> ClockTime? {
    var starts: Set<String> = []
    for (path, file) in merge.material.trees.ours where path.hasPrefix("events/") && path.hasSuffix(".yaml") {
      guard let root = (try? YAMLDocument.read(try reader.bytes(of: file, repository)))?.root,
        root["plan"]?.text == plan, let start = root["start"]?.text
      else { continue }
      starts.insert(start)
    }
    return starts.count == 1 ? starts.first.flatMap { ClockTime($0) } : nil
  }
}

/// How long a plan takes, by its file.
private struct PlanLength {
  let title: String
  let minutes: Int

  /// Reads the file; `nil` where it cannot be read.
  init?(_ bytes: [UInt8]) {
    guard let root = (try? YAMLDocument.read(bytes))?.root else { return nil }
    title = root["title"]?.text ?? ""
    minutes = (root["blocks"]?.sequence?.items ?? []).reduce(0) { (sum: Int, item: YAMLItem) -> Int in
      let tracks = item.value["tracks"]?.sequence?.items ?? []
      return sum + (tracks.map { Self.minutes(of: $0) }.max() ?? Self.minutes(of: item))
    }
  }

  /// What a block or track says, within a week.
  private static func minutes(of item: YAMLItem) -> Int {
    min(max(0, item.value["minutes"]?.text.flatMap { Int($0) } ?? 0), 10_080)
  }
}
