/// What a text must look like: one description that both reads text and writes the regular expression
/// of a schema, so that the two cannot drift apart.
package indirect enum TextPattern: Hashable, Sendable {
  /// Exactly these characters.
  case exactly(String)
  /// Between so many and so many characters of a class.
  case characters(CharacterClass, ClosedRange<Int>)
  /// One pattern after the other.
  case sequence([TextPattern])
  /// The first alternative that lets the whole match.
  case either([TextPattern])
  /// Between so many and so many times the same pattern.
  case repeated(TextPattern, ClosedRange<Int>)

  /// A class of ASCII characters, as ranges.
  package struct CharacterClass: Hashable, Sendable {
    /// The class as it stands in a regular expression, without brackets: `a-z0-9-`.
    package let text: String
    private let ranges: [ClosedRange<UInt8>]
    private let isNegated: Bool

    /// Makes a class of ranges of ASCII characters.
    ///
    /// - Parameters:
    ///   - text: The same class as a regular expression writes it, without brackets.
    ///   - ranges: What is in the class.
    ///   - isNegated: Whether everything else is meant.
    package init(_ text: String, _ ranges: [ClosedRange<Unicode.Scalar>], isNegated: Bool = false) {
      self.text = text
      self.ranges = ranges.map { UInt8(ascii: $0.lowerBound)...UInt8(ascii: $0.upperBound) }
      self.isNegated = isNegated
    }

    /// Whether a byte of UTF-8 belongs to the class.
    func contains(_ byte: UInt8) -> Bool {
      ranges.contains { $0.contains(byte) } != isNegated
    }
  }

  /// Zero or one time.
  package static func optional(_ pattern: TextPattern) -> TextPattern { .repeated(pattern, 0...1) }

  /// How often a thing without upper limit may stand; far beyond any sensible text.
  package static let many = 4096

  /// Whether the whole of `text` looks like this.
  package func matches(_ text: String) -> Bool {
    if case .characters(let characterClass, let count) = self {
      return count.contains(text.utf8.count) && text.utf8.allSatisfy { characterClass.contains($0) }
    }
    let bytes = Array(text.utf8)
    return ends(in: bytes, from: [0]).contains(bytes.count)
  }

  /// The regular expression for the whole text, in the part of the language that every engine shares.
  package var regularExpression: String { "^" + expression(isAlone: true) + "$" }

  /// Every offset at which a match that begins at one of `starts` can end.
  ///
  /// Sets of offsets instead of backtracking: the time is bounded by the length of the text times the
  /// size of the pattern, whatever the text is.
  private func ends(in bytes: [UInt8], from starts: Set<Int>) -> Set<Int> {
    switch self {
    case .exactly(let text):
      let wanted = Array(text.utf8)
      return Set(starts.filter { bytes[$0...].starts(with: wanted) }.map { $0 + wanted.count })
    case .characters(let characterClass, let count):
      return TextPattern.repeating(count, from: starts) { offsets in
        Set(offsets.filter { $0 < bytes.count && characterClass.contains(bytes[$0]) }.map { $0 + 1 })
      }
    case .sequence(let patterns):
      return patterns.reduce(starts) { offsets, pattern in pattern.ends(in: bytes, from: offsets) }
    case .either(let patterns):
      return patterns.reduce(into: Set<Int>()) { found, pattern in
        found.formUnion(pattern.ends(in: bytes, from: starts))
      }
    case .repeated(let pattern, let count):
      return TextPattern.repeating(count, from: starts) { pattern.ends(in: bytes, from: $0) }
    }
  }

  private static func repeating(
    _ count: ClosedRange<Int>, from starts: Set<Int>, step: (Set<Int>) -> Set<Int>
  ) -> Set<Int> {
    var reached = count.lowerBound == 0 ? starts : []
    var current = starts
    var round = 0
    while round < count.upperBound, !current.isEmpty {
      round += 1
      current = step(current)
      // What was reached in an earlier round has been followed with more rounds to go.
      guard round >= count.lowerBound else { continue }
      current.subtract(reached)
      reached.formUnion(current)
    }
    return reached
  }

  private func expression(isAlone: Bool) -> String {
    switch self {
    case .exactly(let text):
      var escaped = ""
      for character in text {
        if "\\^$.|?*+()[]{}/".contains(character), character != "/" { escaped += "\\" }
        escaped.append(character)
      }
      return escaped
    case .characters(let characterClass, let count):
      return "[\(characterClass.text)]" + TextPattern.quantifier(count)
    case .sequence(let patterns):
      return patterns.map { $0.expression(isAlone: false) }.joined()
    case .either(let patterns):
      return "(" + patterns.map { $0.expression(isAlone: true) }.joined(separator: "|") + ")"
    case .repeated(let pattern, let count):
      let inner = pattern.expression(isAlone: true)
      if case .either = pattern { return inner + TextPattern.quantifier(count) }
      return "(" + inner + ")" + TextPattern.quantifier(count)
    }
  }

  private static func quantifier(_ count: ClosedRange<Int>) -> String {
    switch (count.lowerBound, count.upperBound) {
    case (1, 1): ""
    case (0, 1): "?"
    case (0, many): "*"
    case (1, many): "+"
    case (let low, many): "{\(low),}"
    case (let low, let high) where low == high: "{\(low)}"
    case (let low, let high): "{\(low),\(high)}"
    }
  }
}
