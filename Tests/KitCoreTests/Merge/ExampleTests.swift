import Foundation
import KitCore
import Testing

/// `Examples/merge/<case>` holds `base`, `ours`, `theirs` and `expected`, all with one ending, and `clashes.txt` where
/// questions stay open: a line each, the address and the kind. A folder with `ideally` beside these is a failure that
/// is known: the merge gives `expected`, and should give `ideally`.
@Suite struct MergeExampleTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Examples/merge")

  static let cases: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
    .sorted()

  @Test(arguments: cases)
  func `an example merges as it should`(name: String) throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: name).path)
    let base = try #require(files.first { $0.hasPrefix("base.") })
    let ending = String(base.dropFirst("base.".count))
    func read(_ file: String) throws -> [UInt8] {
      Array(try Data(contentsOf: Self.folder.appending(path: "\(name)/\(file).\(ending)")))
    }
    let merge = DocumentMerge(MergeFormat(path: base)) { _, _, _ in nil }
    let merged = merge.merge(
      ThreeWay(base: try read("base"), ours: try read("ours"), theirs: try read("theirs")))
    let open = merged.clashes.map { "\($0.address) \($0.kind.rawValue)" }.joined(separator: "\n")
    let clashes =
      (try? String(contentsOf: Self.folder.appending(path: "\(name)/clashes.txt"), encoding: .utf8)) ?? ""
    #expect(
      open.trimmingCharacters(in: .whitespacesAndNewlines)
        == clashes.trimmingCharacters(in: .whitespacesAndNewlines))
    #expect(
      String(decoding: merged.bytes, as: UTF8.self) == String(decoding: try read("expected"), as: UTF8.self))
    if files.contains("ideally.\(ending)") {
      #expect(
        String(decoding: merged.bytes, as: UTF8.self) != String(decoding: try read("ideally"), as: UTF8.self),
        "This works now: make 'ideally' the 'expected'.")
    }
  }

  @Test func `there is an example for every kind of clash`() throws {
    var kinds: Set<String> = []
    for name in Self.cases {
      let url = Self.folder.appending(path: "\(name)/clashes.txt")
      guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
      for line in text.split(separator: "\n") { kinds.insert(String(line.split(separator: " ").last ?? "")) }
    }
    #expect(Self.cases.count >= 120)
    #expect(Set(ClashKind.allCases.map(\.rawValue)).subtracting(kinds).isEmpty)
  }
}
