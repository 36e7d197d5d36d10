/// Running text, set in lines of at most 80 characters.
enum Paragraph {
  /// The longest line, in characters.
  static let width = 80

  /// Breaks a text at white space; a word that is longer than a line stands on its own.
  ///
  /// - Parameters:
  ///   - first: What stands before the first line.
  ///   - rest: What stands before each other line.
  static func wrap(_ text: String, first: String = "", rest: String = "") -> [String] {
    var lines: [String] = []
    var line = first
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = rest
        isEmpty = true
      }
      line += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    if !isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
