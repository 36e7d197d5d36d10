import Foundation

/// A program of this machine that judges what we made.
struct Tool {
  /// The exit code, or the negated number of the signal that ended it.
  let status: Int32
  /// Standard output.
  let output: Data
  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// Runs a program to its end, with its errors in its output.
  @discardableResult
  init(_ name: String, _ arguments: [String], errors: Bool = false, environment: [String: String] = [:])
    throws
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let clean = ["PATH": "/usr/bin:/bin:/usr/local/bin", "HOME": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8"]
    process.environment = clean.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = errors ? pipe : FileHandle.nullDevice
    try process.run()
    output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }
}

/// A folder for one test, removed at its end.
final class TestFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "kitbag-paper-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(filePath: self(name)))
    return self(name)
  }

  var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
}
