/// What a child that came to its end left.
package struct ChildOutcome<Messages: ChildMessages, Reason: Sendable>: Sendable {
  /// The exit code, or `nil` when a signal ended it.
  package var code: Int32?
  /// What it wrote to standard output.
  package var output: [UInt8] = []
  /// What became of standard error.
  package var messages: Messages
  /// Why it was stopped; `nil` when it ended by itself.
  package var stop: ChildStop<Reason>?

  init(messages: Messages) { self.messages = messages }
}

/// Why a child was stopped.
package enum ChildStop<Reason: Sendable>: Sendable {
  /// It wrote more than allowed to standard output.
  case outputTooLarge
  /// It wrote more than its messages may have to standard error.
  case messagesTooLarge
  /// A pipe to it broke.
  case interrupted
  /// What it should have been fed could not be read.
  case inputFailed
  /// Whoever watched it had a reason.
  case watch(Reason)
}

/// Why a child could not be run to its end.
package enum ChildError: Error, Hashable, Sendable {
  /// The task that ran it was cancelled; nothing of it is left running.
  case cancelled
  /// The program is not on this machine.
  case programMissing
  /// The system refused; its own words.
  case failed(String)
}
