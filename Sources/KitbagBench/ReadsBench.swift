import Foundation
import KitCore
import Trials

/// `reads [KITS]`: how long reading and checking take: all kits of a folder (`kits` by default), a megabyte of several
/// kinds, and input that is made to be slow, in growing sizes.
///
/// Times are the processor's, which others at work on the machine do not lengthen much; of several runs the best counts.
enum ReadsBench {
  static func run(_ arguments: [String]) throws {
    kits(in: arguments.first ?? "kits")
    megabytes()
    growth(
      "YAML",
      of: NastyYAML.all.map { (nasty: NastyYAML) in
        (
          nasty.name,
          { (size: Int) in
            let bytes = nasty.bytes(about: size)
            return { _ = try? YAMLDocument.read(bytes, options: .any) }
          }
        )
      })
    growth(
      "Markdown, read and checked",
      of: NastyMarkdown.all.map { (nasty: NastyMarkdown) in
        (
          nasty.name,
          { (size: Int) in
            let files = kit(with: nasty.guide(about: size))
            return { _ = Check.diagnostics(of: KitReading.read(files)) }
          }
        )
      })
  }

  // MARK: Kits

  private static func kits(in folder: String) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    var (total, count) = (0.0, 0)
    for name in names {
      let files = files(of: folder + "/" + name)
      guard files.paths.contains(where: { $0.text == "kit.yaml" }) else { continue }
      let time = milliseconds { _ = Check.diagnostics(of: KitReading.read(files)) }
      print("kit \(name): \(files.paths.count) files, read and checked in \(text(time)) ms")
      total += time
      count += 1
    }
    print("\(count) kits read and checked in \(text(total)) ms")
  }

  private static func files(of folder: String) -> KitFiles {
    var contents: [KitPath: [UInt8]] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      guard let path = try? KitPath(name),
        let data = FileManager.default.contents(atPath: folder + "/" + name)
      else { continue }
      contents[path] = Array(data)
    }
    return KitFiles(contents)
  }

  /// A small kit with this guide.
  private static func kit(with guide: [UInt8]) -> KitFiles {
    let identity =
      "kitbag: 1\nid: a\ntitle: A\npurpose: B\nversion: 1.0.0\nlicence: CC0-1.0\nowner: c\nattribution: []\n"
    guard let first = try? KitPath("kit.yaml"), let second = try? KitPath("guides/g.md") else {
      return KitFiles([:])
    }
    return KitFiles([first: Array(identity.utf8), second: guide])
  }

  // MARK: A megabyte

  private static func megabytes() {
    for (name, bytes) in samples {
      let read = (try? YAMLDocument.read(bytes)) == nil ? "refused" : "read"
      print(
        "\(read) in \(text(milliseconds { _ = try? YAMLDocument.read(bytes) })) ms: \(name), \(bytes.count) bytes"
      )
    }
    let prose = Array(
      String(
        repeating: "Words of a [guide](g.md) that somebody reads aloud, and then again.\n\n", count: 14_500
      ).utf8)
    let files = kit(with: Array("---\ntitle: A\nrole: host\n---\n\n".utf8) + prose)
    print("read in \(text(milliseconds { _ = MarkdownDocument(prose) })) ms: a guide, \(prose.count) bytes")
    print(
      "read and checked in \(text(milliseconds { _ = Check.diagnostics(of: KitReading.read(files)) })) ms: the same"
    )
    let long = [UInt8](repeating: 0x61, count: 50_000_000)
    print("50 MB of YAML refused in \(text(milliseconds { _ = try? YAMLDocument.read(long) })) ms")
    let huge = kit(with: Array(repeating: prose, count: 25).flatMap { $0 })
    print(
      "read and checked in \(text(milliseconds(runs: 1) { _ = Check.diagnostics(of: KitReading.read(huge)) })) ms: a guide of 25 MB"
    )
  }

  private static var samples: [(String, [UInt8])] {
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
    return [
      ("plan", plan),
      ("one list in brackets", Array(("a: [" + String(repeating: "x, ", count: 333_000) + "y]\n").utf8)),
      ("250,000 items", Array(String(repeating: "- a\n", count: 250_000).utf8)),
      ("one text", Array(("a: \"" + String(repeating: "é ", count: 333_000) + "\"\n").utf8)),
    ]
  }

  // MARK: Growth

  /// Doubles the size three times and tells the steepest steps: 2 is linear, 4 quadratic.
  private static func growth(_ what: String, of inputs: [(name: String, work: (Int) -> () -> Void)]) {
    var rows: [(name: String, step: Double, last: Double)] = []
    for input in inputs {
      let times = [125_000, 250_000, 500_000, 1_000_000].map { milliseconds(runs: 3, input.work($0)) }
      // Times under a few milliseconds say more about the clock than about the reader.
      let steps = zip(times, times.dropFirst()).filter { $0.0 > 4 }.map { $0.1 / $0.0 }
      rows.append((input.name, steps.max() ?? 0, times.last ?? 0))
    }
    let steepest = rows.max { $0.step < $1.step }?.step ?? 0
    print(
      "\(what): \(rows.count) nasty inputs up to 1 MB; twice the size takes at most \(text(steepest)) times as long"
    )
    for row in rows.sorted(by: { $0.step > $1.step }).prefix(3) {
      print("  × \(text(row.step)): \(row.name)")
    }
    for row in rows.sorted(by: { $0.last > $1.last }).prefix(3) {
      print("  \(text(row.last)) ms for 1 MB: \(row.name)")
    }
  }

  private static func milliseconds(runs: Int = 7, _ work: () -> Void) -> Double {
    (0..<runs).map { (_: Int) -> Double in
      let start = clock()
      work()
      return Double(clock() - start) * 1_000 / Double(CLOCKS_PER_SEC)
    }.min() ?? 0
  }

  private static func text(_ number: Double) -> String { String(format: "%.1f", number) }
}
