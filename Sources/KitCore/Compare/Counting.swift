/// Numbers and nouns as they stand in a sentence.
enum Counting {
  private static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  /// `one sentence`, `two sentences`, `13 sentences`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(words.indices.contains(number) ? words[number] : String(number)) \(number == 1 ? noun : plural(noun))"
  }

  private static func plural(_ noun: String) -> String {
    switch noun {
    case "entry": "entries"
    case let other where other.hasSuffix("s") || other.hasSuffix("x"): other + "es"
    default: noun + "s"
    }
  }

  /// `one minute`, `180 minutes`: always in figures, as they stand in a plan.
  static func minutes(_ number: Int) -> String { "\(number) \(number == 1 ? "minute" : "minutes")" }

  /// `a, b and c`, or with another word before the last.
  static func list(_ parts: [String], _ word: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
  }
}
