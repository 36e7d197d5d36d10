/// How one value differs from its shape.
struct ShapeFault {
  let rule: String
  /// What is wrong, as the end of a sentence that begins with the key.
  let reason: String
  let remedy: String
}

extension ValueShape {
  /// How a single value differs from this shape, or `nil` where it does not; lists and mappings are not
  /// looked at.
  func fault(of scalar: YAMLScalar) -> ShapeFault? {
    switch self {
    case .text:
      guard scalar.text.isEmpty else { return nil }
      return ShapeFault(rule: "empty-value", reason: "is empty", remedy: "Write \(words).")
    case .integer(let range): return fault(of: scalar, in: range)
    case .boolean:
      guard scalar.asBoolean == nil else { return nil }
      return ShapeFault(
        rule: "wrong-type", reason: "is “\(scalar.excerpt)”, which is neither yes nor no",
        remedy: "Write yes or no, without quotes.")
    case .choice(let words):
      guard !words.contains(scalar.text) else { return nil }
      let meant = NearestMatch.question(scalar.text, among: words)
      return ShapeFault(
        rule: "not-a-choice", reason: "is “\(scalar.excerpt)”, which is not one of its words",
        remedy: (meant.isEmpty ? "" : meant + " ") + "The words are: \(words.joined(separator: ", ")).")
    case .pattern(let pattern, let example):
      guard !pattern.matches(scalar.text) else { return faultOfDay(scalar.text, pattern) }
      return ShapeFault(
        rule: "bad-form", reason: "is “\(scalar.excerpt)”, which does not have the right form",
        remedy: pattern.hint ?? "Write it like this: \(example).")
    case .scalar, .list, .mapping, .object: return nil
    }
  }

  /// A day that no calendar has, though it looks like one.
  private func faultOfDay(_ text: String, _ pattern: TextPattern) -> ShapeFault? {
    guard pattern == .date else { return nil }
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, parts[2] > daysOfMonth(parts[1], in: parts[0]) else { return nil }
    return ShapeFault(
      rule: "bad-date", reason: "is \(text), a day that no calendar has",
      remedy: "Check the month and the day.")
  }

  private func daysOfMonth(_ month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  private func fault(of scalar: YAMLScalar, in range: ClosedRange<Int>) -> ShapeFault? {
    guard let number = scalar.asInteger else {
      if let minutes = scalar.minutesOfClock, range.upperBound == 1440 {
        return ShapeFault(
          rule: "wrong-type", reason: "is “\(scalar.excerpt)”, which is not a whole number of minutes",
          remedy: "Write \(minutes).")
      }
      if scalar.style != .plain, let number = YAMLScalar(text: scalar.text, style: .plain).asInteger {
        return ShapeFault(
          rule: "wrong-type", reason: "is a text, since “\(number)” stands in quotes",
          remedy: "Write \(number) without quotes.")
      }
      return ShapeFault(
        rule: "wrong-type", reason: "is “\(scalar.excerpt)”, which is not a whole number",
        remedy: "Write \(words), in digits only and without quotes.")
    }
    guard !range.contains(number) else { return nil }
    return ShapeFault(
      rule: "out-of-range", reason: "is \(number), which is out of range",
      remedy: range.count == 1 ? "Write \(range.lowerBound)." : "Write \(words).")
  }

  /// What is expected, as people would say it.
  var words: String {
    switch self {
    case .text, .scalar: "a text"
    case .integer(let range) where range.upperBound == Int(Int32.max):
      "a whole number from \(range.lowerBound)"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .boolean: "yes or no"
    case .choice(let words): "one of \(words.joined(separator: ", "))"
    case .pattern(_, let example): "a text such as “\(example)”"
    case .list: "a list"
    case .mapping: "names with values"
    case .object(let shape):
      "keys and values (\(shape.fields.map { $0.key }.prefix(4).joined(separator: ", ")))"
    }
  }
}

extension TextPattern {
  /// What this pattern asks for, where a sentence says it better than an example.
  var hint: String? {
    switch self {
    case TextPattern.id: "Ids have 1 to 64 of the letters a–z, the digits and “-”."
    case TextPattern.language: "Write a language as “en” or “cy”."
    case TextPattern.parameterName: "Names have letters, digits, “-” and “_”, and begin with a letter."
    default: nil
    }
  }
}

extension YAMLScalar {
  /// The beginning of the text, for a message.
  fileprivate var excerpt: String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 60 ? line.prefix(59) + "…" : String(line)
  }

  /// Minutes that were written as hours and minutes, `1:30`.
  fileprivate var minutesOfClock: Int? {
    let parts = text.split(separator: ":")
    guard parts.count == 2, parts[1].utf8.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]),
      (0...24).contains(hours), (0..<60).contains(minutes)
    else { return nil }
    return hours * 60 + minutes
  }
}
