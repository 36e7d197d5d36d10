internal import ArgumentParser
internal import Franchise
internal import KitCore

/// `kitbag decide`: answer the questions of an update that waits.
struct DecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: "Answer the questions that an update left, then finish it.",
    discussion: """
      At a terminal every open question is shown with its three versions side by side: what both began with, \
      yours, and the master's. You keep yours, take the master's, keep both, or write your own words. You can stop \
      at any time; answers are kept. When all are given, the update is finished in one step.

      Elsewhere '--list' shows the questions, and '--answer', '--own' and '--all' answer them. The exit status is \
      2 while questions are open.
      """)

  @Flag(help: "List the questions, with the answers so far.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "An answer: ours, theirs or both; may be repeated.", valueName: "address=answer"))
  var answer: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with your own words for a question; may be repeated.", valueName: "address=file"))
  var own: [String] = []

  @Option(help: ArgumentHelp("One answer to all open questions: ours, theirs or both.", valueName: "answer"))
  var all: String?

  @Flag(help: "Drop the update, as if it had never begun.")
  var abandon = false

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if abandon, list || !answer.isEmpty || !own.isEmpty || all != nil {
      throw ValidationError("'--abandon' stands alone.")
    }
    for text in answer { _ = try Self.split(text, "--answer", Self.answers) }
    for text in own { _ = try Self.split(text, "--own", nil) }
    if let all, !Self.answers.contains(all) {
      throw ValidationError("'--all \(all)': an answer is ours, theirs or both.")
    }
  }

  private static let answers = ["ours", "theirs", "both"]

  /// The address and what follows the last `=` for answers, the first for files.
  private static func split(
    _ text: String, _ option: String, _ values: [String]?
  ) throws -> (address: String, value: String) {
    // An address may hold '=', an answer may not; a file may, and its question then is named by what comes first.
    guard let sign = values == nil ? text.firstIndex(of: "=") : text.lastIndex(of: "="),
      sign > text.startIndex
    else { throw ValidationError("'\(option) \(text)' needs an address, '=' and a value.") }
    let value = String(text[text.index(after: sign)...])
    if let values, !values.contains(value) {
      throw ValidationError("'\(option) \(text)': an answer is ours, theirs or both.")
    }
    return (String(text[..<sign]), value)
  }

  func run() async throws {
    let output = Output(shared)
    var workspace = try await work.open(shared.folder())
    if abandon {
      let operation = try await workspace.abandonUpdate()
      if shared.json {
        return output.print(["finished": false, "abandoned": true, "step": .integer(operation.number)])
      }
      output.print("The update was dropped. Your kit is as it was.")
      return output.note("Next: 'kitbag update' begins again; 'kitbag undo' brings the questions back.")
    }
    guard let pending = try await workspace.pendingUpdate() else { throw FranchiseError.noPendingUpdate }
    let answers = try given(pending)
    if answers.isEmpty, list || !mayAsk {
      tell(pending, output)
      guard !pending.open.isEmpty || list else { return try await finish(&workspace, [:], output) }
      if !pending.open.isEmpty { throw Outcome(status: .waitsForDecision) }
      return
    }
    if !answers.isEmpty { return try await finish(&workspace, answers, output) }
    try await finish(&workspace, try QuestionDialogue(output: output).ask(pending), output)
  }

  private var mayAsk: Bool { Surroundings.hasTerminal && !shared.json && !shared.quiet }

  /// The answers that the options give.
  private func given(_ pending: PendingUpdate) throws -> [String: ClashAnswer] {
    var answers: [String: ClashAnswer] = [:]
    // Where both cannot stand, the question stays open.
    for question in pending.open where all != "both" || question.shown.allowsBoth {
      if let all { answers[question.address] = Self.answer(all) }
    }
    for text in answer {
      let (address, value) = try Self.split(text, "--answer", Self.answers)
      answers[address] = Self.answer(value)
    }
    let folder = WorkFolder(shared.directory)
    for text in own {
      let (address, file) = try Self.split(text, "--own", nil)
      answers[address] = .words(try folder.readFile(file))
    }
    return answers
  }

  private static func answer(_ name: String) -> ClashAnswer? {
    switch name {
    case "ours": .ours
    case "theirs": .theirs
    case "both": .both
    default: nil
    }
  }

  private func finish(
    _ workspace: inout Workspace, _ answers: [String: ClashAnswer], _ output: Output
  ) async throws {
    let decided = try await workspace.decide(answers)
    if shared.json {
      output.print(json(decided))
    } else {
      tell(decided, output)
    }
    if let pending = decided.pending, !pending.open.isEmpty { throw Outcome(status: .waitsForDecision) }
  }

  private func tell(_ pending: PendingUpdate, _ output: Output) {
    if shared.json { return output.print(Self.json(pending)) }
    output.print("The update to \(pending.version) has \(Self.count(pending.questions.count, "question")).")
    for (place, question) in pending.questions.enumerated() {
      output.print("")
      for line in QuestionSheet(question: question).lines(number: place + 1, of: pending.questions.count) {
        output.print(line)
      }
      output.print("")
      output.print("  " + (question.answer.map { "Answered: \($0.words)." } ?? "Open; yours stays in place."))
    }
    guard !pending.open.isEmpty else { return }
    output.note("\nYour kit's files are untouched meanwhile.")
    output.note(
      "Next: 'kitbag decide' at a terminal asks you one by one; elsewhere answer with\n'kitbag decide --answer ADDRESS=ours', or =theirs, or =both."
    )
  }

  private func tell(_ decided: Decided, _ output: Output) {
    if let saved = decided.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    if let pending = decided.pending {
      let open = pending.open.count
      let answered = Self.count(pending.questions.count - open, "question").capitalisedFirst
      output.print("\(answered) answered, \(open) open. Your kit's files are untouched.")
      return output.note("Next: 'kitbag decide' goes on where you stopped.")
    }
    guard let operation = decided.operation else { return }
    output.print(operation.summary + ", with your answers.")
    for path in decided.kept { output.print("\(path) was being edited, so it was left as it is.") }
    output.note("Everything of yours is in it as you decided. 'kitbag undo' goes back to before it.")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "one \(noun)" : "\(number) \(noun)s"
  }

  private static func json(_ pending: PendingUpdate) -> JSON {
    [
      "version": .string(pending.version), "open": .integer(pending.open.count),
      "questions": .array(pending.questions.map { QuestionSheet(question: $0).json }),
    ]
  }

  private func json(_ decided: Decided) -> JSON {
    .compact([
      ("finished", .boolean(decided.pending == nil)),
      ("step", decided.operation.map { .integer($0.number) }),
      ("saved first", decided.savedFirst.map { .integer($0.number) }),
      ("kept", .strings(decided.kept)), ("pending", decided.pending.map { Self.json($0) }),
    ])
  }
}
