import KitCore
import Testing

@Suite struct MergedDocumentTests {
  private func merge(
    _ base: String, _ ours: String, _ theirs: String, _ format: MergeFormat = .markdown
  ) -> MergedDocument {
    DocumentMerge(format) { _, _, _ in nil }.merge(
      ThreeWay(base: Array(base.utf8), ours: Array(ours.utf8), theirs: Array(theirs.utf8)))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private let clash = (
    "# Welcome\n\nWe begin at ten in the hall.\n\nBring a pen.\n",
    "# Welcome\n\nWe begin at nine in the hall.\n\nBring a pen.\n",
    "# Welcome\n\nWe begin at eleven in the hall.\n\nBring two pens.\n"
  )

  @Test func `a clash keeps ours in place and the rest is merged`() {
    let merged = merge(clash.0, clash.1, clash.2)
    #expect(merged.clashes.map(\.address) == ["#welcome"])
    #expect(text(merged.bytes) == "# Welcome\n\nWe begin at nine in the hall.\n\nBring two pens.\n")
  }

  @Test func `a clash tells where ours stands`() throws {
    let merged = merge(clash.0, clash.1, clash.2)
    let question = try #require(merged.clashes.first)
    #expect(Array(merged.bytes[question.range]) == question.ours)
    #expect(text(question.theirs) == "We begin at eleven in the hall.\n")
  }

  @Test func `answers are put in`() {
    let merged = merge(clash.0, clash.1, clash.2)
    #expect(merged.answered([:]) == merged.bytes)
    #expect(text(merged.answered(["#welcome": .theirs])).contains("at eleven"))
    let both = text(merged.answered(["#welcome": .both]))
    #expect(both.contains("at nine") && both.contains("at eleven"))
    #expect(
      text(merged.answered(["#welcome": .words(Array("We begin early.".utf8))]))
        == "# Welcome\n\nWe begin early.\n\nBring two pens.\n")
  }

  @Test func `line ends, byte order mark and final newline are values of their own`() {
    let base = "one\n\ntwo\n\nthree\n"
    let windows = "\u{FEFF}one\r\n\r\ntwo\r\n\r\nthree"
    let merged = merge(base, windows, "one\n\ntwo\n\nthree and more\n")
    #expect(text(merged.bytes) == "\u{FEFF}one\r\n\r\ntwo\r\n\r\nthree and more")
  }

  @Test func `a clash in a file with Windows line ends has its right place`() throws {
    let merged = merge(
      clash.0.replacing("\n", with: "\r\n"), clash.1.replacing("\n", with: "\r\n"),
      clash.2.replacing("\n", with: "\r\n"))
    let question = try #require(merged.clashes.first)
    #expect(text(Array(merged.bytes[question.range])) == "We begin at nine in the hall.\r\n")
  }

  @Test func `mixed line ends stay where they are`() {
    let merged = merge("a\r\n\nb\n\nc\n", "a\r\n\nb more\n\nc\n", "a\r\n\nb\n\nc d\n")
    #expect(text(merged.bytes) == "a\r\n\nb more\n\nc d\n")
  }

  @Test func `markers are there for people who want them`() {
    let marked = text(merge(clash.0, clash.1, clash.2).withMarkers())
    #expect(marked.contains("<<<<<<< ours\nWe begin at nine") && marked.hasSuffix("Bring two pens.\n"))
  }

  @Test func `conflict markers in a text are text`() {
    let odd = "<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\n"
    let merged = merge(odd, odd + "\nmore\n", "start\n\n" + odd)
    #expect(merged.isClean)
    #expect(text(merged.bytes) == "start\n\n" + odd + "\nmore\n")
  }

  @Test func `what is not text is one question over the whole file`() {
    let merge = DocumentMerge(.markdown) { _, _, _ in nil }
    let merged = merge.merge(ThreeWay(base: [0xFF, 0x0A], ours: [0xFF, 0x0B], theirs: [0xFE, 0x0A]))
    #expect(merged.clashes.map(\.kind) == [.lines])
    #expect(merged.bytes == [0xFF, 0x0B])
    let binary = merge.merge(ThreeWay(base: [0, 1], ours: [0, 2], theirs: [0, 3]))
    #expect(binary.clashes.map(\.kind) == [.wholeFile])
    #expect(merge.merge(ThreeWay(base: [0, 1], ours: [0, 2], theirs: [0, 2])).isClean)
  }

  @Test func `YAML that a side cannot read is merged by its lines or asked`() {
    let merged = merge("a: 1\nb: 2\n", "a: [1\nb: 2\n", "a: 1\nb: 3\n", .yaml)
    #expect(text(merged.bytes).contains("a: [1"))
  }

  @Test func `a clean line merge stands as it is`() {
    let lines = DocumentMerge(.markdown) { _, _, _ in Array("as git says\n".utf8) }
    let merged = lines.merge(
      ThreeWay(base: Array("a\n".utf8), ours: Array("b\n".utf8), theirs: Array("c\n".utf8)))
    #expect(text(merged.bytes) == "as git says\n")
  }

  @Test func `a clean line merge with a key twice does not stand`() {
    let lines = DocumentMerge(.yaml) { _, _, _ in Array("a: 1\nb: 1\nb: 2\n".utf8) }
    let merged = lines.merge(
      ThreeWay(
        base: Array("a: 1\n".utf8), ours: Array("a: 1\nb: 1\n".utf8), theirs: Array("a: 1\nb: 2\n".utf8)))
    #expect(!merged.isClean)
  }

  @Test func `text that git doubled is warned of`() {
    let line = "We thank the hosts of all the rooms.\n"
    let lines = DocumentMerge(.markdown) { _, _, _ in Array((line + "a\n" + line).utf8) }
    let merged = lines.merge(
      ThreeWay(
        base: Array("a\n".utf8), ours: Array((line + "a\n").utf8), theirs: Array(("a\n" + line).utf8)))
    #expect(merged.warnings.map(\.text) == ["We thank the hosts of all the rooms."])
  }

  @Test func `a large file merges in time that grows with its length`() {
    var paragraphs = (0..<4000).map { "Paragraph \($0) of the guide says what number \($0) is about." }
    let base = paragraphs.joined(separator: "\n\n") + "\n"
    for index in stride(from: 0, to: 4000, by: 40) { paragraphs[index] += " Ours." }
    let ours = paragraphs.joined(separator: "\n\n") + "\n"
    let theirs = base.replacing("Paragraph 2021 of", with: "Paragraph 2021 in")
    let merged = merge(base, ours, theirs)
    #expect(merged.isClean)
    #expect(text(merged.bytes).contains("2021 in the guide"))
  }
}
