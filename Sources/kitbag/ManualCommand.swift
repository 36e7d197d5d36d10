internal import ArgumentParser
internal import KitCore

/// `kitbag manual`: the page for `man`, made from the same words as the help.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual", abstract: "Print the manual page in the form that 'man' reads.",
    shouldDisplay: false)

  @OptionGroup var shared: SharedOptions

  func run() throws {
    Output(shared).print(bytes: Array(ManualPage().text.utf8))
  }
}

/// All help in one page, as `man` reads it (man-pages(7)).
struct ManualPage {
  /// The columns of the parts that are set as they are.
  private static let width = 72

  /// The page.
  var text: String {
    var lines = [
      #".TH KITBAG 1 "" "Kitbag \#(version)" "User commands""#, ".SH NAME",
      Self.escaped("kitbag - keep, share and pack session kits"), ".SH SYNOPSIS", ".B kitbag",
      Self.escaped("<command> [<options>]"), ".SH DESCRIPTION",
    ]
    lines += Self.prose(Kitbag.configuration.discussion)
    let options = HelpText.sections(of: Kitbag.helpMessage(columns: Self.width)).filter {
      $0.hasPrefix("OPTIONS:")
    }
    lines += [".SH OPTIONS"] + options.flatMap { Self.part($0).dropFirst(2) }
    for group in Kitbag.commandGroups {
      lines.append(".SH " + Self.escaped(group.name.uppercased()))
      for command in group.subcommands { lines += Self.command(command, before: "kitbag") }
    }
    lines += [".SH EXIT STATUS"]
    for (status, meaning) in Self.statuses {
      lines += [".TP", ".B \(status.rawValue)", Self.escaped(meaning)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let statuses: [(ExitStatus, String)] = [
    (.done, "Done."), (.failed, "It could not be done; nothing half-done is left."),
    (.waitsForDecision, "A person must decide before it goes on."),
    (.wrongUsage, "The command was called in a way that it does not understand."),
    (.ourFault, "A mistake of Kitbag itself."),
  ]

  /// A command with its help, then the commands inside it.
  private static func command(_ command: any ParsableCommand.Type, before: String) -> [String] {
    guard command.configuration.shouldDisplay else { return [] }
    let name = before + " " + (UnknownCommand.names(of: command).first ?? "")
    var lines = [".SS " + escaped(name)]
    let help = HelpText.plain(Kitbag.helpMessage(for: command, columns: width))
    for section in HelpText.sections(of: help).compactMap(own) { lines += part(section) }
    return lines + UnknownCommand.commands(in: command).flatMap { self.command($0, before: name) }
  }

  /// A part of a help message without what stands once for all commands; `nil` where nothing is left.
  private static func own(_ section: String) -> String? {
    if section == CommandGuidance().statusText { return nil }
    guard section.hasPrefix("OPTIONS:") else { return section }
    var kept: [Substring] = []
    var isShared = false
    for line in section.split(separator: "\n") {
      if line.hasPrefix("  -") {
        isShared = sharedOptions.contains { line.hasPrefix("  \($0) ") }
      }
      if !isShared { kept.append(line) }
    }
    return kept.count > 1 ? kept.joined(separator: "\n") : nil
  }

  private static let sharedOptions = [
    "-C <dir>", "--json", "-q, --quiet", "-v, --verbose", "--version", "-h, --help",
  ]

  /// A part of a help message: a heading with lines that stay as they are, or running text.
  private static func part(_ section: String) -> [String] {
    let lines = section.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let colon = first.firstIndex(of: ":"),
      first[..<colon].allSatisfy({ $0.isUppercase || $0 == " " })
    else { return prose(section) }
    let heading = [".PP", ".B " + escaped(String(first[...colon]).lowercased().capitalisedFirst)]
    let rest = first[first.index(after: colon)...].trimmingBlanks
    let body = (rest.isEmpty ? [] : ["  " + rest]) + lines.dropFirst().map { String($0) }
    return heading + [".nf"] + body.map { escaped($0) } + [".fi"]
  }

  private static func prose(_ text: String) -> [String] {
    [".PP", escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))]
  }

  /// Text that `man` shows as it is.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}

extension StringProtocol {
  fileprivate var trimmingBlanks: String { String(drop { $0 == " " }) }
}
