import KitCore
import Testing
import Trials

/// The laws on two thousand documents; the benchmark `merge-laws` runs many more.
@Suite struct MergeLawTests {
  @Test(arguments: 0..<20)
  func `the laws of the merge hold`(round: Int) {
    let laws = MergeLaws { _, _, _ in nil }
    for seed in 0..<100 {
      for breach in laws.breaches(seed: UInt64(round * 100 + seed)) { Issue.record("\(breach)") }
    }
  }
}
