/// Words in a published account that may tell who said something, or who was there.
///
/// Under the Chatham House Rule neither speaker nor participant may be known. No program can decide that; this one
/// finds the patterns by which it usually happens, so that a person looks at them.
package struct ReportedSpeech: Equatable, Sendable {
  /// How words tell on somebody.
  package enum Kind: Sendable {
    /// Two words or more in quotation marks.
    case quotation
    /// "Said", "told us", "according to", "our host", initials.
    case attribution
    /// A number under five of people or organisations.
    case smallCell
  }

  /// How the words tell on somebody.
  package let kind: Kind
  /// The words themselves, at most eighty characters.
  package let words: String

  /// All such places in `text`, which is prose without markup.
  package static func all(in text: String) -> [ReportedSpeech] {
    let words = text.split { $0.isWhitespace || $0 == "—" || $0 == "/" }.map(String.init)
    return quotations(in: text) + attributions(in: words) + smallCells(in: words)
  }

  private init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words.count > 80 ? words.prefix(79) + "…" : words
  }
}

// MARK: - The three patterns

extension ReportedSpeech {
  private static let closing: [Character: Character] = ["\"": "\"", "“": "”", "«": "»", "‘": "’", "„": "“"]

  private static func quotations(in text: String) -> [ReportedSpeech] {
    // Where each closing mark stands last: an opening mark behind it needs no search, so that all of them together
    // take one pass.
    var last: [Character: String.Index] = [:]
    for mark in Set(closing.values) { last[mark] = text.lastIndex(of: mark) }
    var found: [ReportedSpeech] = []
    var rest = text[...]
    while let open = rest.firstIndex(where: { closing[$0] != nil }) {
      let after = rest.index(after: open)
      guard let mark = closing[rest[open]], let end = last[mark], end >= after,
        let close = rest[after...].firstIndex(of: mark)
      else {
        rest = rest[after...]
        continue
      }
      let quoted = rest[after..<close]
      if quoted.split(whereSeparator: \.isWhitespace).count >= 2 {
        found.append(ReportedSpeech(.quotation, String(quoted)))
      }
      rest = rest[rest.index(after: close)...]
    }
    return found
  }

  private static let tellingVerbs: Set<String> = [
    "said", "says", "told", "tells", "admitted", "admits", "argued", "commented", "remarked", "claimed",
    "confessed",
    "quoted", "complained",
  ]
  private static let tellingPairs: Set<String> = [
    "according to", "our host", "our speaker", "the speaker", "our guest", "in the words", "words of",
  ]

  private static func attributions(in words: [String]) -> [ReportedSpeech] {
    words.indices.compactMap { (place: Int) -> ReportedSpeech? in
      let word = plain(words[place])
      let pair = place + 1 < words.count ? word + " " + plain(words[place + 1]) : word
      guard tellingVerbs.contains(word) || tellingPairs.contains(pair) || isInitials(words[place]) else {
        return nil
      }
      let around = words[max(0, place - 2)..<min(words.count, place + 3)]
      return ReportedSpeech(.attribution, around.joined(separator: " "))
    }
  }

  /// Whether a word is somebody's initials, such as `J.S.`; `U.K.` and the like are not.
  private static func isInitials(_ word: String) -> Bool {
    let scalars = Array(word.unicodeScalars.filter { !"(),;:".unicodeScalars.contains($0) })
    guard (3...6).contains(scalars.count), scalars.count(where: { $0 == "." }) >= 1 else { return false }
    let isPattern = scalars.enumerated().allSatisfy { (place, scalar) in
      place.isMultiple(of: 2) ? scalar.properties.isUppercase : scalar == "."
    }
    return isPattern && !["U.K.", "U.S.", "E.U.", "U.N.", "U.K", "U.S", "E.U", "U.N"].contains(String(word))
  }

  private static let smallNumbers: Set<String> = ["1", "2", "3", "4", "one", "two", "three", "four"]
  private static let people: Set<String> = [
    "people", "attendee", "attendees", "participant", "participants", "member", "members", "officer",
    "officers", "manager", "managers", "councillor", "councillors", "council", "councils", "director",
    "directors",
    "organisation", "organisations", "authority", "authorities", "chief", "chiefs", "colleague", "colleagues",
    "lead",
    "leads", "commissioner", "commissioners",
  ]

  /// `two officers`, `3 people`, `one unitary council`.
  private static func smallCells(in words: [String]) -> [ReportedSpeech] {
    words.indices.compactMap { (place: Int) -> ReportedSpeech? in
      guard smallNumbers.contains(plain(words[place])) else { return nil }
      let next = words[(place + 1)..<min(words.count, place + 3)]
      guard next.contains(where: { people.contains(plain($0)) }) else { return nil }
      return ReportedSpeech(.smallCell, ([words[place]] + next).joined(separator: " "))
    }
  }

  private static func plain(_ word: String) -> String {
    word.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
