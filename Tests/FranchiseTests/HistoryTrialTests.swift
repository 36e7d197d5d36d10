import Foundation
import Franchise
import Git
import Testing
import Trials

/// Random lives of a master and its groups, held against a model that only knows words.
@Suite struct HistoryTrialTests {
  /// How many lives; `KITBAG_HISTORIES` asks for more, and so does `KitbagBench histories`.
  private static let count =
    ProcessInfo.processInfo.environment["KITBAG_HISTORIES"].flatMap { UInt64($0) } ?? 400

  @Test func `whatever a master and its groups do, no promise is broken`() async throws {
    let template = try await HistoryTemplate.make(groups: 5, environment: SystemGit.environment)
    defer { template.remove() }
    let lanes = UInt64(max(2, ProcessInfo.processInfo.activeProcessorCount))
    let outcomes = try await withThrowingTaskGroup(of: [HistoryTrial.Outcome].self) { group in
      for lane in 0..<lanes {
        group.addTask {
          var found: [HistoryTrial.Outcome] = []
          for seed in stride(from: lane, to: Self.count, by: Int(lanes)) {
            found.append(try await HistoryTrial.run(seed: seed, in: template, audits: seed % 10 == 0 ? 1 : 0))
          }
          return found
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let breaches = outcomes.flatMap(\.breaches)
    #expect(
      breaches.isEmpty,
      "\(breaches.count) of \(outcomes.count): \(breaches.prefix(5).joined(separator: "\n"))")
    // The lives must be worth the name: everything happens often.
    let counts = outcomes.reduce(into: [:]) { $0.merge($1.counts) { $0 + $1 } }
    for name in ["merges", "finished", "questions", "crash", "undo", "release", "abandon"] {
      #expect(counts[name] ?? 0 > outcomes.count / 40, "\(name): \(counts)")
    }
  }

  @Test func `the model finds what a merge may never do`() {
    func kit(_ texts: String...) -> [String: [UInt8]] {
      Dictionary(texts.enumerated().map { ("guides/\($0).md", Array($1.utf8)) }) { first, _ in first }
    }
    let model = MergeReference(
      base: kit("aword bword", "same"), ours: kit("aword bword oword", "same"),
      theirs: kit("aword tword", "same"))
    func faults(_ texts: String...) -> [String] {
      let result = Dictionary(texts.enumerated().map { ("guides/\($0).md", Array($1.utf8)) }) { first, _ in
        first
      }
      return model.faults(in: result, [], areAnswered: true)
    }
    #expect(faults("aword oword tword", "same").isEmpty)
    #expect(faults("aword tword", "same") == ["ours was lost: oword"])
    #expect(faults("aword oword", "same") == ["theirs was lost: tword"])
    #expect(faults("oword tword", "same") == ["what both keep was lost: aword"])
    #expect(faults("aword bword oword tword", "same") == ["what one side took out came back: bword"])
    #expect(faults("aword oword tword oword", "same") == ["stands twice: oword"])
    #expect(faults("aword oword tword", "other").count == 1)
  }

  @Test func `the same history twice gives the same versions`() async throws {
    let template = try await HistoryTemplate.make(groups: 3, environment: SystemGit.environment)
    defer { template.remove() }
    for seed in UInt64(5_000)..<5_010 {
      let one = try await HistoryTrial.run(seed: seed, in: template)
      let other = try await HistoryTrial.run(seed: seed, in: template)
      #expect(one.ends == other.ends)
      #expect(!one.ends.isEmpty)
    }
  }
}
