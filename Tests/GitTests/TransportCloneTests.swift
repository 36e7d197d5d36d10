import Foundation
import Git
import Testing

@Suite struct TransportCloneTests {
  private let both: TwoRepositories

  init() throws { both = try TwoRepositories() }

  @Test func `a clone has the first branch and the tags`() async throws {
    try both.theirs("tag", "-a", "-m", "x", "v1", "main")
    let clone = try await both.transport.clone(both.address, into: both.folder("new"))
    let git = SystemGit(both.folder("new"))
    #expect(clone.branch == .main)
    #expect(try git("rev-parse", "main") == clone.version.description)
    #expect(try git("rev-parse", "v1^{commit}") == clone.version.description)
    #expect(try git("symbolic-ref", "HEAD") == "refs/heads/main")
    #expect(try git.faults() == "")
    let settings = both.folder.text("new/.git/config") ?? ""
    #expect(!settings.contains(both.theirs.folder))
  }

  /// X13.
  @Test func `a clone that fails leaves the folder as it was`() async throws {
    try both.commit("bad", files: ["AUX": "x\n"])
    let error = await transportError {
      try await both.transport.clone(both.address, into: both.folder("new"))
    }
    guard case .notAdmitted = error?.kind else {
      Issue.record("\(error as Any)")
      return
    }
    #expect(!FileManager.default.fileExists(atPath: both.folder("new")))
    try FileManager.default.createDirectory(atPath: both.folder("empty"), withIntermediateDirectories: false)
    _ = await transportError { try await both.transport.clone(both.address, into: both.folder("empty")) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: both.folder("empty")) == [])
    try both.folder.write("mine", to: "full/notes.md")
    #expect(
      await transportError { try await both.transport.clone(both.address, into: both.folder("full")) }?.kind
        .isLocal
        == true)
    #expect(both.folder.text("full/notes.md") == "mine")
  }

  @Test func `an empty repository cannot be cloned`() async throws {
    let empty = try RemoteAddress(both.ours.folder, origin: .typed)
    let error = await transportError { try await both.transport.clone(empty, into: both.folder("new")) }
    #expect(error?.kind == .refMissing("HEAD"))
  }
}
