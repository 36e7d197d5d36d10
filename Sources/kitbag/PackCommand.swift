internal import ArgumentParser
internal import EventPack
internal import Franchise
internal import Git
internal import Glibc
internal import KitCore

/// `kitbag pack`: everything to run a session, print, send and bring.
struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Make everything for a session: to print, send, bring and follow.",
    discussion: """
      Writes a folder and a ZIP file with pages for each role that work without the internet. The same event and the \
      same kit always give the same bytes. Names of people stand in a private pack only. A parameter without a value \
      stops the pack and tells where.
      """)

  @Argument(help: "The event's id; or with '--verify' nothing.")
  var event: String?

  @Option(help: ArgumentHelp("The folder to make; else packs/EVENT in the kit.", valueName: "dir"))
  var out: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Only for a role: participants, facilitator, co-facilitator, host, on-the-day, organisers; may be repeated.",
      valueName: "role"))
  var audiences: [String] = []

  @Flag(help: "Also what holds names: who does what, and with '--attendees' sign-in sheet and badges.")
  var `private` = false

  @Option(
    help: ArgumentHelp(
      "A table (CSV) of those who booked, with columns name and organisation.", valueName: "file"))
  var attendees: String?

  @Option(help: ArgumentHelp("Make the session fit this many minutes.", valueName: "minutes"))
  var ifShort: Int?

  @Option(help: ArgumentHelp("Count materials for this many people.", valueName: "number"))
  var people: Int?

  @Option(
    help: ArgumentHelp(
      "The formats beside web pages, with commas: pdf, odt, docx, pptx; 'html' for pages alone. PDF where this is left out.",
      valueName: "formats"))
  var formats: String?

  @Flag(help: "Take the kit as it is now, not as it was when the event was planned.")
  var now = false

  @Option(
    help: ArgumentHelp("Look whether a pack is as it was made: a folder or a ZIP file.", valueName: "pack"))
  var verify: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if verify == nil, event == nil {
      throw ValidationError("Name the event to pack; 'kitbag event list' shows them.")
    }
    if verify != nil, event != nil {
      throw ValidationError("'--verify' looks at a pack that is there; leave the event out.")
    }
    if let ifShort, !(1...1440).contains(ifShort) {
      throw ValidationError("'--if-short' needs whole minutes, from 1 to 1440.")
    }
    if let people, !(1...100_000).contains(people) {
      throw ValidationError("'--people' needs a number from 1 to 100000.")
    }
    _ = try formats.map { try PaperFormat.list($0) }
    for name in audiences where PackDocument.Audience(rawValue: name) == nil {
      let names = PackDocument.Audience.allCases.map(\.rawValue)
      let hint = NearestMatch.of(name, among: names).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError("'\(name)' is no role of a pack.\(hint)")
    }
    if attendees != nil, !`private` {
      throw ValidationError("'--attendees' holds names, so it needs '--private'.")
    }
  }

  func run() async throws {
    let output = Output(shared)
    if let verify { return try PackCheck(verify, shared).tell(output) }
    let kit = try PackSource.kit(in: shared)
    let event = try PackSource.event(event ?? "", in: kit)
    let source = try await PackSource.pinned(by: event, of: kit, in: shared.folder(), isNow: now)
    let pack = try await make(source, event, output)
    let place = try write(pack, event.id.rawValue)
    tell(pack, event, place, output)
  }

  private func make(_ source: PackSource, _ event: Event, _ output: Output) async throws -> Pack {
    var request = PackRequest(kit: source.kit, event: event, commit: source.commit, time: source.time)
    request.minutes = ifShort
    request.people = people
    if `private` {
      request.attendees =
        try attendees.map { try AttendeeTable.read(WorkFolder(shared.directory).readFile($0)) } ?? []
    }
    let content = try PackContent(request)
    let wanted = audiences.isEmpty ? nil : Set(audiences.compactMap { PackDocument.Audience(rawValue: $0) })
    let paper = try await write(content, for: wanted)
    for note in paper.notes { output.warn(note) }
    return try Pack(
      content, for: wanted, adding: paper.files,
      hiding: [Surroundings.environment["HOME"] ?? "", shared.folder()])
  }

  private func write(_ content: PackContent, for audiences: Set<PackDocument.Audience>?) async throws
    -> PaperPress.Outcome
  {
    let wanted = content.documents.filter { audiences?.contains($0.audience) ?? true }
    let listed = try formats.map { try PaperFormat.list($0) }
    return try await PaperPress(content: content, documents: wanted).write(
      listed ?? [.pdf], isAsked: listed != nil)
  }

  /// Writes the folder and the ZIP file beside it.
  private func write(_ pack: Pack, _ id: String) throws -> (folder: String, zip: String) {
    let name = id + (`private` ? "-private" : "")
    let folder = out.map { shared.path($0) } ?? shared.path("packs/\(name)")
    let trimmed = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    if out == nil {
      try PackFolder.make(shared.path("packs"))
      // What is made of the kit is no part of it.
      try PackFolder.write(Array("*\n".utf8), to: shared.path("packs/.gitignore"))
    }
    let zip = try pack.zip()
    try PackFolder(path: trimmed).write(pack.files)
    try PackFolder.write(zip, to: trimmed + ".zip")
    return (trimmed, trimmed + ".zip")
  }

  private func tell(_ pack: Pack, _ event: Event, _ place: (folder: String, zip: String), _ output: Output) {
    let bytes = pack.files.reduce(0) { $0 + $1.bytes.count }
    if shared.json {
      let files = pack.files.map { (file: PackFile) -> JSON in
        .compact([
          ("path", .string(file.path)), ("for", file.audience.map { .string($0.rawValue) }),
          ("bytes", .integer(file.bytes.count)),
        ])
      }
      return output.print(
        .compact([
          ("event", .string(event.id.rawValue)), ("folder", .string(place.folder)),
          ("zip", .string(place.zip)),
          ("private", .boolean(`private`)), ("commit", pack.imprint.commit.map { .string($0) }),
          ("bytes", .integer(bytes)), ("files", .array(files)),
          ("diagnostics", .array(pack.diagnostics.map(\.json))),
        ]))
    }
    output.print("Packed '\(event.id)': \(pack.files.count) files, \(bytes >> 10) KB, in \(place.folder)")
    output.note("and as one file in \(place.zip).")
    for diagnostic in pack.diagnostics { output.warn(diagnostic.description) }
    if event.kitCommit != nil, !now, pack.imprint.commit == event.kitCommit {
      output.note("It has the kit as it was when the event was planned; '--now' takes the kit as it is now.")
    }
    if `private` {
      output.note("It holds names: give it only to those who need it, and delete it in time.")
    } else {
      output.note(
        "It holds no names of people, and participants' pages hold no notes; every file was looked through.")
    }
    output.note("Next: open \(place.folder)/index.html in a browser; print from there.")
  }
}
