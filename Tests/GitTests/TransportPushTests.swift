import Foundation
import Git
import Testing

@Suite struct TransportPushTests {
  private let both: TwoRepositories
  private let offer: RefName

  init() throws {
    both = try TwoRepositories()
    offer = try RefName("refs/kitbag/offers/1")
  }

  /// A version of ours on top of `parent`.
  private func version(_ text: String, on parent: ObjectID) throws -> ObjectID {
    let file = try both.ours("hash-object", "-w", "--stdin", input: Array(text.utf8))
    let tree = try both.ours("mktree", input: Array("100644 blob \(file)\tkit.yaml\n".utf8))
    return try #require(ObjectID(both.ours("commit-tree", tree, "-m", text, "-p", parent.description)))
  }

  @Test func `an offer is sent, and sending it again changes nothing`() async throws {
    let first = try #require(try await both.fetch().refs[.main]?.id)
    let mine = try version("mine\n", on: first)
    let sent = try await both.transport.push([offer: mine], to: both.address, from: both.ours.folder)
    #expect(sent == [offer: .accepted])
    #expect(try both.theirs("rev-parse", offer.text) == mine.description)
    let again = try await both.transport.push([offer: mine], to: both.address, from: both.ours.folder)
    #expect(again == [offer: .unchanged])
    #expect(try both.theirs.faults() == "")
    #expect(try both.ourFiles().allSatisfy { !$0.contains("quarantine") })
  }

  /// R14.
  @Test func `of two who send at once one is behind, and nothing is overwritten`() async throws {
    let first = try #require(try await both.fetch().refs[.main]?.id)
    let theirs = try both.commit("theirs", files: ["kit.yaml": "title: Theirs\n"])
    let mine = try version("mine\n", on: first)
    for update in [[RefName.main: mine], [RefName.main: first]] {
      let sent = try await both.transport.push(update, to: both.address, from: both.ours.folder)
      #expect(sent == [.main: .behind])
      #expect(try both.theirs("rev-parse", "main") == theirs.description)
    }
    _ = try await both.fetch()
    #expect(
      try await both.transport.push([.main: mine, offer: mine], to: both.address, from: both.ours.folder)
        == [.main: .behind, offer: .accepted])
    let merged = try version("merged\n", on: theirs)
    #expect(
      try await both.transport.push([.main: merged], to: both.address, from: both.ours.folder) == [
        .main: .accepted
      ])
  }

  @Test func `what the other side refuses is told with its reason`() async throws {
    let first = try #require(try await both.fetch().refs[.main]?.id)
    try both.theirs("config", "receive.hideRefs", "refs/kitbag")
    let sent = try await both.transport.push([offer: first], to: both.address, from: both.ours.folder)
    guard case .refused(let reason) = sent[offer] else {
      Issue.record("\(sent)")
      return
    }
    #expect(reason.description.contains("hidden"))
  }

  @Test func `sending what is not here fails and changes nothing there`() async throws {
    let unknown = try ObjectID.of([1], kind: .blob)
    let error = await transportError {
      try await both.transport.push([offer: unknown], to: both.address, from: both.ours.folder)
    }
    #expect(error?.kind.isLocal == true)
    #expect(try both.theirs.run(["rev-parse", "--verify", "-q", offer.text]).status != 0)
  }
}
