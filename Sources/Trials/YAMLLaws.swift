internal import KitCore

/// What an edit may not change.
struct YAMLLaws {
  let kind: YAMLEditTrial.Kind
  let old: YAMLDocument
  let place: YAMLEditTrial.Place
  let new: YAMLDocument

  /// The first law that the edit broke, in words.
  var broken: String? {
    let (before, after) = (old.bytes, new.bytes)
    if old.source.hasByteOrderMark != new.source.hasByteOrderMark { return "the byte-order mark changed" }
    if !before.isEmpty, old.source.endsWithLineEnd != new.source.endsWithLineEnd {
      return "the final line end changed"
    }
    if isAllReturns(before), !isAllReturns(after) { return "line ends are mixed" }
    if let reread = try? YAMLDocument.read(after, options: old.options) {
      if reread.root.value != new.root.value { return "reading again gives something else" }
    } else {
      return "it cannot be read again"
    }
    if !comments(before).subtracting(mayVanish).isSubset(of: comments(after)) { return "a comment is gone" }
    return brokenBytes(before, after)
  }

  private func brokenBytes(_ before: [UInt8], _ after: [UInt8]) -> String? {
    switch kind {
    case .setText, .setLiteral:
      return isOnlyChanged(
        before, after, place.node.range, slack: place.node.range.isEmpty || place.node.value.isNothing)
        ? nil : "more than the value changed"
    case .rename:
      guard let key = place.parent?.mapping?.entries[place.positions.last ?? 0].key else { return nil }
      return isOnlyChanged(before, after, key.range, slack: false) ? nil : "more than the key changed"
    case .insertItem, .insertField, .insertLines:
      if place.node.sequence?.items.isEmpty == true || place.node.mapping?.entries.isEmpty == true {
        return nil
      }
      // A text that ended with the file keeps its meaning by another sign: `|+` becomes `|-`.
      let signless = before.filter { (byte: UInt8) -> Bool in byte != UInt8(ascii: "+") }
      let isKept = isSubsequence(old.source.endsWithLineEnd ? before : signless, of: after)
      return isKept ? nil : "inserting removed something"
    case .removeItem, .removeField:
      if place.parent.map(childCount) == 1 { return nil }
      return isSubsequence(after, of: before) ? nil : "removing added something"
    case .moveItem:
      return before.sorted() == after.sorted() ? nil : "moving changed bytes"
    case .setCollection: return nil
    }
  }

  private func childCount(_ node: YAMLNode) -> Int {
    node.sequence?.items.count ?? node.mapping?.entries.count ?? 0
  }

  /// Whether all bytes before a range and from the next line on are as they were, and what stands behind it in its
  /// line is there in one piece. Where no value was, the blanks behind are slack.
  private func isOnlyChanged(_ before: [UInt8], _ after: [UInt8], _ range: SourceRange, slack: Bool) -> Bool {
    let lineEnd = max(
      range.upperBound, old.source.lineContents(old.source.lineIndex(at: range.upperBound)).upperBound)
    var rest = before[range.upperBound..<lineEnd]
    if slack { rest = rest.drop { (byte: UInt8) -> Bool in byte == 0x20 || byte == 0x09 } }
    let (head, tail) = (before[..<range.lowerBound], before[lineEnd...])
    guard after.count >= head.count + rest.count + tail.count, after.starts(with: head),
      after.suffix(tail.count).elementsEqual(tail)
    else { return false }
    let middle = after[head.count..<after.count - tail.count]
    return rest.isEmpty || middle.firstRange(of: rest) != nil
  }

  private func isSubsequence(_ few: [UInt8], of many: [UInt8]) -> Bool {
    var index = 0
    for byte in many where index < few.count && byte == few[index] { index += 1 }
    return index == few.count
  }

  private func isAllReturns(_ bytes: [UInt8]) -> Bool {
    var returns = 0
    var feeds = 0
    for byte in bytes {
      if byte == 0x0D { returns += 1 } else if byte == 0x0A { feeds += 1 }
    }
    return returns == feeds && returns > 0
  }

  /// The numbered notes that the generator writes.
  private func comments(_ bytes: [UInt8]) -> Set<String> {
    let words = bytes.split { (byte: UInt8) -> Bool in byte == 0x20 || byte == 0x0A || byte == 0x0D }
    return Set(
      words.filter { (word: ArraySlice<UInt8>) -> Bool in word.starts(with: Array("note-".utf8)) }
        .map { (word: ArraySlice<UInt8>) -> String in String(decoding: word, as: UTF8.self) })
  }

  /// The notes that describe what was removed or replaced.
  private var mayVanish: Set<String> {
    switch kind {
    case .removeItem, .removeField:
      guard let parent = place.parent, let position = place.positions.last else { return [] }
      let count = childCount(parent)
      var lines: SourceRange?
      if let item = parent.sequence?.items[position] { lines = old.lines(of: item) ?? item.range }
      if let entry = parent.mapping?.entries[position] { lines = old.lines(of: entry) ?? entry.range }
      if lines.map({ (range: SourceRange) -> Bool in old.bytes[range].first == 0x20 }) == nil || count == 1 {
        return comments(Array(old.bytes[parent.range.lowerBound...]))
      }
      return lines.map { (range: SourceRange) -> Set<String> in comments(Array(old.bytes[lineOf(range)])) }
        ?? []
    case .setCollection: return comments(Array(old.bytes[lineOf(place.node.range)]))
    default: return []
    }
  }

  private func lineOf(_ range: SourceRange) -> SourceRange {
    let end = old.source.line(old.source.lineIndex(at: range.upperBound)).upperBound
    return range.lowerBound..<max(end, range.upperBound)
  }
}

extension YAMLValue {
  fileprivate var isNothing: Bool { self == .nothing }
}
