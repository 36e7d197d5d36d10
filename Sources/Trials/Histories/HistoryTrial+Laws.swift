import Foundation
import Franchise
import Git
import KitCore

extension HistoryTrial {
  /// The guides and plans of a kit's folder as they lie there.
  func texts(of party: String) -> [String: String] {
    var found: [String: String] = [:]
    for place in ["guides", "plans"] {
      let home = kitFolder(party) + "/" + place
      for name in (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? [] {
        found["\(place)/\(name)"] = FileManager.default.contents(atPath: "\(home)/\(name)")
          .map { String(decoding: $0, as: UTF8.self) }
      }
    }
    return found
  }

  /// Every file can be read, and the group is still itself.
  mutating func checkFiles(of party: String, _ kit: Workspace) async throws {
    for (path, text) in texts(of: party) {
      if path.hasSuffix(".yaml"), (try? YAMLDocument.read(Array(text.utf8))) == nil {
        breach("\(party)/\(path) cannot be read")
      }
      if text.contains("<<<<<<<") || text.contains(">>>>>>>") { breach("\(party)/\(path) has marks in it") }
    }
    guard party != Self.master else { return }
    let files = try await kit.files(of: kit.view.main)
    let root = files["group.yaml"].flatMap { try? YAMLDocument.read($0).root }
    if root?["name"]?.text != party { breach("group.yaml of \(party) is not its own") }
  }

  /// What an update came to: taken, waiting or nothing.
  mutating func checkUpdate(of party: String, since main: ObjectID?, _ files: [String: String]) async throws {
    let group = try await open(party)
    guard let pending = try await group.pendingUpdate() else {
      if group.view.main == main { return }
      return try await checkMerge(of: party, since: main, [])
    }
    outcome.counts["questions", default: 0] += pending.questions.count
    if group.view.main != main || texts(of: party) != files {
      breach("an update that waits changed \(party)")
    }
    guard let main else { return }
    let stored = try await group.files(of: pending.id)
    var result: [String: [UInt8]] = [:]
    for (path, bytes) in stored where path.hasPrefix("kit/") { result[String(path.dropFirst(4))] = bytes }
    try await check(party, group, main, pending.release, result, pending.questions, areAnswered: false)
  }

  /// A version that joins two others holds what the reference says.
  mutating func checkMerge(of party: String, since main: ObjectID?, _ questions: [Question]) async throws {
    let group = try await open(party)
    guard let now = group.view.main, let main, now != main else { return }
    let parents = try await group.repository.commit(now).parents
    guard parents.count == 2, parents[0] == main else { return breach("\(party) did not get one true merge") }
    outcome.counts["merges", default: 0] += 1
    try await check(
      party, group, main, parents[1], try await group.files(of: now), questions, areAnswered: true)
    if !(try await group.status().unsaved.lines.isEmpty) {
      breach("the files of \(party) are not what was saved")
    }
  }

  private mutating func check(
    _ party: String, _ group: Workspace, _ ours: ObjectID, _ theirs: ObjectID, _ result: [String: [UInt8]],
    _ questions: [Question], areAnswered: Bool
  ) async throws {
    let bases = try await Self.commonVersions(ours, theirs, group.repository)
    guard bases.count == 1, let base = bases.first else {
      outcome.counts["several bases", default: 0] += 1
      return
    }
    func shared(_ files: [String: [UInt8]]) -> [String: [UInt8]] {
      files.filter { $0.key != "group.yaml" }
    }
    let reference = MergeReference(
      base: shared(try await group.files(of: base)), ours: shared(try await group.files(of: ours)),
      theirs: shared(try await group.files(of: theirs)))
    for fault in reference.faults(in: shared(result), questions, areAnswered: areAnswered) {
      breach("\(party): \(fault)")
    }
  }

  /// The best versions that two have in common, by walking their parents, without git's own search.
  private static func commonVersions(
    _ one: ObjectID, _ other: ObjectID, _ repository: Repository
  ) async throws -> Set<ObjectID> {
    try await repository.perform { (repository: isolated Repository) throws -> Set<ObjectID> in
      var parents: [ObjectID: [ObjectID]] = [:]
      let common = try ancestors(one, &parents, repository).intersection(
        ancestors(other, &parents, repository))
      var best = common
      for id in common { best.subtract(try ancestors(id, &parents, repository).subtracting([id])) }
      return best
    }
  }

  private static func ancestors(
    _ start: ObjectID, _ parents: inout [ObjectID: [ObjectID]], _ repository: isolated Repository
  ) throws -> Set<ObjectID> {
    var (seen, waiting): (Set<ObjectID>, [ObjectID]) = ([start], [start])
    while let id = waiting.popLast() {
      let above = try parents[id] ?? repository.commit(id).parents
      parents[id] = above
      for parent in above where seen.insert(parent).inserted { waiting.append(parent) }
    }
    return seen
  }

  /// Lets git itself examine a kit.
  mutating func audit(_ party: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "git", "-C", kitFolder(party), "fsck", "--strict", "--full", "--no-dangling", "--no-progress",
    ]
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": "/nonexistent", "LC_ALL": "C",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return breach("git could not be run") }
    let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus != 0 || !words.isEmpty { breach("git finds fault with \(party): \(words)") }
  }
}

/// Stops at a durable step of some number, as a crash would.
final class HistoryCrash: @unchecked Sendable {
  struct Stop: Error {}

  private let lock = NSLock()
  private var left: Int

  init(_ steps: Int) { left = steps }

  func check() throws {
    try lock.withLock {
      if left == 0 { throw Stop() }
      left -= 1
    }
  }
}

/// Lets one repository have the objects of another, as a fetch would, without one.
enum HistoryObjects {
  static func share(from source: String, to target: String) throws {
    let manager = FileManager.default
    for folder in try manager.contentsOfDirectory(atPath: source + "/objects") where folder != "info" {
      let home = "\(target)/objects/\(folder)"
      try manager.createDirectory(atPath: home, withIntermediateDirectories: true)
      // An index names a pack that must be there already.
      let names = try manager.contentsOfDirectory(atPath: "\(source)/objects/\(folder)")
      for name in names.sorted(by: >) where !manager.fileExists(atPath: "\(home)/\(name)") {
        try manager.linkItem(atPath: "\(source)/objects/\(folder)/\(name)", toPath: "\(home)/\(name)")
      }
    }
  }
}
