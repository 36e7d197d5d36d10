import Foundation
import Franchise
import Git
import KitCore
import Testing

@Suite struct DoctorTests {
  let studio = Studio()

  private func doctor(_ name: String) -> Doctor {
    Doctor(studio.path(name), studio.conditions, with: Transport(environment: Studio.environment))
  }

  /// A kit with two steps.
  private func kit(_ name: String = "kit") async throws -> Workspace {
    var workspace = try await studio.master(name)
    try studio.edit(name, "notes.md", "ours\n")
    _ = try await workspace.save()
    return workspace
  }

  /// A fork of a released master, with a saved change of its own.
  private func fork() async throws -> Workspace {
    var master = try await studio.master()
    _ = try await master.release("0.1.0")
    _ = try await studio.fork(into: "group")
    var group = try await studio.open("group")
    try studio.edit("group", "notes.md", "ours\n")
    _ = try await group.save()
    return group
  }

  /// What is found, after making sure that looking changes nothing at all.
  private func found(_ name: String) async throws -> [Finding.Kind] {
    let before = try everything(name)
    let found = try await doctor(name).examine()
    #expect(try everything(name) == before)
    return found.map(\.kind)
  }

  /// Every file below a folder, the repository's too, with its size and content's hash.
  private func everything(_ name: String) throws -> [String: Int] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: studio.path(name))
    return Dictionary(
      uniqueKeysWithValues: all.map { ($0, studio.folder.read("\(name)/\($0)")?.hashValue ?? 0) })
  }

  /// Mends, and expects that nothing is wrong afterwards.
  private func mend(_ name: String) async throws -> [Finding.Kind] {
    let outcome = try await doctor(name).mend()
    #expect(outcome.left.isEmpty, "\(outcome.left.map(\.what))")
    #expect(try studio.git(name).faults() == "")
    #expect(try await doctor(name).mend().mended.isEmpty)
    return outcome.mended.map(\.kind)
  }

  private func run(_ program: String, _ arguments: String..., in folder: String) throws {
    let outcome = try SystemGit.run(program, arguments, in: folder)
    try #require(outcome.status == 0, "\(outcome)")
  }

  @Test func `nothing is found in a sound kit, a master's or a group's`() async throws {
    _ = try await fork()
    #expect(try await found("master").isEmpty)
    #expect(try await found("group").isEmpty)
    let error = await franchiseError { try await doctor("nowhere").examine() }
    #expect(error == .notAKit(folder: studio.path("nowhere")))
  }

  @Test(arguments: [2, 3, 4])
  func `a step that was cut off is found and carried out`(step: Int) async throws {
    _ = try await kit()
    var crashing = try await studio.open("kit", studio.conditions.with(Crash(at: step)))
    #expect((try? await crashing.undo()) == nil)
    #expect(try await found("kit") == [.cutOff(3)])
    #expect(try await mend("kit") == [.cutOff(3)])
    #expect(studio.files("kit")["notes.md"] == nil)
  }

  @Test func `what plain git did is found and taken over`() async throws {
    _ = try await kit()
    try studio.git("kit")("commit", "--quiet", "--allow-empty", "-m", "By plain git")
    #expect(try await found("kit") == [.moved([.main])])
    #expect(try await mend("kit") == [.moved([.main])])
    #expect(try await studio.open("kit").latest?.verb == "outside")
  }

  @Test func `an old lock is taken away, a young one is not`() async throws {
    _ = try await kit()
    for path in ["index.lock", "refs/heads/main.lock"] { try studio.edit("kit", ".git/\(path)", "") }
    #expect(try await found("kit").isEmpty)
    let git = studio.path("kit") + "/.git"
    try run("/usr/bin/env", "touch", "-d", "2 hours ago", "index.lock", "refs/heads/main.lock", in: git)
    #expect(try await found("kit").count == 2)
    #expect(try await mend("kit").count == 2)
    var workspace = try await studio.open("kit")
    #expect(try await workspace.undo().target.number == 2)
  }

  @Test(arguments: ["", "garbage\n", nil])
  func `a line that is gone or damaged comes back from the log`(text: String?) async throws {
    let before = try await kit()
    let path = studio.path("kit") + "/.git/refs/heads/main"
    if let text {
      try studio.edit("kit", ".git/refs/heads/main", text)
    } else {
      try run("/bin/rm", path, in: "/")
    }
    #expect(try await found("kit") == [.lostMain])
    #expect(try await mend("kit") == [.lostMain])
    #expect(try await studio.open("kit").view == before.view)
  }

  @Test func `a log that is none is kept aside and a new one begins`() async throws {
    let before = try await kit()
    try studio.git("kit")("update-ref", "refs/kitbag/operations", "refs/heads/main")
    #expect(try await found("kit") == [.brokenLog])
    #expect(try await mend("kit") == [.brokenLog])
    var workspace = try await studio.open("kit")
    #expect(workspace.view.main == before.view.main)
    try studio.edit("kit", "notes.md", "more\n")
    #expect(try await workspace.save().operation?.number == 1)
  }

  /// Lets every stored piece be a file of its own.
  private func unpack(_ name: String) throws {
    let git = studio.path(name) + "/.git"
    let script = """
      mkdir packs && mv objects/pack/* packs/ && for pack in packs/*.pack; do git unpack-objects -q < $pack; done
      rm -rf packs
      """
    try run("/bin/sh", "-c", script, in: git)
  }

  private func loose(_ id: String) -> String { "objects/\(id.prefix(2))/\(id.dropFirst(2))" }

  @Test(arguments: ["HEAD~2^{tree}", "HEAD~2:kit.yaml", "HEAD~2:plans", "HEAD~2"])
  func `pieces that are missing or damaged come back from the master`(piece: String) async throws {
    let before = try await fork()
    try unpack("group")
    let id = try studio.git("group")("rev-parse", piece)
    let path = studio.path("group") + "/.git/" + loose(id)
    for isMissing in [true, false] {
      if isMissing {
        try run("/bin/rm", "-f", path, in: "/")
      } else {
        try run("/bin/sh", "-c", "chmod u+w '\(path)' && printf damage > '\(path)'", in: "/")
      }
      #expect(try await found("group") == [.pieces(missing: isMissing ? 1 : 0, damaged: isMissing ? 0 : 1)])
      #expect(try await mend("group").count == 1)
      #expect(try await studio.open("group").view == before.view)
    }
  }

  @Test func `a damaged pack is packed anew with what the master has`() async throws {
    let before = try await fork()
    let base = try studio.git("group")("rev-parse", "HEAD~1:plans/first-session.yaml")
    let git = studio.path("group") + "/.git"
    let script = """
      pack=$(ls objects/pack/*.pack | while read p; do git verify-pack -v $p | grep -q ^\(base) && echo $p; done)
      offset=$(git verify-pack -v $pack | awk '$1 == "\(base)" { print $5 }')
      chmod u+w $pack
      printf 'XXXXXXXX' | dd of=$pack bs=1 seek=$((offset + 8)) conv=notrunc status=none
      """
    try run("/bin/sh", "-c", script, in: git)
    #expect(try studio.git("group").faults() != "")
    #expect(try await found("group").count == 1)
    #expect(try await mend("group").count == 1)
    #expect(try await studio.open("group").view == before.view)
    #expect(try await studio.open("group").status().unsaved.lines.isEmpty)
  }

  @Test func `what only this kit had cannot be fetched and is told`() async throws {
    _ = try await fork()
    try unpack("group")
    let id = try studio.git("group")("rev-parse", "HEAD:notes.md")
    try run("/bin/rm", "-f", loose(id), in: studio.path("group") + "/.git")
    let outcome = try await doctor("group").mend()
    #expect(outcome.left.map(\.kind) == [.pieces(missing: 1, damaged: 0)])
    try run("/bin/mv", studio.path("master"), studio.path("moved"), in: "/")
    let error = await #expect(throws: TransportError.self) { try await doctor("group").mend() }
    #expect(error?.kind == .notFound)
  }

  @Test func `the master is looked at again where what was seen of it is gone`() async throws {
    let before = try await fork()
    for ref in ["refs/kitbag/upstream/main", "refs/kitbag/upstream/tags/v0.1.0"] {
      try studio.git("group")("update-ref", "-d", ref)
    }
    #expect(try await found("group").last == .noUpstream)
    #expect(try await mend("group").contains(.noUpstream))
    #expect(try await studio.open("group").view == before.view)
    #expect(try await studio.open("group").differences().all.map(\.name.description) == ["notes.md"])
  }

  @Test func `a version of the master that is not the true one is corrected`() async throws {
    var group = try await fork()
    let text = studio.folder.text("group/group.yaml") ?? ""
    try studio.edit(
      "group", "group.yaml", text.replacing("version: 0.1.0", with: "version: 0.4.0  # taken by hand"))
    _ = try await group.save()
    #expect(try await found("group") == [.wrongBase(written: "0.4.0", actual: "0.1.0")])
    #expect(try await mend("group") == [.wrongBase(written: "0.4.0", actual: "0.1.0")])
    #expect(studio.folder.text("group/group.yaml")?.contains("version: 0.1.0  # taken by hand") == true)
  }

  @Test func `another line of work is told and left alone`() async throws {
    _ = try await kit()
    try studio.git("kit")("switch", "--quiet", "-c", "other")
    let outcome = try await doctor("kit").mend()
    #expect(outcome.left.map(\.kind) == [.otherLine("other")])
    #expect(outcome.mended.isEmpty)
  }

  @Test func `half-written pieces of a program that is gone are removed`() async throws {
    _ = try await kit()
    try studio.edit("kit", ".git/objects/tmp_objdir-kitbag-abc123/pack", "half")
    try run(
      "/usr/bin/env", "touch", "-d", "1 day ago", "objects/tmp_objdir-kitbag-abc123",
      in: studio.path("kit") + "/.git")
    #expect(try await found("kit") == [.leftovers(1)])
    #expect(try await mend("kit") == [.leftovers(1)])
  }
}
