import Franchise
import Git
import KitCore
import Testing

@Suite struct UpdateTests {
  let studio = Studio()

  @Test func `what only the master changed comes in as one true merge`() async throws {
    try await studio.network()
    try await studio.change("group", Studio.guide, "Stand at the door.", "Stand outside.")
    try await studio.change(
      "master", Studio.plan, "id: close\n    title: What next", "id: close\n    title: And now")
    try await studio.release("1.1.0")
    let before = try #require(try await studio.open("group").view.main)
    let updated = try await studio.update()
    #expect(updated.isTaken)
    #expect(updated.version == "1.1.0")
    #expect(updated.savedFirst == nil)
    #expect(studio.text("group", Studio.plan).contains("title: And now"))
    #expect(studio.text("group", Studio.guide).contains("Stand outside."))
    #expect(studio.text("group", "group.yaml").contains("1.1.0"))
    let group = try await studio.open("group")
    let main = try #require(group.view.main)
    let release = try #require(group.view.upstreamReleases.last?.target)
    #expect(
      try await group.repository.commit(main).parents == [
        before, try await group.repository.version(behind: release),
      ])
    #expect(try studio.git("group").faults() == "")
    #expect(try studio.git("group")("status", "--porcelain") == "")
    #expect(try await group.status().newer.isEmpty)
  }

  @Test func `the brief says what comes in, what stays and how long it takes`() async throws {
    try await studio.network()
    try await studio.change(
      "group", Studio.plan, "id: close\n    title: What next", "id: close\n    title: And now")
    try studio.edit(
      "group", "events/may.yaml",
      "title: May\nplan: first-session\nkit version: 1.0.0\ndate: 2026-05-04\nstart: 13:30\ntime zone: Europe/London\nsetting: in-person\nhost: Town hall\nvenue: { name: Town hall }\n"
    )
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    try await studio.release("1.1.0")
    let brief = try #require(try await studio.update("group", UpdateRequest(isPreview: true)).brief)
    #expect(brief.taken.map(\.address).contains("plan:first-session#questions.minutes"))
    #expect(brief.questions.isEmpty)
    #expect(brief.own.map(\.address) == ["plan:first-session#close"])
    #expect(brief.times.map(\.before) == [60])
    #expect(brief.times.map(\.after) == [70])
    // The event is not saved yet, so that the preview does not know it.
    #expect(brief.times.first?.end == nil)
    let taken = try #require(try await studio.update().brief)
    #expect(taken.times.first?.end.map { "\($0)" } == "14:40")
  }

  @Test func `a preview takes nothing`() async throws {
    try await studio.network()
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    try await studio.release("1.1.0")
    let before = studio.files("group")
    let main = try await studio.open("group").view.main
    _ = try await studio.update("group", UpdateRequest(isPreview: true))
    #expect(studio.files("group") == before)
    let group = try await studio.open("group")
    #expect(group.view.main == main)
    #expect(try await group.status().newer == ["1.1.0"])
  }

  @Test func `unsaved work is saved first`() async throws {
    try await studio.network()
    try await studio.change("group", Studio.guide, "Stand at the door.", "Stand outside.", saving: false)
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    try await studio.release("1.1.0")
    let updated = try await studio.update()
    #expect(updated.savedFirst?.verb == "save")
    #expect(studio.text("group", Studio.guide).contains("Stand outside."))
    #expect(studio.text("group", Studio.plan).contains("minutes: 50"))
  }

  @Test func `what is there already is told plainly`() async throws {
    try await studio.network()
    let steps = try await studio.open("group").latest?.number
    let updated = try await studio.update()
    #expect(updated.isUpToDate)
    #expect(updated.brief == nil)
    #expect(try await studio.open("group").latest?.number == steps)
  }

  @Test func `versions are skipped or taken one by one`() async throws {
    try await studio.network("quick")
    _ = try await studio.fork(into: "slow", version: "1.0.0")
    for (version, title) in [("1.1.0", "Second"), ("1.2.0", "Third"), ("2.0.0-beta.1", "Trial")] {
      let now = studio.text("master", Studio.plan).split(separator: "\n")[0]
      try await studio.change("master", Studio.plan, String(now), "title: \(title)")
      try await studio.release(version)
    }
    #expect(try await studio.update("quick").version == "1.2.0")
    #expect(studio.text("quick", Studio.plan).hasPrefix("title: Third"))
    #expect(try await studio.update("slow", UpdateRequest(goal: .next)).version == "1.1.0")
    #expect(studio.text("slow", Studio.plan).hasPrefix("title: Second"))
    #expect(try await studio.update("slow", UpdateRequest(goal: .next)).version == "1.2.0")
    #expect(try await studio.update("slow", UpdateRequest(goal: .next)).isUpToDate)
    #expect(try await studio.update("slow", UpdateRequest(goal: .release("2.0.0-beta.1"))).isTaken)
    let error = await franchiseError {
      try await studio.update("slow", UpdateRequest(goal: .release("9.9.9")))
    }
    #expect(error == .noSuchVersion("9.9.9", known: ["2.0.0-beta.1", "1.2.0", "1.1.0", "1.0.0"]))
  }

  @Test func `a renamed file takes our edits along, and a file of ours stays`() async throws {
    try await studio.network()
    try studio.edit("group", "guides/ours.md", "---\ntitle: Ours\nrole: host\n---\n\nOurs.\n")
    try await studio.change("group", Studio.guide, "Stand at the door.", "Stand outside.")
    try studio.git("master")("mv", Studio.guide, "guides/leading.md")
    try await studio.change("master", "guides/leading.md", "Ask for a name and a day.", "Ask for a name.")
    try await studio.release("1.1.0")
    #expect(try await studio.update().isTaken)
    let text = studio.text("group", "guides/leading.md")
    #expect(text.contains("Stand outside.") && text.contains("Ask for a name."))
    #expect(studio.text("group", Studio.guide).isEmpty)
    #expect(studio.text("group", "guides/ours.md").contains("Ours."))
  }

  @Test func `what belongs to one group alone never comes from a parent`() async throws {
    try await studio.network("midlands")
    try studio.edit("midlands", "customisations.yaml", "parts: []\n")
    try await studio.change("midlands", Studio.guide, "Stand at the door.", "Stand outside.")
    _ = try await studio.fork(
      "midlands", into: "north", group: "North", values: [(name: "region", text: "the North")])
    try studio.edit("midlands", "events/may.yaml", "title: May\n")
    try await studio.change("midlands", "group.yaml", "Yorkshire", "Midlands")
    try await studio.change("midlands", Studio.guide, "Stand outside.", "Stand in the yard.")
    let own = studio.text("north", "group.yaml")
    let updated = try await studio.update("north")
    #expect(updated.isTaken)
    #expect(updated.brief?.isRelease == false)
    #expect(studio.text("north", "group.yaml") == own)
    #expect(studio.text("north", "events/may.yaml").isEmpty)
    #expect(studio.text("north", Studio.guide).contains("Stand in the yard."))
  }

  @Test func `without the master what was seen last is taken`() async throws {
    try await studio.network()
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    try await studio.release("1.1.0")
    _ = try await studio.update("group", UpdateRequest(isPreview: true))
    _ = try SystemGit.run("/usr/bin/env", ["mv", "master", "moved"], in: studio.folder.path)
    let updated = try await studio.update()
    #expect(updated.isTaken)
    #expect(updated.unreachable?.kind == .notFound)
    #expect(studio.text("group", Studio.plan).contains("minutes: 50"))
    let again = try await studio.update()
    #expect(again.isUpToDate)
    #expect(again.unreachable != nil)
    let found = try RemoteAddress(studio.path("moved"), origin: .typed)
    try await studio.change("moved", Studio.plan, "    minutes: 50\n", "    minutes: 55\n")
    try await studio.release("1.2.0", of: "moved")
    #expect(try await studio.update("group", UpdateRequest(master: found)).unreachable == nil)
    #expect(studio.text("group", "group.yaml").contains(studio.path("moved")))
  }

  @Test func `nothing is taken from a past that was rewritten`() async throws {
    try await studio.network()
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    try await studio.release("1.1.0")
    _ = try await studio.update("group", UpdateRequest(isPreview: true))
    let before = try await studio.open("group").view
    try studio.git("master")("tag", "-f", "-a", "v1.1.0", "-m", "Other", "v1.0.0^{}")
    #expect(await franchiseError { try await studio.update() } == .rewritten(release: "v1.1.0"))
    #expect(try await studio.open("group").view == before)
    try studio.git("master")("tag", "-f", "-a", "v1.1.0", "-m", "Release 1.1.0", "HEAD")
    try studio.git("master")("commit", "--quiet", "--amend", "-m", "Other words")
    #expect(await franchiseError { try await studio.update() } != nil)
    #expect(try await studio.open("group").view == before)
    #expect(try await studio.update("group", UpdateRequest(acceptsRewritten: true)).isTaken)
  }

  @Test func `a kit without a master, and a strange folder, are told`() async throws {
    try await studio.network()
    #expect(await franchiseError { try await studio.update("master") } == .noMaster)
    try await studio.change("group", "group.yaml", studio.path("master"), "/somewhere/else")
    #expect(await franchiseError { try await studio.update() } == .foreignFolder("/somewhere/else"))
  }

  @Test func `an update can be undone and done again`() async throws {
    try await studio.network()
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    try await studio.release("1.1.0")
    let (files, view) = (studio.files("group"), try await studio.open("group").view)
    try await studio.update()
    let (newFiles, newView) = (studio.files("group"), try await studio.open("group").view)
    var group = try await studio.open("group")
    _ = try await group.undo()
    #expect(studio.files("group") == files)
    #expect(group.view == view)
    _ = try await group.undo()
    #expect(studio.files("group") == newFiles)
    #expect(group.view == newView)
    #expect(try studio.git("group").faults() == "")
  }

  @Test func `a master without releases is followed as it stands`() async throws {
    try await studio.master()
    _ = try await studio.fork(into: "group")
    #expect(try await studio.update().isUpToDate)
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    let updated = try await studio.update()
    #expect(updated.isTaken)
    #expect(updated.brief?.isRelease == false)
    #expect(studio.text("group", Studio.plan).contains("minutes: 50"))
  }
}
