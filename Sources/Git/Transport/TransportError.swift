/// Why an exchange with another repository did not happen.
///
/// Whatever happened, nothing that existed before was changed: arrivals are kept apart until all is well.
/// No part of it holds a password: details are ``ServerText``.
package struct TransportError: Error, Hashable, Sendable {
  /// What grew beyond its limit.
  package enum Excess: Hashable, Sendable {
    /// The list of what the other side has.
    case listing
    /// The messages that the other side sent.
    case messages
    /// All that arrived.
    case arrival
    /// One single object.
    case object
  }

  /// What happened.
  package enum Kind: Hashable, Sendable {
    /// No server has that name, or names cannot be looked up now.
    case hostUnknown
    /// The server cannot be reached: refused, no route, or no answer.
    case unreachable
    /// The server wants an account and a password or key, and none is known here.
    case credentialsNeeded
    /// The server refused the account and password or key.
    case credentialsRefused
    /// The ssh server's key is not known here; its fingerprint where it could be found out.
    case serverKeyUnknown(fingerprint: String?)
    /// The ssh server shows another key than before; the new one's fingerprint where it is known.
    case serverKeyChanged(fingerprint: String?)
    /// The https server's certificate is not valid or not trusted.
    case certificateBad
    /// There is nothing at that address, or not for this account.
    case notFound
    /// There is something, but no repository.
    case notARepository
    /// The server says that it moved; where to, safe to show, where the server told.
    case moved(to: String?)
    /// Nothing arrived for that long.
    case stalled(Duration)
    /// More came than the limit allows.
    case tooLarge(Excess)
    /// The disk is full or the quota used up.
    case diskFull
    /// The connection broke before all had arrived.
    case interrupted
    /// What arrived is damaged or breaks git's own rules.
    case malformed
    /// The way of connecting is not allowed.
    case wayNotAllowed
    /// The other side has moved on since: take its changes first, then send again. Nothing was overwritten.
    case behind
    /// The other side refused what was sent.
    case refused
    /// What was asked for is no longer there.
    case refMissing(String)
    /// The arrival breaks a rule of kits.
    case notAdmitted(AdmissionProblem)
    /// The file is no offer file, or not one for this kit.
    case bundle(BundleProblem)
    /// The repository on this side could not be read or written.
    case local(GitError)
    /// The git program is missing.
    case gitMissing
    /// The task was cancelled.
    case cancelled
    /// git failed in a way that has no kind of its own.
    case failed
  }

  /// What happened; callers decide by it.
  package var kind: Kind
  /// Where the other side is, if it is an address.
  package var address: RemoteAddress?
  /// What git and the server said, safe to show, oldest first.
  package var detail: [ServerText]

  /// An error of the given kind.
  package init(_ kind: Kind, at address: RemoteAddress? = nil, detail: [ServerText]) {
    self.kind = kind
    self.address = address
    self.detail = detail
  }

  /// An error with details that are made safe.
  package init(_ kind: Kind, at address: RemoteAddress? = nil, detail: [String] = []) {
    self.init(kind, at: address, detail: detail.map { ServerText($0) })
  }

  /// The same error with the address, unless it has one.
  func at(_ address: RemoteAddress?) -> Self {
    var copy = self
    copy.address = copy.address ?? address
    return copy
  }
}

extension TransportError: CustomStringConvertible {
  /// Message, hint and detail, for logs.
  package var description: String { ([message, hint] + detail.map(\.description)).joined(separator: "\n") }
}
