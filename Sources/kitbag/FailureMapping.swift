internal import ArgumentParser
internal import Git
internal import KitCore

extension Failure {
  /// Explains an error of any floor below, or `nil` where the argument parser should explain it.
  ///
  /// This is the only place that maps errors to words, hints and exit codes.
  init?(explaining error: any Error) {
    switch error {
    case let failure as Failure:
      self = failure
    case is CleanExit, is ExitCode, is ValidationError:
      return nil
    default:
      // The parser's own error type is not public; it knows how to explain itself.
      if Kitbag.exitCode(for: error) != .failure { return nil }
      self = Failure(
        status: .ourFault, what: "Something went wrong inside Kitbag.",
        safe: "Your files are as they were.",
        next: "Please report this with the command that you typed. '--verbose' shows the details.",
        details: "\(error)")
    }
  }
}
