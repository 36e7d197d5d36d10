import Foundation
import TestSupport
import Testing

/// X1, X4: death and full disks at every writing system call of every writing command. Always before or after, never
/// between; the next command repairs by itself, and trying again just works.
@Suite struct KillSweepTests {
  @Test(arguments: WritingVerb.all)
  func `a death anywhere leaves before or after, and the next command mends it`(verb: WritingVerb) throws {
    try sweep(verb, "signal=SIGKILL", SweepPoints.writing, few: 5)
  }

  @Test(arguments: WritingVerb.plain)
  func `a full disk anywhere leaves before or after, and there is room for the next try`(verb: WritingVerb)
    throws
  {
    try sweep(
      verb, "error=ENOSPC",
      ["write", "pwrite64", "fsync", "mkdir", "mkdirat", "rename", "renameat2", "fallocate"],
      few: 3)
  }

  private func sweep(_ verb: WritingVerb, _ fault: String, _ calls: [String], few: Int) throws {
    let start = try Journey.inNetwork()
    try verb.prepare(start)
    let before = try verb.state(start)
    let done = try start.copy()
    let undisturbed = try verb.scenario(done).run()
    try #require(undisturbed.status == verb.status, "\(undisturbed.text)\(undisturbed.errors)")
    let after = try verb.state(done)
    try #require(before != after)
    let seed = UInt64(verb.line.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF_FFFF)
    let measured = try start.copy()
    let points = try withExtendedLifetime(measured) {
      try SweepPoints(verb.scenario(measured), calls, few: few, seed: seed).points
    }
    try #require(!points.isEmpty)
    for point in points {
      let spoilt = try start.copy()
      guard let outcome = try verb.scenario(spoilt).run(until: point.call, point.number, fault) else {
        continue
      }
      let place: Comment =
        "\(point.call) \(point.number): \(outcome.status) \(outcome.text) \(outcome.errors)"
      try check(verb, spoilt, before, after, place)
    }
  }

  private func check(
    _ verb: WritingVerb, _ spoilt: Journey, _ before: KitState?, _ after: KitState?, _ place: Comment
  ) throws {
    // The next command of any kind repairs what there is to repair.
    if try verb.state(spoilt) != nil {
      let next = try spoilt.run(["status", "-C", verb.kit])
      #expect(next.status == 0, "\(place)\nthen: \(next.text)\(next.errors)")
    }
    let state = try verb.state(spoilt)
    #expect(state == before || state == after, "\(place)\n\(state.map(\.description) ?? "none")")
    if state == before {
      let again = try verb.scenario(spoilt).run()
      #expect(again.status == verb.status, "\(place)\nagain: \(again.text)\(again.errors)")
      #expect(try verb.state(spoilt) == after, "\(place)")
    }
    #expect(try spoilt.faults(verb.kit) == "", "\(place)")
    // Whatever is left over lies where nothing reads it, and goes with the next fetch or tidying up; a lock there, on a
    // pack that was never finished, holds nobody up. All other locks are gone.
    let locks = spoilt.leftovers(verb.kit).filter {
      $0.hasSuffix(".lock") && !$0.hasPrefix("objects/tmp_objdir-kitbag-")
    }
    #expect(locks.isEmpty, "\(place)")
    if before == nil {
      let beside = try FileManager.default.contentsOfDirectory(atPath: spoilt.folder.path)
      #expect(!beside.contains { $0.contains(".kitbag-new-") }, "\(place)")
    }
  }
}
