package import Git
internal import KitCore

/// An update that waits for answers. The kit's files are untouched meanwhile.
package struct PendingUpdate: Sendable {
  /// The stored record of it.
  package let id: ObjectID
  /// The version that is being taken, and whether it is a release.
  package let version: String, isRelease: Bool
  /// The exact version in the master's past.
  package let release: ObjectID
  /// The parts of which nothing is taken this time.
  package let declined: [UpdateRequest.Declined]
  /// The questions over the kit as it is saved now, in the order of the kit; answers still stand where the question is
  /// the same as it was.
  package internal(set) var questions: [Question]
  /// What the update brings.
  package let brief: UpdateBrief

  let merge: UpdateMerge
  let address: String?

  /// The questions that nobody has answered yet.
  package var open: [Question] { questions.filter(\.isOpen) }

  /// The answers that stand, by address.
  var answers: [String: ClashAnswer] {
    Dictionary(questions.compactMap { question in question.answer.map { (question.address, $0) } }) {
      first, _ in first
    }
  }
}

extension PendingUpdate {
  /// Refuses answers after which a file could not be read that could be before: a kit's files are always valid.
  ///
  /// - Throws: ``FranchiseError/unusableAnswer(_:path:)`` with the first of these addresses that is about such a file.
  func requireReadable(_ addresses: [String]) throws {
    guard let path = merge.merged.unreadable(with: answers) else { return }
    let address = addresses.first { address in
      questions.contains { $0.address == address && $0.clash.path == path }
    }
    throw FranchiseError.unusableAnswer(address ?? addresses.first ?? path, path: path)
  }
}

extension Workspace {
  /// The update that waits for answers; `nil` where none does. Nothing is changed.
  ///
  /// The merge is worked out anew over the kit as it is saved now, so that work done meanwhile counts.
  /// - Throws: ``FranchiseError``, ``GitError``.
  package func pendingUpdate() async throws -> PendingUpdate? {
    guard let id = view[.pending], let main = view.main else { return nil }
    let offers = offers
    return try await repository.perform { (repository: isolated Repository) throws -> PendingUpdate in
      let record = try PendingRecord(reading: id, repository)
      let merge = try UpdateMerge(
        of: main, taking: record.target, declining: record.declined.map(\.part), offers: offers, repository)
      let questions = record.questions(of: merge)
      return PendingUpdate(
        id: id, version: record.target.version, isRelease: record.target.isRelease,
        release: record.target.commit, declined: record.declined, questions: questions,
        brief: try UpdateBrief(of: merge, declined: record.declined, repository), merge: merge,
        address: record.address)
    }
  }

  /// The versions that this group offers, by the id of the offer.
  var offers: [String: ObjectID] {
    let prefix = "refs/kitbag/offers/"
    return Dictionary(
      view.refs(under: prefix).map { (String($0.name.text.dropFirst(prefix.count)), $0.target) }
    ) { first, _ in first }
  }
}
