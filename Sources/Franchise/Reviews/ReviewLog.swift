internal import Archive
internal import Git
internal import KitCore

/// The steps of the review of one offer: a log that only grows.
///
/// In git it is a version whose files are the steps, each under the name of its own content. So two logs are brought
/// together by having the files of both, whoever wrote where; nothing can be lost and nothing can clash.
package struct ReviewLog: Hashable, Sendable {
  /// The steps in order: by number, then by time, then by content, which is the same for all who have the same steps.
  package let steps: [ReviewStep]

  private let files: [String: [UInt8]]

  /// No steps.
  package init() { (steps, files) = ([], [:]) }

  /// The most steps of one review.
  private static let most = 10_000

  private init(files: [String: [UInt8]]) {
    self.files = files
    let known = files.compactMap { (name: String, bytes: [UInt8]) -> (name: String, step: ReviewStep)? in
      guard let json = try? JSON(reading: bytes), let step = ReviewStep(json) else { return nil }
      return (name, step)
    }
    steps = known.sorted {
      ($0.step.number, $0.step.time, $0.name) < ($1.step.number, $1.step.time, $1.name)
    }.map(\.step)
  }

  /// The log with one more step, whose number is set here.
  package func appending(_ step: ReviewStep) -> ReviewLog {
    var step = step
    step.number = (steps.last?.number ?? 0) + 1
    return merging([step])
  }

  /// The log with these steps as well.
  package func merging(_ steps: [ReviewStep]) -> ReviewLog {
    var files = files
    for step in steps where files.count < Self.most {
      let bytes = Array(step.json.prettyText.utf8)
      files[Self.name(of: bytes, step.number)] = bytes
    }
    return ReviewLog(files: files)
  }

  /// The steps of both.
  package func merging(_ other: ReviewLog) -> ReviewLog { merging(other.steps) }

  /// The last answer; `nil` where there is none yet.
  package var answer: ReviewStep? { steps.last { $0.isAnswer } }

  private static func name(of bytes: [UInt8], _ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "-"
      + SHA256(of: bytes).hex.prefix(24) + ".json"
  }
}

extension ReviewLog {
  /// Reads a log of an offer. What a stranger put beside the steps is left out.
  ///
  /// - Throws: ``GitError``.
  init(_ repository: isolated Repository, _ version: ObjectID, offer: String) throws(GitError) {
    var files: [String: [UInt8]] = [:]
    for file in try repository.files(in: try repository.commit(version).tree).prefix(Self.most)
    where file.mode.isFile && file.path.hasSuffix(".json") && !file.path.contains("/") {
      let bytes = try repository.blob(file.id, limit: 1 << 20)
      guard let json = try? JSON(reading: bytes), let step = ReviewStep(json), step.offer == offer,
        file.path == Self.name(of: Array(step.json.prettyText.utf8), step.number)
      else { continue }
      files[file.path] = Array(step.json.prettyText.utf8)
    }
    self.init(files: files)
  }

  /// Adds the log as a version on top of those that it grew from.
  ///
  /// - Throws: ``GitError``.
  func write(
    into objects: inout ObjectBatch, over parents: [ObjectID], by author: Signature, _ words: String
  ) throws(GitError) -> ObjectID {
    var tree = KitTree()
    for name in files.keys.sorted() { try tree.set(name, to: files[name] ?? [], in: &objects) }
    let commit = NewCommit(
      tree: try tree.write(into: &objects), parents: parents, author: author, message: words + "\n")
    return try objects.add(commit: commit)
  }
}

extension Workspace {
  /// The review of an offer, as far as it is known here.
  ///
  /// - Throws: ``GitError``.
  package func reviewLog(_ offer: String) async throws -> ReviewLog {
    guard let tip = view[try RefName(RefName.reviews + offer)] else { return ReviewLog() }
    return try await repository.perform { (repository: isolated Repository) throws -> ReviewLog in
      try ReviewLog(repository, tip, offer: offer)
    }
  }

  /// Adds a step to a review: in objects and view, not yet published.
  func add(
    _ step: ReviewStep, to view: inout View, _ objects: inout ObjectBatch, by author: Signature
  ) async throws {
    let ref = try RefName(RefName.reviews + step.offer)
    let log = try await reviewLog(step.offer).appending(step)
    view[ref] = try log.write(
      into: &objects, over: view[ref].map { [$0] } ?? [], by: author,
      "\(step.kind.rawValue.capitalisedWord): \(step.offer)")
  }

  /// Brings a log that came from elsewhere together with the one here; `nil` where it holds nothing new.
  func merged(
    _ arrived: ReviewLog, at tip: ObjectID?, for offer: String, _ objects: inout ObjectBatch,
    by author: Signature
  ) async throws -> ObjectID? {
    let ref = try RefName(RefName.reviews + offer)
    let ours = try await reviewLog(offer)
    let both = ours.merging(arrived)
    if both == ours { return nil }
    if let tip, both == arrived {
      guard let here = view[ref] else { return tip }
      if try await repository.isAncestor(here, of: tip) { return tip }
    }
    let parents = [view[ref], tip].compactMap { $0 }
    return try both.write(into: &objects, over: parents, by: author, "Bring reviews together: \(offer)")
  }
}

extension String {
  /// The word with a capital first letter.
  fileprivate var capitalisedWord: String { prefix(1).uppercased() + dropFirst() }
}
