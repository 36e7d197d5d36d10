/// Why a release was not made. Nothing was changed.
package enum ReleaseError: ExplainedError, Hashable, Sendable {
  /// The text is no version.
  case badVersion(String, proposal: String)
  /// There is a release of this version already.
  case taken(String, proposal: String)
  /// The version is not newer than the last release.
  case notNewer(String, than: String, proposal: String)
  /// Nothing changed since the last release.
  case nothingNew(since: String)
  /// The kit has no such round; the nearest, and all that there are.
  case noSuchRound(String, nearest: String?, known: [String])

  /// What happened, in one sentence.
  package var what: String {
    switch self {
    case .badVersion(let text, _): "'\(text)' is not a version."
    case .taken(let text, _): "Version \(text) is released already."
    case .notNewer(let text, let last, _): "Version \(text) is not newer than \(last), the last release."
    case .nothingNew(let last): "Nothing changed since version \(last)."
    case .noSuchRound(let id, _, _): "There is no round '\(id)' in this kit."
    }
  }

  /// What is safe.
  package var safe: String? { "Nothing was changed." }

  /// What to do next.
  package var next: String? {
    switch self {
    case .badVersion(_, let proposal): "Versions look like 1.2.0. What changed asks for \(proposal)."
    case .taken(_, let proposal), .notNewer(_, _, let proposal): "What changed asks for \(proposal)."
    case .nothingNew: "Change something first; 'kitbag save' keeps it."
    case .noSuchRound(_, let nearest, let known):
      nearest.map { "Did you mean '\($0)'?" }
        ?? (known.isEmpty
          ? "Write rounds/ID.yaml first; the sample kits have some."
          : "It has \(known.joined(separator: ", ")).")
    }
  }
}
