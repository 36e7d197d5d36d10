import Foundation
import TestSupport

/// A folder in which people work with the built program, one command after the other, and where no clock moves.
final class Journey: Sendable {
  let folder: TestFolder
  /// What the program finds in its environment, beside what ``SystemGit`` gives to all.
  let variables: [String: String]

  init(_ folder: TestFolder = TestFolder("journey"), adding variables: [String: String] = [:]) throws {
    self.folder = folder
    try folder.makeFolder("home")
    let own = [
      "HOME": folder("home"), "GIT_CONFIG_GLOBAL": folder("home/.gitconfig"),
      "SOURCE_DATE_EPOCH": "1700000000", "TMPDIR": folder("home"),
    ]
    self.variables = own.merging(variables) { $1 }
  }

  /// The same folder as it is now, to be spoilt.
  func copy() throws -> Journey { try Journey(try folder.copy("spoilt")) }

  /// Runs the program in the journey's folder, as Ada unless somebody else is named.
  @discardableResult
  func run(_ words: [String], as who: String = "Ada <ada@example.org>") throws -> SystemGit.Outcome {
    try scenario(words, as: who).run()
  }

  func scenario(_ words: [String], as who: String = "Ada <ada@example.org>") -> Scenario {
    let signs = Self.signed.contains(words.first ?? "") ? ["--as", who] : []
    return Scenario(program: "kitbag", arguments: words + signs, folder: folder.path, variables: variables)
  }

  private static let signed: Set<String> = [
    "new", "fork", "save", "undo", "release", "keep", "restore", "adopt", "doctor", "update", "decide",
    "offer",
    "accept", "decline", "inbox", "status", "review", "comment",
  ]

  /// Runs a command that must succeed; its parts are separated by blanks, or by `|` where they hold blanks.
  @discardableResult
  func must(_ line: String, as who: String = "Ada <ada@example.org>") throws -> String {
    let words = line.split(separator: line.contains("|") ? "|" : " ").map(String.init)
    let outcome = try run(words, as: who)
    guard outcome.status == 0 else {
      throw SystemGit.Failure(
        description: "kitbag \(line): \(outcome.status)\n\(outcome.text)\(outcome.errors)")
    }
    return outcome.text
  }

  /// Replaces a text in a file, which must be there.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    guard let text = folder.text(path), text.contains(old) else {
      throw SystemGit.Failure(description: "\(path) has no “\(old)”")
    }
    try folder.write(text.replacing(old, with: new), to: path)
  }

  /// The files of a kit without its past, by path; `nil` where there is no such folder.
  func files(_ kit: String) -> [String: String]? {
    guard FileManager.default.fileExists(atPath: folder(kit)) else { return nil }
    var found: [String: String] = [:]
    let all = FileManager.default.enumerator(atPath: folder(kit))
    while let path = all?.nextObject() as? String {
      if path == ".git" { all?.skipDescendants() }
      if path != ".git", let text = folder.text("\(kit)/\(path)") { found[path] = text }
    }
    return found
  }

  /// Everything that counts of a kit: its files, and what its refs name.
  func state(_ kit: String) throws -> KitState? {
    guard let files = files(kit) else { return nil }
    guard FileManager.default.fileExists(atPath: folder("\(kit)/.git")) else {
      return KitState(files: files, refs: "")
    }
    let refs = try SystemGit(folder(kit)).run(["for-each-ref", "--format=%(refname) %(objectname)"])
    return KitState(files: files, refs: refs.text)
  }

  /// What git finds wrong with a kit's past.
  func faults(_ kit: String) throws -> String { try SystemGit(folder(kit)).faults() }

  /// Locks and half-written things in a kit's past.
  func leftovers(_ kit: String) -> [String] {
    let all = (try? FileManager.default.subpathsOfDirectory(atPath: folder("\(kit)/.git"))) ?? []
    return all.filter {
      $0.hasSuffix(".lock") || $0.contains("quarantine-") || $0.contains("tmp_objdir-")
        || $0.contains(".new-")
    }
  }
}

/// Everything that counts of a kit.
struct KitState: Equatable, CustomStringConvertible {
  let files: [String: String]
  let refs: String

  var description: String { "\(files.keys.sorted())\n\(refs)" }

  /// The same whatever the folder is called: where a kit says where it lies, its versions have other names elsewhere.
  func elsewhere(_ folder: String) -> KitState {
    let names = refs.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    return KitState(
      files: files.mapValues { $0.replacing(folder, with: "HERE") }, refs: names.joined(separator: "\n"))
  }
}

extension Journey {
  /// London with two releases, and the north and south as its groups; the north has a block of its own.
  static let network = Result { () throws -> TestFolder in
    let journey = try Journey()
    try journey.must("new|london|--title|Peer hour|--owner|london")
    try journey.must("release -C london 0.1.0")
    for name in ["north", "south"] {
      try journey.must("fork|london|\(name)|--group|\(name.capitalized)|--set|region=the \(name)")
    }
    try journey.edit(
      "north/plans/first-session.yaml", "  - id: questions\n", icebreaker + "  - id: questions\n")
    try journey.must("save -C north", as: "Bea <bea@example.org>")
    try journey.edit("south/guides/facilitating.md", "Stand at the door.", "Stand at the open door.")
    try journey.must("save -C south")
    return journey.folder
  }

  static let icebreaker = """
      - id: icebreaker
        title: Where do you come from?
        kind: energiser
        minutes: 5
        purpose: People have moved and laughed once.
        lead: facilitator

    """

  /// A copy of the network of London, north and south.
  static func inNetwork() throws -> Journey { try Journey(try network.get().copy("network")) }
}
