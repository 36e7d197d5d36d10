extension Repository {
  /// Fetches refs of another repository into this one; see ``Transport/fetch(_:from:into:haves:progress:)``.
  ///
  /// What this repository's own refs lead to need not come again. No ref moves: compare ``standing(of:since:)`` and
  /// then ``move(_:from:to:)``.
  ///
  /// - Throws: ``TransportError``; the repository is as it was.
  package nonisolated func fetch(
    _ names: [RefName], from address: RemoteAddress, with transport: Transport,
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> Arrivals {
    try await transport.fetch(
      names, from: address, into: gitFolder, haves: try await haves(), progress: progress)
  }

  /// Sends versions of this repository to another; see ``Transport/push(_:to:from:progress:)``.
  ///
  /// - Throws: ``TransportError``.
  package nonisolated func push(
    _ updates: [RefName: ObjectID], to address: RemoteAddress, with transport: Transport,
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> [RefName: PushOutcome] {
    try await transport.push(updates, to: address, from: gitFolder, progress: progress)
  }

  /// Takes in an offer file; see ``Transport/receiveBundle(at:into:allowing:progress:)``.
  ///
  /// - Throws: ``TransportError``; the repository is as it was.
  package nonisolated func receiveBundle(
    at path: String, with transport: Transport, allowing isAllowed: @Sendable (RefName) -> Bool,
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> Arrivals {
    try await transport.receiveBundle(at: path, into: gitFolder, allowing: isAllowed, progress: progress)
  }

  private nonisolated func haves() async throws(TransportError) -> [ObjectID] {
    do throws(GitError) {
      return Array(Set(try await refs().map(\.target))).sorted()
    } catch {
      throw TransportError(local: error)
    }
  }
}
