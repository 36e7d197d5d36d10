import EventPack
import Foundation
import Paper
import Testing

/// Nothing of the machine or the person gets into a file: every byte is looked at, unpacked.
@Suite struct LeakTests {
  @Test func `no file names the machine, the person or a folder`() async throws {
    let folder = try TestFolder()
    let set = try await Machine.typesetter(temporary: folder.path).set(
      Samples.all.map(\.forPaper), dress: Machine.dress)
    let office = try await Machine.office(temporary: folder.path).write(OfficeSamples.all)
    for (place, document) in set.enumerated() {
      let file = try folder.write(try document.paper.get(), to: "\(place).pdf")
      search(
        try Tool("qpdf", ["--qdf", "--object-streams=disable", file, "-"]).output, of: document.id, in: folder
      )
      search(Data(try document.paper.get()), of: document.id, in: folder)
    }
    for (document, made) in zip(OfficeSamples.all, office) {
      let file = try folder.write(try made.get(), to: "a.\(document.format.rawValue)")
      search(try Tool("unzip", ["-p", file]).output, of: document.id, in: folder)
      search(Data(try made.get()), of: document.id, in: folder)
    }
  }

  private func search(_ bytes: Data, of name: String, in folder: TestFolder) {
    #expect(!bytes.isEmpty)
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    var words = [
      "kitbag-paper-", "/tmp/", "/usr/", "/nonexistent", ProcessInfo.processInfo.hostName, "site-packages",
      folder.path,
    ]
    if home.utf8.count > 1 { words.append(home) }
    for word in words where word.utf8.count > 3 && word != "localhost" {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name) holds “\(word)”")
    }
  }
}
