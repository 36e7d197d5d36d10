import Foundation
import Git
import Testing

/// Death and full disks at every writing system call: before or after, never between, and the next run just works.
@Suite struct KillTests {
  static let calls = [
    "write", "pwrite64", "rename", "renameat", "renameat2", "fsync", "link", "unlink", "unlinkat", "mkdir",
    "mkdirat",
    "rmdir", "ftruncate", "fallocate", "syncfs", "flock", "fchmod", "chmod",
  ]

  @Test(arguments: calls)
  func `a death while publishing leaves the old version or the new one`(call: String) async throws {
    let template = try await Self.publishedOnce()
    var deaths = 0
    for number in 1... {
      let copy = try Self.copy(of: template)
      let before = try Self.operations(copy)
      let scenario = Scenario(arguments: ["publish", copy.path], folder: copy.path)
      guard let outcome = try scenario.run(until: call, number, "signal=SIGKILL") else { break }
      try #require(outcome.status == -9 || outcome.status == 137, "\(outcome)")
      try await Self.requireWhole(copy, before: before, scenario, "\(call) \(number)")
      deaths += 1
    }
    // Pack, index, ref, and the folders that hold them.
    if ["rename", "fsync", "write"].contains(call) { #expect(deaths >= 3, "\(call): \(deaths)") }
  }

  @Test(arguments: calls.filter { !["unlink", "unlinkat", "rmdir", "flock", "syncfs"].contains($0) })
  func `a full disk while publishing leaves the old version`(call: String) async throws {
    let template = try await Self.publishedOnce()
    for number in 1... {
      let copy = try Self.copy(of: template)
      let before = try Self.operations(copy)
      let scenario = Scenario(arguments: ["publish", copy.path], folder: copy.path)
      guard let outcome = try scenario.run(until: call, number, "error=ENOSPC") else { break }
      if Self.diedInSanitizer(outcome) { continue }
      try #require(outcome.status == 0 || outcome.status == 3, "\(call) \(number): \(outcome)")
      if outcome.status == 3 {
        try await Self.requireWhole(copy, before: before, scenario, "\(call) \(number)")
      } else if try Self.operations(copy) == before {
        Issue.record("\(call) \(number): said to be done, and is not")
      }
    }
  }

  @Test(arguments: calls)
  func `a death while files are written leaves each old or new`(call: String) async throws {
    let (template, old, new, oldFiles, newFiles) = try await Self.checkedOut()
    for number in 1... {
      let copy = try Self.copy(of: template)
      let scenario = Scenario(arguments: ["checkout", copy.path, old, new], folder: copy.path)
      guard let outcome = try scenario.run(until: call, number, "signal=SIGKILL") else { break }
      try #require(outcome.status == -9 || outcome.status == 137, "\(outcome)")
      for name in Set(oldFiles.keys).union(newFiles.keys) {
        let text = copy.text(name)
        #expect(text == oldFiles[name] || text == newFiles[name], "\(call) \(number): \(name)")
      }
      let retry = try scenario.run()
      #expect(retry.status == 0, "\(call) \(number): \(retry.text)")
      let kit = try KitFolder(opening: copy)
      #expect(kit.files() == newFiles, "\(call) \(number)")
      #expect(await kit.repository.locks().isEmpty)
    }
  }

  @Test(arguments: ["write", "fsync", "syncfs", "mkdirat", "renameat2"])
  func `a full disk while files are written keeps them whole`(call: String) async throws {
    let (template, old, new, oldFiles, newFiles) = try await Self.checkedOut()
    for number in 1... {
      let copy = try Self.copy(of: template)
      let scenario = Scenario(arguments: ["checkout", copy.path, old, new], folder: copy.path)
      guard let outcome = try scenario.run(until: call, number, "error=ENOSPC") else { break }
      if Self.diedInSanitizer(outcome) { continue }
      try #require(outcome.status == 0 || outcome.status == 3, "\(call) \(number): \(outcome)")
      for name in Set(oldFiles.keys).union(newFiles.keys) {
        let text = copy.text(name)
        #expect(text == oldFiles[name] || text == newFiles[name], "\(call) \(number): \(name)")
      }
      #expect(try scenario.run().status == 0, "\(call) \(number)")
      #expect(try KitFolder(opening: copy).files() == newFiles, "\(call) \(number)")
    }
  }

  // MARK: What is killed, and what must hold after it

  /// Whether the thread sanitizer's own set-up met the failing call: the program had not begun, so nothing was tried.
  static func diedInSanitizer(_ outcome: SystemGit.Outcome) -> Bool {
    outcome.status == 66 && outcome.errors.contains("ThreadSanitizer: nested bug in the same thread")
  }

  private static func publishedOnce() async throws -> TestFolder {
    let folder = TestFolder("kill")
    try Repository.create(folder.path)
    let first = try Scenario(arguments: ["publish", folder.path], folder: folder.path).run()
    try #require(first.status == 0, "\(first)")
    return folder
  }

  private static func checkedOut() async throws -> (
    TestFolder, String, String, [String: String], [String: String]
  ) {
    let kit = try KitFolder()
    let old = ["a": "old a\n", "b": "old b\n", "d/c": "old c\n", "gone": "x\n", "turns": "file\n"]
    var new = ["a": "new a\n", "b": "old b\n", "d/c": "new c\n", "e/f": "new f\n", "turns/in": "folder\n"]
    for number in 0..<7 { new["many/\(number)"] = "\(number)\n" }
    let oldTree = try await kit.tree(old)
    let newTree = try await kit.tree(new)
    _ = try await kit.repository.checkout(from: nil, to: oldTree)
    return (kit.folder, "\(oldTree)", "\(newTree)", old, new)
  }

  private static func copy(of template: TestFolder) throws -> TestFolder {
    let copy = TestFolder("killed")
    let outcome = try SystemGit.run("/bin/cp", ["-a", template.path + "/.", copy.path], in: copy.path)
    try #require(outcome.status == 0, "\(outcome)")
    return copy
  }

  private static func operations(_ folder: TestFolder) throws -> String {
    try SystemGit(folder.path)("rev-parse", "refs/kitbag/operations")
  }

  private static func requireWhole(
    _ folder: TestFolder, before: String, _ scenario: Scenario, _ place: String
  ) async throws {
    let git = SystemGit(folder.path)
    let after = try operations(folder)
    if after != before { #expect(try git("rev-parse", "\(after)^") == before, "\(place)") }
    #expect(try git.faults() == "", "\(place)")
    let retry = try scenario.run()
    #expect(retry.status == 0, "\(place): \(retry.text)")
    #expect(try git("rev-parse", "refs/kitbag/operations^") == after, "\(place)")
    #expect(try git.faults() == "", "\(place)")
    #expect(try await Repository.open(folder.path).locks().isEmpty, "\(place)")
  }
}
