import Foundation
import Testing

@Suite struct PackFormatTests {
  /// A folder with a sample kit and an event called `march`.
  private func sample(_ plan: String = "half-day") throws -> TestFolder {
    let folder = try TestFolder()
    try FileManager.default.copyItem(
      at: ProgramRun.repository.appending(path: "kits/lgdss-peer-group"),
      to: folder.url.appending(path: "kit"))
    let planned = try run(
      folder,
      [
        "event", "new", "--id", "march", "--plan", plan, "--date", "2026-03-12", "--start", "13:30", "--host",
        "Northborough Council", "--venue", "Town Hall", "--address", "1 Market Square", "--capacity", "24",
        "--set",
        "region=Yorkshire and Humber", "--join-link", "https://example.org/join",
      ])
    try #require(planned.status == 0, "\(planned.errors)")
    return folder
  }

  private func run(_ folder: TestFolder, _ arguments: [String], _ environment: [String: String] = [:]) throws
    -> ProgramRun
  {
    try ProgramRun(arguments, in: folder.url.appending(path: "kit"), environment: environment)
  }

  private func names(_ folder: TestFolder) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.url.appending(path: "kit/packs/march").path)
  }

  @Test func `every page of a pack has its PDF, slides have a file to show, the rest can be edited`() throws {
    let folder = try sample()
    let packed = try run(folder, ["pack", "march", "--formats", "html,pdf,odt,docx,pptx"])
    #expect(packed.status == 0, "\(packed.errors)")
    let names = try names(folder)
    let pages = names.filter { $0.hasSuffix(".html") && $0 != "index.html" }
    #expect(pages.count > 40)
    for page in pages {
      let stem = page.dropLast(".html".count)
      #expect(names.contains("\(stem).pdf"), "\(stem) has no PDF")
      let office = stem == "facilitator/slides" ? ["pptx"] : ["odt", "docx"]
      for ending in office { #expect(names.contains("\(stem).\(ending)"), "\(stem) has no \(ending)") }
    }
    #expect(try run(folder, ["pack", "--verify", "packs/march"]).status == 0)
    let start = try String(
      contentsOf: folder.url.appending(path: "kit/packs/march/index.html"), encoding: .utf8)
    #expect(start.contains("facilitator/plan.pdf") && start.contains("participants/agenda.docx"))
  }

  @Test func `pages alone are made where nothing else is asked for`() throws {
    let folder = try sample("online")
    let packed = try run(folder, ["pack", "march", "--formats", "html"])
    #expect(packed.status == 0, "\(packed.errors)")
    #expect(try names(folder).allSatisfy { !$0.hasSuffix(".pdf") && !$0.hasSuffix(".odt") })
  }

  @Test func `a format that does not exist is wrong usage`() throws {
    let folder = try sample()
    let packed = try run(folder, ["pack", "march", "--formats", "html,wordperfect"])
    #expect(packed.status == 64)
    #expect(packed.errors.contains("'wordperfect' is no format"))
  }

  @Test func `without pandoc nothing half-done is left, and the message says what to install`() throws {
    let folder = try sample()
    let packed = try run(folder, ["pack", "march", "--formats", "odt"], ["PATH": "/nonexistent"])
    #expect(packed.status == 1)
    #expect(packed.errors.contains("need pandoc") && packed.errors.contains("Install the package"))
    #expect(!FileManager.default.fileExists(atPath: folder.url.appending(path: "kit/packs/march").path))
  }
}
