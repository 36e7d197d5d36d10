import Foundation
import Trials

/// `histories [N]`: random lives of a master and its groups, with git's own look at every kit of each tenth.
enum HistoriesBench {
  static func run(_ arguments: [String]) async throws {
    let count = arguments.first.flatMap { UInt64($0) } ?? 50_000
    let template = try await HistoryTemplate.make(
      groups: 5, environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"])
    defer { template.remove() }
    let clock = ContinuousClock()
    let begin = clock.now
    let lanes = UInt64(max(2, ProcessInfo.processInfo.activeProcessorCount))
    let (breaches, counts) = try await withThrowingTaskGroup(of: ([String], [String: Int]).self) { group in
      for lane in 0..<lanes {
        group.addTask {
          var (breaches, counts): ([String], [String: Int]) = ([], [:])
          for seed in stride(from: lane, to: count, by: Int(lanes)) {
            let outcome = try await HistoryTrial.run(seed: seed, in: template, audits: seed % 10 == 0 ? 6 : 0)
            breaches += outcome.breaches
            counts.merge(outcome.counts) { $0 + $1 }
          }
          return (breaches, counts)
        }
      }
      return try await group.reduce(into: ([String](), [String: Int]())) {
        $0.0 += $1.0
        $0.1.merge($1.1) { $0 + $1 }
      }
    }
    for breach in breaches.prefix(20) { print(breach) }
    let seconds = (clock.now - begin).components.seconds
    print("histories \(count) in \(seconds) s, \(breaches.count) breaches")
    print(counts.sorted { $0.key < $1.key }.map { "  \($0.value) × \($0.key)" }.joined(separator: "\n"))
  }
}
