import Foundation
import Git
import Testing

/// Over https, with servers of the test on the loopback.
@Suite struct TransportServerTests {
  private let both: TwoRepositories

  init() throws {
    both = try TwoRepositories()
    try TestCertificate.make(in: both.folder)
  }

  private func server(_ mode: String) throws -> FakeServer {
    try FakeServer(
      FakeServer.https, [both.folder("cert.pem"), both.folder("key.pem"), both.folder.path, mode],
      in: both.folder)
  }

  private func address(_ server: FakeServer, user: String = "", path: String = "/theirs.git") throws
    -> RemoteAddress
  {
    try RemoteAddress("https://\(user)localhost:\(server.port)\(path)", origin: .received)
  }

  /// A transport that trusts the test's certificate.
  private var transport: Transport {
    var transport = both.transport
    transport.environment["GIT_SSL_CAINFO"] = both.folder("cert.pem")
    return transport
  }

  private var requests: String { both.folder.text("requests.log") ?? "" }

  @Test func `a kit is listed, fetched and sent over https`() async throws {
    try both.theirs("config", "http.receivepack", "true")
    let server = try server("plain")
    let address = try address(server)
    #expect(try await transport.listRefs(at: address).head == .main)
    let first = try #require(try await both.fetch(from: address, with: transport).refs[.main]?.id)
    let offer = try RefName("refs/kitbag/offers/1")
    #expect(
      try await transport.push([offer: first], to: address, from: both.ours.folder) == [offer: .accepted])
    #expect(try both.theirs("rev-parse", offer.text) == first.description)
    #expect(try both.theirs.faults() == "")
    try both.ours("update-ref", "refs/heads/main", first.description)
    #expect(try both.ours.faults() == "")
  }

  /// R5.
  @Test func `a redirect to another place is told and not followed`() async throws {
    let target = try FakeServer(
      FakeServer.https, [both.folder("cert.pem"), both.folder("key.pem"), both.folder.path, "plain"],
      in: both.folder)
    let server = try server("redirect=https://localhost:\(target.port)")
    let error = await transportError { try await transport.listRefs(at: address(server)) }
    #expect(error?.kind == .moved(to: "https://localhost:\(target.port)/theirs.git"))
    // Both servers write one log: every request came to the first, which alone answers with a redirect.
    #expect(requests.split(separator: "\n").count == 2)
    let fetched = await transportError { try await both.fetch(from: address(server), with: transport) }
    #expect(fetched?.kind == error?.kind)
  }

  /// R5: a person's own settings for that server do not open it either.
  @Test func `a redirect is not followed even where the person's settings would`() async throws {
    let target = try self.server("plain")
    let server = try server("redirect=https://localhost:\(target.port)")
    let settings =
      "[http \"https://localhost:\(server.port)/\"]\n\tfollowRedirects = true\n\tsslVerify = false\n"
    try both.folder.write(settings, to: "gitconfig")
    var transport = transport
    transport.environment["GIT_CONFIG_GLOBAL"] = both.folder("gitconfig")
    guard case .moved = await transportError({ try await transport.listRefs(at: address(server)) })?.kind
    else {
      Issue.record("the redirect was followed")
      return
    }
    transport.environment["GIT_SSL_CAINFO"] = nil
    #expect(
      await transportError { try await transport.listRefs(at: address(server)) }?.kind == .certificateBad)
  }

  /// R6.
  @Test func `a password is asked for by the given program and shows nowhere`() async throws {
    let server = try server("login=ada:hunter2")
    let needed = await transportError { try await transport.listRefs(at: address(server)) }
    #expect(needed?.kind == .credentialsNeeded)
    try both.folder.write(
      "#!/bin/sh\ncase \"$1\" in User*) echo ada;; *) cat '\(both.folder("secret"))';; esac\n", to: "ask.sh")
    chmod(both.folder("ask.sh"), 0o700)
    try both.folder.write("hunter2\n", to: "secret")
    var asking = transport
    asking.credentials = Credentials(program: both.folder("ask.sh"))
    let steps = Steps()
    let arrivals = try await asking.fetch(
      [.main], from: address(server), into: both.ours.folder, haves: [], progress: { steps.add($0) })
    #expect(arrivals.refs.count == 1)
    try both.folder.write("hunter3\n", to: "secret")
    let wrong = await transportError { [asking] in try await asking.listRefs(at: address(server)) }
    #expect(wrong?.kind == .credentialsRefused)
    let said = "\(needed as Any) \(wrong as Any) \(steps.all) \(asking) \(arrivals)"
    #expect(!said.contains("hunter"))
    for file in try both.ourFiles() {
      #expect(!String(decoding: both.folder.read("ours.git/" + file) ?? [], as: UTF8.self).contains("hunter"))
    }
  }

  /// R8.
  @Test func `a certificate that nobody vouches for is refused`() async throws {
    let server = try server("plain")
    var stranger = transport
    stranger.environment["GIT_SSL_CAINFO"] = nil
    #expect(
      await transportError { try await stranger.listRefs(at: address(server)) }?.kind == .certificateBad)
    stranger.environment["GIT_SSL_NO_VERIFY"] = "1"
    #expect(
      await transportError { try await stranger.listRefs(at: address(server)) }?.kind == .certificateBad)
    let other = try RemoteAddress("https://127.0.0.1:\(server.port)/theirs.git", origin: .typed)
    #expect(await transportError { try await transport.listRefs(at: other) }?.kind == .certificateBad)
    #expect(requests.isEmpty)
  }

  @Test(arguments: [
    ("status=404", TransportError.Kind.notFound), ("status=403", .credentialsRefused),
    ("text", .notARepository),
  ])
  func `what the server answers is told`(mode: String, kind: TransportError.Kind) async throws {
    let server = try server(mode)
    #expect(await transportError { try await transport.listRefs(at: address(server)) }?.kind == kind)
  }

  @Test(arguments: [true, false])
  func `a web server that only hands out files is refused`(packed: Bool) async throws {
    if packed { try both.theirs("repack", "-adq") }
    try both.theirs("update-server-info")
    let server = try server("dumb")
    let before = try both.ourFiles()
    #expect(
      await transportError { try await transport.listRefs(at: address(server)) }?.kind == .notARepository)
    let error = await transportError { try await both.fetch(from: address(server), with: transport) }
    #expect(error?.kind == .notARepository)
    #expect(try both.ourFiles() == before)
  }

  @Test func `a server that is not there is told`() async throws {
    let closed = try RemoteAddress("https://localhost:1/x", origin: .typed)
    #expect(await transportError { try await transport.listRefs(at: closed) }?.kind == .unreachable)
    let unknown = try RemoteAddress("https://kitbag.invalid/x", origin: .typed)
    #expect(await transportError { try await transport.listRefs(at: unknown) }?.kind == .hostUnknown)
  }

  /// R9.
  @Test func `a silent server is left after the idle time`() async throws {
    let silent = try FakeServer(FakeServer.silentSocket, [], in: both.folder)
    var transport = transport
    transport.limits.idle = .milliseconds(600)
    let before = try both.ourFiles()
    for server in [silent, try server("silent")] {
      let error = await transportError { try await both.fetch(from: address(server), with: transport) }
      #expect(error?.kind == .stalled(.milliseconds(600)))
    }
    #expect(try both.ourFiles() == before)
  }

  /// R10.
  @Test func `a server that lists without end is left`() async throws {
    let server = try server("endless")
    let error = await transportError { try await transport.listRefs(at: address(server)) }
    guard case .tooLarge = error?.kind else {
      Issue.record("\(error as Any)")
      return
    }
  }
}
