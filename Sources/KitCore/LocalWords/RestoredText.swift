/// A text in which a group's words for parameters were turned back into the parameters, as far as that can be done.
package struct RestoredText: Sendable {
  /// The bytes, with `{{name}}` where the group's word stood.
  package let bytes: [UInt8]
  /// What was turned back, by its place in the text as it was.
  package let restored: [LocalFind]
  /// What is local and still there, by its place in the text as it is now.
  package let left: [LocalFind]

  /// Looks through a file of a kit.
  ///
  /// Only what touches a line that is new is looked at. In data, values are turned back as values: put into quotes where
  /// that is needed, and left alone where they are names that other parts refer to, keys or ids.
  /// - Parameters:
  ///   - path: The file's path; its ending says how to read it.
  ///   - old: The same file in the master; `nil` where it is new.
  package init(_ bytes: [UInt8], path: String, since old: [UInt8]?, words: LocalWords) {
    guard String(validating: bytes, as: UTF8.self) != nil, !bytes.contains(0) else {
      (self.bytes, restored, left) = (bytes, [], [])
      return
    }
    let found = words.finds(in: bytes, since: old).filter { $0.parameter != nil }
    var restoring = ParameterRestoring(bytes: bytes, path: path, words: words, old: old)
    if !found.isEmpty { restoring.run() }
    let hidden = restoring.hiddenFinds()
    let left = words.finds(in: restoring.bytes, since: old) + hidden
    self.bytes = restoring.bytes
    self.left = left.sorted { $0.range.lowerBound < $1.range.lowerBound }
    // What is still there was not turned back; of several alike the first ones were.
    var open: [LocalFind.Kind: Int] = [:]
    for find in left { open[find.kind, default: 0] += 1 }
    var kept: [LocalFind] = []
    for find in found.reversed() {
      if let count = open[find.kind], count > 0 { open[find.kind] = count - 1 } else { kept.append(find) }
    }
    restored = kept.reversed()
  }
}

/// Puts parameters in the place of their values, one file at a time.
private struct ParameterRestoring {
  var bytes: [UInt8]
  let path: String
  let words: LocalWords
  let old: [UInt8]?

  /// The part of the file that is data: all of it, front matter, or nothing.
  private var data: Range<Int>? {
    if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return 0..<bytes.count }
    guard path.hasSuffix(".md"), let source = try? SourceText(bytes),
      case .found(let yaml, _) = FrontMatter(in: source)
    else { return nil }
    return yaml
  }

  private func document() -> YAMLDocument? {
    guard let data, let source = try? SourceText(bytes) else { return nil }
    let part = max(data.lowerBound, source.contents.lowerBound)..<data.upperBound
    return try? YAMLDocument.read(source, in: part, options: .any)
  }

  mutating func run() {
    for path in paths() { restoreValue(at: path) }
    restoreText()
  }

  // MARK: Values of data

  /// The ways to all pieces of text in the data that hold something to turn back in a new line.
  private func paths() -> [YAMLPath] {
    guard let document = document() else { return [] }
    let lines = ChangedLines(old: old, new: bytes)
    var found: [YAMLPath] = []
    YAMLTexts.visit(document.root) { (path: YAMLPath, node: YAMLNode, isKey: Bool) in
      guard !isKey, let text = node.text, lines.touches(node.range), !isName(text, at: path) else { return }
      if words.finds(in: Array(text.utf8)).contains(where: { $0.parameter != nil }) { found.append(path) }
    }
    return found
  }

  /// Whether a text is an id, or a reference to one.
  private func isName(_ text: String, at path: YAMLPath) -> Bool {
    if path.steps.last == .key("id") { return true }
    let isPlainName = text.utf8.allSatisfy { (byte: UInt8) -> Bool in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || "-#/:.".utf8.contains(byte)
    }
    guard isPlainName, text.contains(where: { "-#/".contains($0) }) else { return false }
    // A whole value that is written like a name can still be a word: “north-east”.
    let whole = words.finds(in: Array(text.utf8)).first
    return whole?.range != 0..<text.utf8.count
  }

  private mutating func restoreValue(at path: YAMLPath) {
    guard let document = document(), let node = document.node(at: path), let text = node.text else { return }
    let wanted = replaced(text)
    // In place, so that the lines stay as they are; else as a value that is written anew.
    var draft = bytes
    draft.replaceSubrange(node.range, with: Array(replaced(document.text(of: node.range)).utf8))
    var attempt = self
    attempt.bytes = draft
    if let read = attempt.document(), read.node(at: path)?.text == wanted,
      Self.count(read.root) == Self.count(document.root)
    {
      bytes = draft
    } else if let edited = try? document.setting(.text(wanted), at: path) {
      bytes = edited.bytes
    }
  }

  private static func count(_ root: YAMLNode) -> Int {
    var count = 0
    YAMLTexts.visit(root) { (_: YAMLPath, _: YAMLNode, _: Bool) in count += 1 }
    return count
  }

  private func replaced(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for find in words.finds(in: bytes).reversed() {
      guard let name = find.parameter else { continue }
      bytes.replaceSubrange(find.range, with: Array("{{\(name)}}".utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Everything else

  /// Comments and Markdown: the words themselves, but not inside names of headings and addresses of files.
  private mutating func restoreText() {
    var taken: [Range<Int>] = []
    if let document = document() {
      YAMLTexts.visit(document.root) { (_: YAMLPath, node: YAMLNode, _: Bool) in taken.append(node.range) }
    }
    var draft = bytes
    for find in words.finds(in: bytes, since: old).reversed() {
      guard let name = find.parameter, !taken.contains(where: { $0.overlaps(find.range) }),
        !isReference(find.range)
      else { continue }
      draft.replaceSubrange(find.range, with: Array("{{\(name)}}".utf8))
    }
    let couldBeRead = document() != nil
    var attempt = self
    attempt.bytes = draft
    if !couldBeRead || attempt.document() != nil { bytes = draft }
  }

  /// Whether a place in Markdown is the name of a heading, `{#name}`, or where a link inside the kit leads.
  private func isReference(_ range: Range<Int>) -> Bool {
    guard path.hasSuffix(".md") else { return false }
    let start = bytes[..<range.lowerBound].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let before = String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)
    if let name = before.range(ofLast: "{#"), !before[name...].contains("}") { return true }
    if let link = before.range(ofLast: "]("), !before[link...].contains(")") {
      return !before[link...].contains("://")
    }
    return false
  }

  /// What stands in the data under another spelling, such as `\\u004c`, so that the bytes do not show it.
  func hiddenFinds() -> [LocalFind] {
    guard let document = document() else { return [] }
    let lines = ChangedLines(old: old, new: bytes)
    var hidden: [LocalFind] = []
    YAMLTexts.visit(document.root) { (_: YAMLPath, node: YAMLNode, _: Bool) in
      guard let text = node.text, lines.touches(node.range) else { return }
      let inside = words.finds(in: Array(text.utf8))
      let shown = words.finds(in: Array(document.text(of: node.range).utf8))
      guard inside.count > shown.count else { return }
      for find in inside where !shown.contains(where: { $0.kind == find.kind && $0.text == find.text }) {
        hidden.append(
          LocalFind(kind: find.kind, text: find.text, range: node.range, place: document.place(of: node)))
      }
    }
    return hidden
  }
}

extension String {
  /// Where a text stands last in this one.
  fileprivate func range(ofLast text: String) -> Index? {
    var found: Index?
    var start = startIndex
    while let range = self[start...].firstRange(of: text) {
      found = range.lowerBound
      start = index(after: range.lowerBound)
    }
    return found
  }
}
