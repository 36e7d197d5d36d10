import Foundation
import Testing

@Suite struct CompareCommandTests {
  @Test func `two folders are compared in words`() throws {
    let folder = try TestFolder()
    try folder.write(
      "old/plans/a.yaml", "title: A\nblocks:\n  - id: w\n    title: Welcome\n    minutes: 10\n")
    try folder.write(
      "new/plans/a.yaml", "title: A\nblocks:\n  - id: w\n    title: Welcome\n    minutes: 15\n")
    let run = try ProgramRun(["compare", "old", "new", "--start", "09:00"], in: folder.url)
    #expect(run.status == 0)
    #expect(
      run.text == """
        plans/a.yaml
          Welcome: 10 → 15 minutes; the session now ends at 09:15 instead of 09:10

        One change.

        """)
  }

  @Test func `the JSON has the address and the values`() throws {
    let folder = try TestFolder()
    try folder.write("plans/a.yaml", "title: A\nblocks:\n  - id: w\n    minutes: 10\n")
    try folder.write("plans/b.yaml", "title: A\nblocks:\n  - id: w\n    minutes: 15\n")
    let run = try ProgramRun(["compare", "plans/a.yaml", "plans/b.yaml", "--json"], in: folder.url)
    let top = try JSONSerialization.jsonObject(with: run.output) as? [String: Any]
    let changes = try #require(top?["changes"] as? [[String: Any]])
    #expect(changes.count == 1)
    #expect(changes[0]["address"] as? String == "plan:b#w.minutes")
    #expect(changes[0]["before"] as? String == "10")
    #expect(changes[0]["after"] as? String == "15")
  }

  @Test(arguments: [
    (["compare", "here", "missing"], Int32(1), "There is no 'missing'."),
    (["compare", "here", "file"], 64, "is a folder and the other one is a file"),
    (["compare", "here", "here", "--start", "25:00"], 64, "'25:00' is not a time of day."),
  ])
  func `what cannot be compared is told with the way out`(arguments: [String], status: Int32, words: String)
    throws
  {
    let folder = try TestFolder()
    try folder.write("here/kit.yaml", "id: a\n")
    try folder.write("file", "a\n")
    let run = try ProgramRun(arguments, in: folder.url)
    #expect(run.status == status)
    #expect(run.errors.contains(words))
    #expect(run.errors.contains("Next: "))
  }

  @Test func `a failure is JSON too where a program reads`() throws {
    let run = try ProgramRun(["compare", "missing", "gone", "--json"])
    #expect(run.status == 1)
    let top = try JSONSerialization.jsonObject(with: run.output) as? [String: [String: Any]]
    #expect(top?["error"]?["status"] as? Int == 1)
    #expect((top?["error"]?["what"] as? String)?.contains("missing") == true)
  }

  @Test func `hostile names and texts are shown without their escapes`() throws {
    let folder = try TestFolder()
    try folder.write("old/guides/\u{1B}[31mred.md", "## A\n\nOne thing.\n")
    try folder.write("new/guides/\u{1B}[31mred.md", "## A\n\nOne \u{1B}]0;title\u{7}thing more.\n")
    let run = try ProgramRun(["compare", "old", "new"], in: folder.url)
    #expect(run.status == 0)
    #expect(!run.text.contains("\u{1B}"))
    #expect(run.text.contains("^[[31mred.md"))
  }
}
