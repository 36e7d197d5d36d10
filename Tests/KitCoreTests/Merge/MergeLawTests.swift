import KitCore
import Testing
import Trials

/// The laws on two thousand merges; the benchmark `merge-laws` runs many more.
@Suite struct MergeLawTests {
  @Test(arguments: 0..<20)
  func `the laws of the merge hold`(round: Int) {
    let laws = MergeLaws { _, _, _ in nil }
    for seed in 0..<25 {
      for breach in laws.breaches(seed: UInt64(round * 25 + seed)) { Issue.record("\(breach)") }
    }
  }
}
