/// The environment of a git child: what the person set up for reaching servers, our own switches, nothing else.
///
/// The page “Transport” of the documentation says why each is there.
package struct ChildEnvironment: Hashable, Sendable {
  /// The variables that are handed on where the caller's environment has them.
  static let handedOn: Set<String> = [
    "PATH", "HOME", "USER", "LOGNAME", "TMPDIR",
    "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS",
    "SSH_AUTH_SOCK", "KRB5CCNAME",
    "http_proxy", "https_proxy", "all_proxy", "no_proxy", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
    "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "SSL_CERT_FILE", "SSL_CERT_DIR",
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
  ]

  /// The names of the variables that are handed on, for whoever reads the caller's environment.
  package static var names: [String] { handedOn.sorted() }

  /// Names and values, all of them.
  package let variables: [String: String]

  /// Picks what is needed from `inherited` and adds the switches.
  ///
  /// - Parameters:
  ///   - inherited: The caller's environment.
  ///   - enclosure: The git folder of ours in which the child works.
  ///   - address: Where it connects to, or `nil` for a child that connects nowhere.
  ///   - transport: ssh settings, limits and how passwords are asked for.
  init(
    inheriting inherited: [String: String], enclosure: String, address: RemoteAddress?, transport: Transport
  ) {
    var variables = inherited.filter { Self.handedOn.contains($0.key) && !$0.value.utf8.contains(0) }
    variables.merge(Self.switches) { $1 }
    variables["GIT_DIR"] = enclosure
    variables["GIT_CEILING_DIRECTORIES"] = enclosure
    variables["GIT_SSH_COMMAND"] = transport.ssh.command(idle: transport.limits.idle)
    // git stops before it allocates one piece larger than this, so before it unpacks one larger object.
    variables["GIT_ALLOC_LIMIT"] = String(transport.limits.objectBytes + 65_536)
    variables["GIT_ALLOW_PROTOCOL"] = Self.protocols(for: address)
    if let credentials = transport.credentials {
      variables.merge(credentials.environment) { $1 }
      variables["GIT_ASKPASS"] = credentials.program
    }
    for (place, setting) in Self.settings(for: address).enumerated() {
      variables["GIT_CONFIG_KEY_\(place)"] = setting.key
      variables["GIT_CONFIG_VALUE_\(place)"] = setting.value
    }
    variables["GIT_CONFIG_COUNT"] = String(Self.settings(for: address).count)
    self.variables = variables
  }

  /// This list wins over every `protocol.*` setting. A person's own `insteadOf` may turn https into ssh.
  private static func protocols(for address: RemoteAddress?) -> String {
    switch address?.way {
    case nil: ""
    case .folder: "file"
    case .https, .ssh: "https:ssh"
    }
  }

  /// Settings for exactly this address, because a person's settings for one server would win over general ones.
  private static func settings(for address: RemoteAddress?) -> [(key: String, value: String)] {
    guard let address, address.way == .https else { return [] }
    let gate = address.port.map { ":\($0)" } ?? ""
    let exact = "http.https://\(address.host)\(gate)\(address.path)"
    return [("\(exact).followRedirects", "false"), ("\(exact).sslVerify", "true")]
  }

  private static let switches: [String: String] = [
    "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TZ": "UTC", "TERM": "dumb",
    "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "SSH_ASKPASS_REQUIRE": "never", "GCM_INTERACTIVE": "never",
    "GIT_SSH_VARIANT": "ssh", "GIT_PROTOCOL_FROM_USER": "0", "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_ADVICE": "0", "GIT_PAGER": "cat",
    "GIT_EDITOR": "false",
  ]
}
