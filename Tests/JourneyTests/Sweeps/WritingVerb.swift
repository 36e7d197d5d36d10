import TestSupport
import Testing

/// A command that writes, and the state in which it is tried.
struct WritingVerb: Sendable, CustomTestStringConvertible {
  /// What is typed.
  let line: String
  /// The kit that it writes.
  let kit: String
  /// With which status it ends.
  let status: Int32
  /// What is done before.
  let prepare: @Sendable (Journey) throws -> Void

  init(
    _ line: String, kit: String, status: Int32 = 0,
    _ prepare: @escaping @Sendable (Journey) throws -> Void = { _ in }
  ) {
    self.line = line
    self.kit = kit
    self.status = status
    self.prepare = prepare
  }

  /// London releases, and the south has seen it. With plain git, because the groups of a copied network still look
  /// at the London that they were made from.
  private static func look(_ journey: Journey) throws {
    try journey.must("release -C london 0.2.0")
    try SystemGit(journey.folder("south"))(
      "fetch", "--quiet", "../london", "+refs/heads/main:refs/kitbag/upstream/main",
      "refs/tags/v0.2.0:refs/kitbag/upstream/tags/v0.2.0")
    try journey.must("status -C south")
  }

  /// London releases another first sentence of the guide than the south has, and the south is asked.
  private static func clash(_ journey: Journey) throws {
    try journey.edit("london/guides/facilitating.md", "Stand at the door.", "Stand at the wide door.")
    try look(journey)
    _ = try journey.run(["update", "-C", "south", "--offline"])
  }

  var testDescription: String { line.replacing("|", with: " ") + (status == 0 ? "" : " (asks)") }

  /// What the kit is in a journey, comparable with the same in another one.
  func state(_ journey: Journey) throws -> KitState? {
    let state = try journey.state(kit)
    return line.hasPrefix("fork") ? state?.elsewhere(journey.folder.path) : state
  }

  /// The command in a journey.
  func scenario(_ journey: Journey) -> Scenario {
    journey.scenario(line.split(separator: line.contains("|") ? "|" : " ").map(String.init))
  }

  /// Those that are starved of disk, too.
  static let plain: [WritingVerb] = all.filter {
    !$0.line.hasPrefix("update") && !$0.line.hasPrefix("decide")
  }

  static let all: [WritingVerb] = [
    WritingVerb("new kit", kit: "kit"),
    WritingVerb("fork|london|west|--group|West|--set|region=the west", kit: "west"),
    WritingVerb("save -C south", kit: "south") { journey in
      try journey.folder.write("Ours.\n", to: "south/notes.md")
      try journey.edit("south/checklists/host.yaml", "thank", "praise")
    },
    WritingVerb("undo -C south", kit: "south"),
    WritingVerb("release -C london 0.2.0", kit: "london") { journey in
      try journey.edit("london/guides/facilitating.md", "Stand at the door.", "Stand at the wide door.")
      try journey.must("save -C london")
    },
    WritingVerb("keep|-C|south|guide:facilitating#welcome|--because|Our door is open.", kit: "south"),
    WritingVerb("restore -C south guide:facilitating#welcome", kit: "south"),
    WritingVerb("adopt -C south ../north plan:first-session#icebreaker", kit: "south"),
    WritingVerb("update -C south --offline", kit: "south") { journey in
      try journey.edit("london/checklists/host.yaml", "thank", "praise")
      try look(journey)
    },
    WritingVerb("update -C south --offline", kit: "south", status: 2) { journey in
      try journey.edit("london/guides/facilitating.md", "Stand at the door.", "Stand at the wide door.")
      try look(journey)
    },
    WritingVerb("decide -C south --all theirs", kit: "south") { journey in try clash(journey) },
    WritingVerb("decide -C south --abandon", kit: "south") { journey in try clash(journey) },
    WritingVerb("doctor -C south --repair", kit: "south") { journey in
      try SystemGit(journey.folder("south"))("update-ref", "-d", "refs/kitbag/upstream/main")
      try journey.must("status -C south")
      try SystemGit(journey.folder("south"))("update-ref", "-d", "refs/kitbag/upstream/tags/v0.1.0")
      try journey.must("status -C south")
    },
  ]
}
