import Franchise
import Git
import Testing

@Suite struct RepairTests {
  let studio = Studio()

  @Test func `a save that is cut off anywhere leaves the old or the new and mends itself`() async throws {
    var step = 0
    while true {
      let name = "kit\(step)"
      let before = try await studio.master(name)
      try studio.edit(name, "notes.md", "ours\n")
      try studio.edit(name, "checklists/host.yaml", "title: Less\n")
      let crash = Crash(at: step)
      var workspace = try await studio.open(name, studio.conditions.with(crash))
      let finished = (try? await workspace.save()) != nil
      let after = try await studio.open(name)
      let isNew = after.latest?.number == 2
      #expect(isNew == crash.seen.contains(.log))
      #expect((after.view == before.view) == !isNew)
      #expect(studio.files(name)["notes.md"] == "ours\n")
      #expect(try await after.status().unsaved.lines.isEmpty == isNew)
      #expect(try studio.git(name).faults() == "")
      let settled = try await studio.open(name)
      #expect(settled.repairs.isEmpty)
      if finished { break }
      step += 1
    }
    #expect(step == DurableStep.allCases.count)
  }

  @Test func `an undo that is cut off anywhere leaves the old or the new files after the next start`()
    async throws
  {
    var step = 0
    while true {
      let name = "kit\(step)"
      var before = try await studio.master(name)
      let old = studio.files(name)
      try studio.edit(name, "notes.md", "ours\n")
      try studio.edit(name, "guides/facilitating.md", "---\ntitle: Ours\nrole: facilitator\n---\n")
      _ = try await before.save()
      let new = studio.files(name)
      let crash = Crash(at: step)
      var workspace = try await studio.open(name, studio.conditions.with(crash))
      let finished = (try? await workspace.undo()) != nil
      let after = try await studio.open(name)
      #expect(studio.files(name) == (crash.seen.contains(.log) ? old : new))
      #expect(try await after.status().unsaved.lines.isEmpty)
      #expect(try studio.git(name)("status", "--porcelain") == "")
      if finished { break }
      step += 1
    }
    #expect(step == DurableStep.allCases.count)
  }

  @Test func `a repair that is cut off itself is finished by the next start`() async throws {
    for step in 0..<4 {
      let name = "kit\(step)"
      var before = try await studio.master(name)
      let old = studio.files(name)
      try studio.edit(name, "notes.md", "ours\n")
      _ = try await before.save()
      let first = Crash(at: 2)
      var workspace = try await studio.open(name, studio.conditions.with(first))
      #expect((try? await workspace.undo()) == nil)
      _ = try? await studio.open(name, studio.conditions.with(Crash(at: step)))
      let after = try await studio.open(name)
      #expect(after.latest?.number == 3)
      #expect(studio.files(name) == old)
    }
  }

  @Test func `a fork that is cut off anywhere leaves nothing in its place`() async throws {
    try await studio.master()
    for step in 0..<20 {
      let crash = Crash(at: step)
      let address = try RemoteAddress(studio.path("master"), origin: .typed)
      let request = ForkRequest(master: address, group: "North", values: [(name: "region", text: "North")])
      let done = try? await Workspace.fork(
        request, into: studio.path("north"), with: Transport(environment: Studio.environment),
        studio.conditions.with(crash))
      if done != nil {
        #expect(step >= DurableStep.allCases.count)
        return
      }
      #expect(studio.files("north").isEmpty)
    }
    Issue.record("the fork never ended")
  }

  @Test func `what plain git does is taken over as a step and can be undone`() async throws {
    var workspace = try await studio.master()
    try studio.edit("master", "notes.md", "by git\n")
    try studio.git("master")("add", ".")
    try studio.git("master")("commit", "--quiet", "-m", "By plain git")
    try await workspace.reload()
    #expect(workspace.repairs == [.adopted([.main], 2)])
    #expect(workspace.latest?.verb == "outside")
    #expect(try await workspace.status().unsaved.lines.isEmpty)
    _ = try await workspace.undo()
    #expect(studio.files("master")["notes.md"] == nil)
  }

  @Test func `going back with plain git is not taken for a crash`() async throws {
    var workspace = try await studio.master()
    let old = workspace.view.main
    try studio.edit("master", "notes.md", "ours\n")
    _ = try await workspace.save()
    try studio.git("master")("reset", "--quiet", "--hard", "HEAD~1")
    try await workspace.reload()
    #expect(workspace.view.main == old)
    #expect(studio.files("master")["notes.md"] == nil)
    _ = try await workspace.undo()
    #expect(studio.files("master")["notes.md"] == "ours\n")
  }

  @Test func `an edit made while files are written is left as it is`() async throws {
    var workspace = try await studio.master()
    try studio.edit("master", "notes.md", "one\n")
    _ = try await workspace.save()
    var conditions = studio.conditions
    let (studio, path) = (studio, "notes.md")
    conditions.beforeStep = { step in if step == .files { try studio.edit("master", path, "mine\n") } }
    var other = try await studio.open("master", conditions)
    let undone = try await other.undo()
    #expect(undone.kept == ["notes.md"])
    #expect(studio.files("master")["notes.md"] == "mine\n")
  }

  @Test func `another line of work and half-done git work are refused`() async throws {
    var workspace = try await studio.master()
    try studio.edit("master", "notes.md", "x\n")
    try studio.folder.write("x", to: "master/.git/MERGE_HEAD")
    #expect(await franchiseError { try await workspace.save() } == .unfinishedGit("a merge"))
    _ = try SystemGit.run("/usr/bin/env", ["rm", ".git/MERGE_HEAD"], in: studio.path("master"))
    try studio.git("master")("switch", "--quiet", "-c", "other")
    #expect(await franchiseError { try await studio.open("master") } == .otherLine("other"))
  }

  @Test func `two who save at once lose nothing`() async throws {
    try await studio.master()
    let studio = studio
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<2 {
        group.addTask {
          for round in 0..<5 {
            try? studio.edit("master", "notes-\(writer)-\(round).md", "\(writer)\n")
            do {
              var workspace = try await studio.open("master")
              _ = try await workspace.save()
            } catch {
              Issue.record("\(error)")
            }
          }
        }
      }
    }
    let workspace = try await studio.open("master")
    let files = try await workspace.files(of: workspace.view.main)
    #expect(files.keys.filter { $0.hasPrefix("notes-") }.count == 10)
    #expect(try studio.git("master").faults() == "")
    let operations = try await workspace.operations()
    #expect(operations.map(\.number) == Array((1...operations.count).reversed()))
  }
}
