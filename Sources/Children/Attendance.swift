internal import Glibc
internal import Subprocess

/// Reads, feeds and watches a running child until it is done or has to be stopped.
struct Attendance: Sendable {
  /// The running child.
  let execution: Execution<CustomWriteInput, SequenceOutput, SequenceOutput>
  /// The most bytes of standard output.
  let outputBytes: Int

  /// What one of the tasks around the child found.
  private enum Part<Messages: Sendable, Reason: Sendable>: Sendable {
    case output([UInt8], ChildStop<Reason>?)
    case messages(Messages, ChildStop<Reason>?)
    case watched(Reason?)
    case fed(ChildStop<Reason>?)
  }

  /// Stays with the child until both of its pipes are closed.
  func attend<Messages: ChildMessages, Reason: Sendable>(
    input: (@Sendable () throws -> [UInt8]?)?, messages: Messages,
    watch: @escaping @Sendable (Int32) async -> Reason?
  ) async throws -> ChildOutcome<Messages, Reason> {
    let leader = execution.processIdentifier.value
    return await withTaskGroup(of: Part<Messages, Reason>.self) { group in
      group.addTask { await readOutput() }
      group.addTask { await readMessages(messages) }
      group.addTask { .watched(await watch(leader)) }
      group.addTask { await feed(from: input) }
      var outcome = ChildOutcome<Messages, Reason>(messages: messages)
      var open = 2
      for await part in group {
        switch part {
        case .output(let bytes, let stop):
          outcome.output = bytes
          outcome.stop = outcome.stop ?? stop
          open -= 1
        case .messages(let read, let stop):
          outcome.messages = read
          outcome.stop = outcome.stop ?? stop
          open -= 1
        case .watched(let reason): outcome.stop = outcome.stop ?? reason.map { .watch($0) }
        case .fed(let stop): outcome.stop = outcome.stop ?? stop
        }
        if outcome.stop != nil { _ = kill(-leader, SIGKILL) }
        // Both pipes are closed: the child is done, and nobody needs to be watched or fed.
        if open == 0 { group.cancelAll() }
      }
      return outcome
    }
  }

  private func readOutput<Messages, Reason>() async -> Part<Messages, Reason> {
    var bytes: [UInt8] = []
    do {
      for try await piece in execution.standardOutput {
        piece.withUnsafeBytes { bytes.append(contentsOf: $0) }
        if bytes.count > outputBytes { return .output([], .outputTooLarge) }
      }
    } catch {
      return .output(bytes, .interrupted)
    }
    return .output(bytes, nil)
  }

  private func readMessages<Messages: ChildMessages, Reason>(_ messages: Messages) async -> Part<
    Messages, Reason
  > {
    var messages = messages
    do {
      for try await piece in execution.standardError {
        guard piece.withUnsafeBytes({ messages.take($0) }) else {
          return .messages(messages, .messagesTooLarge)
        }
      }
    } catch {
      return .messages(messages, .interrupted)
    }
    messages.finish()
    return .messages(messages, nil)
  }

  private func feed<Messages, Reason>(from input: (@Sendable () throws -> [UInt8]?)?) async -> Part<
    Messages, Reason
  > {
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
      return .fed(.inputFailed)
    }
  }
}
