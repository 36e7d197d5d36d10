extension TransportError {
  /// What happened, in one sentence for people.
  package var message: String {
    switch kind {
    case .hostUnknown: "No server called \(server) could be found."
    case .unreachable: "The server \(server) could not be reached."
    case .credentialsNeeded:
      "The server \(server) asks for an account, and no password or key for it is known here."
    case .credentialsRefused: "The server \(server) did not accept the account and its password or key."
    case .serverKeyUnknown(let fingerprint):
      "The server \(server) is not known on this computer yet\(Self.shown(fingerprint))."
    case .serverKeyChanged(let fingerprint):
      "The server \(server) shows another key than before\(Self.shown(fingerprint))."
    case .certificateBad: "The certificate of the server \(server) is not valid or not trusted."
    case .notFound: "There is no kit at \(place)."
    case .notARepository: "What is at \(place) is not a kit."
    case .moved(let target):
      "The server \(server) sends us to another place\(target.map { ": \($0)" } ?? "")."
    case .stalled(let time): "Nothing arrived from \(place) for \(time.components.seconds) seconds."
    case .tooLarge(let excess): Self.message(for: excess, place: place)
    case .diskFull: "The disk is full."
    case .interrupted: "The connection to \(place) broke before all had arrived."
    case .malformed: "What arrived from \(place) is damaged or against the rules."
    case .wayNotAllowed: "This way of reaching \(place) is not allowed."
    case .behind: "There is something newer at \(place) that you do not have yet."
    case .refused: "\(place) did not accept what was sent."
    case .refMissing(let name): "There is no “\(ServerText(name))” at \(place)."
    case .notAdmitted(let problem): problem.message
    case .bundle(let problem): problem.message
    case .local(let error): "The kit on this computer could not be used: \(ServerText(error.message))."
    case .gitMissing: "The program git is not installed."
    case .cancelled: "It was cancelled."
    case .failed: "The exchange with \(place) failed."
    }
  }

  /// What is safe and what to do next, in one or two sentences for people.
  package var hint: String {
    switch kind {
    case .hostUnknown:
      "Check the spelling of the address and that this computer is online. Nothing here changed."
    case .unreachable, .stalled, .interrupted:
      "Your kit is as it was. Check the connection and try again."
    case .credentialsNeeded, .credentialsRefused:
      "Sign in to that server with git once, or set up a key for it, then try again. Nothing here changed."
    case .serverKeyUnknown:
      "Ask whoever runs the server for its fingerprint. If it is the same, connect once with ssh and confirm it."
    case .serverKeyChanged:
      "Somebody may be listening in. Ask whoever runs the server before you go on. Nothing was sent."
    case .certificateBad: "Do not go on before whoever runs the server has put it right. Nothing was sent."
    case .notFound, .notARepository, .refMissing:
      "Check the address, and ask whether your account may read it. Nothing here changed."
    case .moved:
      "Ask whether the new place is right, and use its address from now on. Nothing was fetched from there."
    case .tooLarge, .malformed, .notAdmitted, .bundle:
      "Your kit is as it was; nothing of it was kept. Tell whoever sent it."
    case .diskFull: "Make some space and try again. Your kit is as it was."
    case .wayNotAllowed: "Use an address that begins with https:// or ssh://."
    case .behind: "Nothing was overwritten. Update first, then send again."
    case .refused: "Nothing was changed there. Ask whether your account may write to it."
    case .gitMissing: "Install git, then try again."
    case .local, .failed: "Your kit is as it was. The details may tell more."
    case .cancelled: "Your kit is as it was."
    }
  }

  private var place: String { address?.text ?? "the other side" }

  private var server: String {
    guard let address, !address.host.isEmpty else { return place }
    return address.host
  }

  private static func shown(_ fingerprint: String?) -> String {
    fingerprint.map { " (its key: \($0))" } ?? ""
  }

  private static func message(for excess: Excess, place: String) -> String {
    switch excess {
    case .listing: "\(place) lists far more than any kit holds."
    case .messages: "\(place) sends messages without end."
    case .arrival: "What \(place) sends is larger than any kit may be."
    case .object: "\(place) sends a file that is larger than any file in a kit may be."
    }
  }
}
