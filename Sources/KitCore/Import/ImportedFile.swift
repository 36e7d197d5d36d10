/// Writes new files of a kit.
enum ImportedFile {
  /// A data file.
  static func yaml(_ value: YAMLValue) -> String { lines(value, indent: 0).joined(separator: "\n") + "\n" }

  /// From so many to so many.
  static func range(_ range: ClosedRange<Int>) -> YAMLValue {
    .mapping([YAMLField("min", .integer(range.lowerBound)), YAMLField("max", .integer(range.upperBound))])
  }

  /// A Markdown file with front matter.
  static func markdown(_ fields: YAMLValue, body: String) -> String {
    "---\n" + yaml(fields) + "---\n" + (body.isEmpty ? "" : "\n" + body + "\n")
  }

  private static func lines(_ value: YAMLValue, indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    switch value {
    case .mapping(let fields):
      return fields.flatMap { (field: YAMLField) -> [String] in
        let key = space + scalar(field.name ?? "") + ":"
        return entry(after: key, field.value, indent: indent + 2)
      }
    case .sequence(let items):
      return items.flatMap { (item: YAMLValue) -> [String] in
        guard case .mapping(let fields) = item, !fields.isEmpty else {
          return entry(after: space + "-", item, indent: indent + 2)
        }
        var inner = lines(item, indent: indent + 2)
        inner[0] = space + "- " + inner[0].dropFirst(indent + 2)
        return inner
      }
    default: return [space + inline(value)]
    }
  }

  /// A value behind a key or a dash: on the same line where it fits, else below.
  private static func entry(after opening: String, _ value: YAMLValue, indent: Int) -> [String] {
    switch value {
    case .mapping(let fields) where fields.isEmpty: return [opening + " {}"]
    case .sequence(let items) where items.isEmpty: return [opening + " []"]
    case .mapping, .sequence: return [opening] + lines(value, indent: indent)
    case .text(let text) where isBlock(text):
      let space = String(repeating: " ", count: indent)
      let inner = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        (line: Substring) -> String in
        line.isEmpty ? "" : space + line
      }
      return [opening + " |-"] + inner
    default: return [opening + " " + inline(value)]
    }
  }

  /// Whether a text can stand as a literal block: several lines, none of which YAML would change.
  private static func isBlock(_ text: String) -> Bool {
    text.contains("\n") && text.first?.isWhitespace == false && text.last?.isWhitespace == false
      && text.unicodeScalars.allSatisfy { $0 == "\n" || $0.value >= 0x20 && !$0.isOddInYAML }
  }

  private static func inline(_ value: YAMLValue) -> String {
    switch value {
    case .text(let text): scalar(text)
    case .literal(let text): text
    default: "null"
    }
  }

  /// A text on one line, in quotes where any reader could take it for something else.
  private static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, !YAMLLiteral.matches(text) else { return false }
    if "!&*-?:,[]{}#|>@`\"'%=<~ ".contains(first) || last == " " || last == ":" { return false }
    if text.contains(": ") || text.contains(" #") || text.contains("{{") { return false }
    return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !$0.isOddInYAML }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20 || scalar.isOddInYAML: quoted += escape(scalar)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  /// Whether YAML readers break a line here, refuse the character, or drop it.
  fileprivate var isOddInYAML: Bool {
    switch value {
    case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
