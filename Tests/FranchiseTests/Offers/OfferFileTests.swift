import Archive
import Foundation
import Franchise
import Git
import KitCore
import Testing

/// Z1–Z10 for offers, and what is in them.
@Suite struct OfferFileTests {
  let story = OfferStudio()

  private func file() async throws -> (offer: Offer, bytes: [UInt8]) {
    try await story.begin()
    let offer = try await story.offerLongerWelcome().offer
    return (offer, try await story.ben().offerFile(offer.id))
  }

  private func part(_ name: String, of bytes: [UInt8]) throws -> [UInt8] {
    try #require(try ArchiveReader.read(bytes).first { $0.path == name }).bytes
  }

  /// The archive with its files exchanged, and a manifest that fits again unless that is not wanted.
  private func forged(
    _ bytes: [UInt8], fitting: Bool = true, _ change: (inout [ArchiveFile]) -> Void
  ) throws -> [UInt8] {
    var files = try ArchiveReader.read(bytes).filter { $0.path != "manifest.json" }
    let manifest = try part("manifest.json", of: bytes)
    let before = files
    change(&files)
    let listed = (fitting ? files : before).map { (file: ArchiveFile) -> JSON in
      [
        "path": .string(file.path), "bytes": .integer(file.bytes.count),
        "sha256": .string(SHA256(of: file.bytes).hex),
      ]
    }
    let kind = try JSON(reading: manifest)["kind"] ?? .null
    let text: JSON = ["format": 1, "kind": kind, "files": .array(listed)]
    files.append(ArchiveFile(path: "manifest.json", bytes: Array(text.prettyText.utf8)))
    return try ArchiveWriter.write(files)
  }

  /// Expects that a file is refused and leaves nothing, and returns why.
  private func refusal(_ bytes: [UInt8]) async throws -> String {
    var master = try await story.ada()
    let (view, files) = (master.view, story.studio.files("master"))
    let left = try leftovers()
    do {
      _ = try await master.takeIn(bytes, name: "x.kitoffer", with: story.transport)
      Issue.record("it was taken in")
      return ""
    } catch {
      try await master.reload()
      #expect(master.view == view)
      #expect(story.studio.files("master") == files)
      #expect(try leftovers() == left)
      if let error = error as? OfferError { return error.what }
      if let error = error as? TransportError { return error.message }
      throw error
    }
  }

  /// What lies beside the kit's own objects and refs: quarantines, drafts, files in between.
  private func leftovers() throws -> [String] {
    let folder = story.studio.path("master") + "/.git/kitbag"
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "lock" }.sorted()
  }

  @Test func `the bundle is one for anybody's git`() async throws {
    let (offer, bytes) = try await file()
    try story.studio.folder.write(try part("offer.bundle", of: bytes), to: "offer.bundle")
    let git = story.studio.git("master")
    try git("bundle", "verify", story.studio.path("offer.bundle"))
    let heads = try git("bundle", "list-heads", story.studio.path("offer.bundle"))
    #expect(heads == "\(offer.version) refs/kitbag/offers/\(offer.id)")
    try git(
      "fetch", "--quiet", story.studio.path("offer.bundle"), "refs/kitbag/offers/\(offer.id):refs/heads/look")
    #expect(try git("show", "--format=%an", "--no-patch", "look") == "Ben")
    #expect(try git.faults() == "")
  }

  @Test func `the same offer gives the same file`() async throws {
    let (offer, bytes) = try await file()
    #expect(try await story.ben().offerFile(offer.id) == bytes)
    #expect(bytes.count < 20_000)
  }

  @Test func `the page stands alone and says before and after`() async throws {
    try await story.begin()
    try story.edit("north", OfferStudio.guide, "Stand at the door.", "Wait <b>near</b> the door & smile.")
    var group = try await story.ben()
    let offer = try await group.offer(
      OfferRequest(parts: ["guide:facilitating"], title: "Be \"kind\" <script>", why: "One.\n\nTwo & three.")
    ).offer
    let bytes = try part("read-me.html", of: try await group.offerFile(offer.id))
    let page = String(decoding: bytes, as: UTF8.self)
    #expect(page.contains("<title>Be &quot;kind&quot; &lt;script&gt;</title>"))
    #expect(page.contains("&lt;b&gt;near&lt;/b&gt;"))
    #expect(page.contains("<ins>") && page.contains("<del>"))
    #expect(page.contains("lang=\"en\""))
    for word in ["<script", "http://", "https://", "<img", "<iframe", "onload"] {
      #expect(!page.contains(word), "\(word)")
    }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/tidy") else { return }
    let said = try SystemGit.run(
      "/usr/bin/tidy", ["-quiet", "-errors", "--show-filename", "no"], in: story.studio.folder.path,
      input: bytes)
    #expect(said.status == 0, "\(said.errors)")
  }

  @Test func `a damaged or cut-off file is refused`() async throws {
    let (_, bytes) = try await file()
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 4) {
      #expect(try await refusal(Array(bytes.prefix(length))) != "")
    }
    for place in stride(from: 40, to: bytes.count, by: bytes.count / 9) {
      var changed = bytes
      changed[place] ^= 0x40
      guard (try? ArchiveReader.read(changed).map(\.bytes)) != (try? ArchiveReader.read(bytes).map(\.bytes))
      else { continue }
      #expect(try await refusal(changed) != "", "byte \(place)")
    }
  }

  @Test func `a file that is not what its manifest says is refused`() async throws {
    let (_, bytes) = try await file()
    let other = try forged(bytes, fitting: false) { $0[0].bytes.append(0x20) }
    #expect(try await refusal(other).contains("a sum does not fit"))
    let more = try forged(bytes, fitting: false) { $0.append(ArchiveFile(path: "more.txt", bytes: [])) }
    #expect(try await refusal(more).contains("does not name"))
    let named = try forged(bytes) { $0.append(ArchiveFile(path: "more.txt", bytes: [])) }
    #expect(try await refusal(named).contains("does not hold what it should"))
    let less = try forged(bytes) { $0.removeAll { $0.path == "offer.bundle" } }
    #expect(try await refusal(less) != "")
    #expect(
      try await refusal(try ArchiveWriter.write([ArchiveFile(path: "a", bytes: [1])])).contains("no manifest")
    )
    let bomb = try forged(bytes) { $0[0].bytes = [UInt8](repeating: 0x20, count: 70 << 20) }
    #expect(bomb.count < 10 << 20)
    #expect(try await refusal(bomb).contains("larger than 60 MB"))
    #expect(try await refusal([UInt8](repeating: 0x50, count: (10 << 20) + 1)).contains("more than 10 MB"))
  }

  /// Z10: whatever the facts say, only the offer itself may come in.
  @Test func `a bundle that is another, brings more or builds on nothing is refused`() async throws {
    let (offer, bytes) = try await file()
    func with(_ bundle: [UInt8]) throws -> [UInt8] {
      try forged(bytes) { files in
        if let index = files.firstIndex(where: { $0.path == "offer.bundle" }) { files[index].bytes = bundle }
      }
    }
    #expect(try await refusal(try with(Array("# v2 git bundle\n".utf8))) != "")
    let git = story.studio.git("north")
    func bundle(_ words: String...) throws -> [UInt8] {
      let outcome = try git.run(["bundle", "create", story.studio.path("b")] + words)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return story.studio.folder.read("b") ?? []
    }
    let name = "refs/kitbag/offers/\(offer.id)"
    #expect(try await refusal(try with(try bundle(name, "main"))).contains("refs/heads/main"))
    #expect(try await refusal(try with(try bundle("main"))).contains("refs/heads/main"))
    // The group's own line under the offer's name: it is no offer.
    try git("update-ref", name, "main")
    #expect(try await refusal(try with(try bundle(name, "^\(offer.base)"))).contains("no offer"))
    // A version that the master never had.
    try git("commit", "--quiet", "--allow-empty", "-m", "own")
    let message = "x\n\nOffered.\n\nKitbag-Offer: \(offer.id)\nKitbag-Group: northern-lights"
    let stray = try git("commit-tree", "main^{tree}", "-p", "main", "-m", message)
    try git("update-ref", name, stray)
    #expect(try await refusal(try with(try bundle(name))).contains("never had"))
    #expect(try story.studio.git("master").faults() == "")
  }

  @Test(arguments: ["group.yaml", "events/x.yaml", ".gitattributes", "network.yaml", "customisations.yaml"])
  func `an offer that touches what is local or hidden is refused`(_ path: String) async throws {
    let (offer, bytes) = try await file()
    let git = story.studio.git("north")
    try git("read-tree", "--index-output=\(story.studio.path("north"))/.git/other", "\(offer.base)")
    let blob = try git("hash-object", "-w", "--stdin", input: Array("x: y\n".utf8))
    func run(_ words: String...) throws -> String {
      let outcome = try SystemGit.run(
        "/usr/bin/env", ["git"] + words, in: story.studio.path("north"),
        adding: ["GIT_INDEX_FILE": story.studio.path("north") + "/.git/other"])
      #expect(outcome.status == 0, "\(outcome.errors)")
      return String(outcome.text.dropLast())
    }
    _ = try run("update-index", "--add", "--cacheinfo", "100644,\(blob),\(path)")
    let tree = try run("write-tree")
    let message = "x\n\nOffered.\n\nKitbag-Offer: \(offer.id)\nKitbag-Group: northern-lights"
    let version = try git("commit-tree", tree, "-p", "\(offer.base)", "-m", message)
    let name = "refs/kitbag/offers/\(offer.id)"
    try git("update-ref", name, version)
    try git("bundle", "create", story.studio.path("b"), name, "^\(offer.base)")
    let hostile = try forged(bytes) { files in
      if let index = files.firstIndex(where: { $0.path == "offer.bundle" }) {
        files[index].bytes = story.studio.folder.read("b") ?? []
      }
    }
    #expect(try await refusal(hostile).contains(path))
  }

  @Test func `an offer for another kit is refused`() async throws {
    let (_, bytes) = try await file()
    _ = try await Workspace.new(
      story.studio.path("other"), title: "Another kit", owner: "x", story.studio.conditions)
    var other = try await story.studio.open("other")
    do {
      _ = try await other.takeIn(bytes, name: "x", with: story.transport)
      Issue.record("it was taken in")
    } catch let error as TransportError {
      #expect(error.message.contains("do not have"))
    }
  }

  @Test func `an answer with steps that are none brings none`() async throws {
    let (offer, _) = try await file()
    try await story.deliver(offer.id)
    var master = try await story.ada()
    _ = try await master.comment(offer.id, "Good.")
    let reply = try await master.replyFile(offer.id)
    let forged = try forged(reply) { files in
      guard let index = files.firstIndex(where: { $0.path == "reply.json" }) else { return }
      let text = String(decoding: files[index].bytes, as: UTF8.self)
      files[index].bytes = Array(text.replacingOccurrences(of: "commented", with: "destroyed").utf8)
    }
    var group = try await story.ben()
    #expect(try await group.takeIn(forged, name: "x", with: story.transport).isEmpty)
    #expect(try await group.sent().first?.steps.isEmpty == true)
  }
}
