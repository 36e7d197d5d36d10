import TestSupport
import Testing

/// A command that writes, and the state in which it is tried.
struct WritingVerb: Sendable, CustomTestStringConvertible {
  /// What is typed.
  let line: String
  /// The kit that it writes.
  let kit: String
  /// What is done before.
  let prepare: @Sendable (Journey) throws -> Void

  init(_ line: String, kit: String, _ prepare: @escaping @Sendable (Journey) throws -> Void = { _ in }) {
    self.line = line
    self.kit = kit
    self.prepare = prepare
  }

  var testDescription: String { line.replacing("|", with: " ") }

  /// The command in a journey.
  func scenario(_ journey: Journey) -> Scenario {
    journey.scenario(line.split(separator: line.contains("|") ? "|" : " ").map(String.init))
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
    WritingVerb("adopt -C south north plan:first-session#icebreaker", kit: "south"),
    WritingVerb("doctor -C south --repair", kit: "south") { journey in
      try SystemGit(journey.folder("south"))("update-ref", "-d", "refs/kitbag/upstream/main")
      try journey.must("status -C south")
      try SystemGit(journey.folder("south"))("update-ref", "-d", "refs/kitbag/upstream/tags/v0.1.0")
      try journey.must("status -C south")
    },
  ]
}
