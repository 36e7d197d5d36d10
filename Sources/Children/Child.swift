internal import Glibc
internal import Subprocess

/// One run of another program: its words, its surroundings and its limits.
///
/// The child leads a session of its own, without a terminal, so that a stop reaches all of its descendants and nothing
/// can ask the person behind our back. It is always stopped by killing the session: it works only inside a folder of
/// ours that is thrown away.
package struct Child: Sendable {
  /// The program's name, looked up in `PATH`, or its absolute path.
  package var program: String
  /// The words after the program's name.
  package var arguments: [String]
  /// The whole environment.
  package var environment: [String: String]
  /// How much it may take.
  package var limits: ChildLimits

  /// A child that has not begun.
  package init(program: String, arguments: [String], environment: [String: String], limits: ChildLimits) {
    self.program = program
    self.arguments = arguments
    self.environment = environment
    self.limits = limits
  }

  /// Runs the child to its end.
  ///
  /// - Parameters:
  ///   - input: Gives the next piece of standard input, or `nil` at its end.
  ///   - messages: Reads standard error.
  ///   - watch: Looks at the child, which leads its session, from outside; a value stops it, `nil` lets it go on. Its
  ///     task is cancelled once the child has ended.
  /// - Throws: ``ChildError`` when it could not be started, or the task was cancelled.
  package func run<Messages: ChildMessages, Reason: Sendable>(
    input: (@Sendable () throws -> [UInt8]?)? = nil, messages: Messages,
    watch: @escaping @Sendable (_ leader: Int32) async -> Reason?
  ) async throws(ChildError) -> ChildOutcome<Messages, Reason> {
    guard !Task.isCancelled else { throw .cancelled }
    _ = Self.brokenPipesAreErrors
    do {
      let result = try await Subprocess.run(
        .name("prlimit"), arguments: Arguments(limits.words + [program] + arguments),
        environment: surroundings, platformOptions: session, input: .inputWriter, output: .sequence,
        error: .sequence
      ) { execution in
        try await Attendance(execution: execution, outputBytes: limits.outputBytes)
          .attend(input: input, messages: messages, watch: watch)
      }
      guard !Task.isCancelled else { throw ChildError.cancelled }
      var outcome = result.closureResult
      if case .exited(let code) = result.terminationStatus { outcome.code = code }
      return outcome
    } catch let error as ChildError {
      throw error
    } catch let error as SubprocessError {
      guard !Task.isCancelled else { throw .cancelled }
      throw error.code == .executableNotFound ? .programMissing : .failed("\(error)")
    } catch {
      throw Task.isCancelled ? .cancelled : .failed("\(error)")
    }
  }

  /// A child that stops reading what it is fed must not end this program, which SIGPIPE would by default. The child
  /// itself starts with the default again.
  private static let brokenPipesAreErrors: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  private var surroundings: Environment {
    .custom(
      Dictionary(uniqueKeysWithValues: environment.map { (Environment.Key(stringLiteral: $0.key), $0.value) })
    )
  }

  private var session: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(5))
    ]
    return options
  }
}
