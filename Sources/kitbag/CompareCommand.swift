internal import ArgumentParser
internal import KitCore

/// `kitbag compare`: what changed, in the words of facilitation.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what changed between two versions of a kit, or of one file.",
    discussion: """
      Two folders or two files are compared, or a kit with an earlier version of itself. Parts that were renamed \
      or moved are followed. What was reworded is shown word by word: [-gone-] {+new+}. White space, comments and \
      the order of fields are no change.
      """)

  @Argument(help: "The older version: a folder or a file.", completion: .file())
  var old: String?

  @Argument(help: "The newer version: a folder or a file.", completion: .file())
  var new: String?

  @Option(
    help: ArgumentHelp(
      "An earlier version of the kit in this folder: a release such as 1.2.0, or 'saved'.",
      valueName: "version"))
  var since: String?

  @Option(help: ArgumentHelp("The file's name in its kit, which tells how to read it.", valueName: "name"))
  var path: String?

  @Option(help: ArgumentHelp("When the session begins, to tell when it ends.", valueName: "HH:MM"))
  var start: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    if since != nil, old != nil {
      throw ValidationError(
        "'--since' compares the kit in this folder with its own past. Leave the names out.")
    }
    if old != nil, new == nil { throw ValidationError("Name the older and the newer version, or neither.") }
  }

  func run() async throws {
    let begin = try start.map { text throws(Failure) -> ClockTime in
      guard let time = ClockTime(text) else {
        throw Failure(
          status: .wrongUsage, what: "'\(text)' is not a time of day.", next: "Write it as 13:30.")
      }
      return time
    }
    let list = ChangeList(changes: try await versions().comparison(start: begin))
    let output = Output(shared)
    if shared.json { output.print(list.json) } else { output.print(list.text(isBrief: shared.quiet)) }
  }

  private func versions() async throws -> ComparedVersions {
    guard let old, let new else {
      return try await EarlierVersion(since ?? EarlierVersion.saved).compared(with: shared.folder())
    }
    return try ComparedVersions(old: old, new: new, path: path, in: WorkFolder(shared.directory))
  }
}
