/// What became of one ref that was sent.
package enum PushOutcome: Hashable, Sendable {
  /// The other side has it now.
  case accepted
  /// The other side had it already.
  case unchanged
  /// The other side has something newer under that name; nothing was overwritten.
  case behind
  /// The other side refused it; its reason is safe to show.
  case refused(ServerText)
}

extension Transport {
  /// Sends versions to another repository under the given names.
  ///
  /// It never overwrites: a ref there only moves to a version that descends from the one it is at.
  ///
  /// - Parameters:
  ///   - updates: Where each of the other side's refs is to lead. All of them must be in `source`.
  ///   - source: The git folder that holds the versions; it is read only.
  /// - Returns: What became of each; there may be refused ones beside accepted ones.
  /// - Throws: ``TransportError`` when the exchange as a whole failed. Whether a part of it arrived is not known then;
  ///   trying again is safe.
  package func push(
    _ updates: [RefName: ObjectID], to address: RemoteAddress, from source: String,
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> [RefName: PushOutcome] {
    guard !updates.isEmpty else { return [:] }
    try checkFolder(address)
    let options = [
      "push", "--porcelain", "--progress", "--no-verify", "--no-follow-tags", "--no-signed",
      "--no-force-with-lease",
      "--no-force-if-includes", "--recurse-submodules=no",
    ]
    let receiver = address.way == .folder ? ["--receive-pack=\(GitArguments.receiveProgram)"] : []
    let wanted = updates.sorted { $0.key < $1.key }.map { "\($0.value):\($0.key.text)" }
    let command = options + receiver + ["--", address.text] + wanted
    do throws(TransportError) {
      return try await withQuarantine(for: source, haves: []) { quarantine throws(TransportError) in
        try await requireHere(Array(updates.values), in: quarantine)
        let outcome = try await child(command, in: quarantine, to: address).run(progress: progress)
        let results = Self.outcomes(in: outcome.output, of: updates)
        guard outcome.code == 0 || results.count == updates.count else {
          throw try await diagnosed(outcome, at: address, in: quarantine)
        }
        return results
      }
    } catch {
      throw error.at(address)
    }
  }

  private func requireHere(_ ids: [ObjectID], in quarantine: Quarantine) async throws(TransportError) {
    do throws(GitError) {
      guard let gone = try await QuarantineInspector().missing(ids, in: quarantine).first else { return }
      throw GitError(.notFound, "\(gone) is not in this repository", operation: "send a version")
    } catch {
      throw TransportError(local: error)
    }
  }

  /// Reads git's porcelain: `flag TAB from:to TAB summary (reason)`.
  private static func outcomes(in output: [UInt8], of updates: [RefName: ObjectID]) -> [RefName: PushOutcome]
  {
    var results: [RefName: PushOutcome] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3, let colon = parts[1].firstIndex(of: ":"),
        let name = try? RefName(String(parts[1][parts[1].index(after: colon)...])), updates[name] != nil
      else { continue }
      results[name] = outcome(flag: parts[0], summary: String(parts[2]))
    }
    return results
  }

  private static func outcome(flag: Substring, summary: String) -> PushOutcome {
    switch flag {
    case " ", "*": return .accepted
    case "=": return .unchanged
    default:
      let races = [
        "fetch first", "non-fast-forward", "already exists", "needs force", "stale info",
        "failed to update ref",
        "cannot lock ref", "reference already exists", "failed to lock", "incorrect old value",
      ]
      return races.contains { summary.contains($0) } ? .behind : .refused(ServerText(summary))
    }
  }
}
