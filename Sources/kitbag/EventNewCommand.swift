internal import ArgumentParser
internal import EventPack
internal import Franchise
internal import Git
internal import Glibc
internal import KitCore

/// `kitbag event new`: plan a session on a day.
struct EventNewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Plan a session: which plan, when, and where.",
    discussion: """
      Writes events/ID.yaml. At a terminal you are asked for what is missing. The event pins the kit as it is \
      saved now, so that later changes and updates do not alter a session that is already planned; 'kitbag pack \
      --now' takes them all the same.
      """)

  @Option(help: ArgumentHelp("The plan; else the only one.", valueName: "plan"))
  var plan: String?

  @Option(help: ArgumentHelp("The day, such as 2026-03-12.", valueName: "day"))
  var date: String?

  @Option(help: ArgumentHelp("When it begins, such as 13:30.", valueName: "time"))
  var start: String?

  @Option(help: ArgumentHelp("The clocks of the place.", valueName: "zone"))
  var timeZone = "Europe/London"

  @Option(help: ArgumentHelp("The organisation that hosts.", valueName: "name"))
  var host: String?

  @Option(help: ArgumentHelp("The name of the place.", valueName: "name"))
  var venue: String?

  @Option(help: ArgumentHelp("Where the place is.", valueName: "text"))
  var address: String?

  @Option(help: ArgumentHelp("When the place opens.", valueName: "time"))
  var opens: String?

  @Option(help: ArgumentHelp("When the place closes.", valueName: "time"))
  var closes: String?

  @Option(help: ArgumentHelp("Where people join online.", valueName: "address"))
  var joinLink: String?

  @Option(help: ArgumentHelp("How many people can come.", valueName: "number"))
  var capacity: Int?

  @Option(help: ArgumentHelp("The round that it belongs to.", valueName: "round"))
  var round: String?

  @Option(help: ArgumentHelp("Its name; else the plan's.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("Its id; else the day and the plan.", valueName: "id"))
  var id: String?

  @Option(
    help: ArgumentHelp(
      "A word for a parameter, for this session only; may be repeated.", valueName: "name=value"))
  var set: [String] = []

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    for text in set where !text.contains("=") || text.hasPrefix("=") {
      throw ValidationError("'--set \(text)' needs a name, '=' and a value.")
    }
    for text in [opens, closes].compactMap({ $0 }) where ClockTime(text) == nil {
      throw ValidationError("'\(text)' is not a time. Write it like 13:30.")
    }
    if let id, KitID(rawValue: id) == nil {
      throw ValidationError("'\(id)' cannot be an event's id, which has 1 to 64 of a-z, 0-9 and '-'.")
    }
    if let capacity, !(1...100_000).contains(capacity) {
      throw ValidationError("'--capacity' needs a number from 1 to 100000.")
    }
  }

  func run() async throws {
    let kit = try PackSource.kit(in: shared)
    let output = Output(shared)
    var draft = try answers(
      kit, EventQuestions(output, mayAsk: Surroundings.hasTerminal && !shared.json && !shared.quiet))
    let today = Int(Surroundings.clock.now().seconds / 86_400)
    let times = EventTimes(of: draft, in: kit, today: today)
    if let fault = times.findings.first(where: \.isFault) { throw fault.failure(draft) }
    let head = try await PackSource.head(of: kit, in: shared.folder())
    guard head.isSaved else {
      throw Failure(
        what: "The kit has changes that are not saved, and an event pins what is saved.",
        safe: "Nothing was written.",
        next: "'kitbag save', then the same again.")
    }
    draft.commit = head.commit
    let path = "events/\(draft.identifier).yaml"
    let bytes = try draft.file(in: kit)
    try admit(bytes, path, kit)
    try NewFiles([path: bytes]).write(to: shared.path("."))
    tell(draft, times, path, output)
  }

  /// What was said by options, and the answers to what was not.
  private func answers(_ kit: Kit, _ questions: EventQuestions) throws -> EventDraft {
    let chosen = try chosenPlan(kit, questions)
    var draft = EventDraft(
      plan: chosen.id,
      date: try date ?? questions.ask("--date", "Which day? Write it like 2026-03-12."),
      start: try start ?? questions.ask("--start", "When does it begin? Write it like 13:30."),
      host: try host ?? questions.ask("--host", "Which organisation hosts?"))
    if let venue {
      draft.venue = (venue, try address ?? questions.ask("--address", "Where is \(venue)?"))
    } else if joinLink == nil {
      if chosen.setting == .online {
        draft.joinLink = try questions.ask(
          "--join-link", "Where do people join? Write an address that begins with https://")
      } else {
        let name = try questions.ask(
          "--venue", "In which building? (with '--join-link' for a session online)")
        draft.venue = (name, try address ?? questions.ask("--address", "Where is \(name)?"))
      }
    }
    if let joinLink { draft.joinLink = joinLink }
    draft.id = id
    draft.title = title
    draft.timeZone = timeZone
    draft.opens = opens
    draft.closes = closes
    draft.capacity = capacity
    draft.round = try round.map { try knownRound($0, kit) }
    draft.parameters = set.map { (text: String) -> (name: String, text: String) in
      let name = text.prefix { $0 != "=" }
      return (String(name), String(text.dropFirst(name.count + 1)))
    }
    return draft
  }

  private func chosenPlan(_ kit: Kit, _ questions: EventQuestions) throws -> Plan {
    let names = kit.plans.map(\.id.rawValue)
    if plan == nil, kit.plans.count == 1, let only = kit.plans.first { return only }
    let name = try plan ?? questions.ask("--plan", "Which plan? One of: \(names.joined(separator: ", "))")
    if let found = kit.plans.first(where: { $0.id.rawValue == name }) { return found }
    throw Failure(
      what: "There is no plan '\(name)'.",
      next: NearestMatch.of(name, among: names).map { "Did you mean '\($0)'?" }
        ?? "There are: \(names.joined(separator: ", ")).")
  }

  private func knownRound(_ name: String, _ kit: Kit) throws -> KitID {
    if let found = kit.rounds.first(where: { $0.id.rawValue == name }) { return found.id }
    throw Failure(
      what: "The kit has no round '\(name)'.",
      next: kit.rounds.isEmpty
        ? "Leave '--round' out." : "There are: \(kit.rounds.map(\.id.rawValue).joined(separator: ", ")).")
  }

  /// Makes sure that the file reads as an event before it is written.
  private func admit(_ bytes: [UInt8], _ path: String, _ kit: Kit) throws {
    var files = Dictionary(
      kit.files.paths.compactMap { (file: KitPath) -> (String, [UInt8])? in
        kit.files[file].map { (file.text, $0) }
      },
      uniquingKeysWith: { (first: [UInt8], _: [UInt8]) -> [UInt8] in first })
    files[path] = bytes
    let reading = KitReading.read(KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) }).files)
    guard let wrong = reading.diagnostics.first(where: { $0.path == path && $0.severity == .error }) else {
      return
    }
    throw Failure(what: wrong.message, safe: "Nothing was written.", next: wrong.remedy)
  }

  private func tell(_ draft: EventDraft, _ times: EventTimes, _ path: String, _ output: Output) {
    if shared.json {
      return output.print(
        .compact([
          ("event", .string(draft.identifier)), ("file", .string(path)), ("date", .string(draft.date)),
          ("start", .string(draft.start)), ("end", times.end.map { .string($0.description) }),
          ("kit commit", draft.commit.map { .string($0) }),
          ("notes", .strings(times.findings.map { $0.words(draft) })),
        ]))
    }
    output.print(
      "Planned '\(draft.identifier)': \(draft.date), \(draft.start) to \(times.end.map(\.description) ?? "?")."
    )
    for finding in times.findings { output.warn(finding.words(draft)) }
    output.note("It is in \(path). The kit's words stay as they are.")
    output.note("Next: 'kitbag pack \(draft.identifier)' makes everything to print, send and bring.")
  }
}

/// Asks for what no option said.
struct EventQuestions {
  private let output: Output
  private let mayAsk: Bool

  init(_ output: Output, mayAsk: Bool) {
    self.output = output
    self.mayAsk = mayAsk
  }

  /// The answer to a question.
  ///
  /// - Throws: ``Failure`` that names the option, where nobody can be asked or nothing is answered.
  func ask(_ option: String, _ question: String) throws(Failure) -> String {
    if mayAsk {
      output.print(question)
      if let answer = readLine(), !answer.isEmpty { return answer }
    }
    throw Failure(
      status: .wrongUsage, what: "'\(option)' is missing. \(question)", safe: "Nothing was written.",
      next: "'kitbag event new --help' shows all options.")
  }
}

extension EventTimes.Finding {
  /// What it means, in a sentence.
  func words(_ draft: EventDraft) -> String {
    switch self {
    case .noDay(let text): "'\(text)' is no day."
    case .noTime(let text): "'\(text)' is no time of day."
    case .unknownZone(let name, _): "Kitbag does not know the clocks of '\(name)'."
    case .skipped: "On \(draft.date) the clocks of \(draft.timeZone) jump over \(draft.start)."
    case .twice:
      "On \(draft.date) it is \(draft.start) twice, since the clocks go back; the first time is meant."
    case .changesMeanwhile: "The clocks change while the session runs."
    case .beforeOpening(let opens): "The session begins before the venue opens at \(opens)."
    case .afterClosing(let closes, let minutes):
      "The session ends \(minutes) minutes after the venue closes at \(closes); 'kitbag show --if-short' helps to fit it."
    case .past: "That day is past."
    }
  }

  fileprivate func failure(_ draft: EventDraft) -> Failure {
    let next: String =
      switch self {
      case .noDay: "Write it like 2026-03-12."
      case .noTime: "Write it like 13:30."
      case .unknownZone(_, let nearest):
        nearest.map { "Did you mean '\($0)'?" }
          ?? "Kitbag knows Europe/London, Europe/Dublin, UTC and others of Europe."
      default: "Begin an hour later."
      }
    return Failure(status: .wrongUsage, what: words(draft), safe: "Nothing was written.", next: next)
  }
}
