import KitCore
import Testing

@Suite struct LentBasesTests {
  private func merge(
    _ texts: (String, String, String), _ format: MergeFormat, bases: [String: String]
  ) -> MergedDocument {
    DocumentMerge(format) { _, _, _ in nil }.merge(
      ThreeWay(base: Array(texts.0.utf8), ours: Array(texts.1.utf8), theirs: Array(texts.2.utf8)),
      bases: bases.mapValues { Array($0.utf8) })
  }

  @Test func `what upstream took and reworded is no clash when it comes back`() {
    let texts = (
      "# A\n\nRing the bell after ten minutes.\n", "# A\n\nUse the gong after nine minutes.\n",
      "# A\n\nUse the gong after eight minutes.\n"
    )
    #expect(!merge(texts, .markdown, bases: [:]).isClean)
    let merged = merge(texts, .markdown, bases: ["#a": "# A\n\nUse the gong after nine minutes.\n"])
    #expect(merged.isClean)
    #expect(merged.bytes == Array(texts.2.utf8))
  }

  @Test func `a field of a plan has a base of its own`() {
    let plan = { (minutes: Int) in "blocks:\n  - id: welcome\n    minutes: \(minutes)\n    lead: host\n" }
    let texts = (plan(10), plan(15), plan(20))
    #expect(!merge(texts, .yaml, bases: [:]).isClean)
    let merged = merge(texts, .yaml, bases: ["#welcome.minutes": "    minutes: 15\n"])
    #expect(merged.bytes == Array(texts.2.utf8))
  }

  @Test func `a section that was offered new is put where ours has it`() {
    let texts = (
      "# A\n\na\n\n# Z\n\nz\n", "# A\n\na\n\n# M\n\nOur new words.\n\n# Z\n\nz\n",
      "# A\n\na\n\n# M\n\nTheir new words.\n\n# Z\n\nz\n"
    )
    #expect(!merge(texts, .markdown, bases: [:]).isClean)
    let merged = merge(texts, .markdown, bases: ["#m": "# M\n\nOur new words.\n\n"])
    #expect(merged.bytes == Array(texts.2.utf8))
  }

  @Test func `an address that nobody knows changes nothing`() {
    let merged = merge(("a\n", "b\n", "a\n"), .markdown, bases: ["#none": "x"])
    #expect(merged.bytes == Array("b\n".utf8))
  }
}
