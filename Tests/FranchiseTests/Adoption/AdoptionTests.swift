import Foundation
import Franchise
import Git
import KitCore
import Testing

@Suite struct AdoptionTests {
  let studio = Studio()
  private var transport: Transport { Transport(environment: Studio.environment) }

  private static let icebreaker = """
      - id: icebreaker
        title: Where do you come from?
        kind: energiser
        minutes: 5
        purpose: People have moved and laughed once.
        lead: facilitator   # or anybody who likes to

    """

  /// Two groups of one master; the north has a block of its own, written by Bea.
  private func groups() async throws -> Workspace {
    var master = try await studio.master()
    _ = try await master.release("0.1.0")
    for name in ["north", "south"] { _ = try await studio.fork(into: name, group: name.capitalized) }
    let plan = studio.folder.text("north/plans/first-session.yaml") ?? ""
    try studio.edit(
      "north", "plans/first-session.yaml",
      plan.replacing("  - id: questions\n", with: Self.icebreaker + "  - id: questions\n"))
    var conditions = studio.conditions
    conditions.identity = Identity(name: "Bea", email: "bea@example.org")
    var north = try await studio.open("north", conditions)
    _ = try await north.save()
    return try await studio.open("south")
  }

  private func problem<Value>(_ body: () async throws -> Value) async -> AdoptionError? {
    do {
      _ = try await body()
      return nil
    } catch {
      return error as? AdoptionError
    }
  }

  @Test func `a sister's block comes with its comments and with credit, and nothing else does`() async throws
  {
    var south = try await groups()
    let before = studio.files("south")
    let adopted = try await south.adopt(
      from: studio.path("north"), ["plan:first-session#icebreaker"], relativeTo: "/", with: transport)
    #expect(adopted.group == "North")
    #expect(adopted.authors == ["Bea"])
    #expect(adopted.changes.count == 1)
    #expect(adopted.replaced.isEmpty)
    var after = studio.files("south")
    #expect(after["plans/first-session.yaml"] == studio.files("north")["plans/first-session.yaml"])
    after["plans/first-session.yaml"] = before["plans/first-session.yaml"]
    #expect(after == before)
    let main = try #require(south.view.main)
    let commit = try await south.repository.commit(main)
    let sister = try #require(try await studio.open("north").view.main)
    #expect(
      commit.trailers == [
        .coAuthor("Bea", email: "bea@example.org"),
        Trailer(name: "Kitbag-Adopted", value: sister.description),
      ])
    #expect(commit.author.name == "Ada")
    #expect(commit.parents.count == 1)
    let again = try await south.adopt(
      from: "north", ["plan:first-session#icebreaker"], relativeTo: studio.folder.path, with: transport)
    #expect(again.operation == nil)
    _ = try await south.undo()
    #expect(studio.files("south") == before)
    #expect(try studio.git("south").faults() == "")
  }

  @Test func `unsaved work is saved apart, so that what was adopted stands alone`() async throws {
    var south = try await groups()
    try studio.edit("south", "notes.md", "mine\n")
    let plan = studio.folder.text("south/plans/first-session.yaml") ?? ""
    try studio.edit("south", "plans/first-session.yaml", plan.replacing("minutes: 4,", with: "minutes: 3,"))
    let adopted = try await south.adopt(
      from: "north", ["plan:first-session"], relativeTo: studio.folder.path, with: transport)
    #expect(adopted.savedFirst != nil)
    #expect(adopted.replaced.map(\.description) == ["plan:first-session#welcome.steps"])
    let main = try #require(south.view.main)
    let files = try studio.git("south")("diff", "--name-only", "\(main)~1", "\(main)")
    #expect(files == "plans/first-session.yaml")
  }

  @Test func `what a part needs must come too`() async throws {
    var south = try await groups()
    let plan = studio.folder.text("north/plans/first-session.yaml") ?? ""
    try studio.edit(
      "north", "plans/first-session.yaml",
      plan.replacing(
        "    lead: facilitator   # or", with: "    resources: [ball]\n    lead: facilitator   # or"))
    try studio.edit("north", "resources/ball.md", "---\ntitle: Ball\nkind: card\n---\n\nThrow it.\n")
    var north = try await studio.open("north")
    _ = try await north.save()
    let alone = await problem {
      try await south.adopt(
        from: "north", ["plan:first-session#icebreaker"], relativeTo: studio.folder.path, with: transport)
    }
    #expect(alone == .needsMore(["There is no resource “ball”."]))
    _ = try await south.adopt(
      from: "north", ["plan:first-session#icebreaker", "resource:ball"], relativeTo: studio.folder.path,
      with: transport)
    #expect(studio.files("south")["resources/ball.md"] == studio.files("north")["resources/ball.md"])
  }

  @Test func `strangers, unknown groups and unknown parts are told`() async throws {
    var south = try await groups()
    let network = """
      groups:
        - { id: north, name: North, area: North, fork: /etc }
        - { id: east, name: East, area: East }

      """
    try studio.edit("south", "network.yaml", network)
    _ = try await south.save()
    func adopt(_ group: String, _ part: String) async -> AdoptionError? {
      await problem {
        try await south.adopt(from: group, [part], relativeTo: studio.folder.path, with: transport)
      }
    }
    let folder = studio.path("north")
    #expect(
      await adopt("nroth", "plan:x") == .unknownGroup("nroth", nearest: "north", known: ["north", "east"]))
    #expect(await adopt("east", "plan:x") == .noAddress("east"))
    #expect(
      await adopt(folder, "plan:first-session#icebraker")
        == .unknownPart(
          "plan:first-session#icebraker", group: "North", nearest: "plan:first-session#icebreaker"))
    #expect(await adopt(folder, "group.name") == .localPart("group.name"))
    // R2: a folder of this computer, named by what came from elsewhere.
    let error = await franchiseError {
      try await south.adopt(from: "north", ["plan:x"], relativeTo: studio.folder.path, with: transport)
    }
    guard case .badAddress = error else {
      Issue.record("\(error as Any)")
      return
    }
    try await studio.master("other")
    #expect(await adopt(studio.path("other"), "plan:first-session") == nil)
    _ = try await Workspace.new(studio.path("third"), title: "Another", owner: nil, studio.conditions)
    #expect(await adopt(studio.path("third"), "plan:first-session") == .stranger(studio.path("third")))
  }
}
