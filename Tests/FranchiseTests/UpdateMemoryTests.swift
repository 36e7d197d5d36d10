import Franchise
import Git
import KitCore
import Testing

@Suite struct UpdateMemoryTests {
  let studio = Studio()
  private let minutes = "plan:first-session#questions.minutes"

  private func masterSays(_ minutes: Int, was old: Int, version: String) async throws {
    try await studio.change("master", Studio.plan, "    minutes: \(old)\n", "    minutes: \(minutes)\n")
    try await studio.release(version)
  }

  @Test func `a declined change is not offered again until that part changes`() async throws {
    try await studio.network()
    try await studio.change("group", Studio.plan, "    minutes: 40\n", "    minutes: 45\n")
    try await masterSays(50, was: 40, version: "1.1.0")
    try await studio.update()
    try await studio.decide("group", [minutes: .ours])
    try await studio.change("master", Studio.guide, "Stand at the door.", "Stand outside.")
    try await studio.release("1.2.0")
    #expect(try await studio.update().isTaken)
    #expect(studio.text("group", Studio.plan).contains("minutes: 45"))
    try await masterSays(55, was: 50, version: "1.3.0")
    #expect(try await studio.update().isWaiting)
    #expect(try await studio.open("group").pendingUpdate()?.open.map(\.address) == [minutes])
  }

  @Test func `what was removed on purpose stays away and is asked about once it changes`() async throws {
    try await studio.network()
    _ = try SystemGit.run("/usr/bin/env", ["rm", "group/\(Studio.guide)"], in: studio.folder.path)
    var group = try await studio.open("group")
    _ = try await group.save()
    try await masterSays(50, was: 40, version: "1.1.0")
    #expect(try await studio.update().isTaken)
    #expect(studio.text("group", Studio.guide).isEmpty)
    try await studio.change("master", Studio.guide, "Stand at the door.", "Stand outside.")
    try await studio.release("1.2.0")
    #expect(try await studio.update().isWaiting)
    try await studio.decide("group", ["guide:facilitating": .ours])
    #expect(studio.text("group", Studio.guide).isEmpty)
    try await masterSays(55, was: 50, version: "1.3.0")
    #expect(try await studio.update().isTaken)
    #expect(studio.text("group", Studio.guide).isEmpty)
  }

  @Test func `a part that is ours for good is never asked about but listed`() async throws {
    try await studio.network()
    try studio.edit(
      "group", "customisations.yaml",
      "parts:\n  - part: plan:first-session#questions\n    kind: ours-for-good\n    because: Our room closes early.\n    date: 2026-01-05\n"
    )
    try await studio.change("group", Studio.plan, "    minutes: 40\n", "    minutes: 30\n")
    try await studio.change("master", Studio.plan, "title: One question each", "title: Two questions each")
    try await masterSays(50, was: 40, version: "1.1.0")
    let updated = try await studio.update()
    #expect(updated.isTaken)
    #expect(updated.brief?.held.map(\.part) == ["plan:first-session#questions"])
    #expect(updated.brief?.held.map(\.because) == ["Our room closes early."])
    #expect(studio.text("group", Studio.plan).contains("minutes: 30"))
    #expect(studio.text("group", Studio.plan).contains("title: One question each"))
    #expect(try await studio.update().isUpToDate)
  }

  @Test func `nothing is taken of a part that is declined with a reason`() async throws {
    try await studio.network()
    try await studio.change("master", Studio.guide, "Stand at the door.", "Stand outside.")
    try await masterSays(50, was: 40, version: "1.1.0")
    let declined = [UpdateRequest.Declined(part: "guide:facilitating#welcome", because: "It rains here.")]
    let updated = try await studio.update("group", UpdateRequest(declined: declined))
    #expect(updated.isTaken)
    #expect(updated.brief?.held.map(\.isForGood) == [false])
    #expect(studio.text("group", Studio.guide).contains("Stand at the door."))
    #expect(studio.text("group", Studio.plan).contains("minutes: 50"))
    let log = try studio.git("group")("log", "-1", "--format=%B")
    #expect(log.contains("Kitbag-Declined: guide:facilitating#welcome: It rains here."))
    try await studio.change("master", Studio.guide, "Ask for a name and a day.", "Ask for a name.")
    try await studio.release("1.2.0")
    try await studio.update()
    #expect(studio.text("group", Studio.guide).contains("Stand at the door."))
    #expect(studio.text("group", Studio.guide).contains("Ask for a name. "))
    let error = await franchiseError {
      try await studio.update(
        "group", UpdateRequest(declined: [UpdateRequest.Declined(part: "guide:facilitatin", because: "No")]))
    }
    #expect(error == nil || error == .unknownPart("guide:facilitatin", nearest: "guide:facilitating"))
  }

  @Test func `a part that nobody knows cannot be declined`() async throws {
    try await studio.network()
    try await masterSays(50, was: 40, version: "1.1.0")
    let declined = [UpdateRequest.Declined(part: "guide:facilitatin", because: "No")]
    let error = await franchiseError { try await studio.update("group", UpdateRequest(declined: declined)) }
    #expect(error == .unknownPart("guide:facilitatin", nearest: "guide:facilitating"))
  }

  /// Lets the group offer its present text of a file: on the master's newest version, kept under the offer's ref.
  private func offer(_ id: String, _ path: String, _ old: String, _ new: String) async throws {
    let git = studio.git("group")
    try git("fetch", "--quiet", studio.path("master"), "main:refs/heads/master-now")
    try git("worktree", "add", "--quiet", studio.path("offering"), "master-now")
    try studio.edit("offering", path, studio.text("offering", path).replacing(old, with: new))
    try studio.git("offering")("commit", "--quiet", "-a", "-m", "Offer\n\nKitbag-Offer: \(id)")
    try git("update-ref", "refs/kitbag/offers/\(id)", try studio.git("offering")("rev-parse", "HEAD"))
    try git("worktree", "remove", "--force", studio.path("offering"))
    try git("branch", "--quiet", "-D", "master-now")
  }

  @Test func `our own improvement comes back reworded without a question`() async throws {
    try await studio.network()
    try await studio.change("group", Studio.plan, "    minutes: 40\n", "    minutes: 45\n")
    try await studio.change("group", Studio.guide, "Stand at the door.", "Stand at the gate and wave.")
    try await offer("o1", Studio.guide, "Stand at the door.", "Stand at the gate and wave.")
    // The master accepts the sentence in words of its own.
    try studio.edit(
      "master", Studio.guide,
      studio.text("master", Studio.guide).replacing(
        "Stand at the door.", with: "Stand at the gate; wave to people."))
    try studio.git("master")("commit", "--quiet", "-a", "-m", "Greet at the gate\n\nKitbag-Offer: o1")
    try await studio.release("1.1.0")
    let updated = try await studio.update()
    #expect(updated.isTaken, "\(updated.brief?.questions.map(\.address) ?? [])")
    #expect(studio.text("group", Studio.guide).contains("Stand at the gate; wave to people."))
    #expect(studio.text("group", Studio.plan).contains("minutes: 45"))
    #expect(try studio.git("group").faults() == "")
  }

  @Test func `without the memory of the offer the same is a question`() async throws {
    try await studio.network()
    try await studio.change("group", Studio.guide, "Stand at the door.", "Stand at the gate and wave.")
    try await studio.change(
      "master", Studio.guide, "Stand at the door.", "Stand at the gate; wave to people.")
    try await studio.release("1.1.0")
    #expect(try await studio.update().isWaiting)
  }

  @Test func `a part adopted from a sister comes back reworded without a question`() async throws {
    try await studio.network()
    try studio.edit(
      "group", Studio.guide,
      studio.text("group", Studio.guide).replacing(
        "Stand at the door.", with: "Stand at the gate and wave a flag."))
    try studio.git("group")(
      "commit", "--quiet", "-a", "-m",
      "Adopt the greeting\n\nKitbag-Adopted: 0123456789012345678901234567890123456789")
    try studio.edit(
      "master", Studio.guide,
      studio.text("master", Studio.guide).replacing(
        "Stand at the door.", with: "Stand at the gate and wave the flag."))
    try studio.git("master")("commit", "--quiet", "-a", "-m", "Greet at the gate\n\nKitbag-Offer: sister-1")
    try await studio.release("1.1.0")
    #expect(try await studio.update().isTaken)
    #expect(studio.text("group", Studio.guide).contains("wave the flag."))
  }

  @Test func `after a criss-cross nobody wins silently`() async throws {
    try await studio.network()
    let git = studio.git("group")
    try await studio.change("group", Studio.plan, "    minutes: 40\n", "    minutes: 45\n")
    try await masterSays(50, was: 40, version: "1.1.0")
    // Each side takes the other's version by plain git, and each keeps its own number.
    let master = studio.git("master")
    let (one, other) = (try git("rev-parse", "HEAD"), try master("rev-parse", "HEAD"))
    try git("fetch", "--quiet", studio.path("master"), "main")
    try master("fetch", "--quiet", studio.path("group"), "main")
    try git("merge", "--quiet", "-s", "ours", "-m", "Criss", other)
    try master("merge", "--quiet", "-s", "ours", "-m", "Cross", one)
    try await studio.change("master", Studio.guide, "Stand at the door.", "Stand outside.")
    try await studio.release("1.2.0")
    let group = try await studio.open("group")
    let main = try #require(group.view.main)
    #expect(try await studio.update().isWaiting)
    let pending = try #require(try await studio.open("group").pendingUpdate())
    #expect(pending.open.map(\.address) == [minutes])
    #expect(try await group.repository.mergeBases(main, pending.release).count == 2)
    try await studio.decide("group", [minutes: .ours])
    #expect(studio.text("group", Studio.plan).contains("minutes: 45"))
    #expect(studio.text("group", Studio.guide).contains("Stand outside."))
  }
}
