import Franchise
import Git
import Testing

@Suite struct UndoTests {
  let studio = Studio()

  @Test func `undo is exact and undoing the undo brings it back`() async throws {
    var workspace = try await studio.master()
    let before = studio.files("master")
    let first = try await workspace.tree()
    try studio.edit("master", "notes.md", "ours\n")
    _ = try await workspace.save()
    let after = studio.files("master")
    let second = try await workspace.tree()
    _ = try await workspace.undo()
    #expect(studio.files("master") == before)
    #expect(try await workspace.tree() == first)
    _ = try await workspace.undo()
    #expect(studio.files("master") == after)
    #expect(try await workspace.tree() == second)
    #expect(try studio.git("master")("status", "--porcelain") == "")
    #expect(try studio.git("master").faults() == "")
  }

  @Test func `unsaved work is saved before an undo and can be brought back`() async throws {
    var workspace = try await studio.master()
    try studio.edit("master", "notes.md", "one\n")
    _ = try await workspace.save()
    try studio.edit("master", "notes.md", "two\n")
    let undone = try await workspace.undo()
    #expect(undone.target.number == 2)
    #expect(undone.savedFirst?.number == 3)
    #expect(studio.files("master")["notes.md"] == nil)
    _ = try await workspace.undo()
    #expect(studio.files("master")["notes.md"] == "two\n")
    _ = try await workspace.undo(to: 2)
    #expect(studio.files("master")["notes.md"] == "one\n")
  }

  @Test func `the first step and steps that do not exist are refused`() async throws {
    var workspace = try await studio.master()
    #expect(await franchiseError { try await workspace.undo() } == .nothingToUndo)
    #expect(await franchiseError { try await workspace.undo(to: 7) } == .noSuchOperation(7, last: 1))
    #expect(workspace.latest?.number == 1)
  }

  @Test func `git's tidying up never takes what can be gone back to`() async throws {
    var workspace = try await studio.master()
    try studio.edit("master", "notes.md", "ours\n")
    _ = try await workspace.save()
    try studio.git("master")("tag", "-a", "v1.0.0", "-m", "Release")
    try await workspace.reload()
    let tagged = workspace.view
    _ = try await workspace.undo(to: 1)
    try studio.git("master")("reflog", "expire", "--expire=now", "--all")
    try studio.git("master")("gc", "--quiet", "--prune=now")
    var later = try await studio.open("master")
    _ = try await later.undo()
    #expect(later.view == tagged)
    #expect(studio.files("master")["notes.md"] == "ours\n")
    #expect(try studio.git("master").faults() == "")
  }

  @Test func `the log lists steps with what they were`() async throws {
    var workspace = try await studio.master()
    try studio.edit("master", "notes.md", "ours\n")
    _ = try await workspace.save(message: "Our own\nwords")
    _ = try await workspace.undo()
    let operations = try await workspace.operations()
    #expect(operations.map(\.verb) == ["undo", "save", "new"])
    #expect(operations.map(\.number) == [3, 2, 1])
    #expect(operations[1].summary == "Saved: Our own words")
    #expect(operations[1].author.name == "Ada")
  }
}
