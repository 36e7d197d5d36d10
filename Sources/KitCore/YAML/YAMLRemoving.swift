extension YAMLDocument {
  /// The document without the item or entry at a path, and without the comments that describe it.
  ///
  /// A list or mapping that loses its last child becomes `[]` or `{}`.
  ///
  /// - Throws: ``YAMLEditFault``; the document is as it was.
  package func removing(_ path: YAMLPath) throws(YAMLEditFault) -> YAMLDocument {
    let site = try site(path)
    guard let index = site.positions.last, !path.steps.isEmpty else {
      throw fault(.nothingThere, path, at: site.node)
    }
    let parent = try self.site(path.parent)
    let whole = root.value.changing(at: parent.positions[...]) { (old: YAMLValue) -> YAMLValue in
      if parent.node.sequence != nil {
        return old.withItems { (items: inout [YAMLValue]) in items.remove(at: index) }
      }
      return old.withFields { (fields: inout [YAMLField]) in fields.remove(at: index) }
    }
    return try edited(to: whole, path, at: site.node) { (writer: YAMLWriter) -> [YAMLSplice]? in
      let children = parent.node.children
      if parent.holdsFlow { return removingFromFlow(index, children, in: parent.node) }
      if children.count == 1 {
        return replacing(parent, by: parent.node.sequence == nil ? .mapping([]) : .sequence([]), writer)
      }
      return removingLines(index, children)
    }
  }

  // MARK: Line by line

  private func removingLines(_ index: Int, _ children: [YAMLChild]) -> [YAMLSplice]? {
    guard let end = endOfLines(children[index].range) else { return nil }
    guard let lines = lines(children[index]) else {
      // It stands behind the dash of what it is in; what follows moves up.
      guard index + 1 < children.count, let next = self.lines(children[index + 1]) else { return nil }
      let start = children[index].range.lowerBound
      return [YAMLSplice(start..<notBlank(from: afterBlankLines(from: end, to: next.lowerBound)), "")]
    }
    if index + 1 < children.count, let next = self.lines(children[index + 1]) {
      return [YAMLSplice(lines.lowerBound..<afterBlankLines(from: end, to: next.lowerBound), "")]
    }
    guard index > 0, let before = endOfLines(children[index - 1].range) else { return nil }
    let start = beforeBlankLines(from: lines.lowerBound, to: before)
    let ended = end < bytes.count || source.endsWithLineEnd
    return [YAMLSplice((ended ? start : withoutLineEnd(start))..<end, "")]
  }

  // MARK: In brackets and braces

  private func removingFromFlow(_ index: Int, _ children: [YAMLChild], in node: YAMLNode) -> [YAMLSplice]? {
    guard node.mapping?.layout != .pair else { return nil }
    let range = children[index].range
    let gap = YAMLGap(bytes: bytes, end: node.range.upperBound)
    if children.count == 1 {
      return [YAMLSplice(valueStart(of: node) + 1..<node.range.upperBound - 1, "")]
    }
    let sign = gap.significant(from: range.upperBound)
    let comma = sign < gap.end && bytes[sign] == UInt8(ascii: ",") ? sign : nil
    let stop = (comma ?? range.upperBound - 1) + 1
    if let lines = linesOfItsOwn(range.lowerBound..<stop) {
      guard comma == nil, index > 0 else { return [YAMLSplice(lines, "")] }
      // The last but one becomes the last and loses its comma.
      let before = gap.significant(from: children[index - 1].range.upperBound)
      return [YAMLSplice(before..<before + 1, ""), YAMLSplice(lines, "")]
    }
    if index + 1 < children.count {
      return [YAMLSplice(range.lowerBound..<children[index + 1].range.lowerBound, "")]
    }
    return [YAMLSplice(children[index - 1].range.upperBound..<range.upperBound, "")]
  }

  /// The whole lines of a range, if nothing else but a comment behind it stands in them.
  private func linesOfItsOwn(_ range: SourceRange) -> SourceRange? {
    guard startsItsLine(range.lowerBound) else { return nil }
    let line = source.lineIndex(at: range.upperBound)
    let contents = source.lineContents(line)
    let ink = notBlank(from: range.upperBound)
    guard ink >= contents.upperBound || bytes[ink] == UInt8(ascii: "#") else { return nil }
    return source.lineStarts[source.lineIndex(at: range.lowerBound)]..<source.line(line).upperBound
  }
}
