internal import KitCore

/// What is said about confidentiality, the same everywhere.
enum ConfidentialityWords {
  /// The Chatham House Rule, word for word.
  static let rule =
    "When a meeting, or part thereof, is held under the Chatham House Rule, participants are free to use the "
    + "information received, but neither the identity nor the affiliation of the speaker(s), nor that of any other "
    + "participant, may be revealed."

  /// One sentence for each level.
  static func summary(_ level: Confidentiality) -> String {
    switch level {
    case .onTheRecord: "On the record: everything may be told, with names."
    case .membersOnly: "What is said stays with the people who were there; what you learn, you may use."
    case .chathamHouse: "The Chatham House Rule: use what you hear, never say who said it or who was there."
    }
  }

  /// What people may and may not do.
  static func points(_ level: Confidentiality) -> [String] {
    switch level {
    case .onTheRecord:
      [
        "You may tell what you heard, and who said it.",
        "If something should not be told, say so before you say it.",
      ]
    case .membersOnly:
      [
        "You may use what you learn.",
        "You may not say who said it unless they agree.",
        "Ask before you take a picture of anything with words on it.",
      ]
    case .chathamHouse:
      [
        "You may use what you hear, in your own words.",
        "You may not say who said it, where they work, or who else was here.",
        "Nothing is recorded or photographed.",
      ]
    }
  }
}
