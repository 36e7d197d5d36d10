/// Whole lines of YAML, such as the items or entries of another file, to be put into a document as they are.
struct YAMLFragment {
  private let lines: [String]
  let items: [YAMLValue]
  let fields: [YAMLField]

  /// Reads lines of any indentation, with their comments.
  init(_ text: String, options: YAMLOptions) throws(YAMLFault) {
    var lines = YAMLFragment.lines(of: text)
    let indent = lines.compactMap(YAMLFragment.indent).min() ?? 0
    lines = lines.map { (line: String) -> String in String(line.dropFirst(indent)) }
    let value = try YAMLFragment.read(lines, options)
    // Blank lines at the end go, unless they are part of a text.
    let ink = lines.lastIndex { (line: String) -> Bool in YAMLFragment.indent(of: line) != nil } ?? -1
    let trimmed = Array(lines[...ink])
    let isSame =
      trimmed.count < lines.count ? try YAMLFragment.read(trimmed, options).value == value.value : true
    self.lines = isSame ? trimmed : lines
    if value.sequence?.layout == .block, case .sequence(let items) = value.value {
      self.items = items
    } else {
      items = []
    }
    if value.mapping?.layout == .block, case .mapping(let fields) = value.value {
      self.fields = fields
    } else {
      fields = []
    }
  }

  private static func read(_ lines: [String], _ options: YAMLOptions) throws(YAMLFault) -> YAMLNode {
    try YAMLDocument.read(Array((lines.joined(separator: "\n") + "\n").utf8), options: options).root
  }

  /// The lines, indented to stand in a column.
  func lines(column: Int) -> [String] {
    let margin = String(repeating: " ", count: column)
    return lines.map { (line: String) -> String in line.isEmpty ? "" : margin + line }
  }

  private static func indent(of line: String) -> Int? {
    let indent = line.utf8.prefix { (byte: UInt8) -> Bool in byte == UInt8(ascii: " ") }.count
    return indent == line.utf8.count ? nil : indent
  }

  /// The lines without their ends; a carriage return and its line feed are one character to Swift, hence bytes.
  private static func lines(of text: String) -> [String] {
    let bytes = text.utf8.filter { (byte: UInt8) -> Bool in byte != 0x0D }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map {
      (line: ArraySlice<UInt8>) -> String in
      String(decoding: line, as: UTF8.self)
    }
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

extension YAMLDocument {
  /// The document with items put into the list at a path as they are written elsewhere, comments included.
  ///
  /// - Parameters:
  ///   - lines: Whole lines of a list in block style, of any indentation and line end, such as
  ///     ``lines(of:)-(YAMLItem)`` of another document gives.
  ///   - index: The position of the first of them, counted from 0.
  ///   - path: The list; where no value is, one begins.
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func inserting(
    lines text: String, at index: Int, in path: YAMLPath
  ) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    let count = try items(of: site, path).count
    guard (0...count).contains(index) else { throw fault(.noSuchPosition(index), path, at: site.node) }
    let fragment = try fragment(text, path, at: site.node)
    if fragment.items.isEmpty { throw fault(.badText("It is not a list."), path, at: site.node) }
    let whole = root.value.changing(at: site.positions[...]) { (old: YAMLValue) -> YAMLValue in
      old.withItems { (items: inout [YAMLValue]) in items.insert(contentsOf: fragment.items, at: index) }
    }
    return try edited(to: whole, path, at: site.node) { (writer: YAMLWriter) -> [YAMLSplice]? in
      let texts = fragment.items.map(writer.flow)
      return inserting(fragment, texts, .sequence(fragment.items), at: index, in: site, writer)
    }
  }

  /// The document with entries put into the mapping at a path as they are written elsewhere, comments included.
  ///
  /// - Parameters:
  ///   - lines: Whole lines of a mapping in block style, of any indentation and line end.
  ///   - position: Where they go.
  ///   - path: The mapping; where no value is, one begins.
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func inserting(
    lines text: String, _ position: YAMLPosition, in path: YAMLPath
  ) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    let mapping = try mapping(of: site, path)
    let index = try index(of: position, in: mapping, path, at: site.node)
    let fragment = try fragment(text, path, at: site.node)
    if fragment.fields.isEmpty { throw fault(.badText("It has no key."), path, at: site.node) }
    for name in fragment.fields.compactMap(\.name) where mapping?[name] != nil {
      throw fault(.keyExists(name), path, at: site.node)
    }
    let whole = root.value.changing(at: site.positions[...]) { (old: YAMLValue) -> YAMLValue in
      old.withFields { (fields: inout [YAMLField]) in fields.insert(contentsOf: fragment.fields, at: index) }
    }
    return try edited(to: whole, path, at: site.node) { (writer: YAMLWriter) -> [YAMLSplice]? in
      let texts = fragment.fields.map { (field: YAMLField) -> String in writer.flow(field) }
      return inserting(fragment, texts, .mapping(fragment.fields), at: index, in: site, writer)
    }
  }

  private func fragment(
    _ text: String, _ path: YAMLPath, at node: YAMLNode
  ) throws(YAMLEditFault) -> YAMLFragment {
    do {
      return try YAMLFragment(text, options: options)
    } catch {
      throw fault(.badText(error.message), path, at: node)
    }
  }

  private func inserting(
    _ fragment: YAMLFragment, _ texts: [String], _ value: YAMLValue, at index: Int, in site: YAMLSite,
    _ writer: YAMLWriter
  ) -> [YAMLSplice]? {
    if let first = site.node.children.first {
      if site.holdsFlow { return insertingInFlow(texts.joined(separator: ", "), at: index, in: site.node) }
      let column = column(at: first.range.lowerBound)
      return insertingLines(fragment.lines(column: column), at: index, in: site.node)
    }
    if site.isInFlow { return replacing(site, by: value, writer) }
    return replacingInline(site, byLines: fragment.lines(column: childColumn(value, in: site, writer)))
  }
}
