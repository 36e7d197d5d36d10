import Foundation
import Git
import Testing

@Suite struct LockTests {
  @Test func `another program's lock is explained and left alone`() async throws {
    let kit = try KitFolder()
    let commit = try await kit.publish(.emptyTree)
    try kit.folder.write("", to: ".git/refs/heads/other.lock")
    let error = await gitError { try await kit.repository.move(.branch("other"), from: nil, to: commit) }
    #expect(error?.kind == .locked)
    #expect(error?.path == kit.folder(".git/refs/heads/other.lock"))
    let locks = await kit.repository.locks()
    #expect(locks.map(\.path) == ["refs/heads/other.lock"])
    let lock = try #require(locks.first)
    try await kit.repository.breakLock(lock)
    try await kit.repository.move(.branch("other"), from: nil, to: commit)
    #expect(await gitError { try await kit.repository.breakLock(lock) }?.kind == .stale)
  }

  @Test func `a lock that a dead Kitbag left is cleared`() async throws {
    let kit = try KitFolder()
    let commit = try await kit.publish(.emptyTree)
    try kit.folder.write("\(commit)", to: ".git/refs/heads/other.lock")
    try kit.folder.write("refs/heads/other\n", to: ".git/kitbag-writer")
    try await kit.repository.move(.branch("other"), from: nil, to: commit)
    #expect(await kit.repository.locks().isEmpty)
    #expect(try kit.git.faults() == "")
  }

  @Test func `what is written in the guard's file cannot lead elsewhere`() async throws {
    let kit = try KitFolder()
    let commit = try await kit.publish(.emptyTree)
    try kit.folder.write("x", to: "important.lock")
    try kit.folder.write("x", to: ".git/config.lock")
    try kit.folder.write(
      "../important\nconfig\n/etc/passwd\nrefs/../../important\n", to: ".git/kitbag-writer")
    try await kit.repository.move(.branch("other"), from: nil, to: commit)
    #expect(kit.folder.text("important.lock") == "x")
    #expect(kit.folder.text(".git/config.lock") == "x")
  }

  @Test func `the index waits for git`() async throws {
    let kit = try KitFolder()
    let tree = try await kit.tree(["a": "a\n"])
    try kit.folder.write("", to: ".git/index.lock")
    #expect(await gitError { try await kit.repository.checkout(from: nil, to: tree) }?.kind == .locked)
    #expect(kit.files().isEmpty)
    try FileManager.default.removeItem(atPath: kit.folder(".git/index.lock"))
    _ = try await kit.repository.checkout(from: nil, to: tree)
    #expect(kit.files() == ["a": "a\n"])
    #expect(await kit.repository.locks().isEmpty)
  }
}
