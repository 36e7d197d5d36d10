internal import Children

/// One run of the system's git: its words, its surroundings and its limits.
struct GitChild: Sendable {
  /// The program's name, looked up in `PATH`.
  var program = "git"
  /// The words after the program's name.
  var arguments: [String]
  /// The whole environment.
  var environment: [String: String]
  /// The folder whose growth counts as something arriving and is limited.
  var folder: String
  /// When to stop it.
  var limits: TransferLimits

  /// What a child that came to its end left.
  struct Outcome: Sendable {
    /// The exit code, or `nil` when a signal ended it.
    var code: Int32?
    /// What it wrote to standard output.
    var output: [UInt8]
    /// The last lines of standard error, without progress, safe to show.
    var messages: [ServerText]
  }

  /// Runs the child to its end.
  ///
  /// - Parameters:
  ///   - input: Gives the next piece of standard input, or `nil` at its end.
  ///   - progress: Called in order, for each step that the child tells.
  /// - Throws: ``TransportError`` when it could not be started, was stopped by a limit, or the task was cancelled.
  func run(
    input: (@Sendable () throws -> [UInt8]?)? = nil,
    progress: @escaping @Sendable (TransferProgress) -> Void = { _ in }
  ) async throws(TransportError) -> Outcome {
    let outcome: ChildOutcome<Messages, TransportError.Kind>
    do throws(ChildError) {
      outcome = try await child.run(
        input: input,
        messages: Messages(reader: MessageReader(limit: limits.messageBytes), progress: progress)
      ) { leader in
        await ChildWatch(leader: leader, folder: folder, limits: limits).untilStopped()
      }
    } catch {
      throw Self.error(for: error)
    }
    if let stop = outcome.stop { throw TransportError(Self.kind(of: stop)) }
    return Outcome(code: outcome.code, output: outcome.output, messages: outcome.messages.reader.kept)
  }

  private var child: Child {
    Child(
      program: program, arguments: arguments, environment: environment,
      limits: ChildLimits(
        fileBytes: limits.arrivingBytes, processorSeconds: limits.processorSeconds,
        memoryBytes: limits.memoryBytes, outputBytes: limits.listingBytes))
  }

  private static func error(for problem: ChildError) -> TransportError {
    switch problem {
    case .cancelled: TransportError(.cancelled)
    case .programMissing: TransportError(.gitMissing)
    case .failed(let words): TransportError(.failed, detail: [words])
    }
  }

  private static func kind(of stop: ChildStop<TransportError.Kind>) -> TransportError.Kind {
    switch stop {
    case .outputTooLarge: .tooLarge(.listing)
    case .messagesTooLarge: .tooLarge(.messages)
    case .interrupted: .interrupted
    case .inputFailed: .failed
    case .watch(let kind): kind
    }
  }

  /// Tells progress while it comes, and keeps the other lines.
  private struct Messages: ChildMessages {
    var reader: MessageReader
    let progress: @Sendable (TransferProgress) -> Void

    mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool { reader.take(bytes, progress: progress) }
    mutating func finish() { reader.finish(progress: progress) }
  }
}
