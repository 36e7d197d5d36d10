/// `KitbagBench NAME …` runs one benchmark: one file each, listed here.
@main
struct Bench {
  static let benchmarks: [String: @Sendable ([String]) async throws -> Void] = [
    "histories": { try await HistoriesBench.run($0) },
    "lossless": { try LosslessBench.run($0) },
    "merge": { try MergeBench.run($0) },
    "merge-laws": { try MergeLawsBench.run($0) },
    "pack": { try PackBench.run($0) },
    "reads": { try ReadsBench.run($0) },
    "start": { try StartBench.run($0) },
    "workflow": { try WorkflowBench.run($0) },
  ]

  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first, let benchmark = benchmarks[name] else {
      print("usage: KitbagBench \(benchmarks.keys.sorted().joined(separator: "|")) [options]")
      return
    }
    try await benchmark(Array(arguments.dropFirst()))
  }
}
