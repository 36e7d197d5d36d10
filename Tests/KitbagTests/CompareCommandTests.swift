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
        A (plans/a.yaml)
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

  @Test func `what a shell hands over can be compared and merged`() throws {
    let folder = try TestFolder()
    try folder.write("a.yaml", "title: A\nminutes: 10\n")
    try folder.write("b.yaml", "title: A\nminutes: 15\n")
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.currentDirectoryURL = folder.url
    let script = """
      "$0" compare <(cat a.yaml) <(cat b.yaml) --path plans/x.yaml > out &&
      "$0" merge-file <(cat a.yaml) <(cat b.yaml) <(cat a.yaml) --path x.yaml --quiet > merged &&
      "$0" compare /dev/null a.yaml > new && "$0" compare a.yaml b.yaml | head -n 1 > first; exit ${PIPESTATUS[0]}
      """
    shell.arguments = ["-c", script, ProgramRun.program.path]
    try shell.run()
    shell.waitUntilExit()
    #expect(shell.terminationStatus == 0)
    #expect(try folder.read("out").contains("10 → 15 minutes"))
    #expect(try folder.read("merged") == "title: A\nminutes: 15\n")
    #expect(try folder.read("first") == "A (b.yaml)\n")
  }

  @Test func `a kit is compared with its own past`() throws {
    let folder = try TestFolder()
    #expect(try ProgramRun(["new", "ours"], in: folder.url).status == 0)
    let kit = folder.url.appending(path: "ours")
    #expect(try ProgramRun(["compare"], in: kit).text == "Nothing changed.\n")
    let plan = try #require(
      FileManager.default.subpathsOfDirectory(atPath: kit.path).first { $0.hasPrefix("plans/") })
    let text = try folder.read("ours/" + plan)
    try folder.write("ours/" + plan, text.replacing("minutes: 10", with: "minutes: 20"))
    let run = try ProgramRun(["compare", "-C", "ours"], in: folder.url)
    #expect(run.text.contains("10 → 20 minutes"))
    #expect(try ProgramRun(["compare", "--since", "saved"], in: kit).text == run.text)
    try folder.git("-C", "ours", "tag", "v1.0.0")
    #expect(try ProgramRun(["compare", "--since", "1.0.0"], in: kit).text == run.text)
    let unknown = try ProgramRun(["compare", "--since", "1.0.1"], in: kit)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("Did you mean '1.0.0'?"))
    #expect(try ProgramRun(["compare"], in: folder.url).errors.contains("keeps no earlier versions"))
  }

  @Test func `a version that cannot be read is named, and its lines are compared`() throws {
    let folder = try TestFolder()
    try folder.write("old/plans/a.yaml", "title: A\nblocks:\n  - id: w\n    minutes: 10\n")
    try folder.write("new/plans/a.yaml", "title: A\nblocks:\n  - id: w\n   minutes: 10\n")
    let run = try ProgramRun(["compare", "old", "new"], in: folder.url)
    #expect(run.status == 0)
    #expect(run.text.contains("The new version cannot be read (line 4:"))
    #expect(run.text.contains("white space only"))
  }

  @Test func `the questions of a merge have their words and their way out`() throws {
    let folder = try TestFolder()
    for (name, minutes) in [("base", 10), ("ours", 15), ("theirs", 5)] {
      try folder.write(
        "\(name).yaml", "title: A\nblocks:\n  - id: w\n    title: Welcome\n    minutes: \(minutes)\n")
    }
    let names = ["base.yaml", "ours.yaml", "theirs.yaml"]
    let run = try ProgramRun(["merge-file"] + names, in: folder.url)
    #expect(run.status == 2)
    #expect(run.text.contains("minutes: 15"))
    #expect(
      run.errors == """
        Nothing else of theirs was new.

        One question is left.

        A, Welcome: minutes
          ours.yaml#w.minutes

          You and they gave this a different value.
            before  10
            yours   15
            theirs  5
          Choose: yours (stays until you answer), theirs or your own words.

        Yours stayed in place there, and the printed file is valid.
        Next: change the file by hand, or merge again with '--markers' to choose inside
        the file. '--json' gives the questions to a program.

        """)
    let marked = try ProgramRun(["merge-file", "--markers"] + names, in: folder.url)
    #expect(marked.text.contains("    title: Welcome\n<<<<<<< ours\n    minutes: 15\n"))
  }

  @Test func `bytes that are no text come whole through the JSON`() throws {
    let folder = try TestFolder()
    for (name, byte) in [("base", UInt8(0xF0)), ("ours", 0xF1), ("theirs", 0xF2)] {
      try Data([0x61, byte, 0x0A]).write(to: folder.url.appending(path: "\(name).md"))
    }
    let run = try ProgramRun(["merge-file", "--json", "base.md", "ours.md", "theirs.md"], in: folder.url)
    #expect(run.status == 2)
    let top = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    let clash = try #require((top["clashes"] as? [[String: Any]])?.first)
    #expect(top["text"] == nil)
    #expect(top["textBase64"] as? String == Data([0x61, 0xF1, 0x0A]).base64EncodedString())
    #expect(clash["theirsBase64"] as? String == Data([0x61, 0xF2, 0x0A]).base64EncodedString())
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
