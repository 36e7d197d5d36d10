import KitCore
import Testing

@Suite struct AcceptedWorkTests {
  private let merge = KitMerge { _, _, _ in nil }
  private let path = "plans/half-day.yaml"

  private func plan(_ welcome: Int, _ walk: Int = 40, title: String = "Welcome") -> [String: [UInt8]] {
    [
      path: Array(
        "title: Half day\nblocks:\n  - id: welcome\n    title: \(title)\n    minutes: \(welcome)\n  - id: walk\n    title: Walk\n    minutes: \(walk)\n"
          .utf8)
    ]
  }

  private func guide(_ words: String) -> [String: [UInt8]] {
    ["guides/g.md": Array("# Bells\n\n\(words)\n\n# End\n\nGo home.\n".utf8)]
  }

  private func update(
    _ kits: ThreeWay<[String: [UInt8]]>, _ works: AcceptedWork...
  ) -> MergedKit {
    var kits = kits
    kits.base = merge.base(of: kits, lending: works)
    return merge.merge(kits)
  }

  private func work(
    _ before: [String: [UInt8]], _ proposed: [String: [UInt8]], accepted: [String: [UInt8]],
    over other: [String: [UInt8]]? = nil, isCertain: Bool = true
  ) -> AcceptedWork {
    AcceptedWork(
      proposed: .init(before: before, after: proposed),
      accepted: .init(before: other ?? before, after: accepted),
      isCertain: isCertain)
  }

  @Test func `an offer that comes back reworded is no question`() {
    let kits = ThreeWay(base: plan(10), ours: plan(15), theirs: plan(12))
    #expect(!update(kits).isClean)
    let merged = update(kits, work(plan(10), plan(15), accepted: plan(12)))
    #expect(merged.isClean)
    #expect(merged.files == plan(12))
  }

  @Test func `a part that was not accepted stays ours`() {
    let kits = ThreeWay(base: plan(10), ours: plan(15, 30), theirs: plan(12))
    let merged = update(kits, work(plan(10), plan(15, 30), accepted: plan(12)))
    #expect(merged.isClean)
    #expect(merged.files == plan(12, 30))
  }

  @Test func `what was changed further after the offer is asked`() {
    let kits = ThreeWay(base: plan(10), ours: plan(17), theirs: plan(12))
    let merged = update(kits, work(plan(10), plan(15), accepted: plan(12)))
    #expect(merged.clashes.map(\.address) == ["plan:half-day#welcome.minutes"])
    #expect(
      merged.clashes.first?.texts.base.map { String(decoding: $0, as: UTF8.self) }?.contains("15") == true)
  }

  @Test func `an offer made on a newer version does not undo what that version brought`() {
    // Ours still stands on the old version; the offer was made on one whose title is new.
    let newer = plan(10, title: "Hello")
    let kits = ThreeWay(base: plan(10), ours: plan(15), theirs: plan(12, title: "Hello"))
    let merged = update(
      kits, work(newer, plan(15, title: "Hello"), accepted: plan(12, title: "Hello"), over: newer))
    #expect(merged.isClean)
    #expect(merged.files == plan(12, title: "Hello"))
  }

  @Test func `a new file that was offered comes back reworded`() {
    let kits = ThreeWay(base: [:], ours: guide("Ring the bell."), theirs: guide("Ring the small bell."))
    #expect(!update(kits).isClean)
    let merged = update(kits, work([:], guide("Ring the bell."), accepted: guide("Ring the small bell.")))
    #expect(merged.isClean)
    #expect(merged.files == kits.theirs)
  }

  @Test func `a sister's words count only where the master took words like them`() {
    let base = guide("Walk about.")
    let adopted = guide("Ring the bell after ten minutes and wait.")
    let near = guide("Ring the bell after nine minutes and wait.")
    let other = guide("Sing a song of your own choice together.")
    for (theirs, isClean) in [(near, true), (other, false)] {
      let kits = ThreeWay(base: base, ours: adopted, theirs: theirs)
      let merged = update(kits, work(base, adopted, accepted: theirs, isCertain: false))
      #expect(merged.isClean == isClean)
      #expect(merged.files == (isClean ? theirs : adopted))
    }
  }

  @Test func `a proposal that our side no longer holds is not taken for one`() {
    let kits = ThreeWay(base: plan(10), ours: plan(10), theirs: plan(15))
    let merged = update(kits, work(plan(10), plan(15), accepted: plan(15)))
    #expect(merged.files == plan(15))
  }
}
