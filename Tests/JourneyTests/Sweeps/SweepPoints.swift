import Foundation
import TestSupport

/// Where in a command's run something goes wrong: at the how-manieth call of which system call.
struct SweepPoints {
  let points: [(call: String, number: Int)]

  /// System calls that change something on the disk.
  static let writing = [
    "write", "pwrite64", "rename", "renameat", "renameat2", "fsync", "link", "unlink", "unlinkat", "mkdir",
    "mkdirat", "rmdir", "ftruncate", "fallocate", "syncfs", "fchmod", "chmod", "symlink",
  ]

  /// Whether every point is tried (`KITBAG_SWEEP=all`, as `make bench` does). Else a few of each command, chosen by a
  /// fixed seed, so that each run of `make test` tries the same ones.
  static var isWhole: Bool { ProcessInfo.processInfo.environment["KITBAG_SWEEP"] == "all" }

  /// The points of a command.
  ///
  /// - Parameter few: How many are tried unless all are.
  init(_ scenario: Scenario, _ calls: [String] = writing, few: Int, seed: UInt64) throws {
    let counts = try scenario.counts(of: calls)
    let all = counts.sorted { $0.key < $1.key }.flatMap { (call: String, count: Int) in
      (1...count).map { (call: call, number: $0) }
    }
    guard !Self.isWhole else {
      points = all
      return
    }
    var random = Seeded(seed)
    points = Array(all.shuffled(using: &random).prefix(few))
  }
}
