/// Somebody else's Markdown, made into text that a kit can hold.
///
/// What only their site's programs understood is taken out; what would be taken for our parameters is escaped;
/// headings begin at the second level and skip none; links lead to where their files are now, or nowhere.
struct ForeignText {
  /// Links are looked for in lines up to this length, in bytes; no person writes longer ones with links.
  private static let longestLineToMend = 20_000

  /// Where files of the folder stand in the kit, by their path there.
  let places: [String: String]
  /// The page's path in the folder that is imported.
  let source: String
  /// The path of the file that the text will stand in.
  let target: String
  /// What a person should look at, in the order in which it was found.
  private(set) var notes: [String] = []
  /// The files of the kit that links led to, in order.
  private(set) var linked: [String] = []

  /// Makes text for the file at `target` from lines of the page at `source`.
  init(from source: String, to target: String, places: [String: String]) {
    self.source = source
    self.target = target
    self.places = places
  }

  /// The sections as a Markdown body, headings and all; empty where nothing is left.
  mutating func body(of sections: some Sequence<ForeignPage.Section>) -> String {
    var lines: [String] = []
    var levels: [Int] = []
    for section in sections {
      if section.level > 0, !section.title.isEmpty {
        while let last = levels.last, last >= section.level { levels.removeLast() }
        levels.append(section.level)
        let level = min(6, levels.count + 1)
        lines += ["", String(repeating: "#", count: level) + " " + words(section.title), ""]
      }
      lines += clean(section.lines)
    }
    return lines.withoutBlankRuns.text
  }

  /// The lines as a text without headings.
  mutating func text(of lines: [String]) -> String { clean(lines).withoutBlankRuns.text }

  /// One line of words.
  mutating func words(_ line: String) -> String { clean([line]).joined(separator: " ").trimmed }

  private mutating func clean(_ lines: [String]) -> [String] {
    var cleaned: [String] = []
    var isCode = false
    for line in lines {
      let trimmed = line.trimmed
      if trimmed.hasPrefix("```") || trimmed.hasPrefix("~~~") { isCode.toggle() }
      if !isCode, isForProgramsOnly(trimmed) {
        notes.append(
          trimmed.contains("{%")
            ? "Code of a website was left out: \(trimmed.prefix(60))"
            : "Marks that only a website's programs understand were left out.")
        continue
      }
      var line = escapingParameters(line)
      if !isCode { line = mendingLinks(line) }
      cleaned.append(withoutContactDetails(line))
    }
    return cleaned
  }

  /// Lines such as `{: .challenge}`, `{% include x %}` and `:::::`, which mean nothing to a reader.
  private func isForProgramsOnly(_ line: String) -> Bool {
    let bare = line.drop { $0 == ">" || $0 == " " }
    if bare.hasPrefix("{:") && bare.hasSuffix("}") { return true }
    if bare.hasPrefix("{%") && bare.hasSuffix("%}") { return true }
    return bare.hasPrefix(":::")
  }

  private func escapingParameters(_ line: String) -> String {
    guard line.contains("{{") else { return line }
    var escaped = ""
    var rest = line[...]
    while let brace = rest.firstRange(ofBraces: "{{") {
      escaped += rest[..<brace.lowerBound]
      escaped += rest[..<brace.lowerBound].last == "\\" ? "{{" : "\\{{"
      rest = rest[brace.upperBound...]
    }
    return escaped + rest
  }

  private mutating func withoutContactDetails(_ line: String) -> String {
    let bytes = Array(line.utf8)
    let found = ContactDetail.allWithExamples(in: bytes)
    guard !found.isEmpty else { return line }
    var text = ""
    var start = 0
    for detail in found {
      let what = detail.kind == .emailAddress ? "An e-mail address" : "A telephone number"
      if detail.isExample {
        notes.append("\(what) of the kind that is set aside for examples was left as it is.")
        continue
      }
      notes.append("\(what) was taken out; name a role instead.")
      text += String(decoding: bytes[start..<detail.range.lowerBound], as: UTF8.self) + "(contact removed)"
      start = detail.range.upperBound
    }
    return text + String(decoding: bytes[start...], as: UTF8.self)
  }

  /// Rewrites `[words](path)` and `![words](path)` so that they lead to files of the kit; others become their words.
  private mutating func mendingLinks(_ line: String) -> String {
    guard line.contains("]("), line.utf8.count < Self.longestLineToMend else { return line }
    var mended = ""
    var rest = line[...]
    while let link = ForeignLink(firstIn: rest) {
      mended += rest[..<link.range.lowerBound] + replacement(for: link)
      rest = rest[link.range.upperBound...]
    }
    return mended + rest
  }

  private mutating func replacement(for link: ForeignLink) -> String {
    let address = link.address
    if address.hasPrefix("http://") || address.hasPrefix("https://") {
      if !link.isPicture { return link.text }
      notes.append("A picture from the web was turned into a link: \(address)")
      return "[\(link.words.isEmpty ? "picture" : link.words)](\(address))"
    }
    let path = resolved(address)
    if let path, let place = places[path] {
      if link.isPicture, link.words.isEmpty { notes.append("A picture needs alternative text: \(path)") }
      let words = link.words.isEmpty ? place.fileStem.wordsOfName : link.words
      linked.append(place)
      if target.hasSuffix(".yaml") { return words }
      return "\(link.isPicture ? "!" : "")[\(words)](\(relative(place)))"
    }
    if !address.isEmpty, !address.hasPrefix("#"), !address.hasPrefix("mailto:") {
      notes.append("A link led to a file that is not in the kit and became plain words: \(address)")
    }
    return link.words
  }

  /// The path in the imported folder that an address in the page means; `nil` where it leads out.
  private func resolved(_ address: String) -> String? {
    let bare = address.prefix { $0 != "#" && $0 != "?" }
    guard !bare.isEmpty, !bare.contains(":") else { return nil }
    var names = bare.hasPrefix("/") ? [] : source.split(separator: "/").dropLast().map(String.init)
    for name in bare.split(separator: "/") {
      if name == ".." {
        guard !names.isEmpty else { return nil }
        names.removeLast()
      } else if name != "." {
        names.append(String(name))
      }
    }
    return names.joined(separator: "/")
  }

  /// The address of a file of the kit as seen from the file that the text stands in.
  private func relative(_ place: String) -> String {
    var from = target.split(separator: "/").dropLast()[...]
    var to = place.split(separator: "/")[...]
    while let first = from.first, to.count > 1, first == to.first {
      from = from.dropFirst()
      to = to.dropFirst()
    }
    return (from.map { _ in ".." } + to.map(String.init)).joined(separator: "/")
  }
}

/// `[words](address "title")`, or a picture.
private struct ForeignLink {
  let isPicture: Bool
  let words: String
  let address: String
  let text: String
  let range: Range<Substring.Index>

  /// The first link in a line; its words hold no bracket.
  init?(firstIn line: Substring) {
    var search = line[...]
    while let middle = search.firstRange(ofBraces: "](") {
      let before = line[..<middle.lowerBound]
      if let open = before.lastIndex(of: "["), let close = line[middle.upperBound...].firstIndex(of: ")") {
        let start =
          open > line.startIndex && line[line.index(before: open)] == "!" ? line.index(before: open) : open
        isPicture = line[start] == "!"
        words = String(before[before.index(after: open)...])
        address = String(line[middle.upperBound..<close].split(separator: " ").first ?? "")
          .filter { $0 != "<" && $0 != ">" }
        range = start..<line.index(after: close)
        text = String(line[range])
        return
      }
      search = line[middle.upperBound...]
    }
    return nil
  }
}

extension Substring {
  /// The first place of two given characters.
  fileprivate func firstRange(ofBraces pair: String) -> Range<Index>? {
    guard let first = pair.first, let second = pair.last else { return nil }
    var index = startIndex
    while index < endIndex {
      let next = self.index(after: index)
      if self[index] == first, next < endIndex, self[next] == second {
        return index..<self.index(after: next)
      }
      index = next
    }
    return nil
  }
}

extension [String] {
  /// The lines with never more than one blank line in a row.
  fileprivate var withoutBlankRuns: [String] {
    var lines: [String] = []
    for line in self {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank, lines.last?.isEmpty != false { continue }
      lines.append(isBlank ? "" : line)
    }
    return lines
  }
}
