import Foundation
import Git

/// Another group's repository, made by git, and one of ours that receives from it.
struct TwoRepositories {
  let folder = TestFolder("transport")
  let theirs: SystemGit
  let ours: SystemGit

  /// Theirs has one version on `main`; ours is empty.
  init() throws {
    theirs = SystemGit(folder("theirs.git"))
    ours = SystemGit(folder("ours.git"))
    for name in ["theirs.git", "ours.git"] {
      _ = try SystemGit.run(
        "/usr/bin/env", ["git", "init", "-q", "--bare", "-b", "main", name], in: folder.path)
    }
    try commit("first", files: ["kit.yaml": "title: Ours\n"])
  }

  /// Their address, as a person types it.
  var address: RemoteAddress {
    get throws { try RemoteAddress(theirs.folder, origin: .typed) }
  }

  /// A transport in nobody's home, with a quick end to waiting.
  var transport: Transport {
    var limits = TransferLimits()
    limits.idle = .seconds(120)
    return Transport(environment: Self.surroundings(folder), limits: limits)
  }

  static func surroundings(_ folder: TestFolder) -> [String: String] {
    SystemGit.environment.merging(["TMPDIR": folder.path]) { $1 }
  }

  /// Adds a version to their branch, on top of what it has, with only the given files.
  @discardableResult
  func commit(_ message: String, files: [String: String], on branch: String = "main") throws -> ObjectID {
    var lines: [(name: String, line: String)] = []
    for (name, text) in files {
      let id = try theirs("hash-object", "-w", "--stdin", input: Array(text.utf8))
      lines.append((name, "100644 blob \(id)\t\(name)\n"))
    }
    let tree = try theirs("mktree", input: Array(lines.map(\.line).joined().utf8))
    return try commit(message, tree: tree, on: branch)
  }

  /// Adds a version with a folder that exists.
  @discardableResult
  func commit(_ message: String, tree: String, on branch: String = "main") throws -> ObjectID {
    let old = try theirs.run(["rev-parse", "--verify", "-q", "refs/heads/\(branch)"])
    let parents = old.status == 0 ? ["-p", String(old.text.prefix(40))] : []
    let made = try theirs.run(["commit-tree", tree, "-m", message] + parents)
    let id = String(made.text.prefix(40))
    try theirs("update-ref", "refs/heads/\(branch)", id)
    return ObjectID(id) ?? .zero
  }

  /// Adds a version whose folder is raw bytes that git itself would not write.
  @discardableResult
  func commit(_ message: String, record: [UInt8], on branch: String) throws -> ObjectID {
    let tree = try theirs("hash-object", "-t", "tree", "-w", "--literally", "--stdin", input: record)
    return try commit(message, tree: tree, on: branch)
  }

  /// Fetches the given branches into ours, as the workflow does.
  func fetch(
    _ branches: [String] = ["main"], from address: RemoteAddress? = nil, with transport: Transport? = nil,
    haves: [ObjectID] = []
  ) async throws -> Arrivals {
    try await (transport ?? self.transport).fetch(
      branches.map { try RefName.branch($0) }, from: address ?? self.address, into: ours.folder, haves: haves)
  }

  /// What lies in our git folder, by path; contents of objects are left out.
  func ourFiles() throws -> Set<String> {
    let all = try FileManager.default.subpathsOfDirectory(atPath: ours.folder)
    return Set(all.filter { $0 != "kitbag" })
  }
}

/// The error that `body` throws, if it is one of transport.
func transportError<Value>(_ body: () async throws -> Value) async -> TransportError? {
  do {
    _ = try await body()
    return nil
  } catch {
    return error as? TransportError
  }
}
