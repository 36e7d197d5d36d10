/// Cuts prose into sentences.
enum Sentences {
  /// The sentences of a text, in order, without white space at their ends.
  ///
  /// A sentence ends with `.`, `!`, `?` or `…`, and closing quotes or brackets, before white space and then
  /// anything but a small letter; and with a blank line.
  static func of(_ text: String) -> [String] {
    let characters = Array(text)
    var sentences: [String] = []
    var start = 0
    func close(_ end: Int) {
      let sentence = String(characters[start..<end]).trimmed
      if !sentence.isEmpty { sentences.append(sentence) }
      start = end
    }
    for index in characters.indices where index >= start {
      if characters[index].isNewline, index + 1 < characters.count, characters[index + 1].isNewline {
        close(index + 1)
      } else if isEnd(characters, index) {
        close(index + 1)
      }
    }
    close(characters.count)
    return sentences
  }

  /// Whether a sentence ends with the character at `index`.
  private static func isEnd(_ characters: [Character], _ index: Int) -> Bool {
    var mark = index
    while mark >= 0, index - mark < 3, ")\"'”’]*_".contains(characters[mark]) { mark -= 1 }
    guard mark >= 0, ".!?…".contains(characters[mark]), index + 1 < characters.count,
      characters[index + 1].isWhitespace
    else { return false }
    let next = characters[(index + 1)...].prefix(4).first { !$0.isWhitespace }
    return next.map { !$0.isLowercase } ?? true
  }
}
