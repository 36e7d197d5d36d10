import KitCore

/// A made-up value, from which YAML is written and which is broken in every way that a shape knows.
indirect enum Sample {
  /// A scalar as it stands in the file, quotes included.
  case scalar(String)
  case list([Sample])
  case mapping([(key: String, value: Sample)])

  /// The value in YAML's flow style on one line.
  var yaml: String {
    switch self {
    case .scalar(let text): text
    case .list(let items): "[" + items.map { $0.yaml }.joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\"\($0.key)\": \($0.value.yaml)" }.joined(separator: ", ") + "}"
    }
  }

  /// A value that fits a shape, with all optional keys or with none.
  static func fitting(_ shape: ValueShape, isFull: Bool) -> Sample {
    switch shape {
    case .text: .scalar("'Some words: yes'")
    case .scalar: .scalar("''")
    case .integer(let range): .scalar(String(range.lowerBound))
    case .boolean: .scalar("yes")
    case .choice(let words): .scalar(words[words.count - 1])
    case .pattern(_, let example): .scalar("\"\(example)\"")
    case .list(let value, let least):
      .list(isFull || least > 0 ? [fitting(value, isFull: isFull)] : [])
    case .mapping(let keys, let value):
      .mapping(isFull ? [(keys == .language ? "cy" : "region", fitting(value, isFull: true))] : [])
    case .object(let shape): fitting(shape, isFull: isFull)
    }
  }

  /// A mapping that fits a shape, with all optional keys or with as few as its rules allow.
  static func fitting(_ shape: ObjectShape, isFull: Bool) -> Sample {
    var keys = shape.fields.filter { isFull || $0.isRequired }.map { $0.key }
    for rule in shape.rules {
      switch rule {
      case .oneOf(let some) where !some.contains(where: { keys.contains($0) }): keys.append(some[0])
      case .notBoth(_, let other): keys.removeAll { $0 == other }
      default: break
      }
    }
    let fields = shape.fields.filter { keys.contains($0.key) }
    var entries = fields.map { (key: $0.key, value: fitting($0.value, isFull: isFull)) }
    // Words that need another key are avoided in a small mapping.
    for rule in shape.rules {
      guard case .needs(let needed, let key, let word) = rule, !keys.contains(needed),
        case .choice(let words) = shape.field(key)?.value,
        let index = entries.firstIndex(where: { $0.key == key })
      else { continue }
      entries[index].value = .scalar(words.first { $0 != word } ?? word)
    }
    return .mapping(entries)
  }

  /// The same mapping with a key set, or removed for `nil`.
  func setting(_ key: String, _ value: Sample?) -> Sample {
    guard case .mapping(var entries) = self else { return self }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      if let value { entries[index].value = value } else { entries.remove(at: index) }
    } else if let value {
      entries.append((key, value))
    }
    return .mapping(entries)
  }

  /// The value under a key of a mapping.
  subscript(key: String) -> Sample? {
    guard case .mapping(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
