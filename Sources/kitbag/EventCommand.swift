internal import ArgumentParser

/// `kitbag event`: the sessions of a group.
struct EventCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event",
    abstract: "Plan a session on a day, or look at those that are planned.",
    subcommands: [EventNewCommand.self, EventListCommand.self, EventShowCommand.self])

  @OptionGroup var shared: SharedOptions
}
