/// An id that stands in a file or is a file's name: 1 to 64 of `a`–`z`, `0`–`9` and `-`.
///
/// The raw value is always well formed, so that it may become part of a file name, an address or a link.
package protocol Identifier: RawRepresentable<String>, Hashable, Sendable, Comparable, CustomStringConvertible
{
  /// Takes a raw value that is known to be well formed.
  init(wellFormed rawValue: String)
}

extension Identifier {
  /// Takes a text if it is a well-formed id.
  package init?(rawValue: String) {
    guard isWellFormedID(rawValue) else { return nil }
    self.init(wellFormed: rawValue)
  }

  /// Makes the id that comes nearest to any text, or `fallback` where nothing of the text can stand in one.
  ///
  /// Letters become small, marks on letters go, everything else becomes one hyphen.
  package init(likeness text: String, fallback: String) {
    let slug = slug(of: text)
    self.init(wellFormed: slug.isEmpty ? fallback : slug)
  }

  /// The id itself.
  package var description: String { rawValue }

  /// Ids are ordered by their characters.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The id of a kit or a group, or of what has a file to itself: a plan, guide, method, checklist, round,
/// event or debrief, whose id is the file's name.
package struct KitID: Identifier {
  package let rawValue: String
  package init(wellFormed rawValue: String) { self.rawValue = rawValue }
}

/// The id of a part inside a file: a block, track, task or question.
package struct BlockID: Identifier {
  package let rawValue: String
  package init(wellFormed rawValue: String) { self.rawValue = rawValue }
}

/// The id of a role, `facilitator`; never a person.
package struct RoleID: Identifier {
  package let rawValue: String
  package init(wellFormed rawValue: String) { self.rawValue = rawValue }

  /// The role that every kit has: whoever leads the session.
  package static let facilitator = RoleID(wellFormed: "facilitator")
  /// The role that every kit has: whoever offers the room.
  package static let host = RoleID(wellFormed: "host")
}

/// The id of a resource: its path below `resources/` without the ending, `cards/user-needs`.
package struct ResourceID: Hashable, Sendable, Comparable, CustomStringConvertible, RawRepresentable {
  /// Ids with slashes between them.
  package let rawValue: String

  /// Takes a text if each part between slashes is a well-formed id.
  package init?(rawValue: String) {
    guard TextPattern.resourceID.matches(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// The id itself.
  package var description: String { rawValue }

  /// Ids are ordered by their characters.
  package static func < (left: ResourceID, right: ResourceID) -> Bool { left.rawValue < right.rawValue }

  /// Whether this is the resource or stands in the folder called `name`.
  package func isInside(_ name: ResourceID) -> Bool {
    self == name || rawValue.hasPrefix(name.rawValue + "/")
  }
}

private func isWellFormedID(_ text: String) -> Bool {
  (1...64).contains(text.utf8.count) && text.utf8.allSatisfy { TextPattern.CharacterClass.slug.contains($0) }
}

/// The text as an id; empty where none of its characters can stand in one.
package func slug(of text: String) -> String {
  var slug = ""
  var needsHyphen = false
  for character in text.lowercased() {
    // The first scalar of a decomposed letter is the letter without its marks.
    let plain = character.isASCII ? character : plainLetter(character)
    if let plain, plain.isLetter || plain.isNumber {
      if needsHyphen, !slug.isEmpty { slug += "-" }
      slug.append(plain)
      needsHyphen = false
    } else if character != "'" && character != "’" {
      needsHyphen = true
    }
    if slug.utf8.count >= 64 { break }
  }
  return slug
}

private func plainLetter(_ character: Character) -> Character? {
  let known: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ä": "a", "å": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i",
    "ì": "i", "î": "i", "ï": "i", "ó": "o", "ò": "o", "ô": "o", "ö": "o", "ø": "o", "ú": "u", "ù": "u",
    "û": "u", "ü": "u", "ŵ": "w", "ẁ": "w", "ẃ": "w", "ẅ": "w", "ŷ": "y", "ý": "y", "ÿ": "y", "ñ": "n",
    "ç": "c",
  ]
  return known[character]
}
