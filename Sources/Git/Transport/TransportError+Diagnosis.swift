extension TransportError {
  /// Finds out from what git and the server said what happened. The texts are git's and curl's in the C locale.
  init(diagnosing outcome: GitChild.Outcome, at address: RemoteAddress?) {
    let lines = outcome.messages.map(\.description)
    let kind = Self.rules.first { rule in
      lines.contains { line in rule.texts.contains { line.contains($0) } }
    }?.kind
    self.init(kind ?? .failed, at: address, detail: outcome.messages)
    switch kind {
    case .serverKeyChanged:
      let shown = lines.first { $0.hasPrefix("SHA256:") }
      self.kind = .serverKeyChanged(fingerprint: shown.map { String($0.prefix { $0 != " " && $0 != "." }) })
    case .refMissing:
      self.kind = .refMissing(
        lines.compactMap { Self.text(after: "couldn't find remote ref ", in: $0) }.first ?? "")
    default: break
    }
  }

  /// What follows `words` in a line that has them.
  static func text(after words: String, in line: String) -> String? {
    var rest = line[...]
    while !rest.isEmpty {
      if rest.hasPrefix(words) { return String(rest.dropFirst(words.count)) }
      rest = rest.dropFirst()
    }
    return nil
  }

  /// Checked in order: the more telling text comes first, because one failure often makes git write several.
  private static let rules: [(kind: Kind, texts: [String])] = onThisSide + onTheWay + atTheServer + inTheData

  private static let onThisSide: [(kind: Kind, texts: [String])] = [
    (.gitMissing, ["failed to execute git"]),
    (.diskFull, ["No space left on device", "Disk quota exceeded"]),
    (
      .tooLarge(.object),
      ["over limit", "Out of memory", "out of memory", "Cannot allocate memory", "data too large"]
    ),
    (
      .tooLarge(.arrival),
      ["File too large", "exceeds maximum allowed size", "maximum allowed size", "signal 25"]
    ),
    (.wayNotAllowed, ["' not allowed", "Protocol \""]),
  ]

  private static let onTheWay: [(kind: Kind, texts: [String])] = [
    (
      .serverKeyChanged(fingerprint: nil),
      ["REMOTE HOST IDENTIFICATION HAS CHANGED", "POSSIBLE DNS SPOOFING"]
    ),
    (.serverKeyUnknown(fingerprint: nil), ["Host key verification failed", "host key is known for"]),
    (.hostUnknown, ["Could not resolve host", "Could not resolve hostname", "Name or service not known"]),
    (
      .certificateBad,
      [
        "SSL certificate problem", "server certificate verification failed",
        "SSL: no alternative certificate",
        "certificate subject name", "SSL peer certificate", "gnutls_handshake", "server verification failed",
        "TLS connect error", "wrong version number", "SSL: certificate",
      ]
    ),
    (
      .stalled(.zero),
      ["Operation too slow", "Timeout, server", "timed out waiting", "during banner exchange"]
    ),
    (
      .unreachable,
      [
        "Connection refused", "Failed to connect", "Connection timed out", "No route to host",
        "Network is unreachable", "Couldn't connect to server", "Could not connect to server",
        "kex_exchange_identification", "Connection timeout", "Resolving timed out",
      ]
    ),
  ]

  private static let atTheServer: [(kind: Kind, texts: [String])] = [
    (
      .credentialsRefused,
      [
        "Authentication failed", "Permission denied (", "Too many authentication failures",
        "returned error: 403",
      ]
    ),
    (
      .credentialsNeeded,
      [
        "could not read Username", "could not read Password", "terminal prompts disabled",
        "returned error: 401",
      ]
    ),
    (
      .moved(to: nil),
      [
        "returned error: 301", "returned error: 302", "returned error: 303", "returned error: 307",
        "returned error: 308",
      ]
    ),
    (.refMissing(""), ["couldn't find remote ref"]),
    (
      .behind,
      [
        "(fetch first)", "(non-fast-forward)", "(already exists)", "(stale info)", "cannot lock ref",
        "failed to update ref", "(needs force)", "reference already exists",
      ]
    ),
    (.refused, ["[remote rejected]", "pre-receive hook declined", "protected branch"]),
    (
      .notFound,
      [
        "' not found", "repository not found", "Repository not found", "does not exist",
        "returned error: 404",
        "returned error: 410",
      ]
    ),
    (
      .notARepository,
      [
        "does not appear to be a git repository", "not valid: is this a git repository",
        "not a git repository",
        "invalid server response", "protocol error: bad line length", "invalid info/refs",
        "protocol error: bad line",
      ]
    ),
  ]

  private static let inTheData: [(kind: Kind, texts: [String])] = [
    (.malformed, ["fsck error", "error in object", "SHA1 COLLISION", "hash mismatch", "unresolved delta"]),
    (
      .interrupted,
      [
        "early EOF", "unexpected disconnect", "hung up unexpectedly", "RPC failed", "transfer closed",
        "Connection reset by peer", "Connection closed by", "Broken pipe", "unexpected EOF",
        "premature end of",
        "hung up upon", "expected flush", "unable to write to remote", "curl 18", "curl 56", "curl 92",
        "Empty reply from server", "expected response end packet", "unexpected end of",
      ]
    ),
    (
      .malformed,
      [
        "inflate", "index-pack failed", "invalid index-pack", "pack has", "bad object", "broken",
        "delta base",
        "did not receive expected object", "did not send all necessary objects", "pack is corrupted",
        "bad pack",
      ]
    ),
    (.interrupted, ["unable to access", "Could not read from remote repository", "the remote end hung up"]),
  ]
}
