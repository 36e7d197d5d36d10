/// Fetches from and sends to other repositories with the system's git as a child process.
///
/// git brings credential helpers, ssh, proxies and timeouts; this type decides what it may do: fixed arguments, a clean
/// environment, a repository of ours to work in, limits. The pages “Transport” and “Quarantine” say why.
package struct Transport: Sendable {
  /// The environment to pick from; a library does not look at the process's own.
  package var environment: [String: String]
  /// How much one exchange may cost.
  package var limits: TransferLimits
  /// How ssh is called.
  package var ssh: SSHSettings
  /// Who is asked for passwords beyond the credential helpers that the person set up; `nil` for nobody.
  package var credentials: Credentials?

  /// A transport that works with the given environment.
  package init(
    environment: [String: String], limits: TransferLimits = TransferLimits(),
    ssh: SSHSettings = SSHSettings(),
    credentials: Credentials? = nil
  ) {
    self.environment = environment
    self.limits = limits
    self.ssh = ssh
    self.credentials = credentials
  }

  /// A git child that works in `quarantine`.
  func child(_ command: [String], in quarantine: Quarantine, to address: RemoteAddress?) -> GitChild {
    let surroundings = ChildEnvironment(
      inheriting: environment, enclosure: quarantine.folder, address: address, transport: self)
    var variables = surroundings.variables
    if address?.way == .https { variables["GIT_TRACE_PACKET"] = Self.packets(in: quarantine) }
    return GitChild(
      arguments: GitArguments.full(command, enclosure: quarantine.folder, limits: limits, address: address),
      environment: variables, folder: quarantine.folder, limits: limits)
  }

  /// Where git notes the packets of its protocol; it holds no secret and goes with the quarantine.
  private static func packets(in quarantine: Quarantine) -> String { "\(quarantine.folder)/packets" }

  /// Refuses a web server that only handed out files. git would take them too (the “dumb” protocol), but without its
  /// own checks of what arrives, and would take any web page for an empty repository.
  func requireConversation(in quarantine: Quarantine, with address: RemoteAddress) throws(TransportError) {
    guard address.way == .https else { return }
    guard let noted = FileStatus(Self.packets(in: quarantine)), noted.size > 0 else {
      throw TransportError(.notARepository, at: address, detail: ["the server does not speak git's protocol"])
    }
  }

  /// Runs `body` with a quarantine that is removed afterwards, whatever happens.
  func withQuarantine<Value>(
    for target: String?, haves: [ObjectID] = [], _ body: (Quarantine) async throws(TransportError) -> Value
  ) async throws(TransportError) -> Value {
    let quarantine: Quarantine
    do throws(GitError) {
      if let target {
        quarantine = try Quarantine.make(for: target, haves: haves)
      } else {
        quarantine = try Quarantine.make(inTemporary: environment["TMPDIR"] ?? "/tmp")
      }
    } catch {
      throw TransportError(local: error)
    }
    defer { quarantine.remove() }
    return try await body(quarantine)
  }

  /// Refuses a folder that is not what it seems: one that points to, or borrows from, another place.
  func checkFolder(_ address: RemoteAddress) throws(TransportError) {
    guard address.way == .folder else { return }
    guard let status = FileStatus(address.path), status.isFolder || status.isLink else {
      throw TransportError(.notFound, at: address)
    }
    let bare = FileStatus("\(address.path)/.git") == nil
    do throws(GitError) {
      _ = try RepositoryLayout(of: address.path, bare: bare)
    } catch {
      let kind: TransportError.Kind = error.kind == .notFound ? .notARepository : .local(error)
      throw TransportError(kind, at: address, detail: [error.message])
    }
  }
}

extension Transport: CustomStringConvertible, CustomDebugStringConvertible {
  /// Its name alone: the environment may hold a proxy's password.
  package var description: String { "Transport" }
  /// See ``description``.
  package var debugDescription: String { description }
}

extension TransportError {
  /// A failure on this side.
  init(local error: GitError, at address: RemoteAddress? = nil) {
    switch error.kind {
    case .diskFull: self.init(.diskFull, at: address, detail: [error.message])
    case .cancelled: self.init(.cancelled, at: address)
    default: self.init(.local(error), at: address, detail: [error.message])
    }
  }
}
