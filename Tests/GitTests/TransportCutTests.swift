import Foundation
import Git
import Testing

/// R13, R9: connections that break or drip, at every place.
@Suite struct TransportCutTests {
  private let both: TwoRepositories
  private let server: FakeServer
  private let proxy: FakeServer

  init() throws {
    both = try TwoRepositories()
    try TestCertificate.make(in: both.folder)
    try both.theirs("config", "http.receivepack", "true")
    let words = [both.folder("cert.pem"), both.folder("key.pem"), both.folder.path, "plain"]
    server = try FakeServer(FakeServer.https, words, in: both.folder)
    try both.folder.write("none", to: "cut")
    proxy = try FakeServer(
      FakeServer.cuttingProxy, [String(server.port), both.folder("cut")], in: both.folder)
  }

  private var address: RemoteAddress {
    get throws { try RemoteAddress("https://localhost:\(proxy.port)/theirs.git", origin: .received) }
  }

  private var transport: Transport {
    var transport = both.transport
    transport.environment["GIT_SSL_CAINFO"] = both.folder("cert.pem")
    return transport
  }

  /// How many bytes went each way in the exchange that just ended.
  private func passed() -> (down: Int, up: Int) {
    let numbers = (both.folder.text("cut.passed") ?? "").split(separator: " ").compactMap { Int($0) }
    return numbers.count == 2 ? (numbers[0], numbers[1]) : (0, 0)
  }

  @Test func `a fetch that is cut anywhere leaves nothing, and the next one works`() async throws {
    _ = try await both.fetch()
    let before = try both.ourFiles()
    try both.commit(
      "second", files: ["kit.yaml": "title: Two\n", "b.md": String(repeating: "b\n", count: 300)])
    let refs = try both.ours("for-each-ref")
    // Three connections of about 2,000 bytes each: an uneven step visits handshakes, heads and packs.
    for cut in stride(from: 1, to: 7000, by: 331) {
      try both.folder.write("down \(cut)", to: "cut")
      let error = await transportError { try await both.fetch(from: address, with: transport) }
      guard let error else {
        #expect(passed().down < cut)
        break
      }
      #expect(error.kind != .failed, "\(cut): \(error)")
      #expect(try both.ourFiles() == before)
    }
    try both.folder.write("none", to: "cut")
    let second = try #require(try await both.fetch(from: address, with: transport).refs[.main]?.id)
    #expect(try both.ours("for-each-ref") == refs)
    try both.ours("update-ref", "refs/heads/main", second.description)
    #expect(try both.ours.faults() == "")
  }

  @Test func `a push that is cut anywhere leaves the old ref or the new one, and the next one works`()
    async throws
  {
    let first = try #require(try await both.fetch().refs[.main]?.id)
    let offer = try RefName("refs/kitbag/offers/1")
    let push: @Sendable () async throws -> [RefName: PushOutcome] = {
      [both, address = try address, transport] in
      try await transport.push([offer: first], to: address, from: both.ours.folder)
    }
    for cut in stride(from: 1, to: 6000, by: 397) {
      try both.folder.write("up \(cut)", to: "cut")
      let error = await transportError(push)
      let there = try both.theirs.run(["rev-parse", "--verify", "-q", offer.text])
      #expect(there.status != 0 || there.text == "\(first)\n")
      if error == nil || there.status == 0 { break }
      #expect(error?.kind != .failed, "\(cut): \(error as Any)")
      #expect(try both.ourFiles().allSatisfy { !$0.contains("quarantine") })
    }
    try both.folder.write("none", to: "cut")
    let outcome = try await push()[offer]
    #expect(outcome == .accepted || outcome == .unchanged)
    #expect(try both.theirs.faults() == "")
  }

  /// R9.
  @Test func `a server that drips is left after the idle time`() async throws {
    var hasty = transport
    hasty.limits.idle = .milliseconds(800)
    try both.folder.write("drip 0", to: "cut")
    let before = try both.ourFiles()
    let error = await transportError { [hasty] in try await both.fetch(from: address, with: hasty) }
    #expect(error?.kind == .stalled(.milliseconds(800)))
    #expect(try both.ourFiles() == before)
  }

  @Test func `a fetch that is cancelled on the way takes all of its children along`() async throws {
    try both.folder.write("drip 0", to: "cut")
    let before = try both.ourFiles()
    let fetch = Task { [both, address = try address, transport] in
      try await both.fetch(from: address, with: transport)
    }
    for _ in 0..<500 where children().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    #expect(!children().isEmpty)
    fetch.cancel()
    #expect(await transportError { try await fetch.value }?.kind == .cancelled)
    for _ in 0..<200 where !children().isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    #expect(children().isEmpty)
    #expect(try both.ourFiles() == before)
  }

  /// The running programs that work in our repository's quarantine.
  private func children() -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.filter { process in
      guard Int(process) != nil, let words = FileManager.default.contents(atPath: "/proc/\(process)/environ")
      else {
        return false
      }
      return String(decoding: words, as: UTF8.self).contains("\(both.ours.folder)/kitbag/quarantine-")
    }
  }
}
