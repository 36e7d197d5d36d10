/// A page of somebody else's material: the fields above it, and its lines under their headings.
struct ForeignPage: Sendable {
  /// One heading with all that stands under it until the next heading of any level.
  struct Section: Sendable {
    /// The heading's words without its marks; empty for what stands before the first heading.
    var title: String
    /// 1 to 6; 0 before the first heading.
    var level: Int
    /// The lines under it, without the heading.
    var lines: [String]
    /// The heading's line in the file, from 1.
    var line: Int
  }

  /// The path in the folder that is imported.
  let path: String
  /// The fields of the front matter by name in small letters; empty where there is none.
  let fields: [ForeignField]
  /// The sections in order. The first one has level 0 and may be empty.
  let sections: [Section]
  /// What should be known about the reading, for the list of what needs a hand.
  let faults: [String]

  /// Reads a page. Bytes that are no UTF-8 are read as well as they can be, and noted.
  init(path: String, bytes: [UInt8]) {
    var faults: [String] = []
    let text: SourceText?
    if let sound = try? SourceText(bytes) {
      text = sound
    } else {
      faults.append("The file is not UTF-8 text; letters that could not be read show as \u{FFFD}.")
      let repaired = String(decoding: bytes, as: UTF8.self).filter { $0 != "\0" }
      text = (try? SourceText(Array(repaired.utf8)))
    }
    guard let text else {
      self.init(path: path, fields: [], lines: [], from: 1, faults: faults)
      return
    }
    var start = 0
    var fields: [ForeignField] = []
    switch FrontMatter(in: text) {
    case .none:
      if let loose = ForeignPage.looseFields(in: text) {
        (fields, start) = loose
        faults.append("The front matter has no first line “---”; it was read all the same.")
      }
    case .unclosed: faults.append("The front matter has no end; all of it is taken for text.")
    case .found(let yaml, let body):
      start = text.lineIndex(at: body)
      if body == text.bytes.count { start = text.lineStarts.count }
      do {
        fields = ForeignField.fields(of: try YAMLDocument.read(text, in: yaml, options: .any).root)
      } catch {
        faults.append("The front matter cannot be read, line \(error.place.line): \(error.message)")
      }
    }
    let lines = (min(start, text.lineStarts.count)..<text.lineStarts.count).map { (line: Int) -> String in
      text[text.lineContents(line)]
    }
    self.init(path: path, fields: fields, lines: lines, from: start + 1, faults: faults)
  }

  /// Fields at the very top that a line `---` ends but none begins, and the line after them.
  private static func looseFields(in text: SourceText) -> (fields: [ForeignField], start: Int)? {
    let end = (0..<min(40, text.lineStarts.count)).first {
      ["---", ""].contains(text[text.lineContents($0)].trimmed)
    }
    guard let end, end > 1, text[text.lineContents(0)].prefix(40).contains(":") else { return nil }
    let yaml = text.contents.lowerBound..<text.lineStarts[end]
    guard let root = try? YAMLDocument.read(text, in: yaml, options: .any).root else { return nil }
    let fields = ForeignField.fields(of: root)
    return fields.count >= 2 ? (fields, end + 1) : nil
  }

  private init(path: String, fields: [ForeignField], lines: [String], from line: Int, faults: [String]) {
    self.path = path
    self.fields = fields
    self.faults = faults
    sections = ForeignPage.sections(of: lines, from: line)
  }

  /// The first field with one of these names, without regard to case, spaces and punctuation.
  func field(_ names: String...) -> ForeignField? {
    for name in names {
      if let field = fields.first(where: { $0.name == name }) { return field }
    }
    return nil
  }

  /// The title: the field, the first heading of the first level, else the file's name in words.
  var title: String {
    if let title = field("title", "name", "shorttitle")?.text, !title.isEmpty { return title }
    if let first = sections.first(where: { $0.level > 0 }), first.level == 1, !first.title.isEmpty {
      return first.title
    }
    return path.fileStem.wordsOfName
  }

  private static func sections(of lines: [String], from firstLine: Int) -> [Section] {
    var sections = [Section(title: "", level: 0, lines: [], line: firstLine)]
    var fence: Character?
    for (offset, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " }
      if let mark = trimmed.first, mark == "`" || mark == "~",
        trimmed.hasPrefix(String(repeating: mark, count: 3))
      {
        fence = fence == nil ? mark : (fence == mark ? nil : fence)
      } else if fence == nil, let heading = heading(line) {
        sections.append(
          Section(title: heading.title, level: heading.level, lines: [], line: firstLine + offset))
        continue
      } else if fence == nil, let level = underline(line),
        let title = sections[sections.count - 1].lines.last,
        !title.allSatisfy(\.isWhitespace), !title.hasPrefix("-"), !title.hasPrefix("|")
      {
        sections[sections.count - 1].lines.removeLast()
        sections.append(Section(title: plain(title), level: level, lines: [], line: firstLine + offset - 1))
        continue
      }
      sections[sections.count - 1].lines.append(line)
    }
    return sections
  }

  /// `## A heading ##` and its level.
  private static func heading(_ line: String) -> (title: String, level: Int)? {
    let trimmed = line.drop { $0 == " " }
    let level = trimmed.prefix { $0 == "#" }.count
    guard (1...6).contains(level), line.count - trimmed.count < 4 else { return nil }
    let rest = trimmed.dropFirst(level)
    guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
    return (plain(String(rest)), level)
  }

  /// The level of a heading that a line of `=` or `-` makes of the line above it.
  private static func underline(_ line: String) -> Int? {
    let trimmed = line.trimmed
    guard trimmed.count >= 3, let mark = trimmed.first, trimmed.allSatisfy({ $0 == mark }) else { return nil }
    return mark == "=" ? 1 : mark == "-" ? 2 : nil
  }

  /// A heading's words without closing marks, `{#id}`, and emphasis.
  private static func plain(_ heading: String) -> String {
    var text = heading.trimmed
    if text.hasSuffix("}"), let brace = text.lastIndex(of: "{"),
      text[brace...].dropFirst().first.map({ "#:.".contains($0) }) == true
    {
      text = String(text[..<brace]).trimmed
    }
    while text.hasSuffix("#") { text.removeLast() }
    return text.filter { $0 != "*" && $0 != "`" }.trimmed
  }
}

/// One field of a foreign record, such as `teaching: 10`.
struct ForeignField: Sendable {
  /// The name in small letters without spaces and punctuation: `timeRequired` is `timerequired`.
  let name: String
  /// Its texts: one for a single value, one for each item of a list.
  let texts: [String]

  /// All texts, one a line.
  var text: String { texts.joined(separator: "\n").trimmed }

  /// The fields of a mapping; of anything else, none.
  static func fields(of node: YAMLNode) -> [ForeignField] {
    (node.mapping?.entries ?? []).compactMap { (entry: YAMLEntry) -> ForeignField? in
      guard let name = entry.key.text else { return nil }
      return ForeignField(name: plain(name), texts: texts(of: entry.value))
    }
  }

  static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  private static func texts(of node: YAMLNode) -> [String] {
    switch node.content {
    case .scalar(let scalar): scalar.text.isEmpty ? [] : [scalar.text]
    case .sequence(let sequence):
      sequence.items.flatMap { (item: YAMLItem) -> [String] in texts(of: item.value) }
    case .mapping(let mapping):
      [
        mapping.entries.map { (entry: YAMLEntry) -> String in
          "\(entry.key.text ?? ""): \(texts(of: entry.value).joined(separator: ", "))"
        }.joined(separator: ", ")
      ]
    case .alias: []
    }
  }
}
