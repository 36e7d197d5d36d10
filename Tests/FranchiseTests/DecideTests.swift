import Franchise
import Git
import KitCore
import Testing

@Suite struct DecideTests {
  let studio = Studio()
  private let minutes = "plan:first-session#questions.minutes"
  private let greeting = "guide:facilitating#welcome"

  /// A group and a master that both changed the length of a block and one sentence.
  private func clash() async throws {
    try await studio.network()
    try await studio.change("group", Studio.plan, "    minutes: 40\n", "    minutes: 45\n")
    try await studio.change("group", Studio.guide, "Stand at the door.", "Stand outside in the sun.")
    try await studio.change("master", Studio.plan, "    minutes: 40\n", "    minutes: 50\n")
    try await studio.change("master", Studio.guide, "Stand at the door.", "Sit near the window.")
    try await studio.change("master", Studio.guide, "Ask for a name and a day.", "Ask for a name.")
    try await studio.release("1.1.0")
  }

  @Test func `what both changed waits as questions and the files stay untouched`() async throws {
    try await clash()
    let before = studio.files("group")
    let main = try await studio.open("group").view.main
    #expect(try await studio.update().isWaiting)
    #expect(studio.files("group") == before)
    let group = try await studio.open("group")
    #expect(group.view.main == main)
    let pending = try #require(try await group.pendingUpdate())
    #expect(pending.open.map(\.address).sorted() == [greeting, minutes])
    #expect(pending.version == "1.1.0")
    let commit = try await group.repository.commit(pending.id)
    #expect(commit.parents == [main, pending.release])
    let files = try await group.files(of: pending.id)
    #expect(String(decoding: files["kit/" + Studio.plan] ?? [], as: UTF8.self).contains("minutes: 45"))
    #expect(String(decoding: files["kit/" + Studio.guide] ?? [], as: UTF8.self).contains("Ask for a name."))
    #expect(files["questions.json"] != nil)
    #expect(try studio.git("group").faults() == "")
    #expect(await franchiseError { try await studio.update() } == .updateWaits("1.1.0", open: 2))
  }

  @Test func `answers are kept until all are given, then one merge finishes it`() async throws {
    try await clash()
    try await studio.update()
    let first = try await studio.decide("group", [minutes: .theirs])
    #expect(first.pending?.open.map(\.address) == [greeting])
    #expect(studio.text("group", Studio.plan).contains("minutes: 45"))
    let before = try #require(try await studio.open("group").view.main)
    let last = try await studio.decide("group", [greeting: .ours])
    #expect(last.pending == nil)
    #expect(studio.text("group", Studio.plan).contains("minutes: 50"))
    let guide = studio.text("group", Studio.guide)
    #expect(guide.contains("Stand outside in the sun.") && guide.contains("Ask for a name. "))
    #expect(studio.text("group", "group.yaml").contains("1.1.0"))
    let group = try await studio.open("group")
    let main = try #require(group.view.main)
    #expect(try await group.repository.commit(main).parents.first == before)
    #expect(try await group.repository.commit(main).parents.count == 2)
    #expect(group.view[.pending] == nil)
    #expect(try studio.git("group").faults() == "")
    // The declined sentence is remembered.
    #expect(try await studio.update().isUpToDate)
  }

  @Test func `own words and both are taken as they are`() async throws {
    try await clash()
    try await studio.update()
    let group = try await studio.open("group")
    let question = try #require(try await group.pendingUpdate()?.open.first { $0.address == greeting })
    let words = String(decoding: question.clash.texts.ours ?? [], as: UTF8.self)
      .replacing("Stand outside in the sun.", with: "Wait at the gate.")
    try await studio.decide("group", [greeting: .words(Array(words.utf8)), minutes: .ours])
    #expect(studio.text("group", Studio.guide).contains("Wait at the gate."))
    #expect(studio.text("group", Studio.plan).contains("minutes: 45"))
  }

  @Test func `dropping the update leaves no trace and can be undone`() async throws {
    try await clash()
    let (before, main) = (studio.files("group"), try await studio.open("group").view.main)
    try await studio.update()
    try await studio.decide("group", [minutes: .theirs])
    var group = try await studio.open("group")
    _ = try await group.abandonUpdate()
    #expect(studio.files("group") == before)
    #expect(group.view.main == main)
    #expect(group.view[.pending] == nil)
    #expect(await franchiseError { try await studio.decide("group", [:]) } == .noPendingUpdate)
    _ = try await group.undo()
    #expect(try await group.pendingUpdate()?.open.map(\.address) == [greeting])
    _ = try await group.undo()
    #expect(try await studio.update().isWaiting)
  }

  @Test func `work done meanwhile counts, and answers stand where the question is the same`() async throws {
    try await clash()
    try await studio.update()
    try await studio.decide("group", [minutes: .theirs])
    // Elsewhere in the same file, and in the questioned sentence itself.
    try await studio.change(
      "group", Studio.plan, "id: close\n    title: What next", "id: close\n    title: And now")
    try await studio.change(
      "group", Studio.guide, "Stand outside in the sun.", "Stand outside in the rain.", saving: false)
    let stale = try await studio.decide("group", [greeting: .theirs])
    // The question changed under the answer: it is asked again, and the kept answer to the other one stands.
    #expect(stale.savedFirst != nil)
    #expect(stale.pending?.open.map(\.address) == [greeting])
    let done = try await studio.decide("group", [greeting: .ours])
    #expect(done.pending == nil)
    #expect(studio.text("group", Studio.guide).contains("in the rain."))
    #expect(studio.text("group", Studio.plan).contains("title: And now"))
    #expect(studio.text("group", Studio.plan).contains("minutes: 50"))
  }

  @Test func `answers that would make a file unreadable are refused`() async throws {
    try await clash()
    try await studio.update()
    let both = await franchiseError { try await studio.decide("group", [minutes: .both]) }
    #expect(both == .cannotKeepBoth(minutes))
    let broken = await franchiseError {
      try await studio.decide("group", [minutes: .words(Array("minutes: [45\n".utf8))])
    }
    #expect(broken == .unusableAnswer(minutes, path: Studio.plan))
    #expect(try await studio.open("group").pendingUpdate()?.open.count == 2)
  }

  @Test func `an answer to a question that is not asked is refused with the nearest one`() async throws {
    try await clash()
    try await studio.update()
    let error = await franchiseError {
      try await studio.decide("group", ["plan:first-session#question.minutes": .ours])
    }
    #expect(
      error
        == .unknownQuestion(
          "plan:first-session#question.minutes", nearest: minutes, open: [greeting, minutes]))
  }

  @Test func `the questions can be answered on another computer`() async throws {
    try await clash()
    try await studio.update()
    try await studio.decide("group", [minutes: .theirs])
    try SystemGit(studio.folder.path)("clone", "--quiet", studio.path("group"), studio.path("copy"))
    try studio.git("copy")("fetch", "--quiet", "origin", "refs/kitbag/*:refs/kitbag/*")
    let pending = try await studio.open("copy").pendingUpdate()
    #expect(pending?.open.map(\.address) == [greeting])
    #expect(try await studio.decide("copy", [greeting: .theirs]).pending == nil)
    #expect(studio.text("copy", Studio.guide).contains("Sit near the window."))
    #expect(studio.text("copy", Studio.plan).contains("minutes: 50"))
    #expect(try studio.git("copy").faults() == "")
  }

  @Test func `an update and its end that are cut off anywhere mend themselves`() async throws {
    for isEnd in [false, true] {
      try await clash()
      if isEnd { try await studio.update() }
      var step = 0
      while true {
        let name = "copy-\(isEnd)-\(step)"
        _ = try SystemGit.run("/usr/bin/env", ["cp", "-a", "group", name], in: studio.folder.path)
        let before = try await studio.open(name).view
        let files = studio.files(name)
        let crash = Crash(at: step)
        var workspace = try await studio.open(name, studio.conditions.with(crash))
        var finished = true
        do {
          if isEnd {
            _ = try await workspace.decide([minutes: .theirs, greeting: .ours])
          } else {
            _ = try await workspace.update(with: Studio.transport)
          }
        } catch is Crash.Stop { finished = false }
        let after = try await studio.open(name)
        #expect((after.view == before) == !crash.seen.contains(.log))
        if !isEnd || !crash.seen.contains(.log) { #expect(studio.files(name) == files) }
        if isEnd, crash.seen.contains(.log) {
          #expect(studio.text(name, Studio.plan).contains("minutes: 50"))
        }
        #expect(try await after.status().unsaved.lines.isEmpty)
        #expect(try studio.git(name).faults() == "")
        if finished { break }
        step += 1
      }
      #expect(step >= DurableStep.allCases.count - 1)
      _ = try SystemGit.run("/usr/bin/env", ["sh", "-c", "rm -rf *"], in: studio.folder.path)
    }
  }
}
