import Foundation

/// ZIP files as strangers might send them, made by Python's own library, which knows nothing of ours.
enum HostileZip {
  struct Failure: Error { let words: String }

  /// Runs Python lines in which `z` is an archive open for writing and `info(name, mode)` makes an entry.
  static func make(_ lines: String) throws -> [UInt8] {
    let script = """
      import io, sys, stat, warnings, zipfile
      warnings.simplefilter('ignore')
      out = io.BytesIO()
      def info(name, mode=0o100644):
          entry = zipfile.ZipInfo(name)
          entry.external_attr = mode << 16
          entry.create_system = 3
          return entry
      with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
      \(lines.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
      sys.stdout.buffer.write(out.getvalue())
      """
    return try run("/usr/bin/env", ["python3", "-c", script])
  }

  /// What a program prints.
  static func run(_ program: String, _ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let name = NSTemporaryDirectory() + "/kitbag-zip-\(UUID().uuidString)"
    _ = FileManager.default.createFile(atPath: name, contents: Data())
    _ = FileManager.default.createFile(atPath: name + ".in", contents: Data(input))
    defer { for path in [name, name + ".in"] { try? FileManager.default.removeItem(atPath: path) } }
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: name + ".in"))
    process.standardOutput = FileHandle(forWritingAtPath: name)
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(words: "\(program) \(process.terminationStatus)")
    }
    return Array(FileManager.default.contents(atPath: name) ?? Data())
  }
}
