internal import ArgumentParser
internal import KitCore

/// `kitbag compare A B`: what changed, in the words of facilitation.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what changed between two versions of a kit, or of one file.",
    discussion: """
      OLD and NEW are two folders or two files. Parts that were renamed or moved are followed. What was \
      reworded is shown word by word: [-gone-] {+new+}.
      """)

  @Argument(help: "The older version: a folder or a file.")
  var old: String

  @Argument(help: "The newer version: a folder or a file.")
  var new: String

  @Option(help: ArgumentHelp("When the session begins, to tell when it ends.", valueName: "HH:MM"))
  var start: String?

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let begin = try start.map { text throws(Failure) -> ClockTime in
      guard let time = ClockTime(text) else {
        throw Failure(
          status: .wrongUsage, what: "'\(text)' is not a time of day.", next: "Write it as 13:30.")
      }
      return time
    }
    let folder = WorkFolder(shared.directory)
    let changes = try ComparedVersions(old: old, new: new, in: folder).comparison(start: begin)
    let output = Output(shared)
    let list = ChangeList(changes: changes)
    if shared.json { output.print(list.json) } else { output.print(list.text(isBrief: shared.quiet)) }
  }
}
