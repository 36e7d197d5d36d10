internal import ArgumentParser

/// What every command understands.
struct SharedOptions: ParsableArguments {
  @Option(
    name: .customShort("C"),
    help: ArgumentHelp("Work as if started in this folder.", valueName: "dir"),
    completion: .directory)
  var directory: String?

  @Flag(help: "Print the result for programs, as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print only what you must know.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Print the details as well, with git's own words.")
  var verbose = false
}
