/// What the parts of one file are called by those who use it, looked up by address.
package struct PartTitles: Sendable {
  /// What the addresses of the file's parts begin with: `plan:half-day`, or the path of a file that a kit does not know.
  package let prefix: String
  private let fileTitle: String
  /// The titles of blocks or sections, by their ids.
  private var titles: [String: String] = [:]

  /// Reads the titles; of a file that cannot be read only the path is known.
  package init(path: String, bytes: [UInt8]) {
    let part = KitPart(path: path)
    prefix = part.address ?? path
    let facts = FileTitle.facts(of: bytes, path: path)
    let name = facts?["title"]?.text
    fileTitle = name ?? (part.address == nil ? path : part.noun + " " + path).capitalisedFirst
    if MergeFormat(path: path) == .markdown {
      for section in MarkdownDocument(bytes).sections { titles[section.slug] = section.title }
    } else if case .sequence(let blocks)? = facts?["blocks"] {
      for block in blocks {
        if let id = block["id"]?.text { titles[id] = block["title"]?.text }
      }
    }
  }

  /// The titles that lead to a part, and the field of it that is meant.
  ///
  /// - Parameter texts: Versions of the part, which may hold its title where the file has lost it.
  func place(of address: String, texts: ThreeWay<[UInt8]?>) -> (subject: [String], field: String?) {
    var rest = Substring(address.hasPrefix(prefix) ? String(address.dropFirst(prefix.count)) : "")
    Self.dropCount(&rest)
    if rest == "@name" { return ([fileTitle], "its name") }
    var subject = [fileTitle]
    if rest.first == "#" {
      let id = rest.dropFirst().prefix { $0 != "." && $0 != "[" }
      rest = rest.dropFirst(id.count + 1)
      subject.append(titles[String(id)] ?? Self.title(in: texts) ?? "“\(id)”")
    }
    var keys: [String] = []
    while let mark = rest.first {
      rest = rest.dropFirst()
      if mark == "[" {
        let name = rest[..<Self.endOfName(rest)]
        rest = rest[name.endIndex...].dropFirst()
        subject += keys.dropLast().map { FieldName.of($0) }
        subject.append("\(FieldName.entry(of: keys.last ?? "")) “\(String(name).trimmed.excerpt)”")
        keys = []
      } else {
        let key = rest.prefix { $0 != "." && $0 != "[" }
        keys.append(String(key))
        rest = rest[key.endIndex...]
      }
    }
    return (subject, keys.isEmpty ? nil : keys.map { FieldName.of($0) }.joined(separator: ", "))
  }

  /// Takes off the `~2` of a second question in one part.
  private static func dropCount(_ text: inout Substring) {
    guard let tilde = text.lastIndex(of: "~"), text.index(after: tilde) < text.endIndex,
      text[text.index(after: tilde)...].allSatisfy({ $0.isASCII && $0.isNumber })
    else { return }
    text = text[..<tilde]
  }

  /// The bracket that ends an entry's name, which may hold brackets itself.
  private static func endOfName(_ text: Substring) -> Substring.Index {
    text.indices.first { index in
      let next = text.index(after: index)
      return text[index] == "]" && (next == text.endIndex || text[next] == "." || text[next] == "[")
    } ?? text.endIndex
  }

  /// The title that a version of an entry states itself.
  private static func title(in texts: ThreeWay<[UInt8]?>) -> String? {
    for case let text? in [texts.ours, texts.theirs, texts.base] {
      guard case .sequence(let items)? = try? YAMLDocument.read(text, options: .any).root.value else {
        continue
      }
      if let title = items.first?["title"]?.text { return title }
    }
    return nil
  }
}
