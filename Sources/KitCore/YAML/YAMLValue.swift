/// A value without its place and style: what is to be written, or what was read.
///
/// Two documents say the same when their values are equal.
package indirect enum YAMLValue: Hashable, Sendable {
  /// Text, whatever it looks like; written with quotes where a reader could take it for something else.
  case text(String)

  /// A number, `true`, a date, `null` and the like, as written without quotes. An empty one is no value at all.
  case literal(String)

  /// A list.
  case sequence([YAMLValue])

  /// Keys with values, in order.
  case mapping([YAMLField])

  /// `*name`; never written by Kitbag, but kept in files that have it.
  case alias(String)

  /// A value with an anchor or tag, as written; never written by Kitbag, but kept in files that have it.
  case marked(String, YAMLValue)

  /// A version, a date or the like, as people write it without quotes.
  package static func plain(_ text: String) -> YAMLValue {
    YAMLLiteral.matches(text) ? .literal(text) : .text(text)
  }

  /// A whole number.
  package static func integer(_ number: Int) -> YAMLValue { .literal(String(number)) }

  /// `true` or `false`.
  package static func boolean(_ value: Bool) -> YAMLValue { .literal(value ? "true" : "false") }

  /// No value at all.
  package static let nothing = YAMLValue.literal("")

  /// The value under a key, if this is a mapping that has it.
  package subscript(key: String) -> YAMLValue? {
    guard case .mapping(let fields) = self else { return nil }
    return fields.first { (field: YAMLField) -> Bool in field.name == key }?.value
  }
}

/// One key with its value.
package struct YAMLField: Hashable, Sendable {
  /// The key; nearly always text.
  package var key: YAMLValue

  /// What stands under it.
  package var value: YAMLValue

  /// A field from its key's text, which is written in quotes where it must be.
  package init(_ name: String, _ value: YAMLValue) {
    key = .text(name)
    self.value = value
  }

  /// A field with a key as it was read.
  package init(key: YAMLValue, value: YAMLValue) {
    self.key = key
    self.value = value
  }

  /// The key's text, however it is quoted; `nil` for a key that is not text.
  package var name: String? {
    switch key {
    case .text(let text), .literal(let text): text
    default: nil
    }
  }
}

extension YAMLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }

  package init(integerLiteral number: Int) { self = .integer(number) }

  package init(arrayLiteral items: YAMLValue...) { self = .sequence(items) }

  package init(dictionaryLiteral fields: (String, YAMLValue)...) {
    self = .mapping(fields.map { (field: (String, YAMLValue)) -> YAMLField in YAMLField(field.0, field.1) })
  }
}

extension YAMLNode {
  /// What the node says, without its place and style.
  package var value: YAMLValue {
    let bare: YAMLValue
    switch content {
    case .scalar(let scalar): bare = scalar.value
    case .alias(let name): bare = .alias(name)
    case .sequence(let sequence):
      bare = .sequence(sequence.items.map { (item: YAMLItem) -> YAMLValue in item.value.value })
    case .mapping(let mapping):
      bare = .mapping(
        mapping.entries.map { (entry: YAMLEntry) -> YAMLField in
          YAMLField(key: entry.key.value, value: entry.value.value)
        })
    }
    return properties.isEmpty ? bare : .marked(properties, bare)
  }
}

extension YAMLScalar {
  /// The text, or a literal where it is written without quotes and some reader takes it for more than text.
  package var value: YAMLValue {
    style == .plain && YAMLLiteral.matches(text) ? .literal(text) : .text(text)
  }
}
