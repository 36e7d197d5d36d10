/// Markdown that has made readers slow: brackets, marks and quotes that never close, and very many of one thing.
package struct NastyMarkdown: Sendable {
  /// What it is, for a report.
  package let name: String

  private let piece: String

  /// The bytes of a guide with so many bytes of it, about.
  package func guide(about count: Int) -> [UInt8] {
    let body = String(repeating: piece, count: count / piece.utf8.count)
    return Array("---\ntitle: Guide\nrole: host\n---\n\n\(body)\n".utf8)
  }

  /// All of them: each piece on one line, and one on each line.
  package static let all: [NastyMarkdown] = pieces.flatMap { (piece: String) -> [NastyMarkdown] in
    [piece, piece + "\n"].map { NastyMarkdown(name: $0.debugDescription, piece: $0) }
  }

  private static let pieces = [
    "[", "]", "[](", "![a](", "](", "[a](b", "[a](b)", "[a](#b) ", "[a](c.md) ", "[[", "(", "**a ", "_", "`",
    "``` ",
    "`a ``b ", "<", "<a ", "<!--", "| a ", "|", "> ", ">", "- ", "1. ", "    ", "\t", "# a", "## a {#a} ",
    "{{", "{{a}} ",
    "{{ A }} ", "\\", "a@b.c ", "jo@host.org ", "07911 123456 ", "0", "+44 ", "http://", "https://a.b/c ",
    "“ ‘ ",
    "said ", "identity ", "---", "===", "[a]: b", "a ", "é", "😀 ",
  ]
}
