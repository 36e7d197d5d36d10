/// Lines for a terminal, built up from what people read: titles, sentences, lists.
struct Sheet {
  /// Columns of a line.
  let width: Int
  /// What is filled in for parameters.
  let values: ParameterValues
  private(set) var lines: [String] = []

  init(width: Int, values: ParameterValues) {
    self.width = max(40, width)
    self.values = values
  }

  /// The sheet as one text without a line break at its end.
  var text: String {
    var lines = lines[...]
    while lines.last?.isEmpty == true { lines = lines.dropLast() }
    return lines.joined(separator: "\n")
  }

  /// A title with an address at the right, where there is room for both.
  mutating func title(_ title: String, _ address: Address? = nil, underline: Character? = "=") {
    let words = safe(title)
    let columns = TextLayout.width(of: words)
    let name = address?.description ?? ""
    if !name.isEmpty, columns + 2 + name.count <= width {
      lines.append(TextLayout.padded(words, to: width - name.count) + name)
    } else {
      lines += TextLayout.wrapped(words, to: width)
      if !name.isEmpty { lines.append(name) }
    }
    if let underline { lines.append(String(repeating: underline, count: min(width, max(3, columns)))) }
  }

  /// An empty line, never two in a row.
  mutating func gap() {
    if lines.last?.isEmpty == false { lines.append("") }
  }

  /// A line exactly as it is.
  mutating func line(_ text: String) { lines.append(TerminalText(oneLine: text).shown) }

  /// Paragraphs of words.
  mutating func words(_ text: String?, indent: Int = 0) {
    guard let text, !text.isEmpty else { return }
    let space = String(repeating: " ", count: indent)
    for (place, paragraph) in paragraphs(of: text).enumerated() {
      if place > 0 { gap() }
      lines += TextLayout.wrapped(paragraph, to: width, first: space)
    }
  }

  /// A label with words behind it; nothing where there are no words.
  mutating func entry(_ label: String, _ text: String?, indent: Int = 0) {
    guard let text, !text.isEmpty else { return }
    let space = String(repeating: " ", count: indent)
    for (place, paragraph) in paragraphs(of: text).enumerated() {
      let words = place == 0 ? "\(safe(label)): \(paragraph)" : paragraph
      lines += TextLayout.wrapped(
        words, to: width, first: place == 0 ? space : space + "  ", rest: space + "  ")
    }
  }

  /// A label with a list under it; one item stands behind the label.
  mutating func list(_ label: String, _ items: [String], indent: Int = 0) {
    guard items.count > 1 else { return entry(label, items.first, indent: indent) }
    let space = String(repeating: " ", count: indent)
    lines.append("\(space)\(label):")
    for item in items {
      lines += TextLayout.wrapped(safe(item), to: width, first: space + "  - ", rest: space + "    ")
    }
  }

  /// Words with something before them in a column of its own.
  mutating func row(_ first: String, _ text: String, indent: Int = 0) {
    let space = String(repeating: " ", count: indent)
    let rest = String(repeating: " ", count: indent + TextLayout.width(of: first))
    lines += TextLayout.wrapped(safe(text), to: width, first: space + first, rest: rest)
  }

  /// The text with its parameters filled in, safe for a terminal.
  func safe(_ text: String) -> String { TerminalText(oneLine: values.filled(text).oneLine).shown }

  private func paragraphs(of text: String) -> [String] {
    var paragraphs: [String] = [""]
    for line in values.filled(text).split(separator: "\n", omittingEmptySubsequences: false) {
      let isItem = line.drop { $0 == " " }.first.map { "-*".contains($0) } == true
      if line.allSatisfy(\.isWhitespace) || isItem { paragraphs.append("") }
      paragraphs[paragraphs.count - 1] += " " + line
    }
    return paragraphs.map { TerminalText(oneLine: $0.oneLine).shown }.filter { !$0.isEmpty }
  }
}
