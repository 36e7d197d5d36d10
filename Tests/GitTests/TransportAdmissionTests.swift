import Git
import Testing

@Suite struct TransportAdmissionTests {
  private let table = TableOfObjects()

  private func judge(
    _ tip: ObjectID, limits: AdmissionLimits = AdmissionLimits()
  ) throws -> Result<AdmissionReceipt, AdmissionProblem> {
    var admission = Admission(table, limits: limits)
    do {
      return .success(try admission.admit(tip))
    } catch let problem as AdmissionProblem {
      return .failure(problem)
    }
  }

  private func rule(_ tip: ObjectID, limits: AdmissionLimits = AdmissionLimits()) throws -> AdmissionProblem
    .Rule?
  {
    if case .failure(let problem) = try judge(tip, limits: limits) { return problem.rule }
    return nil
  }

  @Test func `an ordinary kit is admitted`() throws {
    let guides = try table.folder([
      ("100644", Array("fishbowl.md".utf8), table.file()), ("100755", Array("tour".utf8), table.file()),
    ])
    let kit = try table.folder([
      ("100644", Array("-rf".utf8), table.file()), ("100644", Array(".gitattributes".utf8), table.file()),
      ("40000", Array("guides".utf8), guides), ("100644", Array("kit.yaml".utf8), table.file()),
    ])
    let version = try table.version(kit)
    let receipt = try judge(version).get()
    #expect(receipt.version == version)
    #expect(receipt.externals.isEmpty)
    #expect(receipt.entries == 6)
    #expect(receipt.newVersions == 1)
  }

  /// G1.
  @Test(arguments: ["..", ".", "", "a/b", "../x", "a\\b", "\\\\s\\x"])
  func `a name that leads out of its folder is refused with its path`(name: String) throws {
    for mode in ["100644", "40000"] {
      let inner = try table.folder([
        (mode, Array(name.utf8), mode == "40000" ? table.folder([]) : table.file())
      ])
      let tip = try table.version(table.folder([("40000", Array("guides".utf8), inner)]))
      guard case .failure(let problem) = try judge(tip) else {
        Issue.record("\(name) was admitted")
        continue
      }
      #expect(problem.path == "guides/\(name)")
      #expect(problem.version == tip)
      switch problem.rule {
      case .name(.empty), .name(.step), .name(.separator): break
      default: Issue.record("\(problem)")
      }
    }
  }

  /// G2, G3.
  @Test(arguments: [
    ".git", ".GIT", ".Git", ".git.", ".git ", ".git . .", "git~1", "GIT~1", "git~27",
    ".git::$INDEX_ALLOCATION",
    ".git:x", ".git ::$DATA", ".g\u{200C}it", "\u{FEFF}.git", ".gi\u{202E}t", ".git\u{200D}", ".\u{206A}GIT",
  ])
  func `what any file system takes for git's own folder is refused`(name: String) throws {
    for depth in [0, 3] {
      var folder = try table.folder([("40000", Array(name.utf8), table.folder([]))])
      for _ in 0..<depth { folder = try table.folder([("40000", [0x61], folder)]) }
      #expect(try rule(table.version(folder)) == .name(.gitFolder))
    }
  }

  /// G5, G6.
  @Test(arguments: ["notes.md", ".gitmodules", ".gitattributes", ".gitignore", "GITMOD~1"])
  func `a link is refused`(name: String) throws {
    #expect(try rule(table.version(with: Array(name.utf8), mode: "120000")) == .link)
  }

  /// G9.
  @Test func `another repository inside is reported and never looked at`() throws {
    let modules = try table.file("[submodule \"x\"]\n\tpath = x\n\turl = ext::sh -c id\n\tupdate = !id\n")
    let folder = try table.folder([
      ("100644", Array(".gitmodules".utf8), modules), ("160000", Array("x".utf8), ObjectID.emptyTree),
    ])
    let receipt = try judge(table.version(folder)).get()
    #expect(receipt.externals == ["x"])
  }

  /// G11.
  @Test func `attributes above 100 KB are refused`() throws {
    func version(_ name: String, _ size: Int) throws -> ObjectID {
      let inner = try table.folder([
        ("100644", Array(name.utf8), table.file("\(name)\(size)", claiming: size))
      ])
      return try table.version(table.folder([("40000", Array("guides".utf8), inner)]))
    }
    #expect(try rule(version(".gitattributes", 100 << 10)) == nil)
    for name in [".gitattributes", ".GitAttributes"] {
      let limit = 100 << 10
      #expect(try rule(version(name, limit + 1)) == .fileTooLarge(bytes: limit + 1, limit: limit))
    }
    #expect(try rule(version("other", 200 << 10)) == nil)
  }

  /// G13.
  @Test(arguments: [
    ("Plan.md", "plan.md"), ("A", "a"), ("caf\u{E9}", "cafe\u{301}"), ("STRASSE", "stra\u{DF}e"),
    ("\u{3C3}", "\u{3C2}"),
    ("K", "\u{212A}"), ("ab", "a\u{200C}b"),
  ])
  func `names that are one on some systems are reported as a pair`(one: String, two: String) throws {
    let names = [one, two].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let inner = try table.folder(names.map { ("100644", Array($0.utf8), try table.file()) })
    let tip = try table.version(table.folder([("40000", [0x78], inner)]))
    guard case .failure(let problem) = try judge(tip), case .collision(let other) = problem.rule else {
      Issue.record("\(one) and \(two) were admitted")
      return
    }
    let shown = Set(names.map { ServerText("x/\($0)").description })
    #expect(Set([problem.path, other]) == shown)
  }

  /// G15.
  @Test(arguments: [
    ("CON", EntryName.Problem.device), ("con", .device), ("NUL.txt", .device), ("Aux.tar.gz", .device),
    ("com1", .device),
    ("LPT9.md", .device), ("COM\u{B9}", .device), ("nul .txt", .device), ("conin$", .device), ("a.", .ending),
    ("a ", .ending), ("a:b", .character), ("a\nb", .character), ("a\u{1B}b", .character),
    ("what?", .character),
    ("a*b", .character), ("a\"b", .character), ("a<b", .character), ("a|b", .character),
    ("a\u{7F}b", .character),
    (String(repeating: "n", count: 256), .tooLong), (String(repeating: "\u{E9}", count: 128), .tooLong),
  ])
  func `a name that some system cannot have is refused`(name: String, problem: EntryName.Problem) throws {
    #expect(EntryName.problem(Array(name.utf8)) == problem)
    #expect(try rule(table.version(with: Array(name.utf8))) == .name(problem))
  }

  /// G15.
  @Test(arguments: [
    "console.md", "COM10", "nul2", ".gitignore", ".gitattributes", ".gitmodules", "git", "git~", "git~x",
    "gita~1",
    ".github", ".gitx", "-rf", " a", "..a", "...a", "a.b", "\u{1F600}", "r\u{E9}sum\u{E9}",
    String(repeating: "n", count: 255),
  ])
  func `an unusual name that all systems can have is admitted`(name: String) throws {
    #expect(EntryName.problem(Array(name.utf8)) == nil)
  }

  @Test func `a name that is not UTF-8 is refused`() {
    #expect(EntryName.problem([0x61, 0xFF]) == .encoding)
    #expect(EntryName.problem([0xC0, 0xAE, 0xC0, 0xAE]) == .encoding)
    #expect(EntryName.problem([0x2E, 0x67, 0x69, 0x74, 0xFF]) == .encoding)
  }

  /// G16.
  @Test func `a folder record that breaks git's rules is refused`() throws {
    let file = try table.file()
    let empty = try table.folder([])
    func record(_ entries: [(String, String, ObjectID)]) throws -> ObjectID {
      try table.version(table.folder(entries.map { ($0.0, Array($0.1.utf8), $0.2) }))
    }
    let wrong = try [
      record([("100644", "b", file), ("100644", "a", file)]),
      record([("100644", "a", file), ("100644", "a", file)]),
      record([("40000", "a", empty), ("100644", "a.b", file)]),
      record([("100644", "a", file), ("100644", "a.b", file), ("40000", "a", empty)]),
      record([("040000", "a", empty)]),
      record([("100664", "a", file)]), record([("100600", "a", file)]), record([("140000", "a", file)]),
      record([("", "a", file)]), record([("1e5", "a", file)]), record([("100644", "a", .zero)]),
    ]
    for tip in wrong { #expect(try rule(tip) == .folderRecord) }
    let whole = TableOfObjects.record([("100644", Array("a".utf8), file)])
    for cut in 1..<whole.count {
      #expect(try rule(table.version(table.add(.tree, Array(whole.prefix(cut))))) == .folderRecord)
    }
    #expect(try rule(record([("100644", "a.b", file), ("40000", "a", empty)])) == nil)
  }

  @Test func `what is missing or of another kind is refused`() throws {
    let file = try table.file()
    let empty = try table.folder([])
    let gone = try ObjectID.of([1], kind: .blob)
    for (mode, id) in [("100644", gone), ("40000", gone), ("100644", empty), ("40000", file)] {
      #expect(try rule(table.version(table.folder([(mode, [0x61], id)]))) == .wrongObject)
    }
    #expect(try rule(table.version(gone)) == .wrongObject)
    #expect(try rule(table.version(empty, parents: [gone])) == .wrongObject)
    #expect(try rule(table.add(.commit, Array("tree x\nauthor ".utf8))) == .versionRecord)
  }

  /// G23.
  @Test func `a ref that leads to no version is refused`() throws {
    let file = try table.file()
    let empty = try table.folder([])
    #expect(try rule(file) == .notAVersion)
    #expect(try rule(empty) == .notAVersion)
    func tag(_ id: ObjectID) throws -> ObjectID {
      try table.add(.tag, Array("object \(id)\ntype x\ntag x\ntagger x\n\nx\n".utf8))
    }
    #expect(try rule(tag(file)) == .notAVersion)
    let version = try table.version(empty)
    #expect(try judge(tag(tag(version))).get().version == version)
    var chain = version
    for _ in 0..<20 { chain = try tag(chain) }
    #expect(try rule(chain) == .notAVersion)
  }

  /// G19.
  @Test func `files above their limit, alone or together, are refused`() throws {
    let limit = AdmissionLimits().fileBytes
    let large = try table.file("large", claiming: limit + 1)
    let tip = try table.version(table.folder([("100644", [0x61], large)]))
    #expect(try rule(tip) == .fileTooLarge(bytes: limit + 1, limit: limit))
    let most = try table.file("most", claiming: limit)
    let many = try table.folder((0..<17).map { ("100644", Array("f\($0 + 10)".utf8), most) })
    #expect(try rule(table.version(many)) == .tooMany(.totalBytes, limit: 1 << 30))
  }

  /// G21.
  @Test func `a million entries end in a budget error after few reads`() throws {
    let file = try table.file()
    let entry = TableOfObjects.record([("100644", Array("n000000".utf8), file)])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(entry.count * 1_000_000)
    for number in 0..<1_000_000 {
      bytes += entry
      var rest = number
      for place in 0..<6 {
        bytes[bytes.count - 22 - place] = 0x30 + UInt8(rest % 10)
        rest /= 10
      }
    }
    let tip = try table.version(table.add(.tree, bytes))
    #expect(try rule(tip) == .tooMany(.entriesInFolder, limit: 10_000))
    #expect(table.reads <= 2)
  }

  /// G21.
  @Test func `folders ten thousand deep end in a budget error after few reads`() throws {
    var folder = try table.folder([])
    for _ in 0..<10_000 { folder = try table.folder([("40000", [0x61], folder)]) }
    #expect(try rule(table.version(folder)) == .tooMany(.depth, limit: 32))
    #expect(table.reads < 50)
  }

  /// G21.
  @Test func `a few folders that multiply into millions end in a budget error`() throws {
    var folder = try table.folder([("100644", [0x61], table.file())])
    for _ in 0..<10 {
      folder = try table.folder((0..<10).map { ("40000", Array("d\($0)".utf8), folder) })
    }
    #expect(try rule(table.version(folder)) == .tooMany(.entries, limit: 100_000))
    #expect(table.reads < 50)
  }

  @Test func `folders of allowed depth that are met again deeper count by where they are`() throws {
    var low = try table.folder([("100644", [0x66], table.file())])
    for _ in 0..<20 { low = try table.folder([("40000", [0x61], low)]) }
    var high = low
    for _ in 0..<20 { high = try table.folder([("40000", [0x62], high)]) }
    let both = try table.folder([("40000", [0x61], low), ("40000", [0x62], high)])
    #expect(try rule(table.version(both)) == .tooMany(.depth, limit: 32))
    #expect(try rule(table.version(low)) == nil)
  }

  @Test func `a path may not grow without end`() throws {
    var folder = try table.folder([("100644", [0x66], table.file())])
    for _ in 0..<6 { folder = try table.folder([("40000", [UInt8](repeating: 0x61, count: 200), folder)]) }
    #expect(try rule(table.version(folder)) == .tooMany(.pathBytes, limit: 1024))
  }

  @Test func `new history is read to where it is known, and every new folder is judged`() throws {
    let good = try table.folder([("100644", [0x61], table.file())])
    let bad = try table.folder([("40000", Array(".git".utf8), good)])
    let old = try table.version(bad, isKnown: true)
    let middle = try table.version(good, parents: [old])
    #expect(try judge(table.version(good, parents: [middle])).get().newVersions == 2)
    let smuggled = try table.version(bad, parents: [old])
    #expect(try rule(table.version(good, parents: [smuggled])) == .name(.gitFolder))
    // A known version that a ref leads to is judged all the same.
    #expect(try rule(old) == .name(.gitFolder))
  }

  @Test func `what is only impractical in an older version does not lock the new one out`() throws {
    let good = try table.folder([("100644", [0x61], table.file())])
    let linked = try table.folder([("120000", [0x61], table.file())])
    let upper = try table.folder([("100644", [0x41], table.file()), ("100644", [0x61], table.file())])
    for impractical in [linked, upper] {
      let old = try table.version(impractical)
      #expect(try rule(table.version(good, parents: [old])) == nil)
      #expect(try rule(old) != nil)
    }
    var admission = Admission(table, limits: AdmissionLimits())
    let old = try table.version(linked)
    _ = try admission.admit(table.version(good, parents: [old]))
    #expect(throws: AdmissionProblem.self) { try admission.admit(old) }
  }

  @Test func `new history has a limit`() throws {
    let folder = try table.folder([])
    var tip = try table.version(folder)
    for _ in 0..<20 { tip = try table.version(folder, parents: [tip]) }
    var limits = AdmissionLimits()
    limits.versions = 20
    #expect(try rule(tip, limits: limits) == .tooMany(.versions, limit: 20))
    limits.versions = 21
    #expect(try rule(tip, limits: limits) == nil)
  }

  @Test(arguments: UInt64(0)..<100)
  func `damaged records never end in anything but a problem`(seed: UInt64) throws {
    var random = Seeded(seed)
    let inner = try table.folder([("100644", Array("guide.md".utf8), table.file())])
    var bytes = TableOfObjects.record([
      ("100644", Array("a.md".utf8), try table.file()), ("40000", Array("guides".utf8), inner),
    ])
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    let tip = try table.version(table.add(.tree, bytes))
    if case .success(let receipt) = try judge(tip) { #expect(receipt.entries <= 4) }
  }
}
