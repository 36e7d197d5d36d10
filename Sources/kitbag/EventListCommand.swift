internal import ArgumentParser
internal import EventPack
internal import KitCore

/// `kitbag event list`: the events of a kit, by day.
struct EventListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the planned sessions by day.")

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let kit = try PackSource.kit(in: shared)
    let events = kit.events.sorted { ($0.date, $0.start) < ($1.date, $1.start) }
    let output = Output(shared)
    if shared.json {
      return output.print(["events": .array(events.map { EventLines($0, kit).json })])
    }
    if events.isEmpty {
      output.print("No session is planned.")
      return output.note("Next: 'kitbag event new' plans one.")
    }
    for event in events { output.print(EventLines(event, kit).line) }
    output.note("\nNext: 'kitbag pack EVENT' makes everything to print, send and bring.")
  }
}

/// `kitbag event show`: one event with its times.
struct EventShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a planned session with its clock times.")

  @Argument(help: "The event's id.")
  var event: String

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let kit = try PackSource.kit(in: shared)
    let event = try PackSource.event(event, in: kit)
    let output = Output(shared)
    if shared.json { return output.print(EventLines(event, kit).json) }
    let lines = EventLines(event, kit)
    output.print(lines.line)
    for line in lines.details { output.print(line) }
    output.note("\nNext: 'kitbag pack \(event.id)' makes everything to print, send and bring.")
  }
}

/// An event in words.
struct EventLines {
  let event: Event
  let kit: Kit

  init(_ event: Event, _ kit: Kit) {
    self.event = event
    self.kit = kit
  }

  private var schedule: Schedule? {
    guard let start = ClockTime(event.start) else { return nil }
    return event.plan.flatMap { kit.plan($0) }?.schedule(from: start)
  }

  /// One line: id, day, times, name.
  var line: String {
    let times = schedule.map { "\($0.start)–\($0.end)" } ?? event.start
    return "\(event.id): \(event.date), \(times), \(event.title)"
  }

  /// Where, with what, and block by block.
  var details: [String] {
    var lines = ["Plan: \(event.plan?.rawValue ?? "none"), kit version \(event.kitVersion)"]
    if let commit = event.kitCommit {
      lines.append("Pinned to the kit as it was saved then (\(commit.prefix(10)))")
    }
    lines.append("Host: \(event.host)")
    if let venue = event.venue { lines.append("Where: \(venue.name), \(venue.address)") }
    if let link = event.joinLink { lines.append("Online: \(link)") }
    if let schedule {
      lines.append("")
      for entry in schedule.entries { lines.append("  \(entry.start)–\(entry.end)  \(entry.block.title)") }
    }
    return lines
  }

  /// The same for programs.
  var json: JSON {
    .compact([
      ("id", .string(event.id.rawValue)), ("title", .string(event.title)), ("date", .string(event.date)),
      ("start", .string(event.start)), ("end", schedule.map { .string($0.end.description) }),
      ("time zone", .string(event.timeZone)), ("plan", event.plan.map { .string($0.rawValue) }),
      ("kit version", .string(event.kitVersion)), ("kit commit", event.kitCommit.map { .string($0) }),
      ("setting", .string(event.setting.rawValue)), ("host", .string(event.host)),
      ("venue", event.venue.map { .string($0.name) }), ("join link", event.joinLink.map { .string($0) }),
    ])
  }
}
