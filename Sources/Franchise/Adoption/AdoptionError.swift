/// Why nothing was taken from a sister group. Nothing was changed.
package enum AdoptionError: ExplainedError, Hashable, Sendable {
  /// Nobody of that name is in the network; the nearest, and all that are in it.
  case unknownGroup(String, nearest: String?, known: [String])
  /// The network does not say where the group's kit is.
  case noAddress(String)
  /// The sister's kit has no such part; the nearest one that it has.
  case unknownPart(String, group: String, nearest: String?)
  /// What was asked for is one group's alone.
  case localPart(String)
  /// The kit would have errors that it does not have now, such as a handout that is missing: a sentence each.
  case needsMore([String])
  /// The kit there has nothing in common with this one.
  case stranger(String)

  /// What happened, in one sentence.
  package var what: String {
    switch self {
    case .unknownGroup(let name, _, _): "There is no group '\(name)' in the network."
    case .noAddress(let name): "The network does not say where the kit of '\(name)' is."
    case .unknownPart(let part, let group, _): "\(group) has no part '\(part)'."
    case .localPart(let part): "'\(part)' belongs to one group alone."
    case .needsMore(let sentences):
      "That part needs something more: " + sentences.prefix(3).joined(separator: " ")
    case .stranger(let address): "The kit at '\(address)' is not a version of this one."
    }
  }

  /// What is safe.
  package var safe: String? { "Nothing was changed." }

  /// What to do next.
  package var next: String? {
    switch self {
    case .unknownGroup(_, let nearest, let known):
      nearest.map { "Did you mean '\($0)'?" }
        ?? (known.isEmpty
          ? "Name the folder or address of the group's kit instead."
          : "It has \(known.joined(separator: ", ")). You may also name a folder or an address.")
    case .noAddress: "Name the folder or address of the group's kit instead."
    case .unknownPart(_, _, let nearest): nearest.map { "Did you mean '\($0)'?" }
    case .localPart: "Take a plan, a guide, a resource, or a part of one."
    case .needsMore: "Adopt what it needs in the same command, or the whole plan."
    case .stranger: "Check the address."
    }
  }
}
