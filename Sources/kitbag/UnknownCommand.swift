internal import ArgumentParser
internal import KitCore

/// A first word that is no command.
struct UnknownCommand {
  let word: String

  /// Finds the first argument that should name a command but does not.
  ///
  /// Returns `nil` when there is none, or when something else is wrong that the parser explains better.
  init?(in arguments: [String]) {
    guard let word = Self.commandWord(in: arguments), !Self.known.contains(word) else { return nil }
    self.word = word
  }

  /// What to tell the person.
  var failure: Failure {
    let next =
      NearestMatch.of(word, among: Self.known).map { "Did you mean 'kitbag \($0)'?" }
      ?? "'kitbag --help' lists all commands."
    return Failure(
      status: .wrongUsage, what: "There is no command '\(TerminalText(oneLine: word).shown)'.", next: next)
  }

  private static var known: [String] {
    let groups = Kitbag.configuration.groupedSubcommands.flatMap(\.subcommands)
    let names = (groups + Kitbag.configuration.subcommands).flatMap { command in
      [command.configuration.commandName ?? "\(command)".lowercased()] + command.configuration.aliases
    }
    return names + ["help"]
  }

  private static func commandWord(in arguments: [String]) -> String? {
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("-") {
      if first == "--" || first == "--help" || first == "-h" || first == "--version" { return nil }
      if first.hasPrefix("--generate-completion-script") || first.hasPrefix("--experimental") { return nil }
      if first.hasPrefix("---") { return nil }  // completion scripts call back like this
      rest = rest.dropFirst(first == "-C" ? 2 : 1)
    }
    return rest.first
  }
}
