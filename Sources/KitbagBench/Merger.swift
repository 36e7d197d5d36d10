import Foundation
import Git

/// One way to merge: the merged bytes, or `nil` where it stops.
struct Merger: Sendable {
  let name: String
  let merge: @Sendable (MergeCase) -> [UInt8]?

  /// Git's line merge.
  static let git = Merger(name: "git") { one in
    mergeLines(base: one.base, ours: one.ours, theirs: one.theirs)
  }

  /// The full name of an installed program.
  static func installed(_ program: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/"].map { $0 + program }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Another program, which prints the result and exits with 0 where it is clean.
  static func program(_ name: String, _ command: [String]) -> Merger {
    Merger(name: name) { one in
      let folder = FileManager.default.temporaryDirectory.appending(path: "merge-\(UUID().uuidString)")
      try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      var arguments = command
      for (place, bytes) in [("{base}", one.base), ("{ours}", one.ours), ("{theirs}", one.theirs)] {
        let file = folder.appending(path: String(place.dropFirst().dropLast()) + "." + one.ending)
        try? Data(bytes).write(to: file)
        arguments = arguments.map { $0 == place ? file.path : $0 }
      }
      let process = Process()
      process.executableURL = URL(filePath: arguments[0])
      process.arguments = Array(arguments.dropFirst())
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return nil }
      let output = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? Array(output) : nil
    }
  }
}
