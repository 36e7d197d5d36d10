import Foundation

/// One finished run of the built `kitbag`, started in an environment without a home, a language or settings.
struct ProgramRun {
  /// The exit status, or the negated number of the signal that ended it.
  let status: Int32
  /// What it printed as its result.
  let output: Data
  /// What it said beside the result.
  let errors: String

  /// The result as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// The program that the package manager built beside the tests.
  static let program: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let beside = bundle?.bundleURL ?? URL(filePath: CommandLine.arguments[0])
    return beside.deletingLastPathComponent().appending(path: "kitbag")
  }()

  /// The repository that these tests stand in.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: What a person would type after `kitbag`.
  ///   - folder: Where it is started; the system's temporary folder by default.
  ///   - environment: Added to the clean environment.
  init(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws {
    let files = FileManager.default.temporaryDirectory.appending(path: "kitbag-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: files) }
    let (outFile, errorFile) = (files.appending(path: "out"), files.appending(path: "errors"))
    for file in [outFile, errorFile] { try Data().write(to: file) }

    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    process.currentDirectoryURL = folder ?? FileManager.default.temporaryDirectory
    let clean = [
      "PATH": "/usr/bin:/bin", "HOME": files.path, "GIT_CONFIG_NOSYSTEM": "1",
      // Where coverage is measured, the counts belong with the others and never into the folder of a test.
      "LLVM_PROFILE_FILE": ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"] ?? "/dev/null",
    ]
    process.environment = clean.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: outFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    process.waitUntilExit()
    let ended = process.terminationStatus
    status = process.terminationReason == .exit ? ended : -ended
    output = try Data(contentsOf: outFile)
    errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
  }
}
