/// What may be told afterwards, from the most open to the tightest.
package enum Confidentiality: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Everything may be told, with names.
  case onTheRecord = "on-the-record"
  /// Only members of the group learn of it.
  case membersOnly = "members-only"
  /// What was said may be told, never who said it or who was there.
  case chathamHouse = "chatham-house"

  /// The tighter one is the greater one.
  package static func < (left: Confidentiality, right: Confidentiality) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .onTheRecord: 0
    case .membersOnly: 1
    case .chathamHouse: 2
    }
  }
}
