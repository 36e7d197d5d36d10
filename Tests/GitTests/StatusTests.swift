import Foundation
import Git
import Testing

@Suite struct StatusTests {
  /// git's own status is the oracle, in the form `XY path`.
  @Test(arguments: UInt64(0)..<40)
  func `what changed in the worktree is what git says`(seed: UInt64) async throws {
    var random = Seeded(seed)
    let kit = try KitFolder()
    let names = ["kit.yaml", "plans/a.yaml", "plans/b.yaml", "guides/deep/er/c.md", "run.sh", "empty.txt"]
    var files: [String: String] = [:]
    for name in names where random.chance(80) { files[name] = name == "empty.txt" ? "" : "text of \(name)\n" }
    let tree = try await kit.tree(files)
    try await kit.publish(tree)
    #expect(try await kit.repository.checkout(from: nil, to: tree).written.sorted() == files.keys.sorted())
    #expect(kit.files() == files)
    #expect(try kit.git("status", "--porcelain") == "")
    for step in 0..<6 {
      let name = random.pick(names + ["new.md", "plans/new \u{E9}.yaml", "draft~", ".DS_Store"])
      switch Int.random(in: 0..<5, using: &random) {
      case 0: try? FileManager.default.removeItem(atPath: kit.folder(name))
      case 1: try kit.folder.write("same size \(step)\n", to: name)
      case 2: try kit.folder.write("text of \(name)\n", to: name)
      case 3: chmod(kit.folder(name), random.chance(50) ? 0o755 : 0o644)
      default: try kit.folder.write("", to: name)
      }
      try await Self.compare(kit, tree)
    }
    let snapshot = try await kit.repository.snapshot(over: tree)
    try await kit.repository.write(snapshot.batch)
    try await kit.publish(snapshot.tree)
    try await kit.repository.refreshIndex(to: snapshot.tree)
    #expect(try await kit.repository.status(against: snapshot.tree).isClean)
    try kit.folder.write(IgnoreText.text, to: ".git/info/exclude")
    #expect(try kit.git("status", "--porcelain") == "")
    try kit.git("add", "-A")
    #expect(try kit.git("write-tree") == "\(snapshot.tree)")
    #expect(try kit.git.faults() == "")
  }

  private enum IgnoreText { static let text = "*~\n.DS_Store\n" }

  private static func compare(_ kit: KitFolder, _ tree: ObjectID) async throws {
    try kit.folder.write(IgnoreText.text, to: ".git/info/exclude")
    let expected = try kit.git("status", "--porcelain", "-z", "-uall").split(separator: "\0")
      .map { line in
        "\(line.dropFirst(line.first == " " ? 1 : 0).first.map(String.init) ?? "") \(line.dropFirst(3))"
      }
    let found = try await kit.repository.status(against: tree).changes.map { change in
      switch change.kind {
      case .added: "? \(change.path)"
      case .modified: "M \(change.path)"
      case .removed: "D \(change.path)"
      case .foreign(let reason): "\(reason) \(change.path)"
      }
    }
    #expect(found.sorted() == expected.sorted())
  }

  @Test func `the kit's own rules say what is nobody's work`() async throws {
    let kit = try KitFolder()
    let tree = try await kit.tree([".gitignore": "/packs/\n*.bak\n!keep.bak\n", "old.bak": "tracked\n"])
    _ = try await kit.repository.checkout(from: nil, to: tree)
    for name in ["packs/a.zip", "a.bak", "keep.bak", "sub/b.bak", "sub/packs/c"] {
      try kit.folder.write("x\n", to: name)
    }
    try kit.folder.write("changed\n", to: "old.bak")
    let paths = try await kit.repository.status(against: tree).changes.map(\.path)
    #expect(paths == ["keep.bak", "old.bak", "sub/packs/c"])
  }

  @Test func `what a kit cannot hold is named and never read`() async throws {
    let kit = try KitFolder()
    let tree = try await kit.tree(["a": "a\n", "b/c": "c\n", "d": "d\n"])
    _ = try await kit.repository.checkout(from: nil, to: tree)
    let outside = TestFolder("outside")
    try outside.write("secret\n", to: "c")
    try FileManager.default.removeItem(atPath: kit.folder("a"))
    try FileManager.default.removeItem(atPath: kit.folder("b"))
    try FileManager.default.removeItem(atPath: kit.folder("d"))
    symlink(outside("c"), kit.folder("a"))
    symlink(outside.path, kit.folder("b"))
    try kit.folder.write("x", to: "d/inside")
    mkfifo(kit.folder("pipe"), 0o644)
    try kit.folder.write("x", to: "nested/.git/HEAD")
    try kit.folder.write("x", to: "back\\slash")
    symlink("loop", kit.folder("loop"))
    let changes = try await kit.repository.status(against: tree).changes
    let found = Dictionary(uniqueKeysWithValues: changes.map { ($0.path, $0.kind) })
    #expect(
      found == [
        "a": .foreign(.link), "b": .foreign(.link), "b/c": .removed, "d": .foreign(.folder),
        "d/inside": .added,
        "pipe": .foreign(.special), "nested": .foreign(.repository), "back\\slash": .foreign(.name),
        "loop": .foreign(.link),
      ])
    #expect(await gitError { try await kit.repository.readFile("b/c") }?.kind == .unsupported)
    #expect(await gitError { try await kit.repository.readFile("a") }?.kind == .unsupported)
    #expect(await gitError { try await kit.repository.readFile("pipe") }?.kind == .unsupported)
    #expect(await gitError { try await kit.repository.readFile("../outside") }?.kind == .invalid)
    #expect(await gitError { try await kit.repository.readFile("none") }?.kind == .notFound)
  }

  @Test func `a damaged or missing index changes no answer`() async throws {
    let kit = try KitFolder()
    let tree = try await kit.tree(["a": "a\n", "b": "b\n"])
    _ = try await kit.repository.checkout(from: nil, to: tree)
    try kit.folder.write("B\n", to: "b")
    let index = try #require(kit.folder.read(".git/index"))
    var random = Seeded(1)
    let answer = try await kit.repository.status(against: tree)
    #expect(answer.changes.map(\.path) == ["b"])
    for _ in 0..<60 {
      var damaged = index
      damaged[Int.random(in: 0..<index.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      try kit.folder.write(damaged, to: ".git/index")
      #expect(try await kit.repository.status(against: tree) == answer)
    }
    for cut in [0, 1, 11, 12, 40, index.count - 1] {
      try kit.folder.write(Array(index.prefix(cut)), to: ".git/index")
      #expect(try await kit.repository.status(against: tree) == answer)
    }
    try FileManager.default.removeItem(atPath: kit.folder(".git/index"))
    #expect(try await kit.repository.status(against: tree) == answer)
  }

  @Test func `too many files are refused in time`() async throws {
    let kit = try KitFolder()
    for number in 0..<40 { try kit.folder.write("x", to: "many/\(number)") }
    let few = WorktreeBudget(entries: 20, depth: 3)
    #expect(await gitError { try await kit.repository.status(against: nil, budget: few) }?.kind == .tooLarge)
    let flat = WorktreeBudget(entries: 100, depth: 1)
    #expect(await gitError { try await kit.repository.status(against: nil, budget: flat) }?.kind == .tooLarge)
  }
}
