internal import Glibc

extension Transport {
  /// Takes in an offer file (a git bundle) by the same rules as a fetch: quarantine, git's checks, admission.
  ///
  /// - Parameters:
  ///   - path: The file; it is opened once, so exchanging it meanwhile changes nothing.
  ///   - target: The git folder that receives.
  ///   - isAllowed: Which refs an offer may bring. If it brings another one, all of it is refused.
  /// - Throws: ``TransportError``; the target is as it was.
  package func receiveBundle(
    at path: String, into target: String, allowing isAllowed: @Sendable (RefName) -> Bool,
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> Arrivals {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw TransportError(.bundle(.unreadable)) }
    defer { close(file) }
    let head = try readHead(of: file, allowing: isAllowed)
    return try await withQuarantine(for: target) { quarantine throws(TransportError) in
      try await requireBase(head.needs, in: quarantine)
      // `--strict`: every object that is linked to must be there, here or in the target.
      let command = [
        "index-pack", "--stdin", "--fix-thin", "--strict", "--fsck-objects",
        "--max-input-size=\(limits.arrivingBytes)", "-v",
      ]
      let outcome = try await child(command, in: quarantine, to: nil)
        .run(input: { try Self.nextPiece(of: file) }, progress: progress)
      guard outcome.code == 0 else { throw Self.diagnosed(outcome) }
      let tips = head.refs.sorted { $0.key < $1.key }.map { (name: $0.key, id: $0.value) }
      let arrivals = try await takeIn(tips, from: quarantine, progress: progress)
      if let first = arrivals.refused.min(by: { $0.key < $1.key }) {
        throw TransportError(.notAdmitted(first.value))
      }
      return arrivals
    }
  }

  private func readHead(
    of file: Int32, allowing isAllowed: (RefName) -> Bool
  ) throws(TransportError) -> BundleHead {
    guard let status = FileStatus(descriptor: file), status.isFile else {
      throw TransportError(.bundle(.unreadable))
    }
    let size = Int(clamping: status.size)
    guard size <= limits.arrivingBytes else {
      throw TransportError(.bundle(.tooLarge(bytes: size, limit: limits.arrivingBytes)))
    }
    var bytes = [UInt8](repeating: 0, count: min(size, BundleHead.longest))
    let count = pread(file, &bytes, bytes.count, 0)
    guard count >= 0 else { throw TransportError(.bundle(.unreadable)) }
    do throws(BundleProblem) {
      let head = try BundleHead(Array(bytes.prefix(count)))
      if let wrong = head.refs.keys.sorted().first(where: { !isAllowed($0) }) { throw .wrongRef(wrong.text) }
      guard lseek(file, off_t(head.packStart), SEEK_SET) >= 0 else { throw .unreadable }
      return head
    } catch {
      throw TransportError(.bundle(error))
    }
  }

  private func requireBase(_ needs: [ObjectID], in quarantine: Quarantine) async throws(TransportError) {
    do throws(GitError) {
      let missing = try await QuarantineInspector().missing(needs, in: quarantine)
      guard missing.isEmpty else { throw GitError(.notFound, "\(missing.count)", operation: "find the base") }
    } catch {
      guard error.kind == .notFound else { throw TransportError(local: error) }
      throw TransportError(.bundle(.baseMissing(Int(error.message) ?? 1)))
    }
  }

  private static func nextPiece(of file: Int32) throws(GitError) -> [UInt8]? {
    var piece = [UInt8](repeating: 0, count: 65_536)
    let count = read(file, &piece, piece.count)
    guard count >= 0 else { throw GitError.system("read an offer file") }
    return count == 0 ? nil : Array(piece.prefix(count))
  }

  private static func diagnosed(_ outcome: GitChild.Outcome) -> TransportError {
    let error = TransportError(diagnosing: outcome, at: nil)
    switch error.kind {
    case .diskFull, .tooLarge: return error
    default: return TransportError(.malformed, detail: outcome.messages)
    }
  }
}
