import Foundation

/// `workflow PROGRAM [KIT]`: the verbs of the franchise as whole processes, each beside what it is measured against.
///
/// An update of 1,000 files with 200 changed on each side stands beside `git merge` of the very same history; the status
/// of a kit of 500 files and the fork of a sample kit stand alone.
struct WorkflowBench {
  private let program: String
  private let folder: String

  static func run(_ arguments: [String]) throws {
    guard let program = arguments.first else {
      print("workflow: no program given; nothing to time")
      return
    }
    let folder = NSTemporaryDirectory() + "/kitbag-workflow-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let bench = WorkflowBench(program: program, folder: folder)
    try bench.update()
    try bench.status()
    if arguments.count > 1 { try bench.fork(of: arguments[1]) }
    print("workflow  no process held more than \(largest) MB")
  }

  // MARK: The measurements

  private func update() throws {
    try makeMaster("master", files: 1_000)
    try kitbag("fork", "master", "group", "--group", "North")
    try change("group", 200, every: 5, from: 0, word: "ours")
    try kitbag("save", "-C", "group")
    try change("master", 200, every: 5, from: 2, word: "theirs")
    try kitbag("save", "-C", "master")
    try run("git", "-C", "master", "tag", "v1.1.0")
    var (ours, plain, fetched): ([Sample], [Sample], [Sample]) = ([], [], [])
    for _ in 0..<7 {
      try copy("group", to: "trial")
      ours.append(try timed([program, "update", "-C", "trial", "--quiet"]))
      try copy("group", to: "plain")
      fetched.append(try timed(["git", "-C", "plain", "fetch", "--quiet", path("master"), "main"]))
      plain.append(
        try timed([
          "git", "-C", "plain", "-c", "core.fsync=all", "-c", "core.fsyncMethod=fsync", "merge", "--quiet",
          "-m", "Take", "FETCH_HEAD",
        ]))
    }
    let (kitbag, git) = (median(ours), median(plain) + median(fetched))
    report(
      "update 1,000 files, 200 + 200 changed", kitbag, ours,
      "git fetch and merge \(text(git)) ms, ratio \(text(kitbag / git))")
  }

  private func status() throws {
    try makeMaster("large", files: 500)
    try kitbag("fork", "large", "large-group", "--group", "North")
    let samples = try (0..<25).map { _ in try timed([program, "status", "-C", "large-group", "--quiet"]) }
    report("status of 500 files", median(samples), samples, "to reach: 40 ms")
  }

  private func fork(of kit: String) throws {
    try FileManager.default.copyItem(atPath: kit, toPath: path("sample"))
    try kitbag("save", "-C", "sample")
    var samples: [Sample] = []
    for number in 0..<9 {
      let words = [program, "fork", "sample", "fork-\(number)", "--group", "North", "--quiet"]
      samples.append(try timed(words + values(of: kit)))
    }
    report("fork of \((kit as NSString).lastPathComponent)", median(samples), samples, "to reach: 100 ms")
  }

  /// `--set` for every parameter that has an example.
  private func values(of kit: String) throws -> [String] {
    let text = try String(contentsOfFile: kit + "/kit.yaml", encoding: .utf8)
    var (name, found, isInside): (String?, [String], Bool) = (nil, [], false)
    for line in text.split(separator: "\n").map({ String($0) }) {
      if !line.hasPrefix(" ") { isInside = line.hasPrefix("parameters:") }
      guard isInside else { continue }
      let words = line.trimmingCharacters(in: .whitespaces)
      if line.hasPrefix("  "), !line.hasPrefix("   "), words.hasSuffix(":") {
        name = String(words.dropLast())
      }
      if let known = name, words.hasPrefix("example:") {
        let value = words.dropFirst("example:".count).trimmingCharacters(in: .init(charactersIn: " \"'"))
        found += ["--set", "\(known)=\(value)"]
        name = nil
      }
    }
    return found
  }

  // MARK: Kits made up

  private func makeMaster(_ name: String, files: Int) throws {
    try kitbag("new", name)
    try setParameter(of: name)
    for number in 0..<files { try write(text(number, word: "plain"), name, number) }
    try kitbag("save", "-C", name)
    try run("git", "-C", name, "tag", "v1.0.0")
  }

  /// The starter kit asks for one word; here nobody is asked.
  private func setParameter(of name: String) throws {
    let file = path(name) + "/kit.yaml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacingOccurrences(
      of: "    example: Yorkshire", with: "    example: Yorkshire\n    default: here"
    )
    .write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func change(_ kit: String, _ count: Int, every: Int, from first: Int, word: String) throws {
    for place in 0..<count / 2 {
      try write(text(first + place * every, word: word), kit, first + place * every)
    }
    // Half of the changes fall on files that both sides change, at different places.
    for place in 0..<count / 2 {
      let number = place * 10 + 1
      let text = text(number, word: "plain").replacingOccurrences(
        of: word == "ours" ? "Begin with plain" : "End with plain", with: "\(word) is said here and plain")
      try write(text, kit, number)
    }
  }

  private func write(_ text: String, _ kit: String, _ number: Int) throws {
    let file = path(kit) + "/guides/part-\(number).md"
    try text.write(toFile: file, atomically: false, encoding: .utf8)
  }

  private func text(_ number: Int, word: String) -> String {
    var text = "---\ntitle: Part \(number)\nrole: facilitator\nsummary: The \(word) of part \(number).\n---\n"
    for section in 1...6 {
      text +=
        "\n## Section \(section) of \(number)\n\nBegin with plain words for step \(section), then wait for an answer.\n"
      text +=
        "\n- Hand out card \(number * section).\n- Count to \(section).\n\nEnd with plain thanks to table \(section).\n"
    }
    return text
  }

  // MARK: Processes

  private struct Sample {
    var milliseconds: Double
  }

  /// The most memory that any process of this benchmark has held so far, in megabytes.
  private static var largest: Int {
    var usage = rusage()
    return getrusage(RUSAGE_CHILDREN.rawValue, &usage) == 0 ? usage.ru_maxrss >> 10 : 0
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  private func kitbag(_ words: String...) throws { _ = try timed([program] + words) }

  private func run(_ words: String...) throws { _ = try timed(words) }

  private func copy(_ name: String, to other: String) throws {
    try? FileManager.default.removeItem(atPath: path(other))
    try run("cp", "-a", name, other)
    // Both begin with what their index knows of the copied files.
    try run("git", "-C", other, "status", "--porcelain")
  }

  /// Runs a program to its end and tells how long it took and how much memory it held.
  private func timed(_ words: [String]) throws -> Sample {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": folder,
      "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
      "GIT_COMMITTER_EMAIL": "ada@example.org",
    ]
    let clock = ContinuousClock()
    let begin = clock.now
    try process.run()
    process.waitUntilExit()
    let time = clock.now - begin
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(words.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return Sample(
      milliseconds: Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15)
  }

  private struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private func median(_ samples: [Sample]) -> Double {
    samples.map(\.milliseconds).sorted()[samples.count / 2]
  }

  private func report(_ name: String, _ median: Double, _ samples: [Sample], _ beside: String) {
    print("workflow  \(name): \(text(median)) ms (median of \(samples.count)); \(beside)")
  }

  private func text(_ value: Double) -> String { String(format: "%.1f", value) }
}
