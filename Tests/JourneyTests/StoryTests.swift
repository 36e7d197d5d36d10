import Foundation
import TestSupport
import Testing

/// Three rounds of a network from outside; `Story/story.sh` tells it, and stops where it does not come out as it should.
@Suite struct StoryTests {
  private static let place = URL(filePath: #filePath).deletingLastPathComponent()
  private static let kit = place.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "kits/lgdss-peer-group").path

  @Test func `three rounds of London, Midlands and Yorkshire come out as they should`() throws {
    let journey = try Journey()
    let programs = URL(filePath: Scenario.program("kitbag")).deletingLastPathComponent().path
    var variables = journey.variables
    variables["PATH"] = programs + ":" + (SystemGit.environment["PATH"] ?? "/usr/bin:/bin")
    let outcome = try SystemGit.run(
      "/bin/bash", [Self.place.appending(path: "Story/story.sh").path, Self.kit, journey.folder("story")],
      in: journey.folder.path, adding: variables)
    #expect(outcome.status == 0, "\(outcome.errors)\n\(outcome.text.suffix(4_000))")
    for kit in ["london", "midlands", "yorkshire", "south"] {
      let git = SystemGit(journey.folder("story/\(kit)"))
      #expect(try git.faults() == "")
      #expect(try git("status", "--porcelain") == "")
    }
    let words = ["commit", "branch", "repository", "rebase", "HEAD", "conflict"]
    for word in words { #expect(!outcome.text.contains(" \(word) "), "\(word)") }
  }
}
