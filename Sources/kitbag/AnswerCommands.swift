internal import ArgumentParser
internal import Franchise
internal import Git
internal import KitCore

/// `kitbag accept`: take an offer into the kit.
struct AcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Take an offer, or parts of it, into your kit.",
    discussion: """
      Takes exactly what you looked at with 'kitbag review'; if it was revised since, nothing happens. With addresses \
      only these parts are taken. With '--own' your own words stand in the place of a part: a file with the text of a \
      section, the value of a field, or the keys of a block. Whoever offered it is credited in the kit's past, and \
      thanked in the changelog of the next release.
      """)

  @Argument(help: "The offer, by its id or the beginning of it.")
  var offer: String

  @Argument(help: "The parts to take, by their addresses; else all.")
  var parts: [String] = []

  @Option(help: ArgumentHelp("Your own words for a part; may be repeated.", valueName: "address=file"))
  var own: [String] = []

  @Option(
    help: ArgumentHelp(
      "The content that was looked at elsewhere, as 'review --json' names it.", valueName: "content"))
  var content: String?

  @Option(name: .shortAndLong, help: ArgumentHelp("What to say to the group.", valueName: "text"))
  var message: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    for text in own where !text.dropFirst().contains("=") {
      throw ValidationError("'--own \(text)' needs an address, '=' and a file.")
    }
    _ = try content.map { try Self.content($0) }
  }

  func run() async throws {
    let folder = WorkFolder(shared.directory)
    let words = try own.map { (text: String) throws -> (name: String, bytes: [UInt8]) in
      let name = String(text.prefix { $0 != "=" })
      return (name, try folder.readFile(String(text.dropFirst(name.count + 1))))
    }
    var workspace = try await work.open(shared.folder())
    let answered = try await workspace.accept(
      AcceptRequest(
        offer: offer, parts: parts, own: words, content: try content.map { try Self.content($0) },
        text: message ?? ""))
    let output = Output(shared)
    if shared.json { return output.print(answered.json) }
    if let saved = answered.savedFirst {
      output.print("Your unsaved work was saved first, as step \(saved.number).")
    }
    output.print(answered.operation.summary + ".")
    for change in answered.changes { output.note("  " + change.sentence) }
    for warning in answered.warnings { output.warn("\(warning)") }
    for path in answered.kept { output.print("\(path) was being edited, so it was left as it is.") }
    output.note("\(answered.offer.author.name) is credited. 'kitbag undo' takes it out again.")
    output.note(answered.next)
  }

  static func content(_ text: String) throws -> ObjectID {
    guard let id = ObjectID(text) else {
      throw ValidationError("'\(text)' is no content; copy it from 'kitbag review --json'.")
    }
    return id
  }
}

/// `kitbag decline`: say that an offer is not taken, and why.
struct DeclineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline",
    abstract: "Say that an offer is not taken, and why.",
    discussion: "Nothing in your kit changes. The group may revise its offer; then it comes up again.")

  @Argument(help: "The offer, by its id or the beginning of it.")
  var offer: String

  @Option(help: ArgumentHelp("Why; the group will read it.", valueName: "text"))
  var because: String

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if because.allSatisfy(\.isWhitespace) { throw ValidationError("'--because' needs a reason.") }
  }

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let answered = try await workspace.decline(offer, because: because)
    let output = Output(shared)
    if shared.json { return output.print(answered.json) }
    output.print(answered.operation.summary + ".")
    output.note("Your kit is as it was; 'kitbag undo' takes the answer back.")
    output.note(answered.next)
  }
}

/// `kitbag comment`: say something about an offer.
struct CommentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment",
    abstract: "Say something about an offer, as its maker or as whoever reviews it.",
    discussion:
      "It goes along with the answer, or with the offer when that is sent again. Nothing in your kit changes."
  )

  @Argument(help: "The offer, by its id or the beginning of it.")
  var offer: String

  @Argument(help: "What you say.")
  var text: String

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if text.allSatisfy(\.isWhitespace) { throw ValidationError("There is nothing to say.") }
  }

  func run() async throws {
    var workspace = try await work.open(shared.folder())
    let answered = try await workspace.comment(offer, text)
    let output = Output(shared)
    if shared.json { return output.print(answered.json) }
    output.print(answered.operation.summary + ".")
    output.note("Your kit is as it was.")
  }
}

extension Answered {
  /// How the group gets to know.
  fileprivate var next: String {
    "Next: 'kitbag inbox reply \(offer.id) --to-file \(offer.id).kitreply' writes the answer into a file for e-mail; "
      + "'kitbag inbox send' puts it where groups fetch it."
  }

  fileprivate var json: JSON {
    .compact([
      (name: "offer", value: offer.json), (name: "answer", value: step.json),
      (name: "changes", value: .strings(changes.map(\.sentence))),
      (name: "warnings", value: .array(warnings.map(\.json))), (name: "kept", value: .strings(kept)),
      (name: "saved first", value: savedFirst.map { .integer($0.number) }),
      (name: "step", value: .integer(operation.number)),
    ])
  }
}
