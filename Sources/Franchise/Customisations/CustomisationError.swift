/// Why a difference from the master could not be listed, kept or taken back. Nothing was changed.
package enum CustomisationError: ExplainedError, Hashable, Sendable {
  /// The kit has no master.
  case noMaster
  /// The common version with the master is not to be found.
  case noCommonVersion
  /// Neither kit has such a part; the nearest one that there is.
  case unknownPart(String, nearest: String?)
  /// A reason has no words.
  case noReason
  /// A day is not one.
  case badDay(String)
  /// The part is the group's alone, so that the master has no version of it.
  case ownPart(String)

  /// What happened, in one sentence.
  package var what: String {
    switch self {
    case .noMaster: "This kit has no master: it was not made by 'kitbag fork'."
    case .noCommonVersion: "This kit and its master have no version in common."
    case .unknownPart(let part, _): "There is no part '\(part)', here or in the master."
    case .noReason: "A reason needs a few words."
    case .badDay(let text): "'\(text)' is not a day."
    case .ownPart(let part): "'\(part)' is your group's alone; the master has none."
    }
  }

  /// What is safe.
  package var safe: String? { "Nothing was changed." }

  /// What to do next.
  package var next: String? {
    switch self {
    case .noMaster: "In a master, 'kitbag release' tells what changed since the last release."
    case .noCommonVersion: "'kitbag doctor' looks for what is wrong."
    case .unknownPart(_, let nearest):
      nearest.map { "Did you mean '\($0)'?" } ?? "'kitbag changes' lists what differs."
    case .noReason: "Say in '--because' why the part differs, for whoever comes after you."
    case .badDay: "Write it like 2026-03-31."
    case .ownPart: nil
    }
  }
}
