internal import KitCore

/// The parser's help and usage messages in the words of people who are no programmers, with examples and statuses.
enum HelpText {
  private static let words: [(from: String, to: String)] = [
    ("OVERVIEW: ", ""), (" SUBCOMMANDS:\n", ":\n"), ("SUBCOMMANDS:\n", "COMMANDS:\n"),
    ("<subcommand>", "<command>"), ("detailed help", "more about a command"),
  ]

  /// The message with those words put in, and what belongs to the command that it explains.
  static func plain(_ message: String) -> String {
    let text = words.reduce(message) { (text: String, word: (from: String, to: String)) -> String in
      text.replacing(word.from, with: word.to)
    }
    guard let command = command(explainedBy: text) else { return text }
    var sections = sections(of: text)
    let guidance = CommandGuidance.of(command)
    let usage = sections.firstIndex { $0.hasPrefix("USAGE:") } ?? sections.count - 1
    sections[usage] = self.usage(sections[usage])
    if let examples = guidance.examplesText { sections.insert(examples, at: usage + 1) }
    sections.append(guidance.statusText)
    return sections.joined(separator: "\n\n")
  }

  /// The usage line without what every command understands, which the options list.
  private static func usage(_ section: String) -> String {
    let short = section.replacing(" [-C <dir>] [--json] [--quiet] [--verbose]", with: "")
    return TextLayout.wrapped(short, to: 80, first: "", rest: "    ").joined(separator: "\n")
  }

  /// The message in the parts that blank lines make.
  static func sections(of text: String) -> [String] {
    text.split(separator: "\n\n").map { part in
      part.hasSuffix("\n") ? String(part.dropLast()) : String(part)
    }
  }

  /// The words after `kitbag` of the command whose help a message is; `nil` for another message.
  private static func command(explainedBy message: String) -> String? {
    guard let usage = message.split(separator: "\n").first(where: { $0.hasPrefix("USAGE: kitbag") }) else {
      return nil
    }
    let words = usage.split(separator: " ").dropFirst(2)
    return words.prefix { $0.first?.isLetter ?? false }.joined(separator: " ")
  }
}
