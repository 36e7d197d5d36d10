import Foundation
import Testing

/// Update and decide as a person types them.
@Suite struct UpdateCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "kitbag-update-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  private func run(_ words: String...) throws -> ProgramRun { try ProgramRun(words, in: folder) }

  private func change(_ path: String, _ old: String, _ new: String) throws {
    let file = folder.appending(path: path)
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }

  private func clash() throws {
    _ = try run("new", "master")
    _ = try run("fork", "master", "group", "--group", "North", "--set", "region=the North")
    try change("group/plans/first-session.yaml", "    minutes: 40\n", "    minutes: 45\n")
    try change("group/guides/facilitating.md", "Stand at the door.", "Stand outside in the sun.")
    _ = try run("save", "-C", "group")
    try change("master/plans/first-session.yaml", "    minutes: 40\n", "    minutes: 50\n")
    try change("master/guides/facilitating.md", "Stand at the door.", "Sit near the window.")
    try change("master/guides/facilitating.md", "Ask for a name and a day.", "Ask for a name.")
    _ = try run("save", "-C", "master")
  }

  @Test func `an update waits, is decided by flags, and every end says what is safe and what is next`() throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    try clash()
    let preview = try run("update", "-C", "group", "--preview")
    #expect(preview.status == 0, "\(preview.errors)")
    #expect(preview.text.contains("Nothing was taken."))
    let update = try run("update", "-C", "group")
    #expect(update.status == 2, "\(update.errors)")
    #expect(update.text.contains("2 need you"))
    #expect(update.text.contains("plan:first-session#questions.minutes"))
    #expect(update.text.contains("Next: 'kitbag decide'"))
    #expect(try run("update", "-C", "group").status == 2)
    #expect(try run("status", "-C", "group").text.contains("2 questions"))
    let list = try run("decide", "-C", "group")
    #expect(list.status == 2)
    #expect(list.text.contains("before                    yours                     the master's"))
    #expect(list.text.contains("  40                        45                        50"))
    #expect(list.text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let one = try run(
      "decide", "-C", "group", "--answer", "plan:first-session#questions.minutes=theirs", "--json")
    #expect(one.status == 2)
    let read = try JSONSerialization.jsonObject(with: one.output) as? [String: Any]
    #expect((read?["pending"] as? [String: Any])?["open"] as? Int == 1)
    let both = try run("decide", "-C", "group", "--answer", "plan:first-session#questions.minutes=both")
    #expect(both.status == 1)
    #expect(both.errors.contains("only one version can stay"))
    let wrong = try run("decide", "-C", "group", "--answer", "guide:facilitating#welcom=ours")
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("guide:facilitating#welcome"))
    let done = try run("decide", "-C", "group", "--all", "ours")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.text.contains("Everything of yours is in it"))
    let guide = try String(
      contentsOf: folder.appending(path: "group/guides/facilitating.md"), encoding: .utf8)
    #expect(guide.contains("Stand outside in the sun.") && guide.contains("Ask for a name. "))
    #expect(try run("update", "-C", "group").text.contains("nothing new"))
    #expect(try run("decide", "-C", "group").status == 1)
    #expect(try run("show", "-C", "group").text.contains("First session"))
    for words in [preview.text, update.text, list.text, done.text] {
      #expect(!["commit", "branch", "repository", "merge", "conflict"].contains { words.contains($0) })
    }
  }

  @Test func `an update is dropped and brought back`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try clash()
    #expect(try run("update", "-C", "group").status == 2)
    #expect(try run("decide", "-C", "group", "--abandon").status == 0)
    #expect(try run("decide", "-C", "group", "--list").status == 1)
    #expect(try run("undo", "-C", "group").status == 0)
    #expect(try run("decide", "-C", "group", "--list", "--json").status == 2)
  }

  @Test func `own words come from a file`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try clash()
    _ = try run("update", "-C", "group")
    try Data("Wait at the gate. People who are greeted by name talk sooner.\n".utf8)
      .write(to: folder.appending(path: "group/words.txt"))
    let done = try run(
      "decide", "-C", "group", "--own", "guide:facilitating#welcome=words.txt", "--all", "theirs")
    #expect(done.status == 0, "\(done.errors)")
    let guide = try String(
      contentsOf: folder.appending(path: "group/guides/facilitating.md"), encoding: .utf8)
    #expect(guide.contains("Wait at the gate."))
    #expect(!guide.contains("Sit near the window."))
  }

  @Test func `what does not go together is wrong usage`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    for words in [
      ["update", "--next", "--to", "1.0.0"], ["update", "--take-nothing-of", "plan:x"],
      ["update", "--take-nothing-of", "plam:x", "--because", "No"], ["decide", "--answer", "x"],
      ["decide", "--answer", "x=maybe"], ["decide", "--all", "mine"], ["decide", "--abandon", "--list"],
    ] {
      #expect(try ProgramRun(words, in: folder).status == 64, "\(words)")
    }
  }
}
