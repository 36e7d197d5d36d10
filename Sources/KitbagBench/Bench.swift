/// `KitbagBench NAME …` runs one benchmark: one file each, listed here.
@main
struct Bench {
  static let benchmarks: [String: @Sendable ([String]) throws -> Void] = [
    "lossless": LosslessBench.run,
    "merge": MergeBench.run,
    "merge-laws": MergeLawsBench.run,
    "reads": ReadsBench.run,
    "start": StartBench.run,
  ]

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let name = arguments.first, let benchmark = benchmarks[name] else {
      print("usage: KitbagBench \(benchmarks.keys.sorted().joined(separator: "|")) [options]")
      return
    }
    try benchmark(Array(arguments.dropFirst()))
  }
}
