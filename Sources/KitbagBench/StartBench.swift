import Foundation

/// `start PROGRAM`: how long `PROGRAM --version` takes as a whole process, beside `git --version` in turn.
enum StartBench {
  private static let runs = 60

  static func run(_ arguments: [String]) throws {
    guard let program = arguments.first else {
      print("start: no program given; nothing to time")
      return
    }
    let commands = [[program, "--version"], ["/usr/bin/env", "git", "--version"]]
    for command in commands { _ = try milliseconds(of: command) }
    var times: [[Double]] = [[], []]
    for _ in 0..<runs {
      for index in commands.indices { times[index].append(try milliseconds(of: commands[index])) }
    }
    let (ours, git) = (median(times[0]), median(times[1]))
    let figures = "kitbag \(text(ours)) ms, git \(text(git)) ms, ratio \(text(ours / git))"
    print("start     \(figures) (medians of \(runs))")
  }

  private static func milliseconds(of command: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardOutput = FileHandle.nullDevice
    let clock = ContinuousClock()
    let begin = clock.now
    try process.run()
    process.waitUntilExit()
    return Double((clock.now - begin).components.attoseconds) / 1e15
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  private static func text(_ value: Double) -> String { String(format: "%.1f", value) }
}
