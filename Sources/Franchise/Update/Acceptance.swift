internal import Git
internal import KitCore

/// Finds what the master accepted of what this group had offered, or had adopted from a sister group.
enum Acceptance {
  /// On a master's version: the offer that it accepts, wholly or in part.
  static let offerTrailer = "Kitbag-Offer"
  /// On a group's version: the version of a sister group whose part it adopts.
  static let adoptedTrailer = "Kitbag-Adopted"

  /// Of a longer past only the newest versions are looked at.
  private static let mostVersions = 5_000

  /// What became of proposals between `main` and a version of the master.
  ///
  /// - Parameter offers: The versions that this group offers, by the id of the offer.
  /// - Throws: ``GitError``.
  static func works(
    of main: ObjectID, in release: ObjectID, offers: [String: ObjectID], _ repository: isolated Repository
  ) throws(GitError) -> [AcceptedWork] {
    var accepted: [(offer: String, commit: Commit)] = []
    for id in try repository.history(from: [release], hiding: [main], limit: mostVersions) {
      let commit = try repository.commit(id)
      for trailer in commit.trailers where trailer.name == offerTrailer {
        accepted.append((trailer.value, commit))
      }
    }
    guard !accepted.isEmpty else { return [] }
    var reader = ContentReader()
    var works: [AcceptedWork] = []
    let adopted = try adoptions(in: main, hiding: release, repository)
    for (offer, commit) in accepted.reversed() {
      let step = try Self.step(of: commit, repository, &reader)
      if let proposed = offers[offer], repository.has(proposed) {
        let own = try Self.step(of: try repository.commit(proposed), repository, &reader)
        works.append(AcceptedWork(proposed: own, accepted: step, isCertain: true))
      }
      for commit in adopted {
        let own = try Self.step(of: commit, repository, &reader)
        works.append(AcceptedWork(proposed: own, accepted: step, isCertain: false))
      }
    }
    return works
  }

  /// The group's versions that took a part from a sister group, the oldest first.
  private static func adoptions(
    in main: ObjectID, hiding release: ObjectID, _ repository: isolated Repository
  ) throws(GitError) -> [Commit] {
    var found: [Commit] = []
    for id in try repository.history(from: [main], hiding: [release], limit: mostVersions) {
      let commit = try repository.commit(id)
      if commit.trailers.contains(where: { $0.name == adoptedTrailer }) { found.append(commit) }
    }
    return found.reversed()
  }

  /// The files that a version changed in the one before it.
  private static func step(
    of commit: Commit, _ repository: isolated Repository, _ reader: inout ContentReader
  ) throws(GitError) -> AcceptedWork.Step {
    let parent = try commit.parents.first.map { (id: ObjectID) throws(GitError) in
      try repository.commit(id).tree
    }
    var before: [String: [UInt8]] = [:]
    var after: [String: [UInt8]] = [:]
    for change in try repository.changes(from: parent, to: commit.tree, renames: .none) {
      if let old = change.old { before[old.path] = try reader.bytes(of: old, repository) }
      if let new = change.new { after[new.path] = try reader.bytes(of: new, repository) }
    }
    return AcceptedWork.Step(before: before, after: after)
  }
}
