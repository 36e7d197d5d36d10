internal import Glibc
internal import Subprocess

/// One run of the system's git: its words, its surroundings and its limits.
///
/// The child leads a session of its own, without a terminal, so that a stop reaches all of its descendants and nothing
/// can ask the person behind our back. It is always stopped by killing the session: it works only inside a folder of
/// ours that is thrown away.
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
    guard !Task.isCancelled else { throw TransportError(.cancelled) }
    _ = Self.brokenPipesAreErrors
    do {
      let result = try await Subprocess.run(
        .name("prlimit"), arguments: Arguments(resources + [program] + arguments), environment: surroundings,
        platformOptions: session, input: .inputWriter, output: .sequence, error: .sequence
      ) { execution in
        try await attend(execution, input: input, progress: progress)
      }
      guard !Task.isCancelled else { throw TransportError(.cancelled) }
      if let stop = result.closureResult.stop { throw TransportError(stop) }
      var code: Int32?
      if case .exited(let given) = result.terminationStatus { code = given }
      return Outcome(code: code, output: result.closureResult.output, messages: result.closureResult.messages)
    } catch let error as TransportError {
      throw error
    } catch let error as SubprocessError {
      guard !Task.isCancelled else { throw TransportError(.cancelled) }
      throw TransportError(error.code == .executableNotFound ? .gitMissing : .failed, detail: ["\(error)"])
    } catch {
      throw TransportError(Task.isCancelled ? .cancelled : .failed, detail: ["\(error)"])
    }
  }

  /// A child that stops reading what it is fed must not end this program, which SIGPIPE would by default. The child
  /// itself starts with the default again.
  private static let brokenPipesAreErrors: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

  /// What the child and its descendants may use, set by `prlimit` (util-linux) before it becomes the program, so that
  /// no moment is without limits: bytes of one file, seconds of processor time, bytes of memory, no memory dump.
  private var resources: [String] {
    [
      "--fsize=\(limits.arrivingBytes)", "--cpu=\(limits.processorSeconds)", "--data=\(limits.memoryBytes)",
      "--core=0", "--",
    ]
  }

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

  /// What the tasks around a running child found.
  private struct Attended: Sendable {
    var output: [UInt8] = []
    var messages: [ServerText] = []
    var stop: TransportError.Kind?
  }

  private enum Part: Sendable {
    case output([UInt8], TransportError.Kind?)
    case messages([ServerText], TransportError.Kind?)
    case watched(TransportError.Kind?)
    case fed(TransportError.Kind?)
  }

  private func attend(
    _ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>,
    input: (@Sendable () throws -> [UInt8]?)?, progress: @escaping @Sendable (TransferProgress) -> Void
  ) async throws -> Attended {
    let leader = execution.processIdentifier.value
    let watch = ChildWatch(leader: leader, folder: folder, limits: limits)
    return await withTaskGroup(of: Part.self) { group in
      group.addTask { await readOutput(execution) }
      group.addTask { await readMessages(execution, progress: progress) }
      group.addTask { .watched(await watch.untilStopped()) }
      group.addTask { await feed(execution, from: input) }
      var attended = Attended()
      var open = 2
      for await part in group {
        switch part {
        case .output(let bytes, let stop):
          attended.output = bytes
          attended.stop = attended.stop ?? stop
          open -= 1
        case .messages(let lines, let stop):
          attended.messages = lines
          attended.stop = attended.stop ?? stop
          open -= 1
        case .watched(let stop), .fed(let stop): attended.stop = attended.stop ?? stop
        }
        if attended.stop != nil { _ = kill(-leader, SIGKILL) }
        // Both pipes are closed: the child is done, and nobody needs to be watched or fed.
        if open == 0 { group.cancelAll() }
      }
      return attended
    }
  }

  private func readOutput(_ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>) async
    -> Part
  {
    var bytes: [UInt8] = []
    do {
      for try await piece in execution.standardOutput {
        piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
        if bytes.count > limits.listingBytes { return .output([], .tooLarge(.listing)) }
      }
    } catch {
      return .output(bytes, .interrupted)
    }
    return .output(bytes, nil)
  }

  private func readMessages(
    _ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>,
    progress: @Sendable (TransferProgress) -> Void
  ) async -> Part {
    var reader = MessageReader(limit: limits.messageBytes)
    do {
      for try await piece in execution.standardError {
        guard piece.withUnsafeBytes({ reader.take($0, progress: progress) }) else {
          return .messages(reader.kept, .tooLarge(.messages))
        }
      }
    } catch {
      return .messages(reader.kept, .interrupted)
    }
    reader.finish(progress: progress)
    return .messages(reader.kept, nil)
  }

  private func feed(
    _ execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>,
    from input: (@Sendable () throws -> [UInt8]?)?
  ) async -> Part {
    do {
      while let piece = try input?(), !Task.isCancelled {
        // A child that stopped reading has told why; its exit code decides.
        guard try await execution.standardInputWriter.write(piece) == piece.count else { break }
      }
      try await execution.standardInputWriter.finish()
      return .fed(nil)
    } catch is SubprocessError {
      return .fed(nil)
    } catch {
      return .fed(.failed)
    }
  }
}
