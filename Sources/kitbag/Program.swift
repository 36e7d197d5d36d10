internal import ArgumentParser
internal import Glibc
internal import KitCore

/// From arguments to an exit status: the one place where errors become words.
@main
enum Program {
  static func main() async {
    // A reader that goes away, such as `| head`, must not turn a result into a signal.
    signal(SIGPIPE, SIG_IGN)
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    exit(status.rawValue)
  }

  private static func run(_ arguments: [String]) async -> ExitStatus {
    let output = Output(
      isQuiet: asks("--quiet", or: "-q", in: arguments),
      isVerbose: asks("--verbose", or: "-v", in: arguments),
      isJSON: asks("--json", in: arguments))
    do {
      if let unknown = UnknownCommand(in: arguments) { throw unknown.failure }
      var command = try Kitbag.parseAsRoot(arguments)
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      return .done
    } catch {
      return end(with: error, output: output)
    }
  }

  /// Tells a person, or a program, why the command ends, and answers with which status.
  private static func end(with error: any Error, output: Output) -> ExitStatus {
    if let outcome = error as? Outcome { return outcome.status }
    if let failure = Failure(explaining: error) {
      output.fail(failure)
      return failure.status
    }
    let message = HelpText.plain(Kitbag.fullMessage(for: error))
    let code = Kitbag.exitCode(for: error)
    if code.isSuccess {
      output.print(message)
      return .done
    }
    if let status = ExitStatus(rawValue: code.rawValue), message.isEmpty { return status }
    let failure = Failure(misuse: error, explainedBy: message)
    output.fail(failure)
    return failure.status
  }

  /// Whether the flag stands among the arguments; needed before they are parsed, to report a failure of parsing.
  private static func asks(_ flag: String, or short: String? = nil, in arguments: [String]) -> Bool {
    arguments.prefix { $0 != "--" }.contains { $0 == flag || $0 == short }
  }
}

/// A command's end that is neither success nor failure and has already been told, such as open questions.
struct Outcome: Error {
  /// What the shell gets to see.
  let status: ExitStatus
}
