import Foundation
import Testing

/// The commands that keep a kit's past, run as a person would.
@Suite struct FranchiseCommandTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "kitbag-story-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  private func run(_ words: String...) throws -> ProgramRun { try ProgramRun(words, in: folder) }

  @Test func `a kit is started, forked, saved and stepped back from`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try run("new", "peer-hour")
    #expect(made.status == 0, "\(made.errors)")
    #expect(try run("check", "peer-hour").status == 0)
    let refused = try run("fork", "peer-hour", "north", "--group", "North")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("--set region="))
    let forked = try run("fork", "peer-hour", "north", "--group", "North", "--set", "region=the North")
    #expect(forked.status == 0, "\(forked.errors)")
    #expect(forked.text.contains("region: the North"))
    #expect(try run("check", "north").status == 0)
    try Data("Ours.\n".utf8).write(to: folder.appending(path: "north/notes.md"))
    let status = try run("status", "-C", "north")
    #expect(status.text.contains("notes.md added"))
    #expect(try run("save", "-C", "north").status == 0)
    #expect(try run("undo", "-C", "north").status == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "north/notes.md").path))
    let steps = try run("operations", "-C", "north", "--json")
    let read = try JSONSerialization.jsonObject(with: steps.output) as? [String: [[String: Any]]]
    #expect(read?["steps"]?.compactMap { $0["command"] as? String } == ["undo", "save", "fork"])
    for words in [made.text, forked.text, status.text] {
      #expect(!["commit", "branch", "repository", "merge"].contains { words.contains($0) })
    }
  }

  @Test func `a folder without a kit is told so`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let lost = try run("status")
    #expect(lost.status == 1)
    #expect(lost.errors.contains("There is no kit"))
    #expect(try run("undo", "--json").status == 1)
  }
}
