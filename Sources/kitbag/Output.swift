internal import Glibc
internal import KitCore

/// Where a command's words go: results to standard output, all else to standard error.
///
/// Whatever is printed is made safe for a terminal here, so that no command can forget it.
struct Output: Sendable {
  /// Whether to leave out what a person need not know.
  var isQuiet = false
  /// Whether to add details.
  var isVerbose = false
  /// Whether a program reads the result.
  var isJSON = false

  /// The output that a command's options ask for.
  init(_ options: SharedOptions) {
    self.init(isQuiet: options.quiet, isVerbose: options.verbose, isJSON: options.json)
  }

  init(isQuiet: Bool, isVerbose: Bool, isJSON: Bool) {
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
    self.isJSON = isJSON
  }

  /// Prints a result, followed by a line break unless it ends with one.
  func print(_ text: String) {
    let end = text.hasSuffix("\n") ? "" : "\n"
    Self.write(Array((TerminalText(text).shown + end).utf8), to: STDOUT_FILENO)
  }

  /// Prints a result for a program.
  func print(_ json: JSON) {
    Self.write(Array(json.prettyText.utf8), to: STDOUT_FILENO)
  }

  /// Prints what is good to know but not the result; `--quiet` and `--json` leave it out.
  func note(_ text: String) {
    if !isQuiet, !isJSON { print(text) }
  }

  /// Prints a warning to standard error.
  func warn(_ text: String) {
    Self.write(Array((TerminalText(text).shown + "\n").utf8), to: STDERR_FILENO)
  }

  /// Prints a question to a person at a terminal, who answers on the same line.
  static func prompt(_ text: String) {
    write(Array(TerminalText(text).shown.utf8), to: STDOUT_FILENO)
  }

  /// Prints bytes exactly as they are, for results that are files.
  func print(bytes: [UInt8]) {
    Self.write(bytes, to: STDOUT_FILENO)
  }

  /// Tells why the command stopped: in words, and as JSON on standard output where a program reads it.
  func fail(_ failure: Failure) {
    if isJSON { print(failure.json) }
    warn(failure.text(verbose: isVerbose))
  }

  /// Writes all bytes, without a buffer that an early exit could forget.
  ///
  /// A reader that has gone away is no failure of ours; a result that cannot be written anywhere else, such
  /// as to a full disk, ends the program with status 1.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EINTR {
        continue
      } else if errno == EPIPE || descriptor == STDERR_FILENO {
        return
      } else {
        let reason = String(cString: strerror(errno))
        write(Array("kitbag: The result could not be written: \(reason).\n".utf8), to: STDERR_FILENO)
        exit(ExitStatus.failed.rawValue)
      }
    }
  }
}
