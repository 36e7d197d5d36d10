extension Transport {
  /// Asks another repository what it has.
  ///
  /// - Throws: ``TransportError``; nothing on this side is touched.
  package func listRefs(at address: RemoteAddress) async throws(TransportError) -> RemoteRefs {
    try checkFolder(address)
    let command = ["ls-remote", "--quiet", "--symref"] + uploadProgram(for: address) + ["--", address.text]
    return try await withQuarantine(for: nil) { quarantine throws(TransportError) in
      do throws(TransportError) {
        let outcome = try await child(command, in: quarantine, to: address).run()
        guard outcome.code == 0 else { throw try await diagnosed(outcome, at: address, in: quarantine) }
        try requireConversation(in: quarantine, with: address)
        return try RemoteRefs(listing: outcome.output, limit: limits.refs)
      } catch {
        throw error.at(address)
      }
    }
  }

  func uploadProgram(for address: RemoteAddress) -> [String] {
    address.way == .folder ? ["--upload-pack=\(GitArguments.uploadProgram)"] : []
  }

  /// What a failed child's words mean; asks once more where they leave out what a person needs to know.
  func diagnosed(
    _ outcome: GitChild.Outcome, at address: RemoteAddress, in quarantine: Quarantine
  ) async throws(TransportError) -> TransportError {
    var error = TransportError(diagnosing: outcome, at: address)
    switch error.kind {
    case .moved: error.kind = .moved(to: await redirection(of: address, in: quarantine))
    case .serverKeyUnknown:
      error.kind = .serverKeyUnknown(fingerprint: await fingerprint(of: address, in: quarantine))
    case .stalled: error.kind = .stalled(limits.idle)
    case .malformed, .interrupted, .failed:
      // A child that met the limit on its file was ended by a signal and says nothing of it.
      let written = FolderSize.bytes(of: quarantine.folder, upTo: limits.arrivingBytes)
      if written >= limits.arrivingBytes { error.kind = .tooLarge(.arrival) }
    default: break
    }
    guard !Task.isCancelled else { throw TransportError(.cancelled, at: address) }
    return error
  }

  /// Where a server that sends us elsewhere points to: its answer's `Location`, which is shown and not followed.
  private func redirection(of address: RemoteAddress, in quarantine: Quarantine) async -> String? {
    var child = child(["ls-remote", "--", address.text], in: quarantine, to: address)
    // 1 is standard error; git leaves out what authorises.
    child.environment.merge(["GIT_TRACE_CURL": "1", "GIT_TRACE_CURL_NO_DATA": "1", "GIT_TRACE_REDACT": "1"]) {
      $1
    }
    guard let outcome = try? await child.run() else { return nil }
    for line in outcome.messages.map(\.description) {
      let target = ["Location: ", "location: "].compactMap {
        TransportError.text(after: "<= Recv header: \($0)", in: line)
      }.first
      guard let target else { continue }
      let plain = target.prefix { $0 != "?" && $0 != "#" }
      return String(plain.hasSuffix("/info/refs") ? plain.dropLast("/info/refs".count) : plain)
    }
    return nil
  }

  /// The fingerprint of the key that an ssh server shows, from ssh's own account of a second try that is refused alike.
  private func fingerprint(of address: RemoteAddress, in quarantine: Quarantine) async -> String? {
    guard address.way == .ssh else { return nil }
    var words = ssh.options(idle: limits.idle) + ["-oLogLevel=DEBUG1"]
    if let port = address.port { words += ["-p", String(port)] }
    words += ["--", address.user.map { "\($0)@\(address.host)" } ?? address.host, "true"]
    var child = child([], in: quarantine, to: address)
    child.program = ssh.program
    child.arguments = words
    guard let outcome = try? await child.run() else { return nil }
    for line in outcome.messages.map(\.description) where line.hasPrefix("debug1: Server host key: ") {
      return String(line.dropFirst("debug1: Server host key: ".count))
    }
    return nil
  }
}
