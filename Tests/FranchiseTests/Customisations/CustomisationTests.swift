import Franchise
import Git
import KitCore
import Testing

@Suite struct CustomisationTests {
  let studio = Studio()

  /// A fork whose welcome takes longer, whose guide has another first sentence, and that has no card any more.
  private func changedFork() async throws -> Workspace {
    var master = try await studio.master()
    _ = try await master.release("0.1.0")
    _ = try await studio.fork(into: "group")
    try edit(
      "plans/first-session.yaml", "minutes: 10\n    purpose: People", "minutes: 15\n    purpose: People")
    try edit("guides/facilitating.md", "Stand at the door.", "Stand at the open door.")
    var group = try await studio.open("group")
    _ = try await group.save()
    return group
  }

  private func edit(_ path: String, _ old: String, _ new: String) throws {
    let text = try #require(studio.folder.text("group/\(path)"))
    try #require(text.contains(old))
    try studio.edit("group", path, text.replacing(old, with: new))
  }

  private func remove(_ path: String) throws {
    _ = try SystemGit.run("/bin/rm", [path], in: studio.path("group"))
  }

  private func problem<Value>(_ body: () async throws -> Value) async -> CustomisationError? {
    do {
      _ = try await body()
      return nil
    } catch {
      return error as? CustomisationError
    }
  }

  @Test func `every difference is listed with its reason, saved or not`() async throws {
    var group = try await changedFork()
    try remove("checklists/host.yaml")
    _ = try await group.keep(
      KeepRequest(part: "plan:first-session#welcome", kind: .oursForGood, because: "People come by train."))
    let differences = try await group.differences()
    #expect(differences.version == "0.1.0")
    #expect(
      differences.all.map(\.name.description) == [
        "checklist:host", "guide:facilitating#welcome", "plan:first-session#welcome.minutes",
      ])
    #expect(differences.all.map { $0.reason?.because } == [nil, nil, "People come by train."])
    #expect(differences.idle.isEmpty)
    #expect(differences.unsaved == 0)
  }

  @Test func `a kit that is as the master has it has no differences`() async throws {
    try await studio.master()
    _ = try await studio.fork(into: "group")
    let group = try await studio.open("group")
    #expect(try await group.differences().all.isEmpty)
    let master = try await studio.open("master")
    #expect(await problem { try await master.differences() } == .noMaster)
  }

  @Test func `a fixed part that differs is told as one`() async throws {
    let group = try await changedFork()
    try edit("plans/first-session.yaml", "Everyone writes one question on a card.", "Everyone writes two.")
    try edit("plans/first-session.yaml", "quantity: 1", "quantity: 2")
    let fixed = try await group.differences().all.filter(\.isFixed).map(\.name.description)
    #expect(fixed == ["plan:first-session#questions.steps"])
  }

  @Test func `keeping writes one entry and leaves every other byte`() async throws {
    var group = try await changedFork()
    let mine = """
      # Ours, in our order.
      parts:
        - part: guide:facilitating   # the whole of it
          kind: temporary
          because: 'We are trying it.'
          date: 2026-01-05
          until: 2026-12-31

        # Nobody remembers.
        - { part: plan:first-session.purpose, kind: waiver, because: Long ago, date: 2020-01-01 }

      """
    try studio.edit("group", "customisations.yaml", mine)
    let kept = try await group.keep(
      KeepRequest(part: "plan:first-session#welcome", kind: .toBeOffered, because: "Trains  are\nlate."))
    #expect(kept.savedFirst != nil)
    #expect(kept.differs)
    let added = try #require(studio.files("group")["customisations.yaml"])
    #expect(added.hasPrefix(mine.dropLast()))
    #expect(added.contains("because: 'Trains are late.'") || added.contains("because: Trains are late."))
    let again = try await group.keep(
      KeepRequest(part: "guide:facilitating", kind: .oursForGood, because: "It works."))
    #expect(again.before == "We are trying it.")
    let changed = try #require(studio.files("group")["customisations.yaml"])
    #expect(changed.contains("- part: guide:facilitating   # the whole of it\n    kind: ours-for-good\n"))
    #expect(changed.contains("because: 'It works.'\n    date: 2023-11-14\n"))
    #expect(!changed.contains("until"))
    let reading = KitReading.read(
      KitFiles.admitting(try await group.files(of: group.view.main).map { (path: $0.key, bytes: $0.value) })
        .files)
    #expect(reading.isUsable, "\(reading.diagnostics)")
    #expect(reading.kit?.customisations?.parts.count == 3)
    #expect(try await group.differences().idle == ["plan:first-session.purpose"])
    _ = try await group.undo()
    #expect(studio.files("group")["customisations.yaml"] == added)
  }

  @Test func `only parts that there are can be kept, and only with a reason`() async throws {
    var group = try await changedFork()
    func keep(_ part: String, _ because: String = "Because.", until: String? = nil) async
      -> CustomisationError?
    {
      await problem {
        try await group.keep(KeepRequest(part: part, kind: .temporary, because: because, until: until))
      }
    }
    #expect(
      await keep("plan:first-session#welcom")
        == .unknownPart("plan:first-session#welcom", nearest: "plan:first-session#welcome"))
    #expect(await keep("plan:first-session", " ") == .noReason)
    #expect(await keep("plan:first-session", until: "soon") == .badDay("soon"))
    try remove("checklists/host.yaml")
    _ = try await group.save()
    #expect(await keep("checklist:host") == nil)
    #expect(group.latest?.verb == "keep")
  }

  @Test(arguments: [
    "plan:first-session#welcome.minutes", "plan:first-session#welcome", "plan:first-session",
  ])
  func `the master's version of a part comes back to the last byte`(address: String) async throws {
    var group = try await changedFork()
    let restored = try await group.restore([address])
    #expect(restored.version == "0.1.0")
    #expect(restored.changes.count == 1)
    let (master, ours) = (studio.files("master"), studio.files("group"))
    #expect(ours["plans/first-session.yaml"] == master["plans/first-session.yaml"])
    #expect(ours["guides/facilitating.md"] != master["guides/facilitating.md"])
    #expect(try studio.git("group")("status", "--porcelain") == "")
    _ = try await group.undo()
    #expect(studio.files("group")["plans/first-session.yaml"] != master["plans/first-session.yaml"])
  }

  @Test func `what was taken out comes back, and its reason goes`() async throws {
    var group = try await changedFork()
    try remove("checklists/host.yaml")
    _ = try await group.keep(
      KeepRequest(part: "checklist:host", kind: .oursForGood, because: "We have no host."))
    let restored = try await group.restore(["checklist:host", "guide:facilitating#welcome"])
    #expect(restored.reasons == ["checklist:host"])
    let (master, ours) = (studio.files("master"), studio.files("group"))
    #expect(ours["checklists/host.yaml"] == master["checklists/host.yaml"])
    #expect(ours["guides/facilitating.md"] == master["guides/facilitating.md"])
    #expect(ours["customisations.yaml"]?.contains("parts: []") == true)
  }

  @Test func `unsaved work is saved first, and restoring nothing does nothing`() async throws {
    var group = try await changedFork()
    let step = try #require(group.latest?.number)
    let none = try await group.restore(["checklist:host"])
    #expect(none.operation == nil)
    #expect(group.latest?.number == step)
    try edit("checklists/host.yaml", "thank", "praise")
    let restored = try await group.restore(["checklist:host"])
    #expect(restored.savedFirst?.number == step + 1)
    _ = try await group.undo()
    #expect(studio.files("group")["checklists/host.yaml"]?.contains("praise") == true)
    #expect(await problem { try await group.restore(["group.name"]) } == .ownPart("group.name"))
  }
}
