import Git
import Testing

@Suite struct TransportAddressTests {
  @Test(arguments: [
    ("https://example.org/kits/ours.git", RemoteAddress.Way.https, "example.org", "/kits/ours.git"),
    ("  https://Example.ORG:8443/kits/ours\n", .https, "example.org", "/kits/ours"),
    ("https://me@example.org/kits/ours%20kit", .https, "example.org", "/kits/ours%20kit"),
    ("https://192.0.2.7/kits/ours", .https, "192.0.2.7", "/kits/ours"),
    ("ssh://git@example.org:2222/kits/ours.git", .ssh, "example.org", "/kits/ours.git"),
    ("ssh://[2001:db8::1]:22/kits/ours", .ssh, "[2001:db8::1]", "/kits/ours"),
    ("git@example.org:kits/ours.git", .ssh, "example.org", "kits/ours.git"),
    ("ssh://git@example.org/~ada/ours", .ssh, "example.org", "/~ada/ours"),
  ])
  func `an address of a known kind is read and written back`(
    text: String, way: RemoteAddress.Way, host: String, path: String
  ) throws {
    for origin in [AddressOrigin.typed, .received, .server] {
      let address = try RemoteAddress(text, origin: origin)
      #expect(address.way == way)
      #expect(address.host == host)
      #expect(address.path == path)
      #expect(try RemoteAddress(address.text, origin: .server) == address)
    }
  }

  /// R1.
  @Test(arguments: [
    "ext::sh -c touch% /tmp/x", "ext::ssh%20-oProxyCommand=x", "transport::address", "fd::17",
    "http://example.org/x",
    "git://example.org/x", "ftp://example.org/x", "javascript://x/y", "git+ssh://example.org/x",
    "HTTPS+x://a/b",
  ])
  func `another way of fetching is refused, and named`(text: String) {
    guard case .unsupported(let scheme) = problem(text) else {
      Issue.record("\(text) was not refused as another way: \(String(describing: problem(text)))")
      return
    }
    #expect(text.hasPrefix(scheme.dropLast(0)) || text.lowercased().hasPrefix(scheme))
  }

  /// R1.
  @Test(arguments: [
    "-oProxyCommand=touch x", "--upload-pack=touch x", "ssh://-oProxyCommand=touch%20x/y", "-x@example.org:y",
    "ssh://-x@example.org/y", "https://-x/y", "ssh://example.org/-x", "example.org:-x",
    "example.org:--upload-pack=x",
    "ssh://exa$(id)mple.org/x", "ssh://example.org/x;id", "ssh://example.org/`id`", "ssh://example.org/'x",
    "git@exa;mple.org:x", "git@example.org:x|y", "git@example.org:x\ny", "ssh://a b@example.org/x",
    "ssh://%2DoProxyCommand=x/y", "ssh://%2Dx@example.org/y", "ssh://example.org%00/x",
    "https://example.org/%0ax",
    "https://example.org/%2e%2e/x", "https://example.org/a/../x", "https://example.org/a%2f..%2fx",
    "https://example.org/%252e%252e/x", "https://example.org/%zz", "https://example.org/%ff",
    "https://example.org",
    "https://example.org/", "https:///x", "https://exa_mple.org/x", "https://ex\u{E4}mple.org/x",
    "https://example.org\u{202E}/x", "https://example.org/\u{200B}x", "https://.example.org/x",
    "https://a..b/x",
    "https://2130706433/x", "https://0x7f.1/x", "https://0177.0.0.1/x", "https://127.1/x",
    "https://1.2.3.4.5/x",
    "https://256.1.1.1/x", "https://[::1/x", "https://[g::1]/x", "https://[12]/x", "https://example.org:0/x",
    "https://example.org:70000/x", "https://example.org:/x", "https://example.org:80x/x", "ssh://[::1]x/y",
    ":x", "@h:x",
  ])
  func `options, shell signs and tricks are refused`(text: String) {
    for origin in [AddressOrigin.typed, .received, .server] {
      #expect(throws: AddressProblem.self) { try RemoteAddress(text, origin: origin) }
    }
  }

  /// R2.
  @Test(arguments: ["/srv/kits/ours", "file:///srv/kits/ours", "kits/ours", "./ours", "../ours"])
  func `a folder is only taken from the person who types it`(text: String) throws {
    let address = try RemoteAddress(text, origin: .typed, relativeTo: "/home/ada")
    #expect(address.way == .folder)
    #expect(address.text.hasPrefix("/"))
    #expect(problem(text, origin: .received) == .folderNotTyped)
    #expect(problem(text, origin: .server) == .folderNotTyped)
  }

  /// R2.
  @Test(arguments: [
    "\\\\server\\share", "//server/share", "C:\\kits", "C:/kits", "c:kits", "file://server/share", "a\\b",
    "file:///a%5Cb",
  ])
  func `network shares and Windows paths are refused`(text: String) {
    #expect(throws: AddressProblem.self) { try RemoteAddress(text, origin: .typed, relativeTo: "/home/ada") }
  }

  @Test func `a folder's steps are worked out before it is used`() throws {
    #expect(
      try RemoteAddress("../ben/./kits//ours", origin: .typed, relativeTo: "/home/ada").text
        == "/home/ben/kits/ours")
    #expect(try RemoteAddress("file:///home/ben%20s/kit", origin: .typed).text == "/home/ben s/kit")
    #expect(problem("file:///home/%00x", origin: .typed) == .badPath)
    #expect(problem("file:///home/%0ax", origin: .typed) == .badPath)
  }

  /// R6.
  @Test(arguments: [
    "https://ada:hunter2@example.org/x", "https://:hunter2@example.org/x", "ssh://ada:hunter2@example.org/x",
    "https://ada%3Ahunter2@example.org/x", "https://ghp_hunter2@example.org/x",
    "https://glpat-hunter2@example.org/x",
    "https://ada:hunter2@evil@example.org/x",
    "https://\(String(repeating: "hunter2", count: 8))@example.org/x",
  ])
  func `a secret in an address is refused and never repeated`(text: String) throws {
    let found = try #require(problem(text) as AddressProblem?)
    #expect(found == .holdsSecret)
    let said =
      "\(found) \(found.message) \(found.hint) \(ServerText(text)) \(ServerText("fatal: '\(text)' x"))"
    #expect(!said.contains("hunter2"))
  }

  /// R6.
  @Test func `a token in a query is refused and not repeated`() {
    #expect(problem("https://example.org/x?private_token=hunter2") == .queryOrFragment)
    #expect(problem("https://example.org/x#hunter2") == .queryOrFragment)
    #expect(!"\(String(describing: problem("https://example.org/x?t=hunter2")))".contains("hunter2"))
  }

  @Test func `empty and endless addresses are refused`() {
    #expect(problem("") == .empty)
    #expect(problem(" \n") == .empty)
    #expect(problem("https://example.org/" + String(repeating: "a", count: 3000)) == .tooLong)
  }

  /// R5.
  @Test func `another server, port or way is another place for credentials`() throws {
    let ours = try RemoteAddress("https://example.org/a", origin: .typed)
    #expect(ours.isSameServer(as: try RemoteAddress("https://EXAMPLE.org:443/b", origin: .typed)))
    for other in [
      "https://example.org:444/a", "https://example.com/a", "ssh://example.org/a", "ssh://example.org:443/a",
    ] {
      #expect(!ours.isSameServer(as: try RemoteAddress(other, origin: .typed)))
    }
  }

  private func problem(_ text: String, origin: AddressOrigin = .typed) -> AddressProblem? {
    do {
      _ = try RemoteAddress(text, origin: origin)
      return nil
    } catch {
      return error
    }
  }
}
