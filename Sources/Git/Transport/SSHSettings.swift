/// How ssh is called, beyond the person's own ssh configuration, which stays in force.
package struct SSHSettings: Hashable, Sendable {
  /// A file of known server keys that is used instead of the person's, or `nil` for the person's.
  package var knownHosts: String?
  /// A file with the private key to use, or `nil` for what ssh finds by itself.
  package var identity: String?
  /// The ssh program.
  package var program = "ssh"

  /// The person's own files.
  package init(knownHosts: String? = nil, identity: String? = nil) {
    self.knownHosts = knownHosts
    self.identity = identity
  }

  /// The options, each one word: nothing is asked, unknown keys are refused, nothing is forwarded or run locally.
  func options(idle: Duration) -> [String] {
    let seconds = max(1, idle.components.seconds)
    var options = [
      "-oBatchMode=yes", "-oStrictHostKeyChecking=yes", "-oConnectTimeout=\(seconds)",
      "-oServerAliveInterval=\(max(1, seconds / 2))", "-oServerAliveCountMax=2", "-oPermitLocalCommand=no",
      "-oForwardAgent=no", "-oForwardX11=no", "-oClearAllForwardings=yes", "-oRequestTTY=no",
      "-oUpdateHostKeys=no",
    ]
    if let knownHosts {
      options += [
        "-oUserKnownHostsFile=\(Self.quotedForSSH(knownHosts))", "-oGlobalKnownHostsFile=/dev/null",
      ]
    }
    if let identity { options += ["-oIdentityFile=\(Self.quotedForSSH(identity))", "-oIdentitiesOnly=yes"] }
    return options
  }

  /// The value of `GIT_SSH_COMMAND`. git hands it to a shell, so every word is quoted; the server's name and the
  /// path are not part of it: git passes them as arguments of their own.
  func command(idle: Duration) -> String {
    ([program] + options(idle: idle)).map(Self.quotedForShell).joined(separator: " ")
  }

  /// The words in single quotes, inside which a shell interprets nothing.
  static func quotedForShell(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  private static func quotedForSSH(_ path: String) -> String { path.contains(" ") ? "\"\(path)\"" : path }
}
