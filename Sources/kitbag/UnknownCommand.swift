internal import ArgumentParser
internal import KitCore

/// A word that should name a command but does not.
struct UnknownCommand {
  /// The word as typed.
  let word: String
  /// The known words before it: `kitbag`, or `kitbag git-driver`.
  let before: String
  /// The names that could stand there.
  let known: [String]

  /// Finds the first argument that should name a command but does not, also behind `help`.
  ///
  /// Returns `nil` when there is none, or when something else is wrong that the parser explains better.
  init?(in arguments: [String]) {
    var rest = arguments[...]
    var command: any ParsableCommand.Type = Kitbag.self
    var before = "kitbag"
    while let word = Self.next(in: &rest) {
      let inside = Self.commands(in: command)
      if inside.isEmpty { return nil }
      if word == "help", command == Kitbag.self { continue }
      // A command that stands for another may take any word.
      if command.configuration.defaultSubcommand != nil { return nil }
      guard let found = inside.first(where: { Self.names(of: $0).contains(word) }) else {
        self.word = word
        self.before = before
        known = Self.shown(inside)
        return
      }
      command = found
      before += " " + word
    }
    return nil
  }

  /// What to tell the person.
  var failure: Failure {
    let typed = TerminalText(oneLine: word).shown
    let next =
      NearestMatch.of(word, among: known).map { "Did you mean '\(before) \($0)'?" }
      ?? "'\(before) --help' lists all commands."
    let place = before == "kitbag" ? "" : " of '\(before)'"
    return Failure(status: .wrongUsage, what: "There is no command '\(typed)'\(place).", next: next)
  }

  private static func shown(_ commands: [any ParsableCommand.Type]) -> [String] {
    var names: [String] = []
    for command in commands where command.configuration.shouldDisplay { names += self.names(of: command) }
    return names
  }

  /// The commands inside a command, in the order of its help.
  static func commands(in command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
    command.configuration.subcommands
  }

  /// What a command is called, first its name.
  static func names(of command: any ParsableCommand.Type) -> [String] {
    [command.configuration.commandName ?? "\(command)".lowercased()] + command.configuration.aliases
  }

  /// The next word that is no option; `nil` at the end, or where an option asks for something else than a command.
  private static func next(in rest: inout ArraySlice<String>) -> String? {
    while let first = rest.popFirst() {
      guard first.hasPrefix("-") else { return first }
      if first == "-C" { _ = rest.popFirst() }
      let isElse = ["--", "--help", "-h", "--version"].contains(first)
      // Completion scripts call back with three dashes.
      if isElse || ["--generate-completion-script", "--experimental", "---"].contains(where: first.hasPrefix)
      {
        return nil
      }
    }
    return nil
  }
}
