/// A value in a YAML file, with the bytes that it covers.
package struct YAMLNode: Sendable {
  /// What a value can be.
  package enum Content: Sendable {
    /// One piece of text.
    case scalar(YAMLScalar)
    /// A list.
    case sequence(YAMLSequence)
    /// Keys with values.
    case mapping(YAMLMapping)
    /// `*name`; only where ``YAMLOptions/allowsAliases``.
    case alias(String)
  }

  /// What the value is.
  package let content: Content

  /// The bytes of the value, quotes and brackets included.
  ///
  /// A list or mapping in block style reaches from its first `-` or key to the end of its last value; it has no
  /// comment, blank line or line end behind it. A literal or folded text reaches from `|` or `>` to the end of its last
  /// line, without that line's end. A value that is not there (`key:`) is empty and stands behind the colon.
  package var range: SourceRange { span.range }

  /// Anchor and tag as written (`&name !tag`); empty nearly always. `range` begins with them.
  package var properties: String { marks?.text ?? "" }

  private let span: YAMLSpan
  private let marks: YAMLMarks?

  init(content: Content, range: SourceRange, properties: String) {
    self.content = content
    span = YAMLSpan(range)
    marks = properties.isEmpty ? nil : YAMLMarks(text: properties)
  }

  /// The text, if this is one.
  package var scalar: YAMLScalar? { if case .scalar(let scalar) = content { scalar } else { nil } }

  /// The list, if this is one.
  package var sequence: YAMLSequence? { if case .sequence(let sequence) = content { sequence } else { nil } }

  /// The mapping, if this is one.
  package var mapping: YAMLMapping? { if case .mapping(let mapping) = content { mapping } else { nil } }

  /// The text of a scalar, however it is quoted.
  package var text: String? { scalar?.text }

  /// The value under a key, if this is a mapping that has it.
  package subscript(key: String) -> YAMLNode? { mapping?[key]?.value }

  /// The item at a position counted from 0, if this is a list that is so long.
  package subscript(index: Int) -> YAMLNode? {
    guard let items = sequence?.items, items.indices.contains(index) else { return nil }
    return items[index].value
  }
}

/// How a list or mapping is written.
package enum YAMLLayout: Hashable, Sendable {
  /// Line by line, by indentation.
  case block
  /// In brackets or braces.
  case flow
  /// One pair inside a flow list, without braces of its own: `[a: b]`.
  case pair
}

/// A list in a YAML file.
package struct YAMLSequence: Sendable {
  /// The items in order.
  package let items: [YAMLItem]

  /// How the list is written.
  package let layout: YAMLLayout

  /// The position of the item that is a mapping whose `id` is this; the first, should there be several.
  package func index(ofID id: String) -> Int? {
    items.firstIndex { (item: YAMLItem) -> Bool in item.value["id"]?.text == id }
  }
}

/// One item of a list.
package struct YAMLItem: Sendable {
  /// The value of the item.
  package let value: YAMLNode

  /// The item from its `-` (its value, in flow style) to the end of its value.
  package var range: SourceRange { span.start..<max(span.start, value.range.upperBound) }

  /// Where what stands before the item ends; only blank space and comments lie between there and `range`.
  package var gapStart: Int { span.gapStart }

  private let span: YAMLChildStart

  init(value: YAMLNode, start: Int, gapStart: Int) {
    self.value = value
    span = YAMLChildStart(start: start, gapStart: gapStart)
  }
}

/// Keys and values in a YAML file.
package struct YAMLMapping: Sendable {
  /// The entries in the order of the file; no two keys have the same text.
  package let entries: [YAMLEntry]

  /// How the mapping is written.
  package let layout: YAMLLayout

  /// The entry with a key, however the key is quoted.
  package subscript(key: String) -> YAMLEntry? {
    entries.first { (entry: YAMLEntry) -> Bool in entry.key.text == key }
  }

  /// The position of the entry with a key.
  package func index(ofKey key: String) -> Int? {
    entries.firstIndex { (entry: YAMLEntry) -> Bool in entry.key.text == key }
  }
}

/// One key with its value.
package struct YAMLEntry: Sendable {
  /// The key; a scalar, unless ``YAMLOptions/allowsOtherKeys``.
  package let key: YAMLNode

  /// The value; an empty plain scalar where none is written.
  package let value: YAMLNode

  /// The entry from its key (or `?`) to the end of its value.
  package var range: SourceRange { span.start..<max(span.start, value.range.upperBound) }

  /// Where what stands before the entry ends; only blank space and comments lie between there and `range`.
  package var gapStart: Int { span.gapStart }

  private let span: YAMLChildStart

  init(key: YAMLNode, value: YAMLNode, start: Int, gapStart: Int) {
    self.key = key
    self.value = value
    span = YAMLChildStart(start: start, gapStart: gapStart)
  }
}
