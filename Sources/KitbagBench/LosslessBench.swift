import Foundation
import KitCore
import Trials

/// `lossless [--edits N] [--corpus DIR] [--refused]`: random edits of generated files and of all YAML files in a
/// folder, each checked by an independent reader.
enum LosslessBench {
  static func run(_ arguments: [String]) throws {
    let edits = option("--edits", in: arguments).flatMap { (text: String) -> Int? in Int(text) } ?? 10_000
    let oracle = try YAMLOracle()
    defer { oracle.stop() }
    var tally = YAMLTrialTally()
    var seed: UInt64 = 0
    while tally.tried < edits {
      var generator = YAMLGenerator(seed: seed)
      try tally.try(generator.document(), seed: seed, edits: 8, options: .kit, oracle)
      seed += 1
    }
    print("generated files: \(tally)")
    for story in tally.refused where arguments.contains("--refused") { print(story) }
    if let folder = option("--corpus", in: arguments) { try corpus(folder, oracle) }
  }

  private static func option(_ name: String, in arguments: [String]) -> String? {
    guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
    return arguments[index + 1]
  }

  /// YAML files, and the front matter of Markdown files.
  private static func corpus(_ folder: String, _ oracle: YAMLOracle) throws {
    var tally = YAMLTrialTally()
    var refused: [String: Int] = [:]
    let files = FileManager.default.enumerator(atPath: folder)
    for case let name as String in files ?? FileManager.DirectoryEnumerator() {
      guard
        let bytes = FileManager.default.contents(atPath: folder + "/" + name).map({ (data: Data) in
          Array(data)
        })
      else { continue }
      var yaml: [UInt8]?
      if name.hasSuffix(".yml") || name.hasSuffix(".yaml") { yaml = bytes }
      if name.hasSuffix(".md"), let source = try? SourceText(bytes),
        case .found(let part, _) = FrontMatter(in: source)
      {
        yaml = Array(bytes[part])
      }
      guard let yaml, yaml.count < 60_000 else { continue }
      do {
        _ = try YAMLDocument.read(yaml, options: .any)
      } catch {
        refused["\(error.message.prefix(60))", default: 0] += 1
        if try oracle.reads(yaml) { print("only the independent reader reads \(name): \(error)") }
        continue
      }
      try tally.try(yaml, seed: UInt64(tally.files), edits: 4, options: .any, oracle)
    }
    print("files of \(folder): \(tally)")
    for (reason, count) in refused.sorted(by: { $0.value > $1.value }) {
      print("  not read, \(count): \(reason)")
    }
  }
}
