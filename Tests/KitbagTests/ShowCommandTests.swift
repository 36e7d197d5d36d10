import Foundation
import Testing

@Suite struct ShowCommandTests {
  private static let kits = ProgramRun.repository.appending(path: "kits")
  private static let kit = kits.appending(path: "group-launch")
  private static let welsh = kits.appending(path: "lgdss-peer-group")

  /// A kit with one plan of 40 minutes that can be made 30.
  private func small() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(CheckCommandTests.identity, to: "kit.yaml")
    try scratch.write(
      """
      title: Plan
      purpose: Meet.
      outcomes: Everyone has met.
      blocks:
        - { id: hello, title: Hello, kind: arrival, minutes: 10, purpose: Arrive. }
        - { id: talk, title: Talk, kind: discussion, minutes: 30, min: 20, purpose: Talk. }

      """, to: "plans/p.yaml")
    return scratch
  }

  @Test func `a kit is shown from its folder, from inside of it, and by its name`() throws {
    let here = try ProgramRun(["show"], in: Self.kit)
    #expect(here.status == 0)
    #expect(here.text.contains("What next: “kitbag show plan:"))
    let inside = try ProgramRun(["show"], in: Self.kit.appending(path: "plans"))
    #expect(inside.text == here.text)
    let named = try ProgramRun(["show", "group-launch"], in: Self.kits)
    #expect(named.text.contains("What next: “kitbag show group-launch plan:"))
    let chosen = try ProgramRun(["show", "-C", "group-launch"], in: Self.kits)
    #expect(chosen.text.contains("What next: “kitbag show -C group-launch plan:"))
    let plan = try ProgramRun(["show", "group-launch", "plan:first-meeting"], in: Self.kits)
    #expect(plan.text == (try ProgramRun(["show", "plan:first-meeting"], in: Self.kit)).text)
    #expect(try ProgramRun(["check"], in: Self.kit.appending(path: "plans")).status == 0)
  }

  @Test func `a folder without a kit is told so, and a block is found by its id`() throws {
    let scratch = try small()
    try scratch.write("x", to: "notes/x.txt")
    let none = try ProgramRun(["show", "notes"], in: FileManager.default.temporaryDirectory)
    #expect(none.status == 1)
    let block = try ProgramRun(["show", "talk"], in: scratch.folder)
    #expect(block.text.contains("plan:p#talk"))
    try scratch.write(
      try String(contentsOf: scratch.folder.appending(path: "plans/p.yaml"), encoding: .utf8),
      to: "plans/q.yaml")
    let both = try ProgramRun(["show", "talk"], in: scratch.folder)
    #expect(both.status == 1)
    #expect(both.errors.contains("Name one: plan:p#talk, plan:q#talk."))
  }

  @Test func `a file that cannot be read is shown as what is wrong with it`() throws {
    let scratch = try small()
    try scratch.write("title: [\n", to: "plans/p.yaml")
    for word in ["p", "plan:p", "plan:p#talk"] {
      let run = try ProgramRun(["show", word], in: scratch.folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("plans/p.yaml:2:1") && run.errors.contains("closing"), "\(run.errors)")
    }
    let kit = try ProgramRun(["show"], in: scratch.folder)
    #expect(kit.text.contains("plans/p.yaml"))
  }

  @Test(arguments: [
    ("30", 0), ("30m", 0), ("0:35", 0), ("half an hour", 0), ("1h", 0), ("20", 1), ("soon", 64), ("0", 64),
  ])
  func `a plan is made to fit a time however it is typed, or says first that it cannot`(
    time: String, status: Int
  ) throws {
    let scratch = try small()
    let run = try ProgramRun(["show", "p", "--if-short", time], in: scratch.folder)
    #expect(Int(run.status) == status, "\(run.text) \(run.errors)")
    if status == 1 {
      #expect(run.text.hasPrefix("This plan cannot fit 20 minutes: the shortest it can be is"))
      #expect(try ProgramRun(["show", "p", "--if-short", time, "--json"], in: scratch.folder).status == 1)
    }
  }

  @Test func `titles and texts are shown in a language that the kit has`() throws {
    let own = try ProgramRun(["show", "half-day"], in: Self.welsh).text
    let welsh = try ProgramRun(["show", "half-day", "--lang", "cy"], in: Self.welsh)
    #expect(welsh.status == 0)
    #expect(welsh.text != own && welsh.text.contains("Croeso"))
    let none = try ProgramRun(["show", "half-day", "--lang", "fr"], in: Self.welsh)
    #expect(none.status == 1)
    #expect(none.errors.contains("en, cy"))
  }

  @Test func `a network and a round are shown in words`() throws {
    for (word, words) in [
      ("network", "The groups that run this kit"), ("2026-r1", "Questions that every group asks"),
    ] {
      let run = try ProgramRun(["show", word], in: Self.welsh)
      #expect(run.status == 0)
      #expect(run.text.contains(words), "\(run.text)")
      #expect(!run.text.contains("groups:") && !run.text.contains("common questions:"))
    }
  }
}
