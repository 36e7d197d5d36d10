/// A text in which `{{name}}` stands for the value of a parameter.
///
/// Nothing else is special: there are no conditions, loops or calls, and a value is never looked at again, so that
/// text from a stranger stays text. Values are put in only when something is made of a kit, never in its files.
package struct ParameterText: Hashable, Sendable {
  /// The uses, escapes and mistakes in order of place; they never overlap.
  package let uses: [ParameterUse]

  private let bytes: ArraySlice<UInt8>

  /// Looks through a text; ranges are offsets in its UTF-8.
  package init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// Looks through a part of a file; ranges are those of the file.
  ///
  /// The part may be the raw bytes of a YAML value in whatever quotes.
  package init(_ source: SourceText, in range: SourceRange) { self.init(source.bytes[range]) }

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    var uses: [ParameterUse] = []
    var index = bytes.startIndex
    while let open = ParameterText.braces(in: bytes, from: index) {
      guard let use = ParameterText.use(in: bytes, at: open) else {
        index = open + 1
        continue
      }
      uses.append(use)
      index = use.range.upperBound
    }
    self.uses = uses
  }

  /// The names that are used, each once, in the order of their first use.
  package var names: [String] {
    var seen: Set<String> = []
    return uses.compactMap { (use: ParameterUse) -> String? in use.name }.filter { seen.insert($0).inserted }
  }

  /// The text with each use replaced by its value and each escape by its braces.
  ///
  /// A use without a value stays as it stands, so that it is seen; ``faults(values:declared:)`` reports it.
  package func substituting(_ values: [String: String]) -> String {
    var output: [UInt8] = []
    var index = bytes.startIndex
    for use in uses {
      output += bytes[index..<use.range.lowerBound]
      switch use.kind {
      case .escape: output += Array("{{".utf8)
      case .parameter(let name):
        output +=
          values[name].map { (value: String) -> [UInt8] in Array(value.utf8) } ?? Array(bytes[use.range])
      case .other: output += bytes[use.range]
      }
      index = use.range.upperBound
    }
    output += bytes[index...]
    return String(decoding: output, as: UTF8.self)
  }

  /// The uses that have no value, in order of place.
  ///
  /// - Parameters:
  ///   - values: The values there are.
  ///   - declared: The names that the kit declares, in its order.
  package func faults(values: [String: String], declared: [String]) -> [ParameterFault] {
    uses.compactMap { (use: ParameterUse) -> ParameterFault? in
      switch use.kind {
      case .escape: return nil
      case .other(let text):
        let name = ParameterText.tidied(text)
        let nearest = NearestMatch.of(name, among: declared)
        return ParameterFault(kind: .malformed(text), range: use.range, suggestion: nearest)
      case .parameter(let name):
        if values[name] != nil { return nil }
        if declared.contains(name) {
          return ParameterFault(kind: .unset(name), range: use.range, suggestion: nil)
        }
        let nearest = NearestMatch.of(name, among: declared)
        return ParameterFault(kind: .unknown(name), range: use.range, suggestion: nearest)
      }
    }
  }

  /// Whether a parameter can have this name: 1 to 64 small letters, digits and hyphens.
  package static func isName(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count) && name.utf8.allSatisfy(isNameByte)
  }

  // MARK: Reading

  private static func braces(in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.endIndex {
      if bytes[index] == UInt8(ascii: "{") && bytes[index + 1] == UInt8(ascii: "{") { return index }
      index += 1
    }
    return nil
  }

  /// What stands at double braces; `nil` if they are mere text.
  private static func use(in bytes: ArraySlice<UInt8>, at open: Int) -> ParameterUse? {
    if open > bytes.startIndex, bytes[open - 1] == UInt8(ascii: "\\") {
      return ParameterUse(kind: .escape, range: open - 1..<open + 2)
    }
    var index = open + 2
    while index < bytes.endIndex, isNameByte(bytes[index]) { index += 1 }
    if closes(bytes, at: index), (1...64).contains(index - open - 2) {
      let name = String(decoding: bytes[open + 2..<index], as: UTF8.self)
      return ParameterUse(kind: .parameter(name), range: open..<index + 2)
    }
    // `{{{name}}}` is a parameter in single braces; the next brace opens it.
    if index < bytes.endIndex, index == open + 2, bytes[index] == UInt8(ascii: "{") { return nil }
    let limit = min(bytes.endIndex, open + longestMistake)
    while index < limit, bytes[index] != 0x0A, bytes[index] != UInt8(ascii: "{") {
      if closes(bytes, at: index) {
        let text = String(decoding: bytes[open + 2..<index], as: UTF8.self)
        return ParameterUse(kind: .other(text), range: open..<index + 2)
      }
      index += 1
    }
    return nil
  }

  private static let longestMistake = 200

  private static func closes(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
    index + 1 < bytes.endIndex && bytes[index] == UInt8(ascii: "}") && bytes[index + 1] == UInt8(ascii: "}")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || byte == UInt8(ascii: "-")
  }

  /// A mistaken name without blanks, in small letters, with hyphens.
  private static func tidied(_ text: String) -> String {
    let kept = text.lowercased().filter { (letter: Character) -> Bool in !letter.isWhitespace }
    return String(kept.map { (letter: Character) -> Character in letter == "_" ? "-" : letter })
  }
}
