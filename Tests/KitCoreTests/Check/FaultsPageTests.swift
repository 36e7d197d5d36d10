import Foundation
import Testing

@Suite struct FaultsPageTests {
  @Test func `every test that the page on faults names is there`() throws {
    let page = Kits.repository.appending(path: "Sources/KitCore/KitCore.docc/Faults.md")
    let rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter {
      $0.hasPrefix("| Y") || $0.hasPrefix("| M")
    }
    let tests = Kits.repository.appending(path: "Tests")
    var known = ""
    for path in try FileManager.default.subpathsOfDirectory(atPath: tests.path) where path.hasSuffix(".swift")
    {
      known += try String(contentsOf: tests.appending(path: path), encoding: .utf8)
    }
    #expect(rows.count == 18)
    for row in rows {
      let cells = row.split(separator: "|")
      let names = (cells.last ?? "").split(separator: "`").filter { $0.contains(" ") && $0.count > 20 }
      #expect(!names.isEmpty, "\(row)")
      for name in names { #expect(known.contains("func `\(name)`"), "\(name)") }
    }
  }
}
