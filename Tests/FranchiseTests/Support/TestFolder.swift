import Foundation

/// A folder of its own for one test, removed with all it holds when the test lets go of it.
final class TestFolder: Sendable {
  let path: String

  init(_ label: String = "git") {
    var template = Array((NSTemporaryDirectory() + "/kitbag-\(label)-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template), let real = realpath(made, nil) else {
      fatalError("no temporary folder")
    }
    path = String(cString: real)
    free(real)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something inside.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func write(_ bytes: [UInt8], to name: String) throws {
    let target = self(name)
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: target))
  }

  func read(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: self(name)).map(Array.init) }

  func text(_ name: String) -> String? { read(name).map { String(decoding: $0, as: UTF8.self) } }
}
