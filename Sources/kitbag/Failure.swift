internal import KitCore

/// How a command ended, as the shell sees it.
enum ExitStatus: Int32 {
  /// All done.
  case done = 0
  /// The command could not do what was asked; nothing half-done is left.
  case failed = 1
  /// A person must decide before it can go on.
  case waitsForDecision = 2
  /// The command was called in a way that it does not understand (`EX_USAGE`).
  case wrongUsage = 64
  /// A mistake of the program itself (`EX_SOFTWARE`).
  case ourFault = 70
}

/// Why a command stopped, in words for a person.
struct Failure: Error {
  var status: ExitStatus = .failed
  /// What happened, one sentence.
  var what: String
  /// Where: a file, with line and column if known.
  var place: String?
  /// What is safe: what was not touched, or is kept.
  var safe: String?
  /// What to do next.
  var next: String?
  /// What only somebody who asks for details wants to see, such as git's own words.
  var details: String?

  /// The lines for a terminal, each safe to print.
  ///
  /// - Parameter verbose: whether to add the details.
  func text(verbose: Bool) -> String {
    var lines = ["kitbag: " + (place.map { "\($0): " } ?? "") + what]
    if let safe { lines.append(safe) }
    if let next { lines.append("Next: " + next) }
    if verbose, let details { lines.append("Details: " + details) }
    return lines.map { TerminalText($0).shown }.joined(separator: "\n")
  }

  /// The failure for programs: `{"error": {"what": …, "status": …}}`, with `place`, `safe`, `next`, `details` where known.
  var json: JSON {
    [
      "error": .compact([
        ("what", .string(what)),
        ("place", place.map { .string($0) }),
        ("safe", safe.map { .string($0) }),
        ("next", next.map { .string($0) }),
        ("details", details.map { .string($0) }),
        ("status", .integer(Int(status.rawValue))),
      ])
    ]
  }
}
