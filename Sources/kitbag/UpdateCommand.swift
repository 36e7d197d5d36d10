internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag update`: take what is new from the master.
struct UpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: "Take what is new from the master kit.",
    discussion: """
      Asks the master for its releases and brings the newest one together with your kit. What only one of you \
      changed comes in by itself; what you changed stays. Where both changed the same part, yours stays in place \
      and the part becomes a question: your files are then untouched until 'kitbag decide' has all answers. \
      Releases that you skipped are no problem. Unsaved work is saved first.

      Without a connection the master as it was seen last is used. '--preview' only tells what would come in. \
      The exit status is 2 while questions wait.
      """)

  @Option(help: ArgumentHelp("The release to take; else the newest.", valueName: "version"))
  var to: String?

  @Flag(help: "Take the oldest release that you do not have yet, to go step by step.")
  var next = false

  @Option(
    name: .customLong("take-nothing-of"),
    help: ArgumentHelp(
      "A part of which nothing is taken, until the master changes it again; may be repeated.",
      valueName: "address"))
  var declined: [String] = []

  @Option(help: ArgumentHelp("Why nothing is taken of it.", valueName: "reason"))
  var because: String?

  @Flag(help: "Only tell what would come in.")
  var preview = false

  @Flag(help: "Work with what was seen of the master last.")
  var offline = false

  @Option(
    name: .customLong("from"),
    help: ArgumentHelp("Where the master is now, if it has moved.", valueName: "address"))
  var from: String?

  @Flag(name: .customLong("accept-rewritten"), help: "Go on although the master's past was rewritten.")
  var acceptRewritten = false

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if next, to != nil { throw ValidationError("'--next' and '--to' do not go together.") }
    if declined.isEmpty != (because == nil) {
      throw ValidationError("'--take-nothing-of ADDRESS' and '--because REASON' go together.")
    }
  }

  func run() async throws {
    let output = Output(shared)
    let request = try request()
    var workspace = try await work.open(shared.folder())
    let updated = try await workspace.update(
      request, with: Transport(environment: Surroundings.environment))
    if shared.json {
      output.print(bytes: Array(json(updated).prettyText.utf8))
    } else {
      tell(updated, output)
    }
    if case .waits = updated.outcome { throw Outcome(status: .waitsForDecision) }
  }

  private func request() throws -> UpdateRequest {
    var request = UpdateRequest(isOffline: offline, acceptsRewritten: acceptRewritten, isPreview: preview)
    request.goal = to.map { .release($0) } ?? (next ? .next : .newest)
    // A file that is no part of the kit's meaning has only its path.
    for text in declined where !text.contains("/") { _ = try Address(parsing: text) }
    request.declined = declined.map { UpdateRequest.Declined(part: $0, because: because ?? "") }
    if let from { request.master = try shared.address(from) }
    return request
  }

  private func tell(_ updated: Updated, _ output: Output) {
    if let problem = updated.unreachable {
      output.print("\(problem.message) This is what was seen of the master last.")
    }
    for version in updated.refused {
      output.print("The master's release \(version) breaks a rule of kits and was left out.")
    }
    if let saved = updated.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    if let brief = updated.brief { output.print(UpdateReport(brief).text(isBrief: shared.quiet)) }
    switch updated.outcome {
    case .upToDate:
      let version = updated.version.isEmpty ? "" : " The master's newest release is \(updated.version)."
      output.print("There is nothing new to take.\(version)")
    case .preview:
      output.note("\nNothing was taken. Next: 'kitbag update' takes it.")
    case .taken(let operation):
      output.print("\n\(operation.summary).")
      for path in updated.kept { output.print("\(path) was being edited, so it was left as it is.") }
      output.note("Everything of yours is in it. 'kitbag undo' goes back to before it.")
    case .waits:
      output.print(
        "\nNothing is taken yet: your kit's files are as they were, and you can go on working in them.")
      output.note("Next: 'kitbag decide' answers the questions; 'kitbag decide --abandon' drops the update.")
    }
  }

  private func json(_ updated: Updated) -> JSON {
    let (outcome, step): (String, Int?) =
      switch updated.outcome {
      case .upToDate: ("up-to-date", nil)
      case .preview: ("preview", nil)
      case .taken(let operation): ("taken", operation.number)
      case .waits(let operation): ("waits", operation.number)
      }
    return .compact([
      ("outcome", .string(outcome)), ("version", .string(updated.version)),
      ("step", step.map { .integer($0) }),
      ("saved first", updated.savedFirst.map { .integer($0.number) }),
      ("unreachable", updated.unreachable.map { .string($0.message) }),
      ("refused", .strings(updated.refused)), ("kept", .strings(updated.kept)),
      ("brief", updated.brief.map { UpdateReport($0).json }),
    ])
  }
}

extension SharedOptions {
  /// An address of a kit that a person typed.
  ///
  /// - Throws: `FranchiseError.badAddress`.
  func address(_ text: String) throws -> RemoteAddress {
    do throws(AddressProblem) {
      return try RemoteAddress(text, origin: .typed, relativeTo: folder())
    } catch {
      throw FranchiseError.badAddress(error.message, hint: error.hint)
    }
  }
}
