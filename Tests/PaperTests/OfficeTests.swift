import EventPack
import Foundation
import Paper
import Testing

@Suite struct OfficeTests {
  @Test func `LibreOffice opens every office file and finds all words in order`() async throws {
    let folder = try TestFolder()
    let documents = OfficeSamples.all
    let made = try await Machine.office().write(documents)
    var files: [String] = []
    for (place, document) in documents.enumerated() {
      files.append(try folder.write(try made[place].get(), to: "\(place).\(document.format.rawValue)"))
    }
    // One start of LibreOffice for all files, with a profile of its own.
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    let run = try Tool(
      "soffice", ["--headless", profile, "--convert-to", "pdf", "--outdir", folder("out")] + files,
      errors: true)
    #expect(run.status == 0, "\(run.text)")
    for (place, document) in documents.enumerated() {
      let text = try Tool("pdftotext", ["-raw", folder("out/\(place).pdf"), "-"]).text
        .replacing(/\s+/, with: " ")
      var rest = text[...]
      for words in Self.words[document.id] ?? [] {
        let found = rest.firstRange(of: words)
        #expect(found != nil, "\(document.id).\(document.format): “\(words)” is missing, or stands too early")
        rest = found.map { rest[$0.upperBound...] } ?? rest
      }
    }
  }

  private static let words: [String: [String]] = [
    "facilitator/plan": [
      "Facilitation plan", "Peer group in Yorkshire", "By the end", "13:30 Welcome", "facilitator, with host",
      "The host welcomes", "Say", "If an alarm", "Watch out for", "Read the card aloud", "14:05 Two tracks",
      "Rooms of four", "Use what you learn", "Croeso", "New line",
    ],
    "facilitator/run-sheet": ["Run sheet", "Start", "13:30", "Welcome and ground rules", "13:40", "Break"],
    "on-the-day/feedback-form": [
      "How was it", "Question", "I know better", "We might host", "differently", "Thank",
    ],
    "host/signs": ["Signs", "Quiet room", "For anybody", "Ystafell dawel"],
    "facilitator/slides": ["Welcome", "Find a seat", "Walk the wall", "Two questions"],
  ]

  @Test func `office files name no person and no moment`() async throws {
    for (document, made) in zip(OfficeSamples.all, try await Machine.office().write(OfficeSamples.all)) {
      let folder = try TestFolder()
      let file = try folder.write(try made.get(), to: "a.\(document.format.rawValue)")
      let part = document.format == .odt ? "meta.xml" : "docProps/core.xml"
      let text = try Tool("unzip", ["-p", file, part]).text
      #expect(!text.isEmpty)
      for (_, name, inside) in text.matches(
        of: /<((?:dc|meta|cp):[a-zA-Z-]*(?:creator|Modified[bB]y|author)[a-zA-Z-]*)>([^<]*)</
      )
      .map({ $0.output }) {
        #expect(inside.isEmpty, "\(document.id): \(name) is “\(inside)”")
      }
      let years = text.matches(of: /(\d{4})-\d{2}-\d{2}T/).map { $0.1 }
      #expect(years.allSatisfy { $0 == "1980" }, "\(document.id): \(years)")
      #expect(try Tool("unzip", ["-t", file]).status == 0)
    }
  }

  @Test func `what the speaker says is in the notes and on no slide`() async throws {
    let folder = try TestFolder()
    let made = try await Machine.office().write([OfficeSamples.file(Samples.slides, .pptx)])
    let file = try folder.write(try made[0].get(), to: "a.pptx")
    #expect(
      try Tool("unzip", ["-p", file, "ppt/notesSlides/*.xml"]).text.contains("this minute sets the tone"))
    #expect(try !Tool("unzip", ["-p", file, "ppt/slides/*.xml"]).text.contains("this minute sets the tone"))
  }

  @Test func `headings, lists and tables stay what they are for whoever edits the file`() async throws {
    let folder = try TestFolder()
    let made = try await Machine.office().write([
      OfficeSamples.file(Samples.plan, .docx), OfficeSamples.file(Samples.runSheet, .odt),
    ])
    let plan = try folder.write(try made[0].get(), to: "plan.docx")
    let document = try Tool("unzip", ["-p", plan, "word/document.xml"]).text
    #expect(document.contains(#"<w:pStyle w:val="Heading1" />"#))
    #expect(document.contains(#"<w:pStyle w:val="KitbagSay" />"#))
    #expect(document.contains("<w:numPr>"))
    let sheet = try folder.write(try made[1].get(), to: "sheet.odt")
    #expect(try Tool("unzip", ["-p", sheet, "content.xml"]).text.contains("table:table-header-rows"))
  }
}
