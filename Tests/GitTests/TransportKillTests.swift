import Foundation
import Git
import Testing

/// X1, X4 for a fetch: death and full disks, of our program or of git's, at the calls that make things visible.
@Suite struct TransportKillTests {
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      ("rename", "signal=SIGKILL"), ("fsync", "signal=SIGKILL"), ("mkdir", "signal=SIGKILL"),
      ("fchmod", "signal=SIGKILL"), ("flock", "signal=SIGKILL"), ("rmdir", "signal=SIGKILL"),
      ("rename", "error=ENOSPC"), ("mkdir", "error=ENOSPC"), ("fsync", "error=ENOSPC"),
    ])
  func `a fetch that dies or runs out of space leaves the old ref or the new one`(
    call: String, fault: String
  ) async throws {
    let both = try TwoRepositories()
    let ref = "refs/kitbag/upstream/main"
    let scenario = Scenario(
      arguments: ["fetch", both.ours.folder, both.theirs.folder], folder: both.folder.path)
    try #require(try scenario.run().status == 0)
    var fired = 0
    for number in 1...40 {
      let old = try both.ours("rev-parse", ref)
      let new = try both.commit("next", files: ["kit.yaml": "title: \(number)\n"])
      let outcome = try scenario.run(until: call, number, fault)
      let now = try both.ours("rev-parse", ref)
      #expect(now == old || now == new.description, "\(call) \(number): \(outcome as Any)")
      #expect(try both.ours.faults() == "", "\(call) \(number)")
      let retry = try scenario.run()
      #expect(retry.status == 0, "\(call) \(number): \(retry)")
      #expect(try both.ours("rev-parse", ref) == new.description)
      #expect(try both.ourFiles().allSatisfy { !$0.contains("quarantine") })
      guard outcome != nil else { break }
      fired += 1
    }
    #expect(fired >= 1)
  }
}
