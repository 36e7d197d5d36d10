import Franchise
import Git
import KitCore
import Testing

@Suite struct ReleaseTests {
  let studio = Studio()
  static let round = """
    title: Spring
    # The version follows the release.
    kit: { id: peer-hour, version: 0.0.1 }  # pinned
    theme: Asking
    core outcomes:
      - Everyone asks.
    window: { from: 2026-02-02, to: 2026-06-26 }

    """

  /// Replaces one text in a file of a kit.
  private func edit(_ kit: String, _ path: String, _ old: String, _ new: String) throws {
    let text = try #require(studio.folder.text("\(kit)/\(path)"))
    try #require(text.contains(old))
    try studio.edit(kit, path, text.replacing(old, with: new))
  }

  private func releaseError<Value>(_ body: () async throws -> Value) async -> ReleaseError? {
    do {
      _ = try await body()
      return nil
    } catch {
      return error as? ReleaseError
    }
  }

  @Test func `the first release names the version that the kit has`() async throws {
    var master = try await studio.master()
    let plan = try await master.releasePlan()
    #expect(plan.proposal.version == "0.1.0")
    #expect(plan.last == nil)
    let released = try await master.release("0.1.0")
    #expect(released.notes.sections.isEmpty)
    #expect(released.notes.thanks == ["Ada"])
    let tag = try #require(master.releases.last?.target)
    #expect(try await master.repository.version(behind: tag) == master.view.main)
    #expect(try await master.repository.tag(tag).message.hasPrefix("Release 0.1.0\n"))
    #expect(studio.files("master")["CHANGELOG.md"]?.hasPrefix("# Changes\n\n## 0.1.0 – 2023-11-14\n") == true)
    #expect(try studio.git("master").faults() == "")
    #expect(try studio.git("master")("status", "--porcelain") == "")
    #expect(try studio.git("master")("cat-file", "-t", "v0.1.0") == "tag")
  }

  @Test func `a release tells session by session what changed and touches nothing else`() async throws {
    var master = try await studio.master()
    _ = try await master.release("0.1.0")
    try edit("master", "plans/first-session.yaml", "minutes: 6, do", "minutes: 11, do")
    try edit(
      "master", "plans/first-session.yaml", "minutes: 10\n    purpose: People",
      "minutes: 15\n    purpose: People")
    try edit("master", "guides/facilitating.md", "Stand at the door.", "Stand at the open door.")
    let before = studio.files("master")
    let released = try await master.release("v0.2.0")
    #expect(released.savedFirst?.number == 3)
    #expect(released.notes.sections.map(\.title) == ["Facilitating the first session", "First session"])
    #expect(released.notes.sections.last?.sentences.first?.contains("10 → 15 minutes") == true)
    var after = studio.files("master")
    #expect(after["kit.yaml"] == before["kit.yaml"]?.replacing("version: 0.1.0", with: "version: 0.2.0"))
    let changelog = try #require(after["CHANGELOG.md"])
    #expect(
      changelog.hasSuffix(String(try #require(before["CHANGELOG.md"]).dropFirst("# Changes\n\n".count))))
    #expect(changelog.hasPrefix("# Changes\n\n## 0.2.0 – 2023-11-14\n\n### Facilitating the first session\n"))
    for path in ["kit.yaml", "CHANGELOG.md"] { after[path] = before[path] }
    #expect(after == before)
  }

  @Test func `the number follows from what changed`() async throws {
    var master = try await studio.master()
    try edit("master", "kit.yaml", "version: 0.1.0", "version: 1.4.2")
    _ = try await master.release("1.4.2")
    let cases: [(path: String, old: String, new: String, version: String)] = [
      ("guides/facilitating.md", "Stand at the door.", "Stand at the open door.", "1.4.3"),
      (
        "plans/first-session.yaml", "minutes: 5, by: \"Names only.\"", "minutes: 4, by: \"Names only.\"",
        "1.5.0"
      ),
      (
        "plans/first-session.yaml", "People know why they are here", "Everyone knows why they are here",
        "1.4.3"
      ),
      (
        "plans/first-session.yaml", "Everyone writes one question on a card.", "Everyone writes two.", "2.0.0"
      ),
      ("plans/first-session.yaml", "quantity: 1, per: participant", "quantity: 2, per: participant", "1.5.0"),
      ("plans/first-session.yaml", "id: close", "id: farewell", "2.0.0"),
      ("kit.yaml", "  region:\n", "  area:\n", "2.0.0"),
      ("kit.yaml", "version: 1.4.2", "version: 3.0.0", "3.0.0"),
    ]
    for (path, old, new, version) in cases {
      let text = try #require(studio.folder.text("master/\(path)"))
      try edit("master", path, old, new)
      let plan = try await master.releasePlan()
      let isOnlyVersion = version == "3.0.0"
      #expect(plan.proposal.version == version, "\(new): \(plan.proposal)")
      #expect(plan.changes.isEmpty == isOnlyVersion)
      try studio.edit("master", path, text)
    }
    #expect(try await master.status().unsaved.lines.isEmpty)
  }

  @Test func `what must not be released is refused and changes nothing`() async throws {
    var master = try await studio.master()
    _ = try await master.release("0.2.0")
    let step = master.latest?.number
    #expect(await releaseError { try await master.release("0.3.0") } == .nothingNew(since: "0.2.0"))
    try edit("master", "guides/facilitating.md", "Stand at the door.", "Stand at the open door.")
    #expect(await releaseError { try await master.release("0.2.0") } == .taken("0.2.0", proposal: "0.2.1"))
    #expect(
      await releaseError { try await master.release("0.1.9") }
        == .notNewer("0.1.9", than: "0.2.0", proposal: "0.2.1"))
    #expect(
      await releaseError { try await master.release("0.2.0-beta") }
        == .notNewer("0.2.0-beta", than: "0.2.0", proposal: "0.2.1"))
    #expect(await releaseError { try await master.release("next") } == .badVersion("next", proposal: "0.2.1"))
    #expect(
      await releaseError { try await master.release("0.3.0", round: "spring") }
        == .noSuchRound("spring", nearest: nil, known: []))
    try edit(
      "master", "plans/first-session.yaml", "guide: facilitating#welcome", "guide: facilitating#welcom")
    guard case .unusableKit(1, let first) = await franchiseError({ try await master.release("0.3.0") }) else {
      Issue.record("a kit with an error was released")
      return
    }
    #expect(first?.rule == "missing-guide")
    #expect(master.latest?.number == step)
    #expect(try await master.status().unsaved.lines.count == 2)
  }

  @Test func `a round is pinned to the version without another byte changing`() async throws {
    var master = try await studio.master()
    try studio.edit("master", "rounds/spring.yaml", Self.round)
    let unknown = await releaseError { try await master.release("0.1.0", round: "sprnig") }
    #expect(unknown == .noSuchRound("sprnig", nearest: "spring", known: ["spring"]))
    let released = try await master.release("0.1.0", round: "spring")
    #expect(released.notes.round == "Spring")
    #expect(
      studio.files("master")["rounds/spring.yaml"]
        == Self.round.replacing("version: 0.0.1", with: "version: 0.1.0"))
    #expect(studio.files("master")["CHANGELOG.md"]?.contains("For the round “Spring”.") == true)
  }

  @Test func `a release can be undone and done again, tidied up or not`() async throws {
    var master = try await studio.master()
    _ = try await master.release("0.1.0")
    let released = master.view
    _ = try await master.undo()
    #expect(master.releases.isEmpty)
    #expect(studio.files("master")["CHANGELOG.md"] == nil)
    try studio.git("master")("reflog", "expire", "--expire=now", "--all")
    try studio.git("master")("gc", "--quiet", "--prune=now")
    var later = try await studio.open("master")
    _ = try await later.undo()
    #expect(later.view == released)
    #expect(try studio.git("master").faults() == "")
  }

  @Test func `a fork takes the newest release, and those who helped are thanked`() async throws {
    var master = try await studio.master()
    _ = try await master.release("0.1.0")
    try edit("master", "guides/facilitating.md", "Stand at the door.", "Stand at the open door.")
    try studio.git("master")(
      "commit", "--quiet", "-a", "-m", "Better\n\nCo-authored-by: Grace <grace@example.org>")
    try await master.reload()
    let released = try await master.release("0.1.1")
    #expect(released.notes.thanks == ["Ada", "Grace"])
    #expect(try await studio.fork(into: "group").version == "0.1.1")
    try studio.edit("master", "notes.md", "Not released yet.\n")
    _ = try await master.save()
    #expect(try await studio.fork(into: "other").version == "0.1.1")
    #expect(studio.files("other")["notes.md"] == nil)
  }
}
