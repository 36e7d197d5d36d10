internal import ArgumentParser
internal import Franchise
internal import KitCore

/// `kitbag new`: start a master kit.
struct NewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a kit of your own from a small complete example.",
    discussion: """
      Makes a folder with a session of an hour, its guide, a card and a checklist. Everything may be changed; \
      'kitbag check' passes from the start. To run a kit that somebody else keeps, use 'kitbag fork' instead.
      """)

  @Argument(help: "The folder to make; it may be there if it is empty.")
  var folder: String

  @Option(help: ArgumentHelp("The kit's name; else made from the folder's.", valueName: "name"))
  var title: String?

  @Option(help: ArgumentHelp("Who keeps the kit: the name of a group; else the kit's id.", valueName: "name"))
  var owner: String?

  @OptionGroup var work: WorkspaceOptions
  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    let words = name.split { $0 == "-" || $0 == "_" || $0 == " " }.joined(separator: " ")
    let made = try await Workspace.new(
      shared.folder(folder), title: title ?? words.prefix(1).uppercased() + words.dropFirst(), owner: owner,
      work.conditions())
    let output = Output(shared)
    if shared.json {
      let json: JSON = [
        "kit": .string(made.id), "folder": .string(shared.path(folder)), "files": .strings(made.files),
        "step": .integer(made.operation.number),
      ]
      return output.print(bytes: Array(json.prettyText.utf8))
    }
    output.print("Started the kit '\(made.id)' in \(shared.path(folder)), with \(made.files.count) files.")
    output.note("It is saved; 'kitbag undo' steps back from whatever you save later.")
    output.note("Next: change the files, look with 'kitbag show' and 'kitbag check', then 'kitbag save'.")
  }
}
