import Git
import Testing

@Suite struct ChangesTests {
  let folder = TestFolder("changes")
  var git: SystemGit { SystemGit(folder.path) }

  /// Each seed is a history of eight versions, each compared with the one before.
  @Test(arguments: UInt64(0)..<20)
  func `changes and renames are those that git finds`(seed: UInt64) async throws {
    let repository = try Repository.create(folder.path)
    var random = Seeded(seed)
    var files: [String: String] = [:]
    for number in 0..<12 { files["plans/p\(number).yaml"] = Self.text(&random) }
    var trees: [ObjectID] = []
    for _ in 0..<8 {
      var batch = ObjectBatch()
      var entries: [TreeFile] = []
      for (path, text) in files {
        entries.append(TreeFile(path: path, id: try batch.add(blob: Array(text.utf8), path: path)))
      }
      trees.append(try batch.add(files: entries))
      let whole = batch
      try await repository.write(whole)
      Self.edit(&files, &random)
    }
    for (old, new) in zip(trees, trees.dropFirst()) {
      let lines = try await repository.changes(from: old, to: new).map(Self.line).sorted()
      let expected = try git("diff-tree", "-r", "-M", "--raw", "\(old)", "\(new)")
        .split(separator: "\n").map(Self.withoutModes).sorted()
      #expect(lines == expected)
      let plain = try await repository.changes(from: old, to: new, renames: .none).map(Self.line).sorted()
      let expectedPlain = try git("diff-tree", "-r", "--no-renames", "--raw", "\(old)", "\(new)")
        .split(separator: "\n").map(Self.withoutModes).sorted()
      #expect(plain == expectedPlain)
    }
    #expect(try git.faults() == "")
  }

  private static func text(_ random: inout Seeded) -> String {
    // Lines that no other file has, so that what is similar is so by descent.
    (0..<Int.random(in: 4...30, using: &random)).map { _ in "line \(random.next())\n" }.joined()
  }

  private static func edit(_ files: inout [String: String], _ random: inout Seeded) {
    for path in files.keys.sorted() {
      let text = files[path] ?? ""
      switch Int.random(in: 0..<10, using: &random) {
      case 0: files[path] = nil
      case 1: files[path] = text + "more \(random.next())\n"
      case 2, 3:
        files[path] = nil
        let name =
          random.chance(50)
          ? path.split(separator: "/").last.map(String.init) ?? "" : "n\(random.next()).yaml"
        let keep = Int.random(in: 30...100, using: &random)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map { "\($0)\n" }
        files["\(random.pick(["plans", "guides", "old/deep"]))/\(name)"] =
          lines.map { random.chance(keep) ? $0 : "new \(random.next())\n" }.joined()
      case 4: files["resources/r\(random.next()).md"] = Self.text(&random)
      default: break
      }
    }
  }

  private static func line(_ change: FileChange) -> String {
    switch change {
    case .added(let new): "\(ObjectID.zero) \(new.id) A\t\(new.path)"
    case .removed(let old): "\(old.id) \(ObjectID.zero) D\t\(old.path)"
    case .modified(let old, let new): "\(old.id) \(new.id) M\t\(new.path)"
    case .renamed(let old, let new, let similarity):
      "\(old.id) \(new.id) R\(similarity < 100 ? "0" : "")\(similarity)\t\(old.path)\t\(new.path)"
    }
  }

  private static func withoutModes(_ line: Substring) -> String {
    line.split(separator: " ", maxSplits: 2).dropFirst(2).joined()
  }

  @Test func `a rename bomb is limited and still correct`() async throws {
    let repository = try Repository.create(folder.path)
    var batch = ObjectBatch()
    var old: [TreeFile] = []
    var new: [TreeFile] = []
    for number in 0..<9_000 {
      let one = try batch.add(blob: Array("old \(number)\n".utf8))
      let other = try batch.add(blob: Array("new \(number)\n".utf8))
      old.append(TreeFile(path: "a/\(number)", id: one))
      new.append(TreeFile(path: "b/\(number)x", id: number % 2 == 0 ? one : other))
    }
    let oldTree = try batch.add(files: old)
    let newTree = try batch.add(files: new)
    let whole = batch
    try await repository.write(whole)
    let changes = try await repository.changes(from: oldTree, to: newTree)
    let renamed = changes.filter { if case .renamed = $0 { true } else { false } }
    #expect(renamed.count == 4_500)
    #expect(changes.count == 4_500 + 2 * 4_500)
  }

  @Test func `a file that becomes a folder is removed and added`() async throws {
    let repository = try Repository.create(folder.path)
    var batch = ObjectBatch()
    let one = try batch.add(blob: Array("one\n".utf8))
    let other = try batch.add(blob: Array("other\n".utf8))
    let old = try batch.add(files: [TreeFile(path: "a", id: one)])
    let new = try batch.add(files: [TreeFile(path: "a/b", id: other)])
    let whole = batch
    try await repository.write(whole)
    #expect(
      try await repository.changes(from: old, to: new) == [
        .removed(TreeFile(path: "a", id: one)), .added(TreeFile(path: "a/b", id: other)),
      ])
    #expect(try await repository.changes(from: nil, to: new) == [.added(TreeFile(path: "a/b", id: other))])
    #expect(try await repository.changes(from: new, to: nil) == [.removed(TreeFile(path: "a/b", id: other))])
  }
}
