import Foundation
import KitCore
import Trials

/// `lossless [--edits N] [--corpus DIR] [--refused]`: random edits of generated files and of all YAML files in a
/// folder, each checked by an independent reader; then the time that a megabyte takes to read.
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
    readingTimes()
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

  private static func readingTimes() {
    var plan = Array("blocks:\n".utf8)
    var block = 0
    while plan.count < 1_000_000 {
      plan += Array(
        """
          # the part about \(block)
          - id: block-\(block)
            title: "Walk the fifteen cards, together – \(block)"
            minutes: \(block % 90)   # as long as it takes
            resources: [cards, pens, 'a wall']
            note: |
              Say it aloud.
              Say it again, in the words of the region.

        """.utf8)
      plan.append(0x0A)
      block += 1
    }
    let wide = Array(("a: [" + String(repeating: "x, ", count: 333_000) + "y]\n").utf8)
    let list = Array(String(repeating: "- a\n", count: 250_000).utf8)
    let quote = Array(("a: \"" + String(repeating: "é ", count: 333_000) + "\"\n").utf8)
    for (name, bytes) in [
      ("plan", plan), ("one list in brackets", wide), ("250,000 items", list), ("one text", quote),
    ] {
      let read = (try? YAMLDocument.read(bytes)) == nil ? "refused" : "read"
      let times = (0..<7).map { (_: Int) -> Int in milliseconds { _ = try? YAMLDocument.read(bytes) } }
      print("\(read) in \(times.min() ?? 0) ms: \(name), \(bytes.count) bytes")
    }
    let long = [UInt8](repeating: 0x61, count: 50_000_000)
    print("50 MB refused in \(milliseconds { _ = try? YAMLDocument.read(long) }) ms")
    let worst = NastyYAML.all.map { (nasty: NastyYAML) -> (String, Int) in
      let bytes = nasty.bytes(about: 1_000_000)
      return (nasty.name, milliseconds { _ = try? YAMLDocument.read(bytes, options: .any) })
    }
    print("\(worst.count) nasty megabytes, the slowest:")
    for (name, time) in worst.sorted(by: { $0.1 > $1.1 }).prefix(5) { print("  \(time) ms: \(name)") }
  }

  /// The processor's time, which others at work on the machine do not lengthen much.
  private static func milliseconds(_ work: () -> Void) -> Int {
    let start = clock()
    work()
    return Int(clock() - start) * 1_000 / Int(CLOCKS_PER_SEC)
  }
}
