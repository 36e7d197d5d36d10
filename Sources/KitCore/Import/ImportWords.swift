extension StringProtocol {
  /// The name of a path's file without its folders and its ending.
  var fileStem: String {
    let name = String(self).split(separator: "/" as Character).last.map { String($0) } ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// A file's name as words: `01-first_steps` is `First steps`.
  var wordsOfName: String {
    let words = String(self).split(whereSeparator: { (sign: Character) -> Bool in "-_ .".contains(sign) })
    let kept = words.first?.allSatisfy(\.isNumber) == true && words.count > 1 ? words.dropFirst() : words[...]
    let text = kept.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The first sentence, at most `limit` characters, on one line.
  func firstSentence(limit: Int = 200) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var end = line.startIndex
    while end < line.endIndex {
      let next = line.index(after: end)
      if ".!?".contains(line[end]), next == line.endIndex || line[next] == " " {
        end = next
        break
      }
      end = next
    }
    let sentence = line[..<end]
    return sentence.count <= limit ? String(sentence) : sentence.prefix(limit - 1).trimmed + "…"
  }
}

extension Sequence<String> {
  /// The lines with all empty ones at both ends left out, joined.
  var text: String {
    let lines = Array(self)
    guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }),
      let last = lines.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) })
    else { return "" }
    return lines[first...last].joined(separator: "\n")
  }
}
