package import KitCore

/// What to make a pack of, and for whom.
package struct PackRequest: Sendable {
  /// The kit as it is at ``commit``, or at the version that the event pinned.
  package var kit: Kit
  /// The event.
  package var event: Event
  /// The commit that the kit was read from, 40 hexadecimal digits; `nil` for files that are not in git.
  package var commit: String?
  /// When that commit was made, in seconds since 1970 UTC; times in files are this time.
  package var time: Int64
  /// How many people to count materials for; else the event's capacity, or the most that the plan is for.
  package var people: Int?
  /// The minutes that the session must fit; `nil` for the plan as it is.
  package var minutes: Int?
  /// The people who come, for a private pack; `nil` for a pack that may be shared, which holds no names.
  package var attendees: [Attendee]?

  /// Asks for a pack that may be shared.
  package init(kit: Kit, event: Event, commit: String? = nil, time: Int64 = 0) {
    self.kit = kit
    self.event = event
    self.commit = commit
    self.time = time
  }

  /// Whether the pack may hold names of people.
  package var isPrivate: Bool { attendees != nil }
}

/// Somebody who booked. Never part of a kit, nor of a pack that may be shared.
package struct Attendee: Sendable, Hashable {
  /// The name as it should stand on a badge.
  package let name: String
  /// The organisation; empty where none was given.
  package let organisation: String

  /// Makes somebody.
  package init(name: String, organisation: String) {
    self.name = name
    self.organisation = organisation
  }
}
