/// Makes the tree of a document from libyaml's events, without recursion.
///
/// libyaml's marks count characters, end block lists and mappings behind the comments that follow them, and say
/// nothing of the signs `-`, `?` and `:`. So the ends of those are taken from their last value, and the signs are
/// found in the gap between one value and the next, which holds nothing else but blanks and comments.
struct YAMLComposer {
  private let source: SourceText
  private let options: YAMLOptions
  private let gap: YAMLGap
  private let part: SourceRange
  private var cursor: (character: Int, offset: Int)
  private var open: [YAMLOpenCollection] = []
  private var root: YAMLNode?
  private var nodes = 0
  private var anchors: Set<String> = []

  /// The end of the last value or sign that was read.
  private var last: Int

  init(source: SourceText, part: SourceRange, options: YAMLOptions) {
    self.source = source
    self.options = options
    self.part = part
    gap = YAMLGap(bytes: source.bytes, end: part.upperBound)
    cursor = (0, part.lowerBound)
    last = part.lowerBound
  }

  mutating func compose(_ input: consuming YAMLEvents) throws(YAMLFault) -> YAMLNode {
    while true {
      let event: YAMLEvent
      do {
        event = try input.next()
      } catch {
        throw syntax(error)
      }
      if case .streamEnd = event.kind { break }
      try take(event)
    }
    let nothing = YAMLNode(
      content: .scalar(YAMLScalar(text: "", style: .plain)), range: part.upperBound..<part.upperBound,
      properties: "")
    return root ?? nothing
  }

  private mutating func take(_ event: YAMLEvent) throws(YAMLFault) {
    switch event.kind {
    case .streamStart, .streamEnd, .documentEnd: return
    case .documentStart(let isExplicit, let hasDirectives):
      let start = offset(ofCharacter: event.start)
      if hasDirectives { throw fault(.directive, at: start) }
      if root != nil { throw fault(.severalDocuments, at: start) }
      if isExplicit { last = offset(ofCharacter: event.end) }
    case .scalar(let scalar):
      let start = try begin(event)
      add(.scalar(scalar), start: start, end: end(of: scalar, event, from: start), event)
    case .alias(let name):
      let start = try begin(event)
      guard options.allowsAliases else { throw fault(.alias("*\(name)"), at: start) }
      guard anchors.contains(name) else { throw fault(.unknownAlias(name), at: start) }
      add(.alias(name), start: start, end: offset(ofCharacter: event.end), event)
    case .sequenceStart(let layout): try push(.sequence([]), layout, event)
    case .mappingStart(let layout): try push(.mapping([]), layout, event)
    case .collectionEnd: try pop(event)
    }
  }

  // MARK: Values

  /// Finds the signs before a value; the offset at which the value begins.
  private mutating func begin(_ event: YAMLEvent) throws(YAMLFault) -> Int {
    let start = offset(ofCharacter: event.start)
    nodes += 1
    if nodes > options.maximumNodes { throw fault(.tooManyValues(limit: options.maximumNodes), at: start) }
    if let anchor = event.anchor {
      guard options.allowsAliases else { throw fault(.alias("&\(anchor)"), at: start) }
      anchors.insert(anchor)
    }
    if event.tag != nil, !options.allowsTags {
      throw fault(.tag(source[start..<gap.afterProperties(from: start)]), at: start)
    }
    guard !open.isEmpty else { return start }
    open[open.count - 1].beginChild(gap, last: &last)
    return start
  }

  /// The end of a scalar; one that is not written stands right behind the sign before it.
  private mutating func end(of scalar: YAMLScalar, _ event: YAMLEvent, from start: Int) -> Int {
    let end = offset(ofCharacter: event.end)
    switch scalar.style {
    case .literal, .folded: return gap.blockScalarEnd(scalar.text, from: start, to: end)
    default: return end
    }
  }

  private mutating func add(_ content: YAMLNode.Content, start: Int, end: Int, _ event: YAMLEvent) {
    var range = start..<max(start, end)
    if range.isEmpty, case .scalar = content { range = last..<last }
    var properties = ""
    if event.anchor != nil || event.tag != nil {
      properties = source[start..<min(gap.afterProperties(from: start), range.upperBound)]
    }
    finish(YAMLNode(content: content, range: range, properties: properties))
  }

  /// Puts a finished value where it belongs.
  private mutating func finish(_ node: YAMLNode) {
    last = node.range.upperBound
    if open.isEmpty { root = node } else { open[open.count - 1].add(node) }
  }

  // MARK: Lists and mappings

  private mutating func push(
    _ children: YAMLOpenCollection.Children, _ layout: YAMLLayout, _ event: YAMLEvent
  ) throws(YAMLFault) {
    let start = try begin(event)
    if open.last?.expectsKey == true, !options.allowsOtherKeys {
      throw bareParameter(near: start) ?? fault(.otherKey, at: start)
    }
    guard open.count < options.maximumDepth else {
      throw fault(.tooDeep(limit: options.maximumDepth), at: start)
    }
    let hasProperties = event.anchor != nil || event.tag != nil
    if hasProperties { last = gap.afterProperties(from: start) }
    let properties = hasProperties ? source[start..<last] : ""
    var layout = layout
    if layout == .flow {
      let bracket = hasProperties ? gap.significant(from: last) : start
      let sign = bracket < gap.end ? source.bytes[bracket] : 0
      let bracketed = sign == UInt8(ascii: "{") || sign == UInt8(ascii: "[")
      if case .mapping = children, sign != UInt8(ascii: "{") { layout = .pair }
      if layout == .flow && bracketed { last = bracket + 1 }
    }
    open.append(
      YAMLOpenCollection(
        start: start, layout: layout, children: children, properties: properties, isRoot: open.isEmpty))
  }

  private mutating func pop(_ event: YAMLEvent) throws(YAMLFault) {
    guard let collection = open.popLast() else { return }
    let end = collection.layout == .flow ? offset(ofCharacter: event.end) : last
    let node = YAMLNode(
      content: collection.content, range: collection.start..<max(collection.start, end),
      properties: collection.properties)
    if case .mapping(let mapping) = node.content { try refuseDuplicates(mapping) }
    finish(node)
  }

  private func refuseDuplicates(_ mapping: YAMLMapping) throws(YAMLFault) {
    for entry in mapping.entries where !options.allowsOtherKeys {
      guard entry.key.text == nil || entry.key.range.isEmpty else { continue }
      throw fault(.otherKey, at: entry.key.range.lowerBound)
    }
    guard let (first, second) = YAMLComposer.duplicate(in: mapping.entries), let key = second.text else {
      return
    }
    let place = source.place(at: first.range.lowerBound)
    throw fault(.duplicateKey(key, first: place), at: second.range.lowerBound)
  }

  /// The first key that stands twice. Few keys are compared each with each, which is quicker than a table.
  private static func duplicate(in entries: [YAMLEntry]) -> (YAMLNode, YAMLNode)? {
    if entries.count <= 8 {
      for index in entries.indices.dropFirst() {
        guard let text = entries[index].key.text else { continue }
        for earlier in 0..<index where entries[earlier].key.text == text {
          return (entries[earlier].key, entries[index].key)
        }
      }
      return nil
    }
    var seen: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard let text = entry.key.text else { continue }
      if let first = seen.updateValue(index, forKey: text) { return (entries[first].key, entry.key) }
    }
    return nil
  }

  // MARK: Places

  /// The byte offset of a character that libyaml counted; quick, since marks are never far apart.
  private mutating func offset(ofCharacter character: Int) -> Int {
    let bytes = source.bytes
    var (count, offset) = cursor
    while count > character, offset > part.lowerBound {
      offset -= 1
      while offset > part.lowerBound, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      count -= 1
    }
    while count < character, offset < part.upperBound {
      offset += 1
      while offset < part.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      count += 1
    }
    cursor = (count, offset)
    return offset
  }

  private func fault(_ kind: YAMLFault.Kind, at offset: Int) -> YAMLFault {
    YAMLFault(kind: kind, offset: offset, place: source.place(at: offset))
  }

  private mutating func syntax(_ error: YAMLEventFault) -> YAMLFault {
    let place = offset(ofCharacter: error.mark)
    if let bare = bareParameter(near: place) { return bare }
    if let tab = tabBeforeText(near: place) {
      return fault(.syntax(YAMLProblem.tab, context: "", begun: nil), at: tab)
    }
    let begun = error.contextMark.map { (mark: Int) -> SourcePlace in
      source.place(at: offset(ofCharacter: mark))
    }
    return fault(
      .syntax(error.problem, context: error.context, begun: begun), at: place)
  }

  /// A tab in the indentation of a line is what stops most readers there, whatever they complain of.
  private func tabBeforeText(near offset: Int) -> Int? {
    let line = source.lineContents(source.lineIndex(at: offset))
    let indent = line.prefix {
      source.bytes[$0] == UInt8(ascii: " ") || source.bytes[$0] == UInt8(ascii: "\t")
    }
    return indent.first { source.bytes[$0] == UInt8(ascii: "\t") }
  }

  /// A value that begins with `{{name}}` needs quotes; without them it is a mapping in a mapping, and the parser's
  /// own complaint about it helps nobody.
  private func bareParameter(near offset: Int) -> YAMLFault? {
    let line = source.lineContents(source.lineIndex(at: offset))
    var index = line.lowerBound
    while index + 1 < line.upperBound {
      let braces = source.bytes[index] == UInt8(ascii: "{") && source.bytes[index + 1] == UInt8(ascii: "{")
      let opens = index == line.lowerBound || " [,{\t".utf8.contains(source.bytes[index - 1])
      if braces && opens { return fault(.bareParameter, at: index) }
      if source.bytes[index] == UInt8(ascii: "\"") || source.bytes[index] == UInt8(ascii: "'") { return nil }
      index += 1
    }
    return nil
  }
}
