import KitCore
import Testing

@Suite struct HeldPartsTests {
  private let merge = KitMerge { _, _, _ in nil }

  private func plan(_ minutes: Int, _ title: String = "Welcome", more: String = "") -> String {
    "title: Half day\nblocks:\n  - id: welcome\n    title: \(title)\n    minutes: \(minutes)\n  - id: walk\n    title: Walk\n    minutes: 40\n"
      + more
  }

  private func kits(
    _ base: [String: String], _ ours: [String: String], _ theirs: [String: String]
  ) -> ThreeWay<[String: [UInt8]]> {
    ThreeWay(base: base, ours: ours, theirs: theirs).map { $0.mapValues { Array($0.utf8) } }
  }

  private func held(
    _ addresses: String..., in kits: ThreeWay<[String: [UInt8]]>
  ) -> (files: [String: String], changed: [String], questions: [String]) {
    let (kits, changed) = HeldParts(addresses).applied(to: kits)
    let merged = merge.merge(kits)
    return (
      merged.files.mapValues { String(decoding: $0, as: UTF8.self) }, changed, merged.clashes.map(\.address)
    )
  }

  @Test func `a held block stays as ours has it while the rest of the plan is taken`() {
    let theirs = plan(20, "Hello").replacing("title: Half day", with: "title: Half day out")
    let result = held(
      "plan:half-day#welcome",
      in: kits(
        ["plans/half-day.yaml": plan(10)], ["plans/half-day.yaml": plan(15)], ["plans/half-day.yaml": theirs])
    )
    #expect(result.questions.isEmpty)
    #expect(result.changed == ["plan:half-day#welcome"])
    #expect(result.files["plans/half-day.yaml"] == plan(15).replacing("Half day", with: "Half day out"))
  }

  @Test func `a held field leaves the fields beside it to the merge`() {
    let result = held(
      "plan:half-day#welcome.minutes",
      in: kits(
        ["plans/half-day.yaml": plan(10)], ["plans/half-day.yaml": plan(10)],
        ["plans/half-day.yaml": plan(20, "Hello")]))
    #expect(result.files["plans/half-day.yaml"] == plan(10, "Hello"))
  }

  @Test func `a held block that the other side took out stays`() {
    let gone = "title: Half day\nblocks:\n  - id: walk\n    title: Walk\n    minutes: 40\n"
    let result = held(
      "plan:half-day#welcome",
      in: kits(
        ["plans/half-day.yaml": plan(10)], ["plans/half-day.yaml": plan(15)], ["plans/half-day.yaml": gone]))
    #expect(result.files["plans/half-day.yaml"] == plan(15))
    #expect(result.changed == ["plan:half-day#welcome"])
  }

  @Test func `what the other side adds can be held out`() {
    let added = plan(10, more: "  - id: quiz\n    title: Quiz\n    minutes: 5\n")
    let result = held(
      "plan:half-day#quiz",
      in: kits(
        ["plans/half-day.yaml": plan(10)], ["plans/half-day.yaml": plan(10)], ["plans/half-day.yaml": added]))
    #expect(result.files["plans/half-day.yaml"] == plan(10))
  }

  @Test func `a held section holds the sections inside it`() {
    let base = "# A\n\na\n\n## In\n\nin\n\n# Z\n\nz\n"
    let theirs = "# A\n\nother\n\n## In\n\nside\n\n## New\n\nnew\n\n# Z\n\nend\n"
    let result = held(
      "guide:g#a", in: kits(["guides/g.md": base], ["guides/g.md": base], ["guides/g.md": theirs]))
    #expect(result.files["guides/g.md"] == base.replacing("z\n", with: "end\n"))
  }

  @Test func `a held file stays whatever became of it`() {
    let files = ["guides/g.md": "# A\n\nour words\n"]
    let base = ["guides/g.md": "# A\n\nold words\n"]
    for theirs in [[:], ["guides/g.md": "# A\n\nnew\n"], ["guides/h.md": "# A\n\nold words\n"]] {
      let result = held("guide:g", in: kits(base, files, theirs))
      #expect(result.files == files)
      #expect(result.questions.isEmpty)
      #expect(result.changed == ["guide:g"])
    }
    #expect(held("guide:g", in: kits(base, files, base)).changed.isEmpty)
  }

  @Test func `a new file can be declined`() {
    let result = held("guide:g", in: kits([:], [:], ["guides/g.md": "# A\n"]))
    #expect(result.files.isEmpty)
  }

  @Test func `files that share an address are told apart by their paths`() {
    let texts = { (word: String) in
      ["resources/map.md": "\(word) map\n", "resources/map.txt": "\(word) map\n"]
    }
    let merged = merge.merge(kits(texts("old"), texts("our"), texts("new")))
    #expect(Set(merged.clashes.map(\.address)).count == 2)
    #expect(merged.clashes.map(\.address).allSatisfy { $0.hasPrefix("resources/map.") })
  }
}
