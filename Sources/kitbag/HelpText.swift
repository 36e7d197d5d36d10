/// The parser's help and usage messages in the words of people who are no programmers.
enum HelpText {
  private static let words: [(from: String, to: String)] = [
    ("OVERVIEW: ", ""), (" SUBCOMMANDS:\n", ":\n"), ("SUBCOMMANDS:\n", "COMMANDS:\n"),
    ("<subcommand>", "<command>"), ("detailed help", "more about a command"),
  ]

  /// The message with those words put in.
  static func plain(_ message: String) -> String {
    words.reduce(message) { (text: String, word: (from: String, to: String)) -> String in
      text.replacing(word.from, with: word.to)
    }
  }
}
