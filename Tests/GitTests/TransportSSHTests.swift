import Foundation
import Git
import Testing

@Suite(.enabled(if: TestSSHServer.isPossible))
struct TransportSSHTests {
  private let both: TwoRepositories
  private let server: TestSSHServer

  init() throws {
    both = try TwoRepositories()
    server = try TestSSHServer(in: both.folder)
  }

  private var address: RemoteAddress {
    get throws {
      try RemoteAddress(
        "ssh://\(server.user)@127.0.0.1:\(server.port)\(both.theirs.folder)", origin: .received)
    }
  }

  private var transport: Transport {
    var transport = both.transport
    transport.ssh = SSHSettings(knownHosts: both.folder("known"), identity: both.folder("id"))
    return transport
  }

  @Test func `a kit is listed, fetched and sent over ssh`() async throws {
    #expect(try await transport.listRefs(at: address).head == .main)
    let first = try #require(try await both.fetch(from: address, with: transport).refs[.main]?.id)
    let offer = try RefName("refs/kitbag/offers/1")
    #expect(
      try await transport.push([offer: first], to: address, from: both.ours.folder) == [offer: .accepted])
    #expect(try both.theirs("rev-parse", offer.text) == first.description)
    #expect(try both.theirs.faults() == "")
  }

  /// R8.
  @Test func `a server that is not known is refused and its fingerprint shown`() async throws {
    try server.know(key: nil)
    let error = await transportError { try await both.fetch(from: address, with: transport) }
    guard case .serverKeyUnknown(let fingerprint) = error?.kind else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(fingerprint == "ssh-ed25519 \(try server.fingerprint())")
    #expect(both.folder.text("known") == "")
  }

  /// R8.
  @Test func `a server whose key has changed is refused and the new fingerprint shown`() async throws {
    try server.know(key: "other")
    let error = await transportError { try await transport.listRefs(at: address) }
    guard case .serverKeyChanged(let fingerprint) = error?.kind else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(fingerprint == (try server.fingerprint()))
  }

  @Test func `a key that the server does not know is told`() async throws {
    var stranger = transport
    stranger.ssh.identity = both.folder("other")
    stranger.environment["SSH_AUTH_SOCK"] = nil
    let error = await transportError { [stranger] in try await stranger.listRefs(at: address) }
    #expect(error?.kind == .credentialsRefused)
  }

  @Test func `what is not there is told over ssh`() async throws {
    let none = try RemoteAddress("\(try address.text)-none", origin: .received)
    let error = await transportError { try await transport.listRefs(at: none) }
    #expect(error?.kind == .notFound || error?.kind == .notARepository)
    let closed = try RemoteAddress("ssh://127.0.0.1:1/x", origin: .typed)
    #expect(await transportError { try await transport.listRefs(at: closed) }?.kind == .unreachable)
    let unknown = try RemoteAddress("git@kitbag.invalid:x", origin: .typed)
    #expect(await transportError { try await transport.listRefs(at: unknown) }?.kind == .hostUnknown)
  }

  /// R9.
  @Test func `a silent ssh server is left after the idle time`() async throws {
    let silent = try FakeServer(FakeServer.silentSocket, [], in: both.folder)
    var hasty = transport
    hasty.limits.idle = .milliseconds(500)
    let address = try RemoteAddress("ssh://127.0.0.1:\(silent.port)/x", origin: .typed)
    let error = await transportError { [hasty] in try await hasty.listRefs(at: address) }
    #expect(error?.kind == .stalled(.milliseconds(500)))
  }
}
