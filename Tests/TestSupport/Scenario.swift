import Foundation

/// A run of a program that was built beside the tests, which may be killed or starved at any system call.
package struct Scenario: Sendable {
  /// The program's path.
  package let program: String
  /// What it is given.
  package let arguments: [String]
  /// Where it is started.
  package let folder: String
  /// Added to the environment of ``SystemGit``.
  package let variables: [String: String]

  /// A run of a program by its name.
  package init(
    program: String = "GitScenario", arguments: [String], folder: String, variables: [String: String] = [:]
  ) {
    self.program = Self.program(program)
    (self.arguments, self.folder, self.variables) = (arguments, folder, variables)
  }

  /// The path of a program that was built beside the tests.
  package static func program(_ name: String) -> String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let place = bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return place.deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// Runs it undisturbed.
  package func run() throws -> SystemGit.Outcome {
    try SystemGit.run(program, arguments, in: folder, adding: variables)
  }

  /// Runs it until the given occurrence of a system call in a thread, and does there what `fault` says.
  ///
  /// - Returns: what came of it; `nil` when there was no such occurrence.
  package func run(until call: String, _ number: Int, _ fault: String) throws -> SystemGit.Outcome? {
    let log = TestFolder("strace")
    let inject = "inject=\(call):\(fault):when=\(number)"
    let tracing = ["-f", "-qq", "-o", log("log"), "-e", "trace=\(call)", "-e", inject]
    let outcome = try SystemGit.run(
      try Self.strace(), tracing + [program] + arguments, in: folder, adding: variables)
    let fired =
      fault.hasPrefix("signal") ? outcome.status != 0 : log.text("log")?.contains("INJECTED") == true
    return fired ? outcome : nil
  }

  /// How often each of these system calls is made by one thread at most, in an undisturbed run.
  package func counts(of calls: [String]) throws -> [String: Int] {
    let log = TestFolder("strace")
    let tracing = ["-f", "-qq", "-o", log("log"), "-e", "trace=\(calls.joined(separator: ","))"]
    _ = try SystemGit.run(try Self.strace(), tracing + [program] + arguments, in: folder, adding: variables)
    var counts: [String: Int] = [:]
    for line in (log.text("log") ?? "").split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, !parts[1].hasPrefix("<..."), let call = parts[1].split(separator: "(").first
      else {
        continue
      }
      counts["\(parts[0]) \(call)", default: 0] += 1
    }
    var most: [String: Int] = [:]
    for (place, count) in counts {
      let call = place.split(separator: " ").last.map(String.init) ?? ""
      most[call] = max(most[call] ?? 0, count)
    }
    return most.filter { calls.contains($0.key) }
  }

  private static func strace() throws -> String {
    let places = ["/usr/bin/strace", "/bin/strace"]
    guard let strace = places.first(where: FileManager.default.isExecutableFile) else {
      throw SystemGit.Failure(description: "strace is not installed; 'make test' installs it")
    }
    return strace
  }
}
