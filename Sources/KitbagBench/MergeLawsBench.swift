import Git
import KitCore
import Trials

/// `merge-laws [--merges N]`: the laws of the merge on documents made up, half of them with git's line merge first.
enum MergeLawsBench {
  static func run(_ arguments: [String]) throws {
    var wanted = 100_000
    if let index = arguments.firstIndex(of: "--merges"), index + 1 < arguments.count {
      wanted = Int(arguments[index + 1]) ?? wanted
    }
    let byUnits = MergeLaws { _, _, _ in nil }
    let byLines = MergeLaws { base, ours, theirs in mergeLines(base: base, ours: ours, theirs: theirs) }
    var breaches: [String: Int] = [:]
    let seeds = UInt64(wanted / MergeLaws.mergesPerSeed + 1)
    for seed in 0..<seeds {
      for breach in (seed % 4 < 2 ? byUnits : byLines).breaches(seed: seed) {
        breaches[breach.law, default: 0] += 1
        if breaches.count < 5, breaches[breach.law] == 1 { print(breach) }
      }
    }
    print(
      "merge laws: \(Int(seeds) * MergeLaws.mergesPerSeed) merges, \(breaches.values.reduce(0, +)) breaches")
    let sample = min(seeds, 2_000)
    let again = (0..<sample).count { seed in (seed % 4 < 2 ? byUnits : byLines).asksAgain(seed: seed) }
    print("  asked again, though clean before: \(again) of \(sample) documents")
    for (law, count) in breaches.sorted(by: { $0.key < $1.key }) { print("  \(count) × \(law)") }
  }
}
