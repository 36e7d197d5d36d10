import EventPack
import Foundation
import Paper
import Testing

@Suite struct TypesetterTests {
  @Test(arguments: Samples.all)
  func `every document becomes a PDF that other programs find whole, tagged and complete`(
    document: PackDocument
  ) async throws {
    let folder = try TestFolder()
    let file = try folder.write(try await document.set(), to: "a.pdf")
    let check = try Tool("qpdf", ["--check", file], errors: true)
    #expect(check.status == 0, "\(check.text)")
    let facts = try Tool("pdfinfo", [file]).text
    #expect(facts.contains("Tagged:          yes"))
    #expect(facts.contains("Title:           \(document.title)"))
    #expect(!facts.contains("Author:") && !facts.contains("CreationDate:"))
    #expect(try Tool("pdfinfo", ["-meta", file]).text.contains("<pdfuaid:part>1</pdfuaid:part>"))
    let fonts = try Tool("pdffonts", [file]).text.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      #expect(font.contains("+KitbagSans-"))
      #expect(font.contains("yes yes yes"), "not embedded, a part only, or without letters: \(font)")
    }
  }

  @Test func `headings, tables, lists and pictures are told to whoever hears the page`() async throws {
    let folder = try TestFolder()
    let plan = try folder.write(try await Samples.plan.set(), to: "plan.pdf")
    let structure = try Tool("pdfinfo", ["-struct", plan]).text
    for tag in ["H1", "H2", "L (", "LI", "LBody", "P (", "Link"] {
      #expect(structure.contains(tag), "no \(tag) in the structure")
    }
    let sheet = try folder.write(try await Samples.runSheet.set(), to: "sheet.pdf")
    let table = try Tool("pdfinfo", ["-struct", sheet]).text
    #expect(table.contains("Table") && table.contains("TH") && table.contains("TD"))
  }

  @Test func `headings are bookmarks`() async throws {
    let folder = try TestFolder()
    let file = try folder.write(try await Samples.plan.set(), to: "plan.pdf")
    let outline = try Tool("qpdf", ["--json", "--json-key=outlines", file]).text
    #expect(outline.contains("Facilitation plan") && outline.contains("13:30 Welcome and ground rules"))
  }

  @Test func `text is read in the order of the document`() async throws {
    let folder = try TestFolder()
    let file = try folder.write(try await Samples.plan.set(), to: "plan.pdf")
    let text = try Tool("pdftotext", ["-layout", file, "-"]).text
    var place = text.startIndex
    for words in [
      "Facilitation plan", "Find out together", "By the end", "13:30 Welcome", "The host welcomes", "Say",
      "If an alarm", "Watch out for", "Read the card aloud", "If time is short", "14:05 Two tracks",
      "Use what you",
      "Croeso i’r tŷ, ŵyr", "Which stands at the end",
    ] {
      let range = text.range(of: words, range: place..<text.endIndex)
      #expect(range != nil, "“\(words)” is missing, or stands too early")
      place = range?.upperBound ?? place
    }
  }

  @Test func `cards share a sheet, signs and slides have one each`() async throws {
    let folder = try TestFolder()
    for (document, pages, size) in [
      (Samples.cards, 2, "595.276 x 841.89 pts (A4)"), (Samples.signs, 2, "1190.55 x 841.89 pts"),
      (Samples.slides, 2, "841.89 x 473.386 pts"), (Samples.form, 2, "419.528 x 595.276 pts"),
    ] {
      let file = try folder.write(try await document.set(), to: "a.pdf")
      let facts = try Tool("pdfinfo", [file]).text
      #expect(facts.contains("Pages:           \(pages)\n"), "\(document.id): \(facts)")
      #expect(facts.contains(size), "\(document.id): \(facts)")
    }
  }

  @Test func `a card on its own fills its sheet and is read out once`() async throws {
    let card = PackBlock.Card(
      anchor: "a", title: "What may leave this room", blocks: [Samples.words("Use it.")])
    let document = Samples.document(
      "on-the-day/card", title: "Card", paper: .init(size: .a6, form: .cards, perSheet: 4), [.cards([card])])
    let folder = try TestFolder()
    let file = try folder.write(try await document.set(), to: "a.pdf")
    #expect(try Tool("pdftotext", ["-raw", file, "-"]).text.components(separatedBy: "Use it.").count == 5)
    let structure = try Tool("pdfinfo", ["-struct-text", file]).text
    #expect(structure.components(separatedBy: "Use it.").count == 2)
  }

  @Test(arguments: [(times: 3, pages: 1), (times: 40, pages: 4)])
  func `a card with too many words gets a whole sheet, or several, and loses none`(times: Int, pages: Int)
    async throws
  {
    let words = (1...12 * times).map {
      Samples.words("This is sentence \($0) of a card that has a lot to say.")
    }
    let document = Samples.document(
      "on-the-day/card", title: "Card", paper: .init(size: .a6, form: .cards, perSheet: 4),
      [.cards([.init(anchor: "a", title: "A long card", blocks: words)])])
    let folder = try TestFolder()
    let file = try folder.write(try await document.set(), to: "a.pdf")
    let text = try Tool("pdftotext", ["-raw", file, "-"]).text.replacing(/\s+/, with: " ")
    for number in 1...12 * times {
      #expect(text.contains("This is sentence \(number) of a card that has a lot to say."))
    }
    let told = try Tool("pdfinfo", [file]).text.firstMatch(of: /Pages: +(\d+)/)?.1
    #expect(told.flatMap { Int($0) }.map { $0 >= pages } == true)
  }

  @Test func `nothing in large print is smaller than sixteen points`() async throws {
    let folder = try TestFolder()
    let file = try folder.write(try await Samples.largePrint.set(), to: "a.pdf")
    let xml = try Tool("pdftotext", ["-bbox-layout", file, "-"]).text
    let heights = xml.matches(of: /<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/)
      .compactMap { match in Double(match.1).flatMap { low in Double(match.2).map { $0 - low } } }
    #expect(heights.count > 20)
    // The family's letters are given a box of 1.26 times their size.
    #expect(heights.allSatisfy { $0 >= 16 * 1.2 }, "the lowest word is \(heights.min() ?? 0) high")
  }

  @Test func `a letter without a shape is shown as a box and named`() async throws {
    let document = Samples.document("a", title: "A", [Samples.words("Party 🎉 and 漢字, ŵyl")])
    let set = try await Machine.typesetter().set([document.forPaper], dress: Machine.dress)
    #expect(set[0].unknownLetters == ["字", "漢", "🎉"])
    let folder = try TestFolder()
    let file = try folder.write(try set[0].paper.get(), to: "a.pdf")
    #expect(try Tool("pdftotext", [file, "-"]).text.contains("Party □ and □□, ŵyl"))
  }

  @Test func `a document that cannot be set does not keep the others from it`() async throws {
    let broken = PaperDocument(
      id: "broken",
      json: Array(
        #"{"format":1,"id":"x","audience":"host","title":"X","summary":"","language":"en","paper":{"size":"A4","form":"pages","per sheet":1,"landscape":false,"points":12},"blocks":[{"is":"hologram"}]}"#
          .utf8))
    let others = [Samples.plan, Samples.cards, Samples.form].map(\.forPaper)
    let set = try await Machine.typesetter().set(
      [others[0], broken, others[1], others[2]], dress: Machine.dress)
    #expect(set.map { $0.bytes != nil } == [true, false, true, true])
    guard case .failure(let problem) = set[1].paper else { return }
    #expect(problem.words.contains("hologram"))
  }

  @Test func `a picture is set with its alternative text`() async throws {
    let png = try #require(Data(base64Encoded: Self.dot))
    let picture = PackPicture(file: "pictures/dot.png", alternative: "A single dot")
    let document = Samples.document("a", title: "A", [.picture(picture), .paragraph([.picture(picture)])])
    let folder = try TestFolder()
    let kept = try folder.write(
      try await document.set(files: [PaperFile(path: "pictures/dot.png", bytes: Array(png))]), to: "a.pdf")
    #expect(
      try Tool("qpdf", ["--qdf", "--object-streams=disable", kept, "-"]).text.contains("/Alt (A single dot)"))
  }

  private static let dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
}
