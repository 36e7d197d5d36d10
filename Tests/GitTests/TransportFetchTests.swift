import Foundation
import Git
import Testing

@Suite struct TransportFetchTests {
  private let both: TwoRepositories

  init() throws { both = try TwoRepositories() }

  @Test func `what another repository has is listed`() async throws {
    try both.theirs("tag", "-a", "-m", "x", "v1", "main")
    try both.theirs("update-ref", "refs/pull/1/head", "main")
    let refs = try await both.transport.listRefs(at: both.address)
    #expect(refs.refs.keys.sorted().map(\.text) == ["refs/heads/main", "refs/tags/v1"])
    #expect(refs.head == .main)
  }

  @Test func `what is fetched is stored, whole, and no ref moves`() async throws {
    let second = try both.commit("second", files: ["kit.yaml": "title: Two\n", "a.md": "a\n"])
    try both.theirs("tag", "-a", "-m", "x", "v1", "main")
    let tag = try RefName.tag("v1")
    let arrivals = try await both.transport.fetch(
      [.main, tag], from: both.address, into: both.ours.folder, haves: [])
    #expect(arrivals.refs[.main]?.id == second)
    #expect(arrivals.refs[tag]?.receipt.version == second)
    #expect(arrivals.refs[.main]?.receipt.entries == 2)
    #expect(try both.ours("for-each-ref") == "")
    try both.ours("update-ref", "refs/heads/main", second.description)
    #expect(try both.ours("show", "main:a.md") == "a")
    #expect(try both.ours("rev-list", "--count", "main") == "2")
    #expect(try both.ours.faults() == "")
    #expect(try both.ourFiles().allSatisfy { !$0.contains("quarantine") })
  }

  @Test func `only what is missing is fetched the second time`() async throws {
    let first = try #require(try await both.fetch().refs[.main]?.id)
    try both.ours("update-ref", "refs/kitbag/upstream/main", first.description)
    let second = try both.commit("second", files: ["kit.yaml": "title: Two\n"])
    _ = try await both.fetch(haves: [first])
    try both.ours("update-ref", "refs/kitbag/upstream/main", second.description)
    let packs = try both.ourFiles().filter { $0.hasSuffix(".idx") }
    let counts = try packs.map {
      try both.ours("verify-pack", "-v", both.ours.folder + "/" + $0).split(separator: "\n")
    }
    #expect(counts.map { lines in lines.filter { $0.contains(" commit ") }.count } == [1, 1])
    #expect(try both.ours.faults() == "")
    // Nothing is new: nothing is stored.
    _ = try await both.fetch(haves: [second])
    #expect(try both.ourFiles().filter { $0.hasSuffix(".idx") }.count == 2)
  }

  @Test func `progress is told in order and ends with the admission`() async throws {
    let steps = Steps()
    _ = try await both.transport.fetch(
      [.main], from: both.address, into: both.ours.folder, haves: [], progress: { steps.add($0) })
    #expect(steps.all.last == .admitting)
    #expect(
      steps.all.contains { if case .receiving(let done, let all, _) = $0 { done == all } else { false } })
  }

  /// G2, G3, G6, G16: raw objects in a real repository, first without git's own checks.
  @Test(arguments: [
    ("100644", ".git"), ("40000", ".GIT"), ("100644", "git~1"), ("100644", ".git::$INDEX_ALLOCATION"),
    ("40000", ".."),
    ("120000", "link"), ("100664", "mode"), ("040000", "padded"), ("100644", "CON"), ("100644", "a\\b"),
  ])
  func `a hostile version is refused and the others arrive`(mode: String, name: String) async throws {
    let empty = try both.theirs("hash-object", "-t", "tree", "-w", "--stdin")
    let file = try both.theirs("hash-object", "-w", "--stdin", input: [0x78])
    let id = try #require(ObjectID(mode.hasSuffix("40000") ? empty : file))
    try both.commit("bad", record: TableOfObjects.record([(mode, Array(name.utf8), id)]), on: "bad")
    let before = try both.ourFiles()
    let error = await transportError { try await both.fetch(["bad"]) }
    switch error?.kind {
    case .malformed, .notAdmitted: break
    default: Issue.record("\(String(describing: error))")
    }
    #expect(try both.ourFiles() == before)
    let arrivals = try await both.fetch(["main"])
    #expect(arrivals.refs.count == 1)
    #expect(try both.ours.faults() == "")
  }

  /// G13, G15, G23: what git itself lets through is refused by admission, per ref, and none of it is stored.
  @Test func `a refused ref leaves nothing and does not keep the others out`() async throws {
    let bad = try both.commit("bad", files: ["CON": "con\n"], on: "bad")
    let pair = try both.commit("pair", files: ["a.md": "a\n", "A.md": "b\n"], on: "pair")
    let blob = try both.theirs("hash-object", "-w", "--stdin", input: [0x79])
    try both.theirs("update-ref", "refs/kitbag/blob", blob)
    let names = [
      .main, try RefName.branch("bad"), try RefName.branch("pair"), try RefName("refs/kitbag/blob"),
    ]
    let arrivals = try await both.transport.fetch(
      names, from: both.address, into: both.ours.folder, haves: [])
    #expect(Set(arrivals.refs.keys) == [.main])
    #expect(arrivals.refused[names[1]] == AdmissionProblem(.name(.device), version: bad, path: "CON"))
    #expect(arrivals.refused[names[2]]?.rule == .collision(with: "a.md"))
    #expect(arrivals.refused[names[3]]?.rule == .notAVersion)
    for gone in [bad.description, pair.description, blob] {
      #expect(try both.ours.run(["cat-file", "-e", gone]).status != 0)
    }
    #expect(try both.ours.faults() == "")
  }

  /// G19.
  @Test func `an object above its limit stops the fetch`() async throws {
    var transport = both.transport
    transport.limits.objectBytes = 1 << 20
    try both.commit("large", files: ["large.bin": String(repeating: "a", count: 3 << 20)])
    let before = try both.ourFiles()
    let error = await transportError { try await both.fetch(with: transport) }
    #expect(error?.kind == .tooLarge(.object))
    #expect(try both.ourFiles() == before)
  }

  /// G19.
  @Test func `an arrival above its limit stops the fetch`() async throws {
    var random = Seeded(1)
    var transport = both.transport
    transport.limits.arrivingBytes = 200_000
    let noise = String(
      (0..<400_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 33...126, using: &random))) })
    try both.commit("large", files: ["noise.txt": noise])
    let before = try both.ourFiles()
    let error = await transportError { try await both.fetch(with: transport) }
    guard case .tooLarge = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try both.ourFiles() == before)
  }

  /// G27.
  @Test func `a repository that borrows from or points to another place is not fetched from`() async throws {
    let work = both.folder("pointed")
    try both.folder.write("gitdir: \(both.theirs.folder)\n", to: "pointed/.git")
    let pointed = try RemoteAddress(work, origin: .typed)
    #expect(await transportError { try await both.fetch(from: pointed) }?.kind.isLocal == true)
    for part in ["objects/info/alternates", "commondir"] {
      try both.folder.write("\(both.ours.folder)/objects\n", to: "theirs.git/" + part)
      #expect(await transportError { try await both.fetch() }?.kind.isLocal == true)
      try FileManager.default.removeItem(atPath: both.theirs.folder + "/" + part)
    }
    _ = try await both.fetch()
  }

  /// G28.
  @Test func `nothing that either repository's configuration or hooks name is run`() async throws {
    let canary = both.folder("canary")
    try both.folder.write("#!/bin/sh\ntouch '\(canary)'\n", to: "touch.sh")
    chmod(both.folder("touch.sh"), 0o755)
    let run = both.folder("touch.sh")
    for git in [both.theirs, both.ours] {
      for key in [
        "core.fsmonitor", "core.sshCommand", "uploadpack.packObjectsHook", "core.alternateRefsCommand",
        "core.askPass",
        "credential.helper", "core.gitProxy", "core.pager", "core.editor", "gpg.program", "filter.x.clean",
      ] { try git("config", key, run) }
      try git("config", "core.hooksPath", both.folder("hooks"))
      try git("config", "core.worktree", "/")
      try git("config", "url./nonexistent.insteadOf", both.theirs.folder)
      try git("config", "http.sslVerify", "false")
      try git("config", "include.path", "/nonexistent/x")
      try git("config", "protocol.ext.allow", "always")
    }
    for hook in [
      "pre-receive", "update", "post-receive", "post-update", "reference-transaction", "pre-push",
      "post-checkout",
      "proc-receive", "push-to-checkout", "pre-auto-gc", "fsmonitor-watchman",
    ] {
      for folder in ["hooks", "theirs.git/hooks", "ours.git/hooks"] {
        try both.folder.write("#!/bin/sh\ntouch '\(canary)'\n", to: "\(folder)/\(hook)")
        chmod(both.folder("\(folder)/\(hook)"), 0o755)
      }
    }
    let first = try #require(try await both.fetch().refs[.main]?.id)
    let outcome = try await both.transport.push(
      [try RefName("refs/kitbag/offers/1"): first], to: both.address, from: both.ours.folder)
    #expect(outcome.values.first == .accepted)
    #expect(!FileManager.default.fileExists(atPath: canary))
  }

  @Test func `what is not there is told as such`() async throws {
    let none = try RemoteAddress(both.folder("none"), origin: .typed)
    #expect(await transportError { try await both.transport.listRefs(at: none) }?.kind == .notFound)
    try both.folder.write("x", to: "plain/file")
    let plain = try RemoteAddress(both.folder("plain"), origin: .typed)
    #expect(await transportError { try await both.transport.listRefs(at: plain) }?.kind == .notARepository)
    #expect(await transportError { try await both.fetch(["gone"]) }?.kind == .refMissing("refs/heads/gone"))
    var lost = both.transport
    lost.environment["PATH"] = both.folder("plain")
    #expect(await transportError { try await both.fetch(with: lost) }?.kind == .gitMissing)
  }

  /// R12.
  @Test func `a rewritten history arrives beside the old one and is told apart`() async throws {
    let old = try #require(try await both.fetch().refs[.main]?.id)
    try both.ours("update-ref", "refs/kitbag/upstream/main", old.description)
    try both.theirs("update-ref", "-d", "refs/heads/main")
    let other = try both.commit("other", files: ["kit.yaml": "title: Other\n"])
    let new = try #require(try await both.fetch(haves: [old]).refs[.main]?.id)
    #expect(new == other)
    let repository = try Repository.open(both.ours.folder, bare: true)
    #expect(try await repository.standing(of: new, since: old) == .rewritten)
    #expect(try await repository.standing(of: old, since: old) == .same)
    let third = try both.commit("third", files: ["kit.yaml": "title: Third\n"])
    _ = try await both.fetch()
    #expect(try await repository.standing(of: third, since: other) == .ahead)
    #expect(try await repository.standing(of: other, since: third) == .rewound)
    #expect(try both.ours("rev-parse", "refs/kitbag/upstream/main") == old.description)
  }

  @Test func `a cancelled fetch leaves nothing`() async throws {
    let before = try both.ourFiles()
    let fetch = Task { try await both.fetch() }
    fetch.cancel()
    let error = await transportError { try await fetch.value }
    #expect(error?.kind == .cancelled)
    #expect(try both.ourFiles() == before)
  }

  /// X1 for the quarantine.
  @Test func `what a crashed program left is removed, what a running one holds is not`() async throws {
    try both.folder.write("x", to: "ours.git/kitbag/quarantine-dead/objects/pack/tmp_pack_1")
    try both.folder.write("x", to: "ours.git/kitbag/other/kept")
    let held = both.ours.folder + "/kitbag/quarantine-held"
    try both.folder.write("x", to: "ours.git/kitbag/quarantine-held/x")
    let lock = open(held, O_RDONLY | O_DIRECTORY)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    _ = try await both.fetch()
    let names = try FileManager.default.contentsOfDirectory(atPath: both.ours.folder + "/kitbag")
    #expect(Set(names) == ["other", "quarantine-held"])
  }

  @Test
  func `a listing leaves nothing in the folder for temporary files but an empty folder of the user's own`()
    async throws
  {
    _ = try await both.transport.listRefs(at: both.address)
    let own = both.folder("kitbag-\(geteuid())")
    #expect(try FileManager.default.contentsOfDirectory(atPath: own) == [])
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: own)
    let error = await transportError { try await both.transport.listRefs(at: both.address) }
    #expect(error?.kind.isLocal == true)
  }

  @Test func `many fetches at once do not disturb each other`() async throws {
    let second = try both.commit("second", files: ["kit.yaml": "title: Two\n"])
    try await withThrowingTaskGroup(of: ObjectID?.self) { group in
      for _ in 0..<4 { group.addTask { try await both.fetch().refs[.main]?.id } }
      for try await id in group { #expect(id == second) }
    }
    try both.ours("update-ref", "refs/heads/main", second.description)
    #expect(try both.ours.faults() == "")
    #expect(try both.ourFiles().allSatisfy { !$0.contains("quarantine") })
  }
}

/// Collects steps from whichever thread tells them.
final class Steps: @unchecked Sendable {
  private let lock = NSLock()
  private var steps: [TransferProgress] = []
  var all: [TransferProgress] { lock.withLock { steps } }
  func add(_ step: TransferProgress) { lock.withLock { steps.append(step) } }
}

extension TransportError.Kind {
  /// Whether it is a failure to use a folder of this machine.
  var isLocal: Bool { if case .local = self { true } else { false } }
}
