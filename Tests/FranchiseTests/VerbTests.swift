import Franchise
import Git
import KitCore
import Testing

@Suite struct VerbTests {
  let studio = Studio()

  @Test func `a new kit passes its own check and every program of git`() async throws {
    let workspace = try await studio.master()
    let files = try await workspace.files(of: workspace.view.main)
    let admitted = KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) })
    let found = Check.diagnostics(of: KitReading.read(admitted.files)).filter { $0.severity == .error }
    #expect(found.isEmpty, "\(found)")
    #expect(files.keys.contains("plans/first-session.yaml"))
    #expect(try studio.git("master").faults() == "")
    #expect(try studio.git("master")("status", "--porcelain") == "")
    #expect(studio.files("master").keys.sorted() == files.keys.sorted())
  }

  @Test func `a folder that holds something is not taken`() async throws {
    try studio.folder.write("mine", to: "master/notes.txt")
    let error = await franchiseError { try await studio.master() }
    #expect(error == .folderTaken(studio.path("master")))
    #expect(studio.files("master") == ["notes.txt": "mine"])
  }

  @Test func `a kit of the same name and time is the same to the last byte`() async throws {
    let one = try await studio.master("one")
    let two = try await studio.master("two")
    #expect(one.latest?.id == two.latest?.id)
    #expect(one.latest != nil)
  }

  @Test func `saving keeps the work and says what changed`() async throws {
    var workspace = try await studio.master()
    try studio.edit("master", "checklists/host.yaml", "title: Less\n")
    try studio.edit("master", "resources/new.md", "---\ntitle: New\nkind: card\n---\n")
    let saved = try await workspace.save()
    #expect(saved.summary.sentence == "checklist:host changed, resource:new added")
    #expect(saved.operation?.number == 2)
    #expect(try await workspace.status().unsaved.lines.isEmpty)
    #expect(try studio.git("master")("status", "--porcelain") == "")
    #expect(try studio.git("master").faults() == "")
    let again = try await workspace.save()
    #expect(again.operation == nil)
    #expect(workspace.latest?.number == 2)
  }

  @Test func `a link is left out of a save and told`() async throws {
    var workspace = try await studio.master()
    _ = try SystemGit.run("/usr/bin/env", ["ln", "-s", "/etc/hosts", "link"], in: studio.path("master"))
    let saved = try await workspace.save()
    #expect(saved.foreign.map(\.path) == ["link"])
    #expect(saved.operation == nil)
  }

  @Test func `the past of a plain kit begins with its first save`() async throws {
    try await studio.master()
    for (path, text) in studio.files("master") { try studio.edit("plain", path, text) }
    let error = await franchiseError { try await studio.open("plain") }
    #expect(error == .noHistory(folder: studio.path("plain")))
    let begun = try await Workspace.begin(in: studio.path("plain"), studio.conditions)
    #expect(begun.saved.operation?.number == 1)
    #expect(try studio.git("plain").faults() == "")
    #expect(
      await franchiseError { try await studio.open("nowhere") } == .notAKit(folder: studio.path("nowhere")))
  }

  @Test func `status tells what is not saved and who the group is`() async throws {
    try await studio.master()
    _ = try await studio.fork(into: "group")
    try studio.edit("group", "guides/facilitating.md", "---\ntitle: Ours\nrole: facilitator\n---\n")
    let status = try await studio.open("group").status()
    #expect(status.group?.name == "Yorkshire and Humber")
    #expect(status.group?.masterVersion == "0.1.0")
    #expect(status.unsaved.sentence == "guide:facilitating changed")
    #expect(status.title == "Peer hour")
    #expect(status.waiting == nil)
  }
}
