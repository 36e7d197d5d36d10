/// The edits on values, from which follows what an edited file must say.
extension YAMLValue {
  /// The value with the one at a way of positions replaced by what `change` makes of it.
  func changing(at positions: ArraySlice<Int>, _ change: (YAMLValue) -> YAMLValue) -> YAMLValue {
    guard let position = positions.first else { return change(self) }
    switch self {
    case .marked(let properties, let value):
      return .marked(properties, value.changing(at: positions, change))
    case .sequence(var items):
      items[position] = items[position].changing(at: positions.dropFirst(), change)
      return .sequence(items)
    case .mapping(var fields):
      fields[position].value = fields[position].value.changing(at: positions.dropFirst(), change)
      return .mapping(fields)
    default:
      return self
    }
  }

  /// The value with the items of its list changed; a value that is nothing is an empty list.
  func withItems(_ change: (inout [YAMLValue]) -> Void) -> YAMLValue {
    var items: [YAMLValue] = []
    switch self {
    case .marked(let properties, let value): return .marked(properties, value.withItems(change))
    case .sequence(let present): items = present
    default: break
    }
    change(&items)
    return .sequence(items)
  }

  /// The value with the fields of its mapping changed; a value that is nothing is an empty mapping.
  func withFields(_ change: (inout [YAMLField]) -> Void) -> YAMLValue {
    var fields: [YAMLField] = []
    switch self {
    case .marked(let properties, let value): return .marked(properties, value.withFields(change))
    case .mapping(let present): fields = present
    default: break
    }
    change(&fields)
    return .mapping(fields)
  }

  /// The value as it is read back: a literal that no reader takes for more than text is text.
  var normal: YAMLValue {
    switch self {
    case .literal(let text): YAMLLiteral.matches(text) ? self : .text(text)
    case .text, .alias: self
    case .sequence(let items): .sequence(items.map(\.normal))
    case .mapping(let fields):
      .mapping(
        fields.map { (field: YAMLField) -> YAMLField in
          YAMLField(key: field.key.normal, value: field.value.normal)
        })
    case .marked(let properties, let value): .marked(properties, value.normal)
    }
  }
}
