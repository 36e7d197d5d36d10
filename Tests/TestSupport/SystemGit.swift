import Foundation

/// The git of this computer, which is the oracle of these tests, in an environment that is nobody's home.
package struct SystemGit: Sendable {
  /// Why a test cannot go on.
  package struct Failure: Error, CustomStringConvertible {
    /// What happened.
    package let description: String

    /// A failure.
    package init(description: String) { self.description = description }
  }

  /// What came of a program.
  package struct Outcome: Sendable {
    /// Its exit status, or the signal that ended it as a number below zero.
    package let status: Int32
    /// What it wrote to its output.
    package let output: [UInt8]
    /// What it said beside that.
    package let errors: String
    /// The output as text.
    package var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Where the commands run.
  package let folder: String

  /// git in a folder.
  package init(_ folder: String) { self.folder = folder }

  /// An environment that is nobody's home and where no clock moves.
  package static let environment: [String: String] = [
    "HOME": "/nonexistent", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_AUTHOR_DATE": "1700000000 +0000",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
    "GIT_COMMITTER_DATE": "1700000000 +0000", "GIT_TERMINAL_PROMPT": "0",
    // Where coverage is measured: a program that is killed or starved here must not leave its counts in a kit.
    "LLVM_PROFILE_FILE": "/dev/null",
    // Where these tests run under a sanitizer: its search for leaks cannot work in a program that strace runs.
    "ASAN_OPTIONS": "detect_leaks=0",
    "TSAN_OPTIONS": ProcessInfo.processInfo.environment["TSAN_OPTIONS"] ?? "",
  ]

  /// Runs git and returns what it says without its last line end.
  ///
  /// - Throws: `Failure` unless it exits with 0.
  @discardableResult
  package func callAsFunction(_ arguments: String..., input: [UInt8] = []) throws -> String {
    let outcome = try run(arguments, input: input)
    guard outcome.status == 0 else {
      throw Failure(
        description:
          "git \(arguments.joined(separator: " ")): \(outcome.status)\n\(outcome.text)\(outcome.errors)")
    }
    return outcome.text.hasSuffix("\n") ? String(outcome.text.dropLast()) : outcome.text
  }

  /// Runs git and returns all that came of it.
  package func run(_ arguments: [String], input: [UInt8] = []) throws -> Outcome {
    try Self.run("/usr/bin/env", ["git"] + arguments, in: folder, input: input)
  }

  /// Runs any program in the same environment. Input and output pass through files, so that no pipe can fill up.
  package static func run(
    _ program: String, _ arguments: [String], in folder: String, input: [UInt8] = [],
    adding variables: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = environment.merging(variables) { $1 }
    let files = TestFolder("run")
    for name in ["in", "out", "err"] { try files.write(name == "in" ? input : [], to: name) }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files("in")))
    process.standardOutput = FileHandle(forWritingAtPath: files("out"))
    process.standardError = FileHandle(forWritingAtPath: files("err"))
    try process.run()
    process.waitUntilExit()
    // A signal counts as its number below zero.
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Outcome(status: status, output: files.read("out") ?? [], errors: files.text("err") ?? "")
  }
}

extension SystemGit {
  /// What git itself finds wrong with the repository: nothing, when all is well.
  ///
  /// Objects that nothing refers to are no fault, so they are not asked for.
  package func faults() throws -> String {
    let outcome = try run(["fsck", "--strict", "--full", "--no-dangling", "--no-progress"])
    let lines = (outcome.text + outcome.errors).split(separator: "\n")
      // An empty repository, or one without its first commit, is not a fault.
      .filter { !$0.hasPrefix("notice: ") }
    if outcome.status != 0 && lines.isEmpty { return "fsck ended with \(outcome.status)" }
    return lines.joined(separator: "\n")
  }
}
