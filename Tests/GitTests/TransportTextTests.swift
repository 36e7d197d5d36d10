import Git
import Testing

@Suite struct TransportTextTests {
  /// R10, C1.
  @Test(arguments: [
    ("\u{1B}[31mred", "^[[31mred"), ("a\u{7F}", "a^?"), ("a\u{202E}b", "a<U+202E>b"),
    ("a\u{9B}b", "a<U+9B>b"),
    ("a\tb", "a^Ib"), ("\u{7}bell", "^Gbell"), ("caf\u{E9} \u{1F600}", "caf\u{E9} \u{1F600}"),
  ])
  func `text of the other side is shown without effect`(text: String, shown: String) {
    #expect(ServerText(text).description == shown)
  }

  @Test func `text of the other side is cut and its bytes need not be text`() {
    #expect(ServerText(String(repeating: "a", count: 10_000)).description.count == ServerText.longestLine)
    #expect(ServerText([0x61, 0xFF, 0x62]).description == "a\u{FFFD}b")
  }

  /// R6.
  @Test(arguments: [
    "fatal: unable to access 'https://ada:hunter2@example.org/x': no", "https://hunter2@example.org/x",
    "via https://ada:hunt/er2@x@example.org and //b:hunter2@c", "http://proxy:hunter2@10.0.0.1:3128",
  ])
  func `what stands before the at sign of an address is never shown`(text: String) {
    #expect(!ServerText(text).description.contains("er2"))
    #expect(ServerText(text).description.contains("…@"))
  }

  @Test func `text without a secret stays as it is`() {
    for text in ["fatal: unable to access 'https://example.org/x'", "a // b, c@d", "git@example.org:x", ""] {
      #expect(ServerText(text).description == text)
    }
  }

  /// G23, G26.
  @Test func `listed names are taken only when they are well formed`() async throws {
    let id = String(repeating: "1", count: 40)
    let listing = """
      ref: refs/heads/main\tHEAD
      \(id)\tHEAD
      \(id)\trefs/heads/main
      \(id)\trefs/heads/-x
      \(id)\trefs/heads/a..b
      \(id)\trefs/heads/a\u{1B}[31m
      \(id)\trefs/heads/x.lock
      \(id)\trefs/heads/../../config
      \(id)\trefs/heads/a b
      \(id)\trefs/heads/a:b
      \(id)\trefs/heads/*
      \(id)\trefs/heads/main
      abc\trefs/heads/short
      \(String(repeating: "0", count: 40))\trefs/heads/zero
      ref: refs/heads/loop\trefs/heads/loop
      \(id)\trefs/heads/loop
      \(id)\trefs/tags/v1
      \(id)\trefs/tags/v1^{}
      \(id)\trefs/pull/1/head
      \(id)\trefs/kitbag/offers/7
      garbage
      """
    let refs = try RemoteRefs(listing: Array(listing.utf8), limit: 100)
    #expect(
      refs.refs.keys.sorted().map(\.text) == ["refs/heads/main", "refs/kitbag/offers/7", "refs/tags/v1"])
    #expect(refs.head == .main)
    #expect(refs.refused.count == 12)
    #expect(refs.refused.contains { $0.name == "refs/heads/loop" && $0.reason == .symbolic })
    #expect(refs.refused.contains { $0.name == "refs/heads/main" && $0.reason == .twice })
    #expect(!refs.refused.contains { $0.name.contains("\u{1B}") })
  }

  /// R10.
  @Test func `a listing beyond its limit is refused`() {
    let listing = (0..<20).map { "\(String(repeating: "1", count: 40))\trefs/heads/b\($0)\n" }.joined()
    #expect(throws: TransportError.self) { try RemoteRefs(listing: Array(listing.utf8), limit: 19) }
  }

  @Test(arguments: ["refs/tags/x", "nowhere", "refs/heads/../x", "refs/heads/gone"])
  func `a first branch that is none is left out`(target: String) throws {
    let text = "ref: \(target)\tHEAD\n\(String(repeating: "1", count: 40))\trefs/heads/main\n"
    #expect(try RemoteRefs(listing: Array(text.utf8), limit: 10).head == nil)
  }

  @Test(arguments: [
    ("# v2 git bundle\n", BundleProblem.badLine(2)), ("", .notABundle), ("PK\u{3}\u{4}\n", .notABundle),
    ("# v4 git bundle\n\n", .notABundle), ("# v2 git bundle\n\n", .nothing),
    ("# v2 git bundle\nx\n\n", .badLine(2)),
    ("# v3 git bundle\n@filter=blob:none\n\n", .unsupported("filter=blob:none")),
    ("# v3 git bundle\n@object-format=sha256\n\n", .unsupported("object-format=sha256")),
    (
      "# v2 git bundle\n\(String(repeating: "1", count: 40)) refs/heads/../x\n\n",
      .wrongRef("refs/heads/../x")
    ),
    ("# v2 git bundle\n\(String(repeating: "1", count: 40)) HEAD\n\n", .wrongRef("HEAD")),
    ("# v2 git bundle\n-\(String(repeating: "1", count: 39))\n\n", .badLine(2)),
    (
      "# v2 git bundle\n\(String(repeating: "1", count: 40)) refs/heads/a\n\(String(repeating: "2", count: 40)) refs/heads/a\n\n",
      .badLine(3)
    ),
  ])
  func `a bundle's head that is not well formed is refused`(text: String, problem: BundleProblem) {
    #expect(throws: problem) { try BundleHead(Array(text.utf8)) }
  }

  @Test func `a bundle's head is read to where its pack starts`() throws {
    let one = String(repeating: "1", count: 40)
    let two = String(repeating: "2", count: 40)
    let text = "# v3 git bundle\n@object-format=sha1\n-\(one) was this\n\(two) refs/kitbag/offers/7\n\nPACK"
    let head = try BundleHead(Array(text.utf8))
    #expect(head.needs.map(\.description) == [one])
    #expect(head.refs.map(\.value.description) == [two])
    #expect(head.packStart == text.utf8.count - 4)
  }

  @Test func `a bundle's head has a limit`() {
    let lines = (0..<2000).map { "\(String(repeating: "1", count: 40)) refs/heads/b\($0)\n" }.joined()
    #expect(throws: BundleProblem.headTooLarge) { try BundleHead(Array("# v2 git bundle\n\(lines)\n".utf8)) }
    let endless = [UInt8]("# v2 git bundle\n-".utf8) + [UInt8](repeating: 0x31, count: BundleHead.longest)
    #expect(throws: BundleProblem.headTooLarge) { try BundleHead(endless) }
  }
}
