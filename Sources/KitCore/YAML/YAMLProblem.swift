/// The parser's complaints in words that a facilitator understands.
enum YAMLProblem {
  /// The parser's complaint about a tab in the indentation, which we find ourselves where it complains of something else.
  static let tab = "found a tab character that violates indentation"

  static func message(for problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "There is a colon here where none can stand: inside text without quotes, or after wrong indentation."
    case "found character that cannot start any token":
      "A value cannot begin with this character unless it is in quotes."
    case "did not find expected key", "could not find expected ':'":
      "A key with a colon is expected here; the line may be indented wrongly, or its colon is missing."
    case "did not find expected '-' indicator":
      "A list item with “-” is expected here; the line may be indented wrongly."
    case "did not find expected node content":
      "A value is expected here, or the closing sign of a bracket before it."
    case "did not find expected ',' or ']'": "A comma or the closing “]” of a list is missing."
    case "did not find expected ',' or '}'": "A comma or the closing “}” is missing."
    case "found unexpected end of stream": "The quotes that begin before this are not closed."
    case "block sequence entries are not allowed in this context": "A list cannot begin here."
    case "found unknown escape character": "After “\\” stands a character that cannot follow it."
    case tab, "found a tab character where an indentation space is expected":
      "The line is indented by a tab; YAML is indented by spaces."
    default: "This is not valid YAML: \(problem)."
    }
  }

  static func remedy(for problem: String, begun: SourcePlace?) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "Put the text in quotes, or indent the line like its neighbours."
    case "found character that cannot start any token": "Put the text in double quotes."
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'",
      "did not find expected node content":
      "Close the bracket\(since(begun))."
    case "found unexpected end of stream": "Close the quotes\(since(begun))."
    case "found unknown escape character": "Write “\\\\” for a backslash, or use single quotes."
    case tab, "found a tab character where an indentation space is expected":
      "Replace the tab by spaces."
    default:
      "Compare the line with its neighbours: indentation, colon, quotes and brackets."
        + (begun.map { " What it belongs to begins in line \($0.line)." } ?? "")
    }
  }

  private static func since(_ begun: SourcePlace?) -> String {
    if let begun { " that began in line \(begun.line)" } else { "" }
  }
}
