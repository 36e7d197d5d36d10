extension RemoteAddress {
  /// Reads and checks an address.
  ///
  /// - Parameters:
  ///   - text: What was typed or received. White space around it is dropped.
  ///   - origin: Who gave it; folders need ``AddressOrigin/typed``.
  ///   - base: An absolute folder that a relative folder starts from; without one, relative folders are refused.
  /// - Throws: ``AddressProblem``, which never repeats the text.
  package init(_ text: String, origin: AddressOrigin, relativeTo base: String? = nil) throws(AddressProblem) {
    let text = Self.trimmed(text)
    guard !text.isEmpty else { throw .empty }
    guard text.utf8.count <= Self.longest else { throw .tooLong }
    guard !text.unicodeScalars.contains(where: Self.isHidden) else { throw .badPath }
    if text.utf8.contains(UInt8(ascii: "\\")) || Self.hasDriveLetter(text) { throw .windowsPath }
    if let (scheme, rest) = Self.scheme(of: text) {
      switch scheme {
      case "https": self = try Self.network(.https, rest)
      case "ssh": self = try Self.network(.ssh, rest)
      case "file": self = try Self.folderURL(rest, origin: origin)
      default: throw .unsupported(scheme: "\(scheme):")
      }
    } else if let colon = Self.shortFormColon(text) {
      self = try Self.shortForm(account: text[..<colon], path: text[text.index(after: colon)...])
    } else {
      self = try Self.folder(text, origin: origin, base: base)
    }
  }

  /// The scheme before `://` or `::` in lower case, and what follows it.
  private static func scheme(of text: String) -> (String, Substring)? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    guard let first = name.first, first.isLetter else { return nil }
    let rest = text[name.endIndex...]
    if rest.hasPrefix("://") { return (name.lowercased(), rest.dropFirst(3)) }
    // git reads `name::rest` as “run the program git-remote-name”.
    if rest.hasPrefix("::") { return ("\(name.lowercased()):", rest.dropFirst(2)) }
    return nil
  }

  private static func network(_ way: Way, _ rest: Substring) throws(AddressProblem) -> Self {
    guard !rest.contains("?"), !rest.contains("#") else { throw .queryOrFragment }
    let authority = rest.prefix { $0 != "/" }
    let path = String(rest[authority.endIndex...])
    let (user, server) = try splitUser(authority, way: way)
    let (host, port) = try splitPort(server)
    try checkHost(host, way: way)
    guard path.count > 1, path.hasPrefix("/") else { throw .badPath }
    try checkPath(path, decoded: true)
    return Self(way: way, user: user, host: host.lowercased(), port: port, path: path)
  }

  private static func shortForm(account: Substring, path: Substring) throws(AddressProblem) -> Self {
    let (user, host) = try splitUser(account, way: .ssh)
    try checkHost(String(host), way: .ssh)
    guard !path.isEmpty, !path.hasPrefix("-") else { throw .badPath }
    guard !path.contains("?"), !path.contains("#") else { throw .queryOrFragment }
    try checkPath(String(path), decoded: false)
    return Self(
      way: .ssh, user: user, host: host.lowercased(), path: String(path), isShortForm: true)
  }

  private static func splitUser(
    _ authority: Substring, way: Way
  ) throws(AddressProblem) -> (user: String?, server: Substring) {
    guard let at = authority.lastIndex(of: "@") else { return (nil, authority) }
    let user = authority[..<at]
    if user.contains(":") || isLikelySecret(user) { throw .holdsSecret }
    // `%3A` would hide a password; no account's name needs an escape.
    if user.contains("%") { throw user.lowercased().contains("%3a") ? .holdsSecret : .badUser }
    let allowed = user.utf8.allSatisfy {
      isLetterOrDigit($0) || $0 == 0x2E || $0 == 0x5F || $0 == 0x2D || $0 == 0x2B
    }
    guard allowed, let first = user.first, first != "-", user.utf8.count <= 64 else { throw .badUser }
    return (String(user), authority[authority.index(after: at)...])
  }

  private static func splitPort(_ server: Substring) throws(AddressProblem) -> (host: String, port: Int?) {
    var host = server
    var digits: Substring?
    if server.hasPrefix("["), let close = server.firstIndex(of: "]") {
      host = server[...close]
      let rest = server[server.index(after: close)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { throw .badHost }
      digits = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = server.firstIndex(of: ":") {
      host = server[..<colon]
      digits = server[server.index(after: colon)...]
    }
    guard let digits else { return (String(host), nil) }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), digits.utf8.count <= 5,
      let port = Int(digits), (1...65535).contains(port)
    else { throw .badPort }
    return (String(host), port)
  }

  private static func folderURL(_ rest: Substring, origin: AddressOrigin) throws(AddressProblem) -> Self {
    guard origin == .typed else { throw .folderNotTyped }
    let host = rest.prefix { $0 != "/" }
    guard host.isEmpty || host == "localhost" else { throw .windowsPath }
    guard let path = percentDecoded(rest[host.endIndex...]) else { throw .badPath }
    return try folder(path, origin: origin, base: nil)
  }

  private static func folder(_ text: String, origin: AddressOrigin, base: String?) throws(AddressProblem)
    -> Self
  {
    guard origin == .typed else { throw .folderNotTyped }
    guard !text.hasPrefix("//") else { throw .windowsPath }
    guard !text.hasPrefix("-"), !text.unicodeScalars.contains(where: isHidden), !text.contains("\\") else {
      throw .badPath
    }
    if text.hasPrefix("/") { return Self(way: .folder, path: normalised(text)) }
    guard let base, base.hasPrefix("/") else { throw .badPath }
    return Self(way: .folder, path: normalised("\(base)/\(text)"))
  }
}
