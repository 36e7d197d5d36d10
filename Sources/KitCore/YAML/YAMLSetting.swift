extension YAMLDocument {
  /// The document with another value at a path.
  ///
  /// Text keeps its quotes where they can express the new text. A comment behind the value stays. A list or mapping
  /// is written anew as a whole, without the comments inside it; to change part of it, edit that part. Where only
  /// the last key of the path is missing, the entry is added at the end of its mapping.
  ///
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func setting(_ value: YAMLValue, at path: YAMLPath) throws(YAMLEditFault) -> YAMLDocument {
    if case .key(let key)? = path.steps.last, node(at: path) == nil {
      return try inserting(YAMLField(key, value), in: path.parent)
    }
    let site = try site(path)
    let properties = site.node.properties
    let bare = value.normal
    let intended: YAMLValue = properties.isEmpty ? bare : .marked(properties, bare)
    if site.node.value == intended { return self }
    let whole = root.value.changing(at: site.positions[...]) { (_: YAMLValue) -> YAMLValue in intended }
    return try edited(to: whole, path, at: site.node) { (writer: YAMLWriter) -> [YAMLSplice]? in
      replacing(site, by: bare, writer)
    }
  }

  /// The splices that replace a value.
  func replacing(_ site: YAMLSite, by value: YAMLValue, _ writer: YAMLWriter) -> [YAMLSplice]? {
    let node = site.node
    let start = valueStart(of: node)
    if site.isInFlow {
      return [YAMLSplice(start..<node.range.upperBound, spaced(writer.flow(value, like: node), node))]
    }
    let wantsLines = YAMLWriter.isBlock(value) && !(node.isFlowCollection && value.isFlat)
    switch (isInLines(node), wantsLines) {
    case (true, true): return replacingLines(of: site, by: value, writer)
    case (true, false): return replacingLines(of: site, byInline: value, writer)
    case (false, true):
      return replacingInline(site, byLines: writer.block(value, column: childColumn(value, in: site, writer)))
    case (false, false):
      return replacingInline(node, from: start, by: inlineLines(value, site, writer))
    }
  }

  /// Where a value begins behind its anchor and tag.
  func valueStart(of node: YAMLNode) -> Int {
    guard !node.properties.isEmpty else { return node.range.lowerBound }
    let gap = YAMLGap(bytes: bytes, end: part.upperBound)
    return min(
      gap.significant(from: node.range.lowerBound + node.properties.utf8.count), node.range.upperBound)
  }

  /// Whether a value is a list or mapping in block style.
  private func isInLines(_ node: YAMLNode) -> Bool {
    switch node.content {
    case .sequence(let sequence): sequence.layout == .block
    case .mapping(let mapping): mapping.layout == .block
    default: false
    }
  }

  /// A value that is not there yet needs a blank before it, and the blanks behind its colon go.
  private func spaced(_ text: String, _ node: YAMLNode) -> String {
    node.range.isEmpty && !text.isEmpty && node.range.lowerBound > part.lowerBound ? " " + text : text
  }

  private func endOfInline(_ node: YAMLNode) -> Int {
    let end = node.range.upperBound
    guard node.range.isEmpty else { return end }
    let lineEnd = source.lineContents(source.lineIndex(at: end)).upperBound
    return isBlank(end..<max(end, lineEnd)) ? max(end, lineEnd) : end
  }

  /// The lines of a scalar, or of a list or mapping on one line, in the manner of the value that it replaces.
  private func inlineLines(_ value: YAMLValue, _ site: YAMLSite, _ writer: YAMLWriter) -> [String] {
    guard case .text(let text) = value else { return [writer.flow(value) + headerComment(of: site.node)] }
    let parent: Int
    switch site.parent {
    case .document: parent = 0
    case .entry(let entry, _): parent = column(at: entry.range.lowerBound)
    case .item(let item, _): parent = column(at: item.range.lowerBound)
    }
    let style = site.node.scalar.map { (old: YAMLScalar) -> YAMLScalar.Style in
      old.isNull ? writer.habits.text : old.style
    }
    var lines = writer.scalar(
      .text(text), parent: parent, as: style ?? writer.habits.text, indent: blockIndent(of: site.node))
    lines[0] += headerComment(of: site.node)
    return lines
  }

  /// The comment behind `|` or `>`, with the blanks before it.
  private func headerComment(of node: YAMLNode) -> String {
    guard let style = node.scalar?.style, style == .literal || style == .folded else { return "" }
    let gap = YAMLGap(bytes: bytes, end: node.range.upperBound)
    var sign = valueStart(of: node)
    while sign < gap.end, !"\n\r \t".utf8.contains(bytes[sign]) { sign += 1 }
    let ink = gap.notBlank(from: sign)
    guard ink < gap.end, bytes[ink] == UInt8(ascii: "#") else { return "" }
    return source[sign..<gap.lineEnd(from: ink)]
  }

  /// The indentation of the text behind `|` or `>`.
  private func blockIndent(of node: YAMLNode) -> Int? {
    guard let style = node.scalar?.style, style == .literal || style == .folded else { return nil }
    let first = source.lineIndex(at: node.range.lowerBound) + 1
    let last = source.lineIndex(at: node.range.upperBound)
    guard first <= last else { return nil }
    return (first...last).compactMap { (line: Int) -> Int? in
      let contents = source.lineContents(line)
      return source.bytes[contents].firstIndex { (byte: UInt8) -> Bool in byte != UInt8(ascii: " ") }.map {
        (ink: Int) -> Int in ink - contents.lowerBound
      }
    }.min()
  }

  // MARK: Lists and mappings line by line

  private func replacingLines(of site: YAMLSite, by value: YAMLValue, _ writer: YAMLWriter) -> [YAMLSplice]? {
    let start = valueStart(of: site.node)
    var column = column(at: start)
    guard startsItsLine(start) else {
      let text = joined(writer.block(value, column: column)).dropFirst(column)
      return [YAMLSplice(start..<site.node.range.upperBound, String(text))]
    }
    // A list may stand in its key's column, a mapping may not.
    if case .entry(let entry, _) = site.parent, case .mapping = value {
      let key = self.column(at: entry.range.lowerBound)
      if column <= key { column = writer.childColumn(value, under: key) }
    }
    let lineStart = max(part.lowerBound, source.lineStarts[source.lineIndex(at: start)])
    return [YAMLSplice(lineStart..<site.node.range.upperBound, joined(writer.block(value, column: column)))]
  }

  private func replacingLines(of site: YAMLSite, byInline value: YAMLValue, _ writer: YAMLWriter)
    -> [YAMLSplice]?
  {
    let node = site.node
    let start = valueStart(of: node)
    let text = joined(inlineLines(value, site, writer))
    guard startsItsLine(start), let sign = signEnd(site) else {
      return [YAMLSplice(start..<node.range.upperBound, text)]
    }
    let signLine = source.lineIndex(at: sign)
    guard let end = endOfLines(start..<node.range.upperBound) else { return nil }
    let firstLine = source.line(signLine).upperBound
    let lineEnd = source.lineContents(signLine).upperBound
    // At the end of a file whose last line is not ended, the line end before the lines goes instead.
    let ended = end < bytes.count || source.endsWithLineEnd
    let lines = ended ? firstLine..<end : lineEnd..<end
    return [YAMLSplice(sign..<sign, text.isEmpty ? "" : " " + text), YAMLSplice(lines, "")]
  }

  /// The column of a list or mapping where no such stands yet.
  func childColumn(_ value: YAMLValue, in site: YAMLSite, _ writer: YAMLWriter) -> Int {
    switch site.parent {
    case .document: 0
    case .item(let item, _): column(at: item.range.lowerBound) + 1 + writer.habits.dashGap
    case .entry(let entry, _): writer.childColumn(value, under: column(at: entry.range.lowerBound))
    }
  }

  /// Splices that put lines in the place of a value on the line of its sign; a comment behind it stays there.
  func replacingInline(_ site: YAMLSite, byLines lines: [String]) -> [YAMLSplice]? {
    let node = site.node
    switch site.parent {
    case .document:
      if node.range.isEmpty { return [insertingLines(lines, at: node.range.lowerBound)] }
      return [YAMLSplice(node.range, joined(lines))]
    case .item(let item, _):
      let sign = item.range.lowerBound + 1
      let indent = column(at: sign)
      return [YAMLSplice(sign..<endOfInline(node), String(joined(lines).dropFirst(indent)))]
    case .entry:
      guard let sign = signEnd(site) else { return nil }
      let end = node.range.upperBound
      let lineEnd = max(end, source.lineContents(source.lineIndex(at: end)).upperBound)
      let removed = node.properties.isEmpty ? sign : node.range.lowerBound + node.properties.utf8.count
      return [
        YAMLSplice(removed..<(isBlank(end..<lineEnd) ? lineEnd : end), ""),
        YAMLSplice(lineEnd..<lineEnd, source.lineEnding.rawValue + joined(lines)),
      ]
    }
  }

  /// Splices that put a scalar in the place of another; a comment behind it stays on the first line.
  private func replacingInline(_ node: YAMLNode, from start: Int, by lines: [String]) -> [YAMLSplice] {
    let end = node.range.upperBound
    let lineEnd = max(end, source.lineContents(source.lineIndex(at: end)).upperBound)
    guard lines.count > 1, !isBlank(end..<lineEnd) else {
      return [YAMLSplice(start..<endOfInline(node), spaced(joined(lines), node))]
    }
    let rest = joined([""] + lines.dropFirst())
    return [YAMLSplice(start..<end, spaced(lines[0], node)), YAMLSplice(lineEnd..<lineEnd, rest)]
  }

  /// The end of the dash or colon before a value.
  func signEnd(_ site: YAMLSite) -> Int? {
    switch site.parent {
    case .document: return nil
    case .item(let item, let sequence): return sequence.layout == .block ? item.range.lowerBound + 1 : nil
    case .entry(let entry, _):
      let gap = YAMLGap(bytes: bytes, end: part.upperBound)
      let sign = gap.significant(from: entry.key.range.upperBound)
      return sign < gap.end && bytes[sign] == UInt8(ascii: ":") ? sign + 1 : nil
    }
  }
}

extension YAMLNode {
  var isFlowCollection: Bool {
    switch content {
    case .sequence(let sequence): sequence.layout == .flow
    case .mapping(let mapping): mapping.layout == .flow
    default: false
    }
  }
}

extension YAMLValue {
  /// Whether this is a list or mapping of scalars of one line each, as people write in brackets.
  var isFlat: Bool {
    switch self {
    case .sequence(let items): items.allSatisfy(\.isOneLine)
    case .mapping(let fields): fields.allSatisfy { (field: YAMLField) -> Bool in field.value.isOneLine }
    default: isOneLine
    }
  }

  private var isOneLine: Bool {
    switch self {
    case .text(let text): !text.contains("\n")
    case .sequence(let items): items.isEmpty
    case .mapping(let fields): fields.isEmpty
    default: true
    }
  }
}

extension YAMLWriter {
  /// A value on one line, in the quotes of the value that it replaces.
  func flow(_ value: YAMLValue, like node: YAMLNode) -> String {
    guard case .text(let text) = value, let old = node.scalar, !old.isNull else { return flow(value) }
    return inline(text, as: old.style, inFlow: true)
  }
}
