internal import KitCore

/// A web page that stands alone: no script, nothing from outside, readable without colours and by screen readers.
struct Page {
  private var body: [String] = []

  /// The text with nothing left that HTML would take for itself; characters that nobody sees are shown.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        let isHidden = [.control, .format, .surrogate, .privateUse].contains(
          scalar.properties.generalCategory)
        if isHidden { result += "\u{FFFD}" } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  mutating func heading(_ text: String) { body.append("<h2>\(Self.escaped(text))</h2>") }

  mutating func subheading(_ text: String) { body.append("<h3>\(Self.escaped(text))</h3>") }

  mutating func paragraphs(_ text: String) {
    for paragraph in text.split(separator: "\n\n") {
      body.append("<p>\(Self.escaped(String(paragraph)))</p>")
    }
  }

  mutating func list(_ items: [String]) {
    guard !items.isEmpty else { return }
    body.append("<ul>\n" + items.map { "<li>\(Self.escaped($0))</li>" }.joined(separator: "\n") + "\n</ul>")
  }

  /// Facts as pairs of name and value.
  mutating func facts(_ facts: [(name: String, value: String)]) {
    let rows = facts.map { "<dt>\(Self.escaped($0.name))</dt>\n<dd>\(Self.escaped($0.value))</dd>" }
    body.append("<dl>\n" + rows.joined(separator: "\n") + "\n</dl>")
  }

  /// A passage before and after, side by side where there is room; what went and came is marked and said.
  mutating func passage(_ passage: WordDifference) {
    func side(_ shown: WordDifference.Run.Fate, _ tag: String, _ word: String) -> String {
      passage.runs.map { (run: WordDifference.Run) -> String in
        if run.fate == .same { return Self.escaped(run.text) }
        guard run.fate == shown else { return "" }
        let text = Self.escaped(run.text)
        return
          "<\(tag)><span class=\"said\">\(word): </span>\(text)<span class=\"said\"> (end)</span></\(tag)>"
      }.joined()
    }
    let (before, after) = (side(.removed, "del", "removed"), side(.added, "ins", "added"))
    body.append(
      """
      <div class="pair">
      <div><h4>Before</h4><blockquote>\(before.isEmpty ? "<em>(nothing)</em>" : before)</blockquote></div>
      <div><h4>After</h4><blockquote>\(after.isEmpty ? "<em>(nothing)</em>" : after)</blockquote></div>
      </div>
      """)
  }

  /// Changes, file by file, each with its sentence and the passages that it reworded.
  mutating func changes(_ changes: [Change]) {
    var path: String?
    var lines: [String] = []
    for change in changes {
      if change.path != path {
        list(lines)
        lines = []
        subheading(change.path)
        path = change.path
      }
      lines.append(change.sentence)
      guard !change.passages.isEmpty else { continue }
      list(lines)
      lines = []
      for words in change.passages.prefix(100) { passage(words) }
    }
    list(lines)
  }

  /// The whole page.
  func html(title: String) -> [UInt8] {
    let name = Self.escaped(title)
    return Array(
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(name)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <main>
      <h1>\(name)</h1>
      \(body.joined(separator: "\n"))
      </main>
      </body>
      </html>

      """.utf8)
  }

  private static let style = """
    body { font: 1.125rem/1.5 Arial, Helvetica, sans-serif; color: #1a1a1a; background: #fff; margin: 0; }
    main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
    h1, h2, h3, h4 { line-height: 1.25; margin: 1.5em 0 0.5em; }
    h4 { font-size: 1rem; margin: 0; }
    p, li, dd { white-space: pre-line; overflow-wrap: anywhere; }
    dt { font-weight: bold; }
    dd { margin: 0 0 0.5rem; }
    .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 1rem; margin: 0 0 1.5rem; }
    blockquote { margin: 0.25rem 0 0; padding: 0.5rem 0.75rem; border-left: 0.25rem solid #595959; white-space: pre-line; \
    overflow-wrap: anywhere; }
    del { background: #fbe4e2; color: #7a1208; text-decoration: line-through; }
    ins { background: #e0f2e4; color: #0b4a1c; text-decoration: underline; }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    """
}
