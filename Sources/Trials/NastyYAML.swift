/// Endless nesting and other inputs that have brought readers of YAML down, by trap, by stack or by time.
package struct NastyYAML: Sendable {
  /// What it is, for a report.
  package let name: String

  private let head: String
  private let piece: String

  /// The bytes of it, about so many.
  package func bytes(about count: Int) -> [UInt8] {
    Array(head.utf8) + Array(String(repeating: piece, count: count / piece.utf8.count).utf8)
  }

  /// All of them.
  package static let all: [NastyYAML] = {
    let heads = ["", "a: \"", "- [", "? ", "{a: b, "]
    return pieces.flatMap { (piece: String) -> [NastyYAML] in
      heads.map { (head: String) -> NastyYAML in
        NastyYAML(name: "\(head.debugDescription) \(piece.debugDescription)…", head: head, piece: piece)
      }
    }
  }()

  private static let pieces = [
    "[", "{", "{a: ", "- ", "? ", ": ", "]", "[,", "-\n", "?\n", ":\n", "- - - -\n", "'", "\\", " ", "\t",
    "\n", "\r\n",
    "#\n", " # x\n", "&a ", "*a ", "!a ", "%\n", "---\n", "...\n", "|\n", ">\n ", "|+\n\n", "😀", "a ", "a, ",
    "a:\n ",
    "[a: ", " : ", "? a\n# b\n", "\u{85}", "\u{2028}", "\u{FEFF}", "a: b\n", "- a\n#\n", "\"a\": ", "{{a}} ",
    "<<: ",
  ]
}
