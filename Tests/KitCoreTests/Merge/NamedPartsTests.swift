import Foundation
import KitCore
import Testing

/// What a line merge finds clean and a kit cannot hold: named parts that stand twice, or that come back.
@Suite struct NamedPartsTests {
  private let base = """
    blocks:
      - id: welcome
        title: Welcome
        minutes: 10
        purpose: Arrive.
      - id: walk
        title: Card walk
        minutes: 40
        purpose: See where we stand.
      - id: close
        title: Close
        minutes: 5
        purpose: Go home.

    """
  private let singing = "  - id: sing\n    title: Singing\n    minutes: 3\n    purpose: Wake up.\n"
  private let walk =
    "  - id: walk\n    title: Card walk\n    minutes: 40\n    purpose: See where we stand.\n"

  /// Merges with `lines` as what git's clean line merge would give.
  private func merge(
    _ format: MergeFormat, _ base: String, _ ours: String, _ theirs: String, lines: String
  ) -> MergedDocument {
    let bytes = ThreeWay(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8))
    return DocumentMerge(format) { _, _, _ in Array(lines.utf8) }.merge(bytes)
  }

  private func count(_ text: String, in document: MergedDocument) -> Int {
    String(decoding: document.bytes, as: UTF8.self).components(separatedBy: text).count - 1
  }

  @Test func `a block that both sides added at different places never stands twice`() {
    let ours = base.replacing("  - id: walk", with: singing + "  - id: walk")
    let theirs = base + singing
    let lines = ours + singing
    let result = merge(.yaml, base, ours, theirs, lines: lines)
    #expect(!result.isClean)
    #expect(count("id: sing\n", in: result) == 1)
  }

  @Test func `a block that one side took out does not come back because the other moved it`() {
    let ours = base.replacing(walk, with: "")
    let theirs = base.replacing(walk, with: "") + walk
    for (ours, theirs) in [(ours, theirs), (theirs, ours)] {
      let result = merge(.yaml, base, ours, theirs, lines: theirs.contains("walk") ? theirs : ours)
      #expect(!result.isClean)
      #expect(count("id: walk\n", in: result) == count("id: walk\n", in: MergedDocument(of: ours)))
    }
  }

  @Test(arguments: ["## Parking lot {#parking-lot}", "## Parking lot"])
  func `a section that both sides moved never stands twice`(heading: String) {
    let lot = "\(heading)\n\nWrite it on the sheet.\n\n"
    let rest = ["## One\n\nFirst.\n\n", "## Two\n\nSecond.\n\n", "## Three\n\nThird.\n\n"]
    let base = lot + rest.joined()
    let ours = rest[0] + lot + rest[1] + rest[2]
    let theirs = rest[0] + rest[1] + lot + rest[2]
    let lines = rest[0] + lot + rest[1] + lot + rest[2]
    let result = merge(.markdown, base, ours, theirs, lines: lines)
    #expect(!result.isClean)
    #expect(count(heading, in: result) == 1)
  }

  @Test func `headings that stand often may come from both sides`() {
    let part = "## Exercise\n\nTry it.\n\n## Solution\n\nDone.\n\n"
    let base = part + part + "## End\n\nThe end.\n"
    let result = merge(.markdown, base, part + base, base + part, lines: part + base + part)
    #expect(result.isClean)
  }

  @Test func `a damaged file that arrives never damages ours`() {
    for (ours, theirs) in [("a: 1\nb: 3\n", "a: [\nb: 2\n")] {
      let result = merge(.yaml, "a: 1\nb: 2\n", ours, theirs, lines: "a: [\nb: 3\n")
      #expect(!result.isClean)
      #expect(result.bytes == Array(ours.utf8))
    }
  }
}

extension MergedDocument {
  /// A text as if it had been merged with itself.
  fileprivate init(of text: String) {
    let bytes = Array(text.utf8)
    self = DocumentMerge(.yaml) { _, _, _ in nil }.merge(ThreeWay(base: bytes, ours: bytes, theirs: bytes))
  }
}
