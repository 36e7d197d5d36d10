import Foundation

/// A run of the test's own small program, alone or under `strace`, which kills it or starves it at one system call.
struct Scenario {
  let arguments: [String]
  let folder: String

  static var program: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let place = bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return place.deletingLastPathComponent().appendingPathComponent("GitScenario").path
  }

  /// Runs it undisturbed.
  func run() throws -> SystemGit.Outcome { try SystemGit.run(Self.program, arguments, in: folder) }

  /// Runs it until the given occurrence of a system call in a thread, and does there what `fault` says.
  ///
  /// - Returns: what came of it; `nil` when there was no such occurrence.
  func run(until call: String, _ number: Int, _ fault: String) throws -> SystemGit.Outcome? {
    let places = ["/usr/bin/strace", "/bin/strace"]
    guard let strace = places.first(where: FileManager.default.isExecutableFile) else {
      throw SystemGit.Failure(description: "strace is not installed; 'make test' installs it")
    }
    let log = TestFolder("strace")
    let inject = "inject=\(call):\(fault):when=\(number)"
    let tracing = ["-f", "-qq", "-o", log("log"), "-e", "trace=\(call)", "-e", inject]
    let outcome = try SystemGit.run(strace, tracing + [Self.program] + arguments, in: folder)
    let fired =
      fault.hasPrefix("signal") ? outcome.status != 0 : log.text("log")?.contains("INJECTED") == true
    return fired ? outcome : nil
  }
}
