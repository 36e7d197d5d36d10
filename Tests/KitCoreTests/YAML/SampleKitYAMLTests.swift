import Foundation
import KitCore
import Testing
import Trials

/// The sample kits of this package, as they stand.
@Suite struct SampleKitYAMLTests {
  static let files: [String] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "kits")
    let names = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    return names.sorted().map { root.appending(path: $0).path }
  }()

  @Test func `every YAML file and front matter of the sample kits is read, written alike, and edited`() throws
  {
    let oracle = try YAMLOracle()
    defer { oracle.stop() }
    var tally = YAMLTrialTally()
    for file in Self.files {
      guard let yaml = try yaml(in: file) else { continue }
      #expect(throws: Never.self, "\(file)") { try YAMLDocument.read(yaml) }
      try tally.try(yaml, seed: UInt64(tally.files), edits: yaml.count < 3_000 ? 3 : 1, options: .kit, oracle)
    }
    #expect(tally.broken.isEmpty, "\(tally)")
    #expect(tally.unread == 0)
    #expect(tally.refused.isEmpty, "\(tally.refused.prefix(2).joined(separator: "\n"))")
    #expect(tally.files > 0, "no kits found")
    print("sample kits: \(tally)")
  }

  private func yaml(in file: String) throws -> [UInt8]? {
    let isYAML = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    guard isYAML || file.hasSuffix(".md"), let data = FileManager.default.contents(atPath: file) else {
      return nil
    }
    if isYAML { return Array(data) }
    let source = try SourceText(Array(data))
    if case .found(let part, _) = FrontMatter(in: source) { return Array(source.bytes[part]) }
    return nil
  }
}
