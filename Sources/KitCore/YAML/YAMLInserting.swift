/// Where an entry is put into a mapping.
package enum YAMLPosition: Hashable, Sendable {
  /// Before all others.
  case first
  /// Behind all others.
  case last
  /// Before the entry with this key.
  case before(String)
  /// Behind the entry with this key.
  case after(String)
}

extension YAMLDocument {
  /// The document with an item put into the list at a path, before the one that stands at `index` (counted from 0).
  ///
  /// Where no value is, a list begins. The item is written as the file writes its own.
  ///
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func inserting(
    _ value: YAMLValue, at index: Int, in path: YAMLPath
  ) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    let items = try items(of: site, path)
    guard (0...items.count).contains(index) else { throw fault(.noSuchPosition(index), path, at: site.node) }
    let whole = root.value.changing(at: site.positions[...]) { (old: YAMLValue) -> YAMLValue in
      old.withItems { (items: inout [YAMLValue]) in items.insert(value, at: index) }
    }
    return try edited(to: whole, path, at: site.node) { (writer: YAMLWriter) -> [YAMLSplice]? in
      if items.isEmpty { return replacing(site, by: .sequence([value]), writer) }
      if site.holdsFlow { return insertingInFlow(writer.flow(value), at: index, in: site.node) }
      let column = column(at: items[0].range.lowerBound)
      return insertingLines(writer.item(value, column: column), at: index, in: site.node)
    }
  }

  /// The document with an entry put into the mapping at a path.
  ///
  /// Where no value is, a mapping begins. The entry is written as the file writes its own.
  ///
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func inserting(
    _ field: YAMLField, _ position: YAMLPosition = .last, in path: YAMLPath
  ) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    let mapping = try mapping(of: site, path)
    if let name = field.name, mapping?[name] != nil { throw fault(.keyExists(name), path, at: site.node) }
    let index = try self.index(of: position, in: mapping, path, at: site.node)
    let whole = root.value.changing(at: site.positions[...]) { (old: YAMLValue) -> YAMLValue in
      old.withFields { (fields: inout [YAMLField]) in fields.insert(field, at: index) }
    }
    return try edited(to: whole, path, at: site.node) { (writer: YAMLWriter) -> [YAMLSplice]? in
      guard let first = mapping?.entries.first else { return replacing(site, by: .mapping([field]), writer) }
      if site.holdsFlow { return insertingInFlow(writer.flow(field), at: index, in: site.node) }
      let column = column(at: first.range.lowerBound)
      return insertingLines(writer.entry(field, column: column), at: index, in: site.node)
    }
  }

  /// The items of a list; none where no value is.
  func items(of site: YAMLSite, _ path: YAMLPath) throws(YAMLEditFault) -> [YAMLItem] {
    if let sequence = site.node.sequence { return sequence.items }
    if site.node.scalar?.isNull == true { return [] }
    throw fault(.notAList, path, at: site.node)
  }

  /// A mapping; `nil` where no value is.
  func mapping(of site: YAMLSite, _ path: YAMLPath) throws(YAMLEditFault) -> YAMLMapping? {
    if let mapping = site.node.mapping { return mapping }
    if site.node.scalar?.isNull == true { return nil }
    throw fault(.notAMapping, path, at: site.node)
  }

  func index(
    of position: YAMLPosition, in mapping: YAMLMapping?, _ path: YAMLPath, at node: YAMLNode
  ) throws(YAMLEditFault) -> Int {
    switch position {
    case .first: return 0
    case .last: return mapping?.entries.count ?? 0
    case .before(let key), .after(let key):
      guard let index = mapping?.index(ofKey: key) else {
        throw fault(.nothingThere, path.appending(.key(key)), at: node)
      }
      if case .after = position { return index + 1 } else { return index }
    }
  }

  // MARK: Line by line

  /// Splices that put the lines of a new child among the others.
  func insertingLines(_ lines: [String], at index: Int, in node: YAMLNode) -> [YAMLSplice]? {
    let children = node.children
    let isAiry = isAiry(children)
    guard index < children.count else {
      guard let end = endOfLines(children[index - 1].range) else { return nil }
      return [insertingLines(isAiry ? [""] + lines : lines, at: end)]
        + keepingUnended(children[index - 1], end)
    }
    let padded = isAiry ? lines + [""] : lines
    if let present = self.lines(children[index]) { return [insertingLines(padded, at: present.lowerBound)] }
    // The first child stands behind the dash or question mark of what it is in.
    let start = children[index].range.lowerBound
    let margin = String(repeating: " ", count: column(at: start))
    let first = lines[0].dropFirst(margin.utf8.count)
    let text = joined([String(first)] + padded.dropFirst() + [margin])
    return [YAMLSplice(start..<start, text)]
  }

  /// A text behind `|` whose last line has no end, since the file ends there, does not end in a line break. So that it
  /// stays so when lines follow, its sign becomes `|-`.
  private func keepingUnended(_ child: YAMLChild, _ end: Int) -> [YAMLSplice] {
    guard end == part.upperBound, withoutLineEnd(end) == end, let last = lastScalar(),
      let style = last.scalar?.style, style == .literal || style == .folded, last.range.upperBound == end
    else { return [] }
    let start = valueStart(of: last)
    var stop = start + 1
    while stop < end, "+-123456789".utf8.contains(bytes[stop]) { stop += 1 }
    let signs = source[start..<stop]
    guard !signs.contains("-") else { return [] }
    return [YAMLSplice(start..<stop, signs.filter { (sign: Character) -> Bool in sign != "+" } + "-")]
  }

  /// The last value of the file.
  private func lastScalar() -> YAMLNode? {
    var node = root
    while true {
      if let entry = node.mapping?.entries.last {
        node = entry.value
      } else if let item = node.sequence?.items.last {
        node = item.value
      } else {
        return node.scalar == nil ? nil : node
      }
    }
  }

  // MARK: In brackets and braces

  /// Splices that put a new child into a flow list or mapping that is not empty.
  func insertingInFlow(_ text: String, at index: Int, in node: YAMLNode) -> [YAMLSplice]? {
    let children = node.children
    let isPair = node.mapping?.layout == .pair
    guard !isPair, let last = children.last else { return nil }
    let ownLines = startsItsLine(last.range.lowerBound)
    let lineEnd = source.lineEnding.rawValue
    let margin = String(repeating: " ", count: column(at: last.range.lowerBound))
    if index < children.count {
      let start = children[index].range.lowerBound
      return [YAMLSplice(start..<start, startsItsLine(start) ? "\(text),\(lineEnd)\(margin)" : "\(text), ")]
    }
    let end = last.range.upperBound
    guard ownLines else { return [YAMLSplice(end..<end, ", \(text)")] }
    let comma = YAMLGap(bytes: bytes, end: node.range.upperBound).significant(from: end)
    let hasComma = comma < node.range.upperBound && bytes[comma] == UInt8(ascii: ",")
    let line = source.lineIndex(at: hasComma ? comma : end)
    let lineStop = min(source.lineContents(line).upperBound, node.range.upperBound - 1)
    if hasComma { return [YAMLSplice(lineStop..<lineStop, "\(lineEnd)\(margin)\(text),")] }
    return [YAMLSplice(end..<end, ","), YAMLSplice(lineStop..<lineStop, "\(lineEnd)\(margin)\(text)")]
  }
}
