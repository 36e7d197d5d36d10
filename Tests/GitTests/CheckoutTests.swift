import Foundation
import Git
import Testing

@Suite struct CheckoutTests {
  /// A model of what must be on the disk: the new file where the old one was untouched, the outside edit elsewhere.
  @Test(arguments: UInt64(0)..<60)
  func `only what is as we left it is replaced`(seed: UInt64) async throws {
    var random = Seeded(seed)
    let kit = try KitFolder()
    let names = (0..<10).map { "f\($0)" } + ["d/a", "d/b", "e/f/g"]
    var old: [String: String] = [:]
    var new: [String: String] = [:]
    for name in names {
      if random.chance(70) { old[name] = "old \(name)\n" }
      if random.chance(70) { new[name] = random.chance(40) ? old[name] ?? "new \(name)\n" : "new \(name)\n" }
    }
    let oldTree = try await kit.tree(old)
    let newTree = try await kit.tree(new)
    _ = try await kit.repository.checkout(from: nil, to: oldTree)
    var expected = kit.files()
    var kept: Set<String> = []
    for name in names where random.chance(25) {
      if random.chance(30), old[name] != nil {
        try FileManager.default.removeItem(atPath: kit.folder(name))
        expected[name] = nil
        if new[name] != nil, new[name] != old[name] { kept.insert(name) }
      } else {
        try kit.folder.write("edit \(name)\n", to: name)
        expected[name] = "edit \(name)\n"
        if old[name] != new[name] { kept.insert(name) }
      }
    }
    for name in names where old[name] != new[name] && !kept.contains(name) { expected[name] = new[name] }
    let report = try await kit.repository.checkout(from: oldTree, to: newTree)
    #expect(kit.files() == expected)
    #expect(Set(report.kept.map(\.path)) == kept)
    // The second time there is nothing left to do, and what was kept is still kept.
    let again = try await kit.repository.checkout(from: oldTree, to: newTree)
    #expect(again.written.isEmpty && again.removed.isEmpty)
    #expect(kit.files() == expected)
    try await kit.publish(newTree)
    let changed = try kit.git("status", "--porcelain", "-z", "-uall").split(separator: "\0").map {
      String($0.dropFirst(3))
    }
    let differing = Set(expected.keys).union(new.keys).filter { expected[$0] != new[$0] }
    #expect(Set(changed) == differing)
  }

  @Test func `links on the way are not followed`() async throws {
    let kit = try KitFolder()
    let outside = TestFolder("outside")
    try outside.write("mine\n", to: "a")
    let old = try await kit.tree(["d/a": "old\n", "x": "old\n"])
    let new = try await kit.tree(["d/a": "new\n", "d/b": "new\n", "x": "new\n"])
    _ = try await kit.repository.checkout(from: nil, to: old)
    try FileManager.default.removeItem(atPath: kit.folder("d"))
    symlink(outside.path, kit.folder("d"))
    try FileManager.default.removeItem(atPath: kit.folder("x"))
    symlink(outside("a"), kit.folder("x"))
    let report = try await kit.repository.checkout(from: old, to: new)
    #expect(report.kept.map(\.path) == ["d/a", "d/b", "x"])
    #expect(report.kept.allSatisfy { $0.reason == .blocked })
    #expect(outside.text("a") == "mine\n")
    #expect(outside.read("b") == nil)
  }

  @Test func `a file becomes a folder and a folder a file`() async throws {
    let kit = try KitFolder()
    let old = try await kit.tree(["a": "a\n", "b/c": "c\n", "b/d/e": "e\n"])
    let new = try await kit.tree(["a/x": "x\n", "b": "b\n"])
    _ = try await kit.repository.checkout(from: nil, to: old)
    let report = try await kit.repository.checkout(from: old, to: new)
    #expect(report.kept.isEmpty)
    #expect(kit.files() == ["a/x": "x\n", "b": "b\n"])
    _ = try await kit.repository.checkout(from: new, to: old)
    #expect(kit.files() == ["a": "a\n", "b/c": "c\n", "b/d/e": "e\n"])
  }

  @Test func `only the executable bit changes`() async throws {
    let kit = try KitFolder()
    let blob = try await kit.repository.write(Array("x\n".utf8), as: .blob)
    var batch = ObjectBatch()
    let plain = try batch.add(files: [TreeFile(path: "x", id: blob)])
    let runs = try batch.add(files: [TreeFile(path: "x", mode: .executable, id: blob)])
    let whole = batch
    try await kit.repository.write(whole)
    _ = try await kit.repository.checkout(from: nil, to: plain)
    #expect(try await kit.repository.checkout(from: plain, to: runs).written == ["x"])
    #expect(access(kit.folder("x"), X_OK) == 0)
  }

  @Test func `trees with links are refused before anything changes`() async throws {
    let kit = try KitFolder()
    let target = try await kit.repository.write(Array("/etc/passwd".utf8), as: .blob)
    var batch = ObjectBatch()
    let linked = try batch.add(files: [
      TreeFile(path: "a", id: target), TreeFile(path: "b", mode: .link, id: target),
    ])
    let whole = batch
    try await kit.repository.write(whole)
    #expect(await gitError { try await kit.repository.checkout(from: nil, to: linked) }?.kind == .unsupported)
    #expect(kit.files().isEmpty)
  }

  @Test func `attributes and hooks of the kit do nothing`() async throws {
    let kit = try KitFolder()
    let canary = kit.folder("ran")
    try kit.git("config", "filter.evil.smudge", "touch \(canary)")
    try kit.git("config", "filter.evil.clean", "touch \(canary)")
    try kit.git("config", "core.fsmonitor", "touch \(canary)")
    try kit.git("config", "core.autocrlf", "true")
    try kit.folder.write("#!/bin/sh\ntouch \(canary)\n", to: ".git/hooks/post-checkout")
    try kit.folder.write("#!/bin/sh\ntouch \(canary)\n", to: ".git/hooks/reference-transaction")
    for name in ["post-checkout", "reference-transaction"] { chmod(kit.folder(".git/hooks/\(name)"), 0o755) }
    let files = [".gitattributes": "* filter=evil text eol=crlf ident\n", "a": "one\ntwo $Id$\n"]
    let repository = try Repository.open(kit.folder.path)
    let tree = try await kit.tree(files)
    let commit = try await repository.write(NewCommit(tree: tree, parents: [], author: .ada(), message: "x"))
    try await repository.move(.main, from: nil, to: commit)
    _ = try await repository.checkout(from: nil, to: tree)
    #expect(kit.files() == files)
    #expect(try await repository.status(against: tree).isClean)
    #expect(try await repository.snapshot(over: nil).tree == tree)
    #expect(kit.folder.read("ran") == nil)
  }

  @Test func `half-written files of a crash go, but never an edit`() async throws {
    let kit = try KitFolder()
    let old = try await kit.tree(["d/a": "old\n"])
    let new = try await kit.tree(["d/a": "new\n"])
    _ = try await kit.repository.checkout(from: nil, to: old)
    try kit.folder.write("ne", to: "d/.kitbag-new-1f.tmp")
    try kit.folder.write("old\n", to: "d/.kitbag-old-2f.tmp")
    try kit.folder.write("nobody has this\n", to: ".kitbag-old-3f.tmp")
    #expect(try await kit.repository.status(against: old).isClean)
    _ = try await kit.repository.checkout(from: old, to: new)
    #expect(kit.files() == ["d/a": "new\n", ".kitbag-old-3f.tmp": "nobody has this\n"])
  }
}
