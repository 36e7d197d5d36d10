import Foundation
import Git
import Testing

/// Offers as files: G18, G19, Z10.
@Suite struct TransportBundleTests {
  private let both: TwoRepositories
  private let offer: RefName

  init() throws {
    both = try TwoRepositories()
    offer = try RefName("refs/kitbag/offers/1")
  }

  private func receive(_ name: String, with transport: Transport? = nil) async throws -> Arrivals {
    try await (transport ?? both.transport).receiveBundle(
      at: both.folder(name), into: both.ours.folder, allowing: { $0.text.hasPrefix("refs/kitbag/offers/") })
  }

  /// Lets git write a bundle of their branch under the offer's name.
  private func write(_ name: String, _ revisions: String...) throws {
    try both.theirs("update-ref", offer.text, "main")
    let outcome = try both.theirs.run(["bundle", "create", both.folder(name), offer.text] + revisions)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  private func expectUnchanged(_ before: Set<String>) throws {
    #expect(try both.ourFiles() == before)
    #expect(try both.ours("for-each-ref") == "")
  }

  @Test func `an offer file that brings everything is taken in`() async throws {
    try write("all.kitoffer")
    let arrivals = try await receive("all.kitoffer")
    let id = try #require(arrivals.refs[offer]?.id)
    try both.ours("update-ref", offer.text, id.description)
    #expect(try both.ours.faults() == "")
    #expect(try both.ours("show", "\(offer.text):kit.yaml") == "title: Ours")
  }

  @Test func `an offer file that builds on what is here is taken in, and refused where it is not`()
    async throws
  {
    let second = try both.commit("second", files: ["kit.yaml": "title: Two\n"])
    try write("thin.kitoffer", "^main~1")
    let before = try both.ourFiles()
    let error = await transportError { try await receive("thin.kitoffer") }
    #expect(error?.kind == .bundle(.baseMissing(1)))
    try expectUnchanged(before)
    try both.theirs("update-ref", "refs/heads/base", "main~1")
    let base = try #require(try await both.fetch(["base"]).refs.values.first?.id)
    try both.ours("update-ref", "refs/heads/main", base.description)
    #expect(try await receive("thin.kitoffer").refs[offer]?.id == second)
    try both.ours("update-ref", offer.text, second.description)
    #expect(try both.ours.faults() == "")
  }

  /// Z10.
  @Test func `an offer file that would bring another ref is refused as a whole`() async throws {
    try both.theirs("update-ref", offer.text, "main")
    try both.theirs("bundle", "create", both.folder("x.kitoffer"), offer.text, "main")
    let before = try both.ourFiles()
    let error = await transportError { try await receive("x.kitoffer") }
    #expect(error?.kind == .bundle(.wrongRef("refs/heads/main")))
    try expectUnchanged(before)
  }

  /// Z10.
  @Test func `what is no file, no bundle or too large is refused`() async throws {
    try write("all.kitoffer")
    var small = both.transport
    small.limits.arrivingBytes = 100
    guard
      case .bundle(.tooLarge) = await transportError({ [small] in
        try await receive("all.kitoffer", with: small)
      })?.kind
    else {
      Issue.record("a file above the limit was taken")
      return
    }
    #expect(await transportError { try await receive("none") }?.kind == .bundle(.unreadable))
    #expect(await transportError { try await receive("theirs.git") }?.kind == .bundle(.unreadable))
    mkfifo(both.folder("pipe"), 0o600)
    #expect(await transportError { try await receive("pipe") }?.kind == .bundle(.unreadable))
    try both.folder.write("PK", to: "zip")
    #expect(await transportError { try await receive("zip") }?.kind == .bundle(.notABundle))
  }

  /// G1, G15 and so on hold for offer files, too.
  @Test func `an offer file with a hostile version is refused`() async throws {
    let bad = try both.commit("bad", files: ["NUL.txt": "x\n"])
    try write("bad.kitoffer")
    let before = try both.ourFiles()
    let error = await transportError { try await receive("bad.kitoffer") }
    #expect(error?.kind == .notAdmitted(AdmissionProblem(.name(.device), version: bad, path: "NUL.txt")))
    try expectUnchanged(before)
  }

  /// G18.
  @Test func `an offer file that is cut off anywhere is refused and leaves nothing`() async throws {
    try write("all.kitoffer")
    let bytes = try #require(both.folder.read("all.kitoffer"))
    let before = try both.ourFiles()
    for cut in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 24)) {
      try both.folder.write(Array(bytes.prefix(cut)), to: "cut.kitoffer")
      #expect(await transportError { try await receive("cut.kitoffer") } != nil, "\(cut)")
    }
    try expectUnchanged(before)
  }

  /// G18.
  @Test func `an offer file with a wrong byte anywhere is refused and leaves nothing`() async throws {
    try write("all.kitoffer")
    let bytes = try #require(both.folder.read("all.kitoffer"))
    let before = try both.ourFiles()
    var random = Seeded(18)
    let packStart = try BundleHead(bytes).packStart
    for _ in 0..<30 {
      var wrong = bytes
      let place = Int.random(in: packStart..<bytes.count, using: &random)
      wrong[place] ^= UInt8.random(in: 1...255, using: &random)
      try both.folder.write(wrong, to: "wrong.kitoffer")
      let error = await transportError { try await receive("wrong.kitoffer") }
      switch error?.kind {
      case .malformed, .tooLarge: break
      default: Issue.record("byte \(place): \(error as Any)")
      }
    }
    try expectUnchanged(before)
  }

  /// G18, G19.
  @Test(arguments: [
    HandMadePack.Kind.deflateBomb, .deltaBomb, .deltaCycle, .deltaOrphan, .countLie,
  ])
  func `a pack that bursts, circles or lies is refused and leaves nothing`(kind: HandMadePack.Kind)
    async throws
  {
    try HandMadePack.write(kind, to: "x.kitoffer", in: both.folder)
    let before = try both.ourFiles()
    let error = await transportError { try await receive("x.kitoffer") }
    switch (kind, error?.kind) {
    case (.deflateBomb, .tooLarge(.object)), (.deltaBomb, .tooLarge(.object)),
      (.countLie, .tooLarge(.object)):
      break
    case (.deltaCycle, .malformed), (.deltaOrphan, .malformed): break
    default: Issue.record("\(error as Any)")
    }
    try expectUnchanged(before)
  }

  /// G18.
  @Test func `a chain of ten thousand deltas is taken in or refused, and nothing breaks`() async throws {
    try HandMadePack.write(.deltaChain, to: "x.kitoffer", in: both.folder)
    let before = try both.ourFiles()
    do {
      let id = try #require(try await receive("x.kitoffer").refs[offer]?.id)
      let repository = try Repository.open(both.ours.folder, bare: true)
      let tree = try await repository.commit(id).tree
      let entry = try #require(try await repository.entry(at: "a", in: tree))
      #expect(try await repository.blob(entry.id) == Array("09999".utf8))
    } catch is TransportError {
      try expectUnchanged(before)
    }
  }
}
