import Foundation

/// `pack PROGRAM PYTHON`: how long a whole pack of a sample kit takes, with and without PDF files, beside its pages going
/// through pandoc and WeasyPrint in the same run. PYTHON is one that has WeasyPrint.
enum PackBench {
  private static let kit = "lgdss-peer-group"
  private static let runs = 5

  static func run(_ arguments: [String]) throws {
    guard let program = arguments.first else {
      print("pack: no program given; nothing to time")
      return
    }
    let folder = FileManager.default.temporaryDirectory.appending(path: "kitbag-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: URL(filePath: "kits/\(kit)"), to: folder)
    _ = try seconds(
      [
        program, "event", "new", "-C", folder.path, "--id", "bench", "--plan", "half-day", "--date",
        "2026-03-12",
        "--start", "13:30", "--host", "Northborough Council", "--venue", "Town Hall", "--address",
        "1 Market Square",
        "--capacity", "24", "--set", "region=Yorkshire and Humber",
      ])
    let pages = try median {
      try seconds([program, "pack", "-C", folder.path, "bench", "--formats", "html"])
    }
    print("pack      pages of \(kit): \(text(1000 * pages)) ms (median of \(runs), whole process)")
    let all = try median {
      try seconds([program, "pack", "-C", folder.path, "bench", "--formats", "html,pdf"])
    }
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: folder.appending(path: "packs/bench").path
    )
    .filter { $0.hasSuffix(".pdf") }
    print("pack      with \(files.count) PDF files: \(text(1000 * all)) ms (median of \(runs))")
    guard arguments.count > 1 else { return }
    let documents = files.map { String($0.dropLast(4)) }
    let other = try seconds(
      [arguments[1], "-c", oneByOne, folder.appending(path: "packs/bench").path] + documents)
    print(
      "pack      the same through pandoc and WeasyPrint: \(text(1000 * other)) ms, ratio \(text(other / all))"
    )
  }

  /// Each page through pandoc, then all of them through one WeasyPrint, the kindest way to use it.
  private static let oneByOne = """
    import subprocess, sys, weasyprint
    for name in sys.argv[2:]:
        page = sys.argv[1] + '/' + name + '.html'
        html = subprocess.run(['pandoc', '-f', 'html', '-t', 'html5', '-s', page], stdout=subprocess.PIPE, check=True).stdout
        weasyprint.HTML(string=html.decode(), base_url=page).write_pdf(pdf_variant='pdf/ua-1')
    """

  private static func seconds(_ command: [String]) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let clock = ContinuousClock()
    let begin = clock.now
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw CocoaError(
        .executableLoad, userInfo: [NSLocalizedDescriptionKey: command.prefix(4).joined(separator: " ")])
    }
    let time = (clock.now - begin).components
    return Double(time.seconds) + Double(time.attoseconds) / 1e18
  }

  private static func median(_ measure: () throws -> Double) throws -> Double {
    _ = try measure()
    return try (0..<runs).map { _ in try measure() }.sorted()[runs / 2]
  }

  private static func text(_ value: Double) -> String { String(format: "%.1f", value) }
}
