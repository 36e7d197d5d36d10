internal import ArgumentParser

/// The root of all commands.
struct Kitbag: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kitbag",
    abstract: "Keep, share and pack session kits.",
    discussion: """
      A kit holds all that a group needs to run its sessions: plans, facilitation guides, \
      handouts and checklists, as plain files in a folder. 'kitbag help COMMAND' explains a command.
      """,
    version: version,
    groupedSubcommands: commandGroups)

  /// The commands by what people come to do, in the order in which the help shows them.
  static let commandGroups: [CommandGroup] = [
    CommandGroup(name: "Begin a kit", subcommands: [NewCommand.self, ForkCommand.self, ImportCommand.self]),
    CommandGroup(
      name: "Look at a kit", subcommands: [ShowCommand.self, CheckCommand.self, CompareCommand.self]),
    CommandGroup(name: "Work on a kit", subcommands: [StatusCommand.self, SaveCommand.self]),
    CommandGroup(
      name: "Make it yours",
      subcommands: [ChangesCommand.self, KeepCommand.self, RestoreCommand.self, AdoptCommand.self]),
    CommandGroup(name: "Take from the master", subcommands: [UpdateCommand.self, DecideCommand.self]),
    CommandGroup(
      name: "Give back, and take what is given",
      subcommands: [
        OfferCommand.self, InboxCommand.self, ReviewCommand.self, CommentCommand.self, AcceptCommand.self,
        DeclineCommand.self,
      ]),
    CommandGroup(name: "Keep a master kit", subcommands: [ReleaseCommand.self]),
    CommandGroup(name: "Run a session", subcommands: [EventCommand.self, PackCommand.self]),
    CommandGroup(
      name: "Step back", subcommands: [UndoCommand.self, OperationsCommand.self, DoctorCommand.self]),
    CommandGroup(
      name: "For git, editors and other programs",
      subcommands: [MergeFileCommand.self, GitDriverCommand.self, SchemaCommand.self, ManualCommand.self]),
  ]

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    throw CleanExit.helpRequest(self)
  }
}

/// The program's version (semver), as `kitbag --version` prints it.
let version = "0.1.0"
