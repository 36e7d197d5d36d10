import EventPack
import Foundation
import KitCore

/// Programs of others that read packs. `make test` sets them up.
enum Readers {
  /// The Python with a calendar library and axe.
  static let python = SampleKit.repository.appending(path: ".build/readers/bin/python3").path

  struct NotSetUp: Error, CustomStringConvertible {
    let description =
      "The readers of packs are not set up; 'make test' does it, or '.make/readers .build/readers'."
  }

  /// A script beside the tests.
  static func script(_ name: String) -> String {
    SampleKit.repository.appending(path: "Tests/EventPackTests/Readers/\(name)").path
  }

  /// A folder of its own, gone when nobody holds it.
  final class Folder {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appending(path: "kitbag-readers-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a pack, and answers with its pages.
    func write(_ pack: Pack) throws -> [URL] {
      for file in pack.files {
        let place = url.appending(path: file.path)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
      return pack.files.filter { $0.path.hasSuffix(".html") }.map { url.appending(path: $0.path) }
    }
  }

  /// What a program says, on both channels, and its status.
  static func run(_ program: String, _ arguments: [String]) throws -> (text: String, status: Int32) {
    guard FileManager.default.isExecutableFile(atPath: program) else { throw NotSetUp() }
    let folder = try Folder()
    let out = folder.url.appending(path: "out")
    try Data().write(to: out)
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    return (String(decoding: try Data(contentsOf: out), as: UTF8.self), process.terminationStatus)
  }

  /// What the calendar library reads from files.
  static func calendar(_ files: [[UInt8]]) throws -> [JSON] {
    let folder = try Folder()
    let paths = try files.enumerated().map { (index: Int, bytes: [UInt8]) -> String in
      let file = folder.url.appending(path: "\(index).ics")
      try Data(bytes).write(to: file)
      return file.path
    }
    let told = try run(python, [script("calendar_file.py")] + paths)
    return try told.text.split(separator: "\n").map { (line: Substring) -> JSON in
      try JSON(reading: line.utf8)
    }
  }
}
