/// Why a group's kit was not started. Nothing was made.
package enum ForkError: ExplainedError, Hashable, Sendable {
  /// The master has no such plan; the nearest, and all that it has.
  case unknownPlan(String, nearest: String?, known: [String])

  /// What happened, in one sentence.
  package var what: String {
    switch self {
    case .unknownPlan(let name, _, _): "The master has no plan '\(name)'."
    }
  }

  /// What is safe.
  package var safe: String? { "Nothing was made." }

  /// What to do next.
  package var next: String? {
    switch self {
    case .unknownPlan(_, let nearest, let known):
      nearest.map { "Did you mean 'plan:\($0)'?" }
        ?? "It has " + known.map { "plan:\($0)" }.joined(separator: ", ") + "."
    }
  }
}
