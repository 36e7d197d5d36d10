import Franchise
import Git
import Testing

/// Random histories against a model that knows nothing of git: a list of views of the files, and where we are.
@Suite struct HistoryTests {
  @Test(arguments: UInt64(0)..<40)
  func `any history of edits, saves, undos and crashes keeps every saved word`(seed: UInt64) async throws {
    let studio = Studio()
    var random = Seeded(seed)
    try await studio.master("kit")
    var model = studio.files("kit")
    // What the files were before and after each step that the log holds, as the model believes.
    var steps: [(before: [String: String], after: [String: String])] = [([:], model)]
    for turn in 0..<8 {
      switch random.pick(["edit", "edit", "save", "undo", "crash"]) {
      case "edit":
        let path = "notes-\(random.pick([1, 2, 3])).md"
        model[path] = "turn \(turn)\n"
        try studio.edit("kit", path, "turn \(turn)\n")
      case "save":
        var workspace = try await studio.open("kit")
        _ = try await workspace.save()
        if let last = steps.last?.after, last != model { steps.append((last, model)) }
      case "undo":
        guard steps.count > 1, let target = steps.last else { continue }
        var workspace = try await studio.open("kit")
        if target.after != model { steps.append((target.after, model)) }
        steps.append((model, target.before))
        model = target.before
        _ = try await workspace.undo()
      default:
        let crash = Crash(at: random.pick([0, 1, 2, 3, 4]))
        var workspace = try await studio.open("kit", studio.conditions.with(crash))
        let done = try? await workspace.save()
        let counts = done?.operation != nil || crash.seen.contains(.log)
        if counts, let last = steps.last?.after { steps.append((last, model)) }
      }
      let workspace = try await studio.open("kit")
      #expect(studio.files("kit") == model)
      #expect(workspace.latest?.number == steps.count)
    }
    let workspace = try await studio.open("kit")
    let saved = try await workspace.files(of: workspace.view.main).mapValues {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(saved == steps.last?.after)
    if seed % 8 == 0 { #expect(try studio.git("kit").faults() == "") }
  }
}
