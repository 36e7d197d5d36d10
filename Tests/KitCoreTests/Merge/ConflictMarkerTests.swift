import Foundation
import KitCore
import Testing

@Suite struct ConflictMarkerTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// A marked text with one side chosen everywhere, as a mergetool does it.
  private func choosing(_ side: String, in marked: String) -> String {
    var (kept, part) = ("", "all")
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      switch line {
      case "<<<<<<< ours": part = "ours"
      case "||||||| base": part = "base"
      case "=======": part = part == "base" ? "theirs" : part
      case ">>>>>>> theirs": part = "all"
      default: if part == "all" || part == side { kept += line + "\n" }
      }
    }
    return String(kept.dropLast())
  }

  @Test(arguments: MergeExampleTests.cases.filter { !$0.contains("conflict-markers") })
  func `choosing a side at every mark gives that side's answers`(name: String) throws {
    let folder = MergeExampleTests.folder.appending(path: name)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let ending = try #require(files.first { $0.hasPrefix("base.") }).dropFirst(5)
    func read(_ side: String) throws -> [UInt8] {
      Array(try Data(contentsOf: folder.appending(path: "\(side).\(ending)")))
    }
    let merged = DocumentMerge(MergeFormat(path: "x." + ending)) { _, _, _ in nil }.merge(
      ThreeWay(base: try read("base"), ours: try read("ours"), theirs: try read("theirs")))
    let marked = text(merged.withMarkers())
    func same(_ one: String, _ other: [UInt8]) -> Bool {
      // A text without a final line break gets one before a mark.
      one == text(other) || one == text(other) + "\n" || one + "\n" == text(other)
    }
    guard !marked.contains("\r") else { return }
    #expect(same(choosing("ours", in: marked), merged.bytes))
    let theirs = Dictionary(merged.clashes.map { ($0.address, ClashAnswer.theirs) }) { first, _ in first }
    #expect(same(choosing("theirs", in: marked), merged.answered(theirs)))
  }

  @Test func `only the lines that differ stand between marks`() {
    let lines = (1...9).map { "    line \($0) of the notes that stay" }.joined(separator: "\n")
    let base = "notes: |\n" + lines + "\n"
    func side(_ word: String) -> [UInt8] { Array(base.replacing("line 5 of", with: "\(word) five of").utf8) }
    let merged = DocumentMerge(.yaml) { _, _, _ in nil }.merge(
      ThreeWay(base: Array(base.utf8), ours: side("row"), theirs: side("verse")))
    #expect(merged.clashes.count == 1)
    let marked = text(merged.withMarkers())
    let before =
      "line 4 of the notes that stay\n<<<<<<< ours\n    row five of the notes that stay\n||||||| base\n"
    #expect(marked.contains(before))
    #expect(marked.contains(">>>>>>> theirs\n    line 6 of"))
  }

  @Test func `a part in question for its place alone stands whole between marks`() {
    let blocks = ["a", "b", "c", "d"].map { "  - id: \($0)\n    title: Block \($0)\n    minutes: 5\n" }
    func plan(_ order: [Int]) -> [UInt8] { Array(("blocks:\n" + order.map { blocks[$0] }.joined()).utf8) }
    let merged = DocumentMerge(.yaml) { _, _, _ in nil }.merge(
      ThreeWay(base: plan([0, 1, 2, 3]), ours: plan([2, 0, 1, 3]), theirs: plan([0, 1, 3, 2])))
    #expect(merged.clashes.map(\.kind) == [.movedToTwoPlaces])
    #expect(text(merged.withMarkers()).contains("<<<<<<< ours\n  - id: c\n"))
  }
}
