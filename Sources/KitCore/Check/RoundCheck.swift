/// A round is run with this kit, in a version that there is, and in its own window.
enum RoundCheck {
  static let stranger = CheckRule(
    "round-of-another-kit", .error,
    why: "Groups would look for a round's parts in a kit that has none of them.",
    remedy: "Write this kit's id under “kit”, or move the round to the kit that it belongs to.")
  static let ahead = CheckRule(
    "round-ahead", .warning, why: "A round is pinned to a version that groups can take.",
    remedy: "Pin a version that is released, or raise the kit's own version.")
  static let window = CheckRule(
    "window-upside-down", .error, why: "A window that ends before it begins holds no day.",
    remedy: "Swap “from” and “to”, or correct them.")
  static let missing = CheckRule(
    "missing-round", .warning, why: "Answers are compared within a round, so an event's round must be known.",
    remedy: "Take the master's update that has the round, or correct the id.")
  static let outside = CheckRule(
    "outside-round", .warning, why: "An event outside its round's window comes too early or too late for it.",
    remedy: "Correct the date, or name another round.")

  static let rules = [stranger, ahead, window, missing, outside]

  static func diagnostics(of kit: Kit) -> [Diagnostic] {
    kit.rounds.flatMap { of($0, kit) } + kit.events.compactMap { of($0, kit) }
  }

  private static func of(_ round: Round, _ kit: Kit) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let pinned = round.record.record("kit"), !kit.unread.contains(.kit) {
      if let id = round.kit, let own = kit.identity.id, id != own {
        found.append(
          stranger.found(in: pinned, at: "id", "The round is run with the kit “\(id)”; this is “\(own)”."))
      } else if let version = SemanticVersion(round.version), let own = SemanticVersion(kit.identity.version),
        version > own
      {
        found.append(
          ahead.found(
            in: pinned, at: "version",
            "The round is pinned to version \(round.version), but the kit is at \(kit.identity.version)."))
      }
    }
    // Days are written from the year on, so that their texts compare as they do.
    if let days = round.record.record("window"), !round.from.isEmpty, !round.to.isEmpty, round.to < round.from
    {
      found.append(
        window.found(in: days, at: "to", "The round ends on \(round.to), before it begins on \(round.from)."))
    }
    return found
  }

  private static func of(_ event: Event, _ kit: Kit) -> Diagnostic? {
    guard let id = event.round, !kit.unread.contains(Address(.round, id)) else { return nil }
    guard let round = kit.round(id) else {
      let question = NearestMatch.question(id.rawValue, among: kit.rounds.map(\.id.rawValue))
      return missing.found(
        in: event.record, at: "round", "There is no round “\(id)”.",
        remedy: question.isEmpty ? nil : question + " " + missing.remedy)
    }
    guard !event.date.isEmpty, !round.from.isEmpty, round.from <= round.to,
      event.date < round.from || event.date > round.to
    else { return nil }
    return outside.found(
      in: event.record, at: "date",
      "The event is on \(event.date); the round “\(round.title)” runs from \(round.from) to \(round.to).")
  }
}
