internal import Git
package import KitCore

/// What a maintainer sees of an offer: what it would change here, with whom it meets, and what the checks say.
package struct OfferReview: Sendable {
  /// The offer.
  package let offer: Offer
  /// What would change in this kit, in terms of the session.
  package let changes: [Change]
  /// Where this kit was changed at the same place meanwhile: these need words.
  package let questions: [ClashQuestion]
  /// Who else changes the same parts.
  package let others: [Meeting]
  /// Errors and warnings that the kit would have and has not now.
  package let faults: [Diagnostic]
  /// What the last revision changed since this was looked at here; `nil` where it was not, or nothing did.
  package let sinceLook: [Change]?
  /// Whether it was looked at here before, in this form or another.
  package let wasSeen: Bool
  /// What was said and answered.
  package let steps: [ReviewStep]
  /// The kit as it would be, by path; with this kit's own version where the two meet.
  package let files: [String: [UInt8]]
  /// Whether nothing of it is left to take.
  package var isThere: Bool { changes.isEmpty && questions.isEmpty }

  /// Somebody who changes the same part.
  package struct Meeting: Hashable, Sendable {
    /// The other offer's id; `nil` for this kit itself.
    package let offer: String?
    /// Who it is: a group's id, or the names of those who changed this kit since.
    package let who: String
    /// The parts that both change, as addresses.
    package let parts: [String]
  }
}

extension Workspace {
  /// Looks at an offer, and notes on this computer that its present content was seen.
  ///
  /// Nothing of the kit is changed.
  /// - Parameters:
  ///   - id: The offer's id, or its beginning.
  ///   - start: When sessions begin, to tell when they end.
  /// - Throws: ``OfferError/noSuchOffer(_:nearest:known:)``, ``GitError``.
  package func review(_ id: String, start: ClockTime? = nil) async throws -> OfferReview {
    let offer = try Self.find(id, among: try await received())
    var looks = Looks(in: repository.gitFolder)
    let trial = try await trial(of: offer)
    let seen = looks[offer.id]
    var since: [Change]?
    if let seen, seen != offer.version, let earlier = Offer(try await repository.commit(seen)) {
      let before = try await self.trial(of: earlier)
      since = KitComparison(old: before.proposed, new: trial.proposed, start: start).changes
    }
    let review = OfferReview(
      offer: offer, changes: KitComparison(old: trial.main, new: trial.merged.files, start: start).changes,
      questions: ClashQuestion.all(in: trial.merged), others: try await meetings(of: offer, trial),
      faults: NewFaults(before: trial.main, after: trial.merged.files).found, sinceLook: since,
      wasSeen: seen != nil, steps: try await reviewLog(offer.id).steps, files: trial.merged.files)
    looks[offer.id] = offer.version
    looks.write()
    return review
  }

  /// An offer on top of the kit as it is now.
  struct OfferTrial: Sendable {
    /// The kit.
    let main: [String: [UInt8]]
    /// What the offer was made on, and what it makes of that.
    let base: [String: [UInt8]], offered: [String: [UInt8]]
    /// Both together.
    let merged: MergedKit

    /// The kit with the offer's version wherever both changed something.
    var proposed: [String: [UInt8]] {
      merged.answered(Dictionary(merged.clashes.map { ($0.address, .theirs) }) { first, _ in first })
    }
  }

  /// Brings an offer, or some parts of it, together with the kit as it is now.
  func trial(of offer: Offer, taking parts: [String] = []) async throws -> OfferTrial {
    let main = try await files(of: view.main)
    let base = try await files(of: offer.base)
    var offered = try await files(of: offer.version)
    for path in Set(base.keys).union(offered.keys) where GroupFile.isLocal(path) {
      offered[path] = base[path]
    }
    if !parts.isEmpty {
      do throws(KitChoice.Problem) {
        offered = try KitChoice(parts).taken(from: offered, over: base)
      } catch {
        throw OfferError(error)
      }
    }
    let merged = KitMerge(lineMerge: mergeLines).merge(ThreeWay(base: base, ours: main, theirs: offered))
    return OfferTrial(main: main, base: base, offered: offered, merged: merged)
  }

  // MARK: Who else

  private func meetings(of offer: Offer, _ trial: OfferTrial) async throws -> [OfferReview.Meeting] {
    let own = Self.parts(KitComparison(old: trial.base, new: trial.offered).changes)
    var found: [OfferReview.Meeting] = []
    let here = Self.common(own, Self.parts(KitComparison(old: trial.base, new: trial.main).changes))
    if !here.isEmpty {
      let names = try await authors(since: offer.base)
      found.append(OfferReview.Meeting(offer: nil, who: names, parts: here))
    }
    for other in try await received() where other.id != offer.id {
      if try await isAnswered(other) { continue }
      let theirs = Self.parts(try await changes(of: other))
      let both = Self.common(own, theirs)
      if !both.isEmpty {
        found.append(OfferReview.Meeting(offer: other.id, who: other.group, parts: both))
      }
    }
    return found
  }

  /// What an offer changes in the version that it is made on. Only files that differ are read.
  private func changes(of offer: Offer) async throws -> [Change] {
    let (old, new) = try await repository.perform {
      (repository: isolated Repository) throws -> ([String: [UInt8]], [String: [UInt8]]) in
      var (before, after) = (
        try KitTree(repository, try repository.commit(offer.base).tree),
        try KitTree(repository, try repository.commit(offer.version).tree)
      )
      for (path, file) in before.files where after.files[path] == file {
        before.remove(path)
        after.remove(path)
      }
      return (try before.contents(repository), try after.contents(repository))
    }
    return KitComparison(old: old, new: new).changes
  }

  /// Who saved versions of this kit since one of its versions, newest first.
  private func authors(since base: ObjectID) async throws -> String {
    guard let main = view.main else { return "" }
    var names: [String] = []
    for id in try await repository.history(from: [main], hiding: [base], limit: 100) {
      let name = try await repository.commit(id).author.name
      if !names.contains(name) { names.append(name) }
    }
    return names.prefix(3).joined(separator: ", ")
  }

  /// The parts that changes are about: blocks, sections, and files for what is about the whole.
  private static func parts(_ changes: [Change]) -> Set<String> {
    Set(
      changes.map { (change: Change) -> String in
        guard let address = change.address else { return change.path }
        guard let parsed = try? Address(parsing: address) else { return address }
        return parsed.withoutField.description
      })
  }

  private static func common(_ one: Set<String>, _ other: Set<String>) -> [String] {
    var common: Set<String> = []
    for left in one {
      for right in other {
        if left == right || left.hasPrefix(right + "#") || left.hasPrefix(right + "/") {
          common.insert(left)
        } else if right.hasPrefix(left + "#") || right.hasPrefix(left + "/") {
          common.insert(right)
        }
      }
    }
    return common.sorted()
  }
}
