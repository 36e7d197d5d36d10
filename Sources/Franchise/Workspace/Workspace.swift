package import Git
internal import KitCore

/// A kit's folder with its past: the only owner of state in the franchise.
///
/// A verb reads ``view`` and files, works out what is to be (purely), and hands an ``OperationDraft`` to
/// ``publish(_:)``: then either all of it becomes true or nothing. The page “Operations and repair” tells how.
package struct Workspace: Sendable {
  /// The repository that holds the kit.
  package let repository: Repository
  /// Where the time comes from, who works here, and what tests put in the way.
  package let conditions: Conditions
  /// The last operation; `nil` in a kit that Kitbag has not touched yet.
  package private(set) var latest: Operation?
  /// The refs as they are.
  package private(set) var view: View
  /// What was put right or noticed when the workspace was opened, in order.
  package private(set) var repairs: [Repair]

  /// What a workspace takes from outside, so that the same steps give the same result.
  package struct Conditions: Sendable {
    /// Where the time comes from.
    package var clock: Clock
    /// Who works here; `nil` for the group that the kit belongs to.
    package var identity: Identity?
    /// Called before each durable step; what it throws stops everything there, as a crash would.
    package var beforeStep: @Sendable (DurableStep) throws -> Void

    /// Conditions.
    package init(
      clock: Clock = .system, identity: Identity? = nil,
      beforeStep: @escaping @Sendable (DurableStep) throws -> Void = { _ in }
    ) {
      self.clock = clock
      self.identity = identity
      self.beforeStep = beforeStep
    }
  }

  /// Opens the workspace whose folder is exactly `folder`, and repairs what a crash left or plain git moved.
  ///
  /// - Throws: ``FranchiseError`` for a folder without a kit or with one that was never saved, or that shows another
  ///   line of work; ``GitError``.
  package static func open(_ folder: String, _ conditions: Conditions = Conditions()) async throws
    -> Workspace
  {
    let repository: Repository
    do throws(GitError) {
      repository = try Repository.open(folder)
    } catch {
      guard error.kind == .notFound else { throw error }
      throw SystemFile.exists(folder + "/kit.yaml")
        ? FranchiseError.noHistory(folder: folder) : FranchiseError.notAKit(folder: folder)
    }
    return try await Workspace(repository, conditions)
  }

  /// A workspace on a repository that was just made or opened; repairs it.
  init(_ repository: Repository, _ conditions: Conditions) async throws {
    self.repository = repository
    self.conditions = conditions
    let state = try await repository.settle(conditions)
    latest = state.latest
    view = state.view
    repairs = state.repairs
  }

  /// A workspace for looking only: nothing is repaired.
  init(looking repository: Repository, _ view: View, _ conditions: Conditions) {
    (self.repository, self.view, self.conditions) = (repository, view, conditions)
    (latest, repairs) = (nil, [])
  }

  /// Reads again what others may have changed, and repairs.
  ///
  /// - Throws: as ``open(_:_:)``.
  package mutating func reload() async throws {
    let state = try await repository.settle(conditions)
    latest = state.latest
    view = state.view
    repairs += state.repairs
  }

  /// Lets a draft become true: objects, then the log, then the refs and files.
  ///
  /// - Returns: What the files did, where some were left alone because they had been edited.
  /// - Throws: ``GitError`` of kind `stale` when somebody else was faster (see ``retrying(_:)``); of other kinds, and
  ///   then either nothing happened or the next start finishes it.
  @discardableResult
  package mutating func publish(_ draft: OperationDraft) async throws -> Publication {
    let author = try await signature(over: draft.after)
    let (conditions, latest, view) = (conditions, latest, view)
    let done = try await repository.publish(draft, over: latest, at: view, by: author, conditions)
    self.latest = done.operation
    self.view = done.operation.after
    return done
  }

  /// Runs a verb, and again on what there is by then while others are faster.
  ///
  /// - Throws: ``FranchiseError/busy`` after a few tries, and what `verb` throws.
  package mutating func retrying<Value>(
    _ verb: (inout Workspace) async throws -> Value
  ) async throws -> Value {
    for _ in 0..<8 {
      do {
        return try await verb(&self)
      } catch let error as GitError where error.kind == .stale {
        try await reload()
      }
    }
    throw FranchiseError.busy
  }

  /// The present moment and whoever works here.
  ///
  /// - Throws: ``GitError``.
  package func signature(over view: View? = nil) async throws -> Signature {
    if let identity = conditions.identity { return identity.signature(conditions.clock) }
    let group = try? await files(of: self.view.main ?? view?.main)["group.yaml"]
    return Identity(ofGroup: group).signature(conditions.clock)
  }

  /// The root of the saved kit's files; `nil` where nothing was saved.
  ///
  /// - Throws: ``GitError``.
  package func tree() async throws -> ObjectID? {
    guard let main = view.main else { return nil }
    return try await repository.commit(main).tree
  }

  /// The files of a version, by path; none where there is no version. What begins with a dot is left out.
  ///
  /// - Throws: ``GitError``.
  package func files(of version: ObjectID?) async throws -> [String: [UInt8]] {
    guard let version else { return [:] }
    return try await repository.perform { (repository: isolated Repository) throws -> [String: [UInt8]] in
      try KitTree(repository, try repository.commit(version).tree).contents(repository)
    }
  }

  /// The operations of this workspace, the newest first.
  ///
  /// - Throws: ``FranchiseError``, ``GitError``.
  package func operations(limit: Int = .max) async throws -> [Operation] {
    try await repository.operations(from: latest?.id, limit: limit)
  }
}

/// What became of a draft.
package struct Publication: Hashable, Sendable {
  /// The operation that it became.
  package let operation: Operation
  /// What the files did; `nil` where nothing was to be done.
  package let checkout: CheckoutReport?

  /// The files that were left as they are, because they had been edited meanwhile, in order.
  package var kept: [String] { checkout?.kept.map(\.path) ?? [] }
}

/// Something that was put right, or noticed, when a workspace was opened.
package enum Repair: Hashable, Sendable {
  /// The operation with this number had been cut off and was carried out to its end.
  case finished(Int)
  /// Plain git had moved these refs; it was taken over as the operation with this number.
  case adopted([RefName], Int?)
}
