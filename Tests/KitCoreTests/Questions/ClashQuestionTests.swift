import Foundation
import KitCore
import Testing

@Suite struct ClashQuestionTests {
  private func question(
    _ base: String, _ ours: String, _ theirs: String, path: String = "guides/fishbowl.md"
  ) throws -> ClashQuestion {
    let document = DocumentMerge(MergeFormat(path: path)) { _, _, _ in nil }.merge(
      ThreeWay(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8)))
    return try #require(ClashQuestion.all(in: document, path: path).first)
  }

  @Test func `the page of questions shows them as they are asked`() throws {
    let url = Kits.repository.appending(path: "Sources/KitCore/KitCore.docc/Questions.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    for (number, example) in QuestionExample.all.enumerated() {
      let questions = example.questions
      #expect(questions.count == 1, "\(example.story)")
      for question in questions {
        let section = "### \(number + 1). \(example.story)\n\n```\n\(question.text())\n```\n"
        #expect(page.contains(section), "The page lacks this:\n\(section)")
      }
    }
    #expect(page.components(separatedBy: "\n### ").count == QuestionExample.all.count + 1)
  }

  @Test func `a field's question stands on one line for each version`() throws {
    let base = "title: Half day\nblocks:\n  - id: welcome\n    title: Welcome\n    minutes: 10\n"
    let text = try question(
      base, base.replacing("10", with: "15"), base.replacing("10", with: "5"), path: "plans/half-day.yaml"
    ).text()
    #expect(
      text == """
        Half day, Welcome: minutes
          plan:half-day#welcome.minutes

          You and they gave this a different value.
            before  10
            yours   15
            theirs  5
          Choose: yours (stays until you answer), theirs or your own words.
        """)
  }

  @Test func `every kind of clash in the examples is put in lines of at most eighty columns`() throws {
    var asked = 0
    for name in MergeExampleTests.cases {
      let folder = MergeExampleTests.folder.appending(path: name)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let ending = try #require(files.first { $0.hasPrefix("base.") }).dropFirst(5)
      func read(_ side: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "\(side).\(ending)")))
      }
      let path = "docs/example." + ending
      let merged = DocumentMerge(MergeFormat(path: path)) { _, _, _ in nil }.merge(
        ThreeWay(base: try read("base"), ours: try read("ours"), theirs: try read("theirs")))
      for question in ClashQuestion.all(in: merged, path: path) {
        asked += 1
        let text = question.text(number: asked)
        for line in text.split(separator: "\n") {
          #expect(TextLayout.width(of: line) <= 80, "\(name): \(line)")
        }
        let labels = question.isOneText ? ["yours"] : ["before", "yours", "theirs"]
        for label in labels { #expect(text.contains("    \(label)"), "\(name)") }
      }
    }
    #expect(asked > 30)
  }

  @Test func `words that differ are marked and what is far from them is left out`() throws {
    let start = (1...30).map { "Sentence number \($0) stays as it was." }.joined(separator: " ")
    let base = "## Setup\n\n\(start) Put five chairs in a ring. \(start)\n"
    let text = try question(
      base, base.replacing("five chairs", with: "six chairs"),
      base.replacing("five chairs", with: "seven stools")
    ).text()
    #expect(text.contains("[six] chairs"))
    #expect(text.contains("[seven stools]"))
    #expect(text.split(separator: "\n").count < 20)
    #expect(text.contains("…"))
  }

  @Test func `brackets in the text give way to other marks`() throws {
    let base = "## Links\n\nSee [the form](a.md) before you go home tonight.\n"
    let text = try question(
      base, base.replacing("before", with: "when"), base.replacing("before", with: "after")
    ).text()
    #expect(text.contains("[the form](a.md) «when» you go home"))
  }

  @Test func `names of the other side are put in`() throws {
    let base = "title: A\n"
    let question = try question(base, "title: B\n", "title: C\n", path: "plans/x.yaml")
    let text = question.text(names: .init(theirs: "London’s"))
    #expect(text.contains("    London’s  C"))
    #expect(text.contains("yours (stays until you answer), London’s or your own words"))
  }

  @Test func `a very long text is shown from where it differs`() throws {
    let lines = (0..<20_000).map { "line \($0)" }
    var (ours, theirs) = (lines, lines)
    ours[15_000] = "ours here"
    theirs[15_000] = "theirs there"
    let path = "notes.txt"
    let document = DocumentMerge(.lines) { _, _, _ in nil }.merge(
      ThreeWay(base: lines, ours: ours, theirs: theirs).map { Array($0.joined(separator: "\n").utf8) })
    let text = try #require(ClashQuestion.all(in: document, path: path).first).text()
    #expect(text.contains("ours here"))
    #expect(text.contains("theirs there"))
    #expect(text.split(separator: "\n").count < 60)
  }
}
