import Foundation

/// A folder of its own for one test, removed with all it holds when the test lets go of it.
package final class TestFolder: Sendable {
  /// Where it is.
  package let path: String

  /// A new folder whose name has the label in it.
  package init(_ label: String = "git") {
    var template = Array((NSTemporaryDirectory() + "/kitbag-\(label)-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template), let real = realpath(made, nil) else {
      fatalError("no temporary folder")
    }
    path = String(cString: real)
    free(real)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something inside.
  package func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file with the folders around it.
  package func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  /// Writes a file with the folders around it.
  package func write(_ bytes: [UInt8], to name: String) throws {
    let target = self(name)
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: target))
  }

  /// The bytes of a file; `nil` where there is none.
  package func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: self(name)).map(Array.init)
  }

  /// The text of a file; `nil` where there is none.
  package func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }

  /// Makes a folder inside, with those around it.
  package func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: self(name), withIntermediateDirectories: true)
  }

  /// A new folder with all that is in this one.
  package func copy(_ label: String = "copy") throws -> TestFolder {
    let copy = TestFolder(label)
    let outcome = try SystemGit.run("/bin/cp", ["-a", path + "/.", copy.path], in: copy.path)
    guard outcome.status == 0 else { throw SystemGit.Failure(description: outcome.errors) }
    return copy
  }
}
