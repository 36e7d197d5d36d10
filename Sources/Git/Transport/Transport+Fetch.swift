extension Transport {
  /// Fetches refs of another repository into a quarantine, judges them, and stores what is admitted.
  ///
  /// No ref of the target moves: the caller does that by compare-and-swap. A ref that is refused does not keep the
  /// others out; nothing of it is stored.
  ///
  /// - Parameters:
  ///   - names: The other side's refs, as ``listRefs(at:)`` named them.
  ///   - address: Where from.
  ///   - target: The git folder that receives.
  ///   - haves: Versions that the target has and the other side may know.
  ///   - progress: Called in order.
  /// - Throws: ``TransportError``; the target is as it was. `notAdmitted` when every ref was refused.
  package func fetch(
    _ names: [RefName], from address: RemoteAddress, into target: String, haves: [ObjectID],
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> Arrivals {
    var names = names.sorted()
    var refused: [RefName: AdmissionProblem] = [:]
    // The second round, without what was refused in the first, is the last unless the other side changes meanwhile.
    for _ in 0..<3 where !names.isEmpty {
      var arrivals = try await fetchOnce(names, from: address, into: target, haves: haves, progress: progress)
      refused.merge(arrivals.refused) { $1 }
      names = arrivals.refs.keys.sorted()
      if arrivals.refused.isEmpty {
        arrivals.refused = refused
        return arrivals
      }
    }
    guard let first = refused.min(by: { $0.key < $1.key }) else { return Arrivals() }
    throw TransportError(.notAdmitted(first.value), at: address)
  }

  /// One round. Stores only if every ref is admitted.
  private func fetchOnce(
    _ names: [RefName], from address: RemoteAddress, into target: String, haves: [ObjectID],
    progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws(TransportError) -> Arrivals {
    try checkFolder(address)
    let options = [
      "fetch", "--progress", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules",
      "--no-auto-maintenance",
      "--no-show-forced-updates", "--refmap=",
    ]
    let wanted = names.enumerated().map { "\($1.text):\(Self.incoming($0))" }
    let command = options + uploadProgram(for: address) + ["--", address.text] + wanted
    do throws(TransportError) {
      return try await withQuarantine(for: target, haves: haves) { quarantine throws(TransportError) in
        let outcome = try await child(command, in: quarantine, to: address).run(progress: progress)
        guard outcome.code == 0 else { throw try await diagnosed(outcome, at: address, in: quarantine) }
        try requireConversation(in: quarantine, with: address)
        var tips: [(name: RefName, id: ObjectID)] = []
        for (place, name) in names.enumerated() {
          guard let id = quarantine.target(ofRef: Self.incoming(place)) else {
            throw TransportError(.refMissing(name.text))
          }
          tips.append((name, id))
        }
        return try await takeIn(tips, from: quarantine, progress: progress)
      }
    } catch {
      throw error.at(address)
    }
  }

  private static func incoming(_ place: Int) -> String { "refs/incoming/\(place)" }

  /// Judges what lies in a quarantine and, if every tip is admitted, stores it.
  func takeIn(
    _ tips: [(name: RefName, id: ObjectID)], from quarantine: Quarantine,
    progress: @Sendable (TransferProgress) -> Void
  ) async throws(TransportError) -> Arrivals {
    progress(.admitting)
    let results: [Result<AdmissionReceipt, AdmissionProblem>]
    do throws(GitError) {
      results = try await QuarantineInspector().admit(
        tips.map(\.id), in: quarantine, limits: limits.admission)
    } catch {
      throw error.kind == .corrupt
        ? TransportError(.malformed, detail: [error.message]) : TransportError(local: error)
    }
    var arrivals = Arrivals()
    for (tip, result) in zip(tips, results) {
      switch result {
      case .success(let receipt): arrivals.refs[tip.name] = Arrivals.Ref(id: tip.id, receipt: receipt)
      case .failure(let problem): arrivals.refused[tip.name] = problem
      }
    }
    guard !Task.isCancelled else { throw TransportError(.cancelled) }
    if arrivals.refused.isEmpty {
      do throws(GitError) { try quarantine.publish() } catch { throw TransportError(local: error) }
    }
    return arrivals
  }
}
