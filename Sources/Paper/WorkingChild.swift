internal import Children

/// A program that turns staged files into others: no network to speak of, no surroundings, limited.
struct WorkingChild: Sendable {
  /// Its absolute path, or its name to be found in ``path``.
  let program: String
  /// The words after its name.
  let arguments: [String]
  /// The most bytes of memory.
  let memoryBytes: Int
  /// What it finds in its environment beside what every child of this kind gets.
  var variables: [String: String] = [:]
  /// What it is fed.
  var input: [UInt8] = []

  /// How it ended.
  struct Outcome {
    let code: Int32?
    let output: [UInt8]
    /// The first line of what it said, for a message.
    let words: String
  }

  /// Runs it to its end.
  ///
  /// - Throws: ``PaperError``; not for an exit code.
  func run(longest: Duration) async throws(PaperError) -> Outcome {
    let child = Child(
      program: program, arguments: arguments,
      environment: Self.surroundings.merging(variables) { $1 },
      limits: ChildLimits(
        fileBytes: 256 << 20, processorSeconds: 2 * Int(longest.components.seconds), memoryBytes: memoryBytes,
        outputBytes: 64 << 20))
    let outcome: ChildOutcome<FirstWords, Duration>
    do throws(ChildError) {
      outcome = try await child.run(input: feed(), messages: FirstWords()) { _ in
        do { try await ContinuousClock().sleep(for: longest) } catch { return nil }
        return longest
      }
    } catch {
      switch error {
      case .cancelled: throw .cancelled
      case .programMissing: throw .broke("prlimit (util-linux) is not on this computer")
      case .failed(let words): throw .broke(words)
      }
    }
    switch outcome.stop {
    case nil: break
    case .watch: throw .tooSlow(seconds: Int(longest.components.seconds))
    case .outputTooLarge, .messagesTooLarge, .interrupted, .inputFailed: throw .broke("its output broke off")
    }
    let said = outcome.messages.text.split(separator: "\n").last ?? "it gave no reason"
    return Outcome(code: outcome.code, output: outcome.output, words: String(said.prefix(400)))
  }

  private func feed() -> (@Sendable () throws -> [UInt8]?)? {
    guard !input.isEmpty else { return nil }
    let pieces = PieceByPiece(bytes: input)
    return { pieces.next() }
  }

  /// The same on every machine. The proxies lead nowhere, should anything ever try to reach a network.
  private static let surroundings: [String: String] = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": "/nonexistent", "LC_ALL": "C.UTF-8", "TZ": "UTC",
    "SOURCE_DATE_EPOCH": "315532800", "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9",
  ]
}
