/// Where a kit is fetched from or sent to: a checked address that is safe to hand to git and to show.
///
/// A value can only be made by ``init(_:origin:relativeTo:)``, so whoever holds one knows: it uses https, ssh or a folder
/// that a person typed; it holds no password; no part of it can be read as an option, by a shell or as another address.
package struct RemoteAddress: Hashable, Sendable {
  /// How the other side is reached.
  package enum Way: Hashable, Sendable {
    /// `https://[user@]host[:port]/path`.
    case https
    /// `ssh://[user@]host[:port]/path`, or `[user@]host:path`.
    case ssh
    /// A folder of this machine.
    case folder
  }

  /// The longest address that is accepted, in bytes of UTF-8.
  package static let longest = 2048

  /// How the other side is reached.
  package let way: Way
  /// The account's name, where the address holds one.
  package let user: String?
  /// The server's name in lower case or its number (IPv6 in brackets); empty for a folder.
  package let host: String
  /// The port, where the address names one.
  package let port: Int?
  /// The path on the server as git is given it (still percent-encoded), or the absolute path of the folder.
  package let path: String
  /// Whether the text is `host:path`, whose path starts at the account's home folder.
  package let isShortForm: Bool

  /// Keeps parts that the parser has checked.
  init(
    way: Way, user: String? = nil, host: String = "", port: Int? = nil, path: String,
    isShortForm: Bool = false
  ) {
    self.way = way
    self.user = user
    self.host = host
    self.port = port
    self.path = path
    self.isShortForm = isShortForm
  }

  /// The address as git is given it and as it is stored. It holds no secret.
  package var text: String {
    let account = user.map { "\($0)@" } ?? ""
    let gate = port.map { ":\($0)" } ?? ""
    switch way {
    case .https: return "https://\(account)\(host)\(gate)\(path)"
    case .ssh: return isShortForm ? "\(account)\(host):\(path)" : "ssh://\(account)\(host)\(gate)\(path)"
    case .folder: return path
    }
  }

  /// Whether both lead to the same server by the same way, so that credentials for one may be used for the other.
  package func isSameServer(as other: Self) -> Bool {
    way == other.way && host == other.host && effectivePort == other.effectivePort
  }

  /// The port that is used when the address names none; 0 for a folder.
  var effectivePort: Int {
    switch way {
    case .https: port ?? 443
    case .ssh: port ?? 22
    case .folder: 0
    }
  }
}

extension RemoteAddress: CustomStringConvertible {
  /// The address, safe to show: see ``text``.
  package var description: String { text }
}
