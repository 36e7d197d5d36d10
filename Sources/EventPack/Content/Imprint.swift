internal import KitCore

/// What stands on every page of a pack: whose it is, and what it owes.
package struct Imprint: Sendable {
  /// The event's name.
  package let event: String
  /// Who runs it.
  package let organiser: String
  /// The day as people read it, with the times.
  package let when: String
  /// The kit's name with its version; "Based on …" where fixed parts were changed.
  package let kit: String
  /// The kit's id, version, commit and licence.
  package let kitID: String, version: String, commit: String?, licence: String
  /// Sentences that licences demand.
  package let statements: [String]
  /// Sources with their licences.
  package let attributions: [(source: String, url: String?, licence: String)]
  /// The group's colour as `#1d70b8`, if it has one that can be read on white and on black.
  package let colour: String?
  /// The group's logo in the pack, if it has one, and what it shows.
  package let logo: PackPicture?
  /// The event's id.
  package let eventID: String
  /// The moment of the commit, in seconds since 1970 UTC: the time of every file.
  package let time: Int64
  /// Whether the pack may hold names.
  package let isPrivate: Bool
  /// The main language.
  package let language: String

  init(_ occasion: Occasion, _ credits: Credits) {
    let kit = occasion.kit.identity
    event = occasion.line(occasion.event.title)
    organiser = occasion.organiser
    when = "\(Wording(occasion.language).date(occasion.day)), \(occasion.start)–\(occasion.end)"
    self.kit = "\(occasion.kitName), version \(kit.version)"
    kitID = kit.id?.rawValue ?? ""
    version = kit.version
    commit = occasion.request.commit
    licence = kit.licence
    statements = credits.statements.map(occasion.line)
    attributions = credits.attributions.map { (occasion.line($0.source), $0.url, $0.licence) }
    colour = occasion.kit.group?.look.colour
    logo = nil
    eventID = occasion.event.id.rawValue
    time = occasion.request.time
    isPrivate = occasion.request.isPrivate
    language = occasion.language
  }
}
