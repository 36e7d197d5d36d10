import Franchise
import Git
import KitCore
import Testing

@Suite struct ForkTests {
  let studio = Studio()

  @Test func `a fork stands on the exact version of the master`() async throws {
    let master = try await studio.master()
    let forked = try await studio.fork(into: "group")
    let group = try await studio.open("group")
    let main = try #require(group.view.main)
    #expect(forked.base == master.view.main)
    #expect(try await group.repository.commit(main).parents == [forked.base])
    #expect(group.view[.upstreamMain] == master.view.main)
    #expect(!forked.isRelease)
    #expect(try studio.git("group").faults() == "")
    #expect(try studio.git("group")("status", "--porcelain") == "")
  }

  @Test func `a fork says who the group is and passes the check`() async throws {
    try await studio.master()
    let forked = try await studio.fork(into: "group")
    #expect(forked.parameters.map(\.text) == ["Yorkshire"])
    let group = try await studio.open("group")
    let files = try await group.files(of: group.view.main)
    let admitted = KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) })
    let reading = KitReading.read(admitted.files)
    #expect(Check.diagnostics(of: reading).filter { $0.severity == .error }.isEmpty)
    #expect(reading.kit?.group?.id?.rawValue == "yorkshire-and-humber")
    #expect(reading.kit?.group?.masterVersion == "0.1.0")
    #expect(reading.kit?.group?.parameters.map(\.text) == ["Yorkshire"])
  }

  @Test func `ordinary git can clone a fork`() async throws {
    try await studio.master()
    _ = try await studio.fork(into: "group")
    try SystemGit(studio.folder.path)("clone", "--quiet", studio.path("group"), studio.path("copy"))
    #expect(studio.files("copy") == studio.files("group"))
  }

  @Test func `the newest release is taken unless another is asked for`() async throws {
    var master = try await studio.master()
    for version in ["1.9.0", "1.10.0", "2.0.0-beta.1"] {
      let text = (studio.folder.text("master/kit.yaml") ?? "").split(separator: "\n")
        .map { $0.hasPrefix("version:") ? "version: \(version)" : String($0) }.joined(separator: "\n")
      try studio.edit("master", "kit.yaml", text + "\n")
      _ = try await master.save()
      try studio.git("master")("tag", "-a", "v\(version)", "-m", "Release \(version)")
      try await master.reload()
    }
    let newest = try await studio.fork(into: "newest")
    #expect(newest.version == "1.10.0")
    #expect(newest.isRelease)
    let older = try await studio.fork(into: "older", version: "1.9.0")
    #expect(older.version == "1.9.0")
    #expect(try await studio.open("older").status().newer == ["1.10.0", "2.0.0-beta.1"])
    let error = await franchiseError { try await studio.fork(into: "none", version: "3.0.0") }
    #expect(error == .noSuchVersion("3.0.0", known: ["2.0.0-beta.1", "1.10.0", "1.9.0"]))
    #expect(studio.files("none").isEmpty)
  }

  @Test func `a fork of a fork begins without what its parent keeps for itself`() async throws {
    try await studio.master()
    _ = try await studio.fork(into: "midlands", group: "Midlands")
    var parent = try await studio.open("midlands")
    try studio.edit("midlands", "customisations.yaml", "parts: []\n")
    _ = try await parent.save()
    _ = try await studio.fork("midlands", into: "yorkshire")
    let files = studio.files("yorkshire")
    #expect(files["customisations.yaml"] == nil)
    #expect(files["group.yaml"]?.contains("Yorkshire and Humber") == true)
    #expect(files["group.yaml"]?.contains("Midlands") == false)
    let group = try await studio.open("yorkshire")
    #expect(group.view[.upstreamMain] == parent.view.main)
  }

  @Test func `a fork of a fork begins with its parent's words unless it has its own`() async throws {
    try await studio.master()
    _ = try await studio.fork(
      into: "midlands", group: "Midlands", values: [(name: "region", text: "the Midlands")])
    let same = try await studio.fork("midlands", into: "east", group: "East", values: [])
    #expect(same.parameters.map(\.text) == ["the Midlands"])
    #expect(same.parameters.map(\.isSet) == [false])
    #expect(studio.files("east")["group.yaml"]?.contains("region: the Midlands") == true)
    _ = try await studio.fork("midlands", into: "north", group: "North")
    #expect(studio.files("north")["group.yaml"]?.contains("region: Yorkshire") == true)
  }

  @Test func `missing and unknown parameters end a fork before anything is made`() async throws {
    try await studio.master()
    let missing = await franchiseError { try await studio.fork(into: "group", values: []) }
    #expect(missing == .missingParameters(["region"]))
    let unknown = await franchiseError {
      try await studio.fork(into: "group", values: [(name: "regoin", text: "x")])
    }
    #expect(unknown == .unknownParameter("regoin", nearest: "region"))
    #expect(studio.folder.text("group/kit.yaml") == nil)
    let names = try SystemGit.run("/usr/bin/env", ["ls", "-A"], in: studio.folder.path).text
    #expect(names == "master\n")
  }

  @Test func `a fork of one plan leaves out what only the others use`() async throws {
    var master = try await studio.master()
    let online = (studio.folder.text("master/plans/first-session.yaml") ?? "")
      .replacing("resources: [question-card]", with: "resources: [question-card, chat]")
      .replacing("facilitating#", with: "online#")
    try studio.edit("master", "plans/online.yaml", online)
    let guide = studio.folder.text("master/guides/facilitating.md") ?? ""
    try studio.edit(
      "master", "guides/online.md",
      guide.replacing("plans: [first-session]", with: "plans: [online]")
        + "\nSee [tips](../resources/tips.md).\n")
    try studio.edit(
      "master", "guides/facilitating.md",
      guide.replacing("plans: [first-session]", with: "plans: [first-session, online]"))
    for name in ["chat", "tips"] {
      try studio.edit("master", "resources/\(name).md", "---\ntitle: \(name)\nkind: card\n---\n\nText.\n")
    }
    let kit = studio.folder.text("master/kit.yaml") ?? ""
    try studio.edit(
      "master", "kit.yaml", kit + "policy:\n  - { part: guide:online, status: adaptable }\n")
    _ = try await master.save()
    let forked = try await studio.fork(into: "group", only: ["plan:first-session"])
    #expect(
      forked.leftOut == ["guides/online.md", "plans/online.yaml", "resources/chat.md", "resources/tips.md"])
    let files = studio.files("group")
    #expect(files["kit.yaml"] == kit)
    #expect(files["guides/facilitating.md"] == guide)
    #expect(files["resources/question-card.md"] != nil)
    #expect(files["plans/online.yaml"] == nil)
    let group = try await studio.open("group")
    let main = try #require(group.view.main)
    #expect(try await group.repository.commit(main).parents == [forked.base])
    #expect(try await group.differences().all.filter { $0.change.kind == .removed }.count >= 4)
    do {
      _ = try await studio.fork(into: "other", only: ["frist-session"])
      Issue.record("an unknown plan was taken")
    } catch let error as ForkError {
      #expect(
        error
          == .unknownPlan("frist-session", nearest: "first-session", known: ["first-session", "online"]))
    }
    #expect(studio.folder.text("other/kit.yaml") == nil)
  }
}
