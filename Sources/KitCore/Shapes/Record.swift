/// A mapping in a kit's file together with its shape and its place: what typed values are read from, and
/// what checks point at.
///
/// Reading never fails: what does not fit the shape reads as if it were not there, and the check of the
/// same shape reports it.
package struct Record: Sendable {
  /// What the mapping should look like.
  package let shape: ObjectShape
  /// The mapping; something else where the file is wrong.
  package let node: YAMLNode
  /// The file inside the kit.
  package let path: KitPath
  /// The text of the file.
  package let source: SourceText
  /// The address of the part that this is.
  package let address: Address

  /// Makes a record of a value in a file.
  package init(_ shape: ObjectShape, _ node: YAMLNode, path: KitPath, source: SourceText, address: Address) {
    self.shape = shape
    self.node = node
    self.path = path
    self.source = source
    self.address = address
  }

  /// Whether a key is there, with whatever value.
  package func has(_ key: String) -> Bool { node[key] != nil }

  /// The value under a key of the shape; `nil` where it is not there or empty.
  private func value(_ key: String) -> YAMLNode? {
    assert(shape.field(key) != nil, "\(shape.name) has no key \(key)")
    guard let value = node[key], value.scalar?.isNull != true else { return nil }
    return value
  }

  /// The text under a key; `nil` where it is not there, no text, or not as the shape wants it.
  ///
  /// Line ends at the end of a text, which `|` and `>` leave there, do not count.
  package func text(_ key: String) -> String? {
    guard let value = value(key), let text = value.text else { return nil }
    if case .pattern(let pattern, _) = shape.field(key)?.value, !pattern.matches(text) { return nil }
    return text.withoutFinalLineEnds
  }

  /// The texts under a key, where one text stands for a list of one.
  package func texts(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    return Record.texts(of: value)
  }

  /// The texts of a list, or of one text.
  package static func texts(of node: YAMLNode) -> [String] {
    if let text = node.text { return [text.withoutFinalLineEnds] }
    return node.sequence?.items.compactMap { $0.value.text?.withoutFinalLineEnds } ?? []
  }

  /// The whole number under a key, if it is in the shape's range.
  package func integer(_ key: String) -> Int? {
    guard let number = value(key)?.scalar?.asInteger else { return nil }
    if case .integer(let range) = shape.field(key)?.value, !range.contains(number) { return nil }
    return number
  }

  /// Yes or no under a key.
  package func boolean(_ key: String) -> Bool? { value(key)?.scalar?.asBoolean }

  /// The word of an enumeration under a key.
  package func choice<Word: RawRepresentable<String>>(_ key: String) -> Word? {
    value(key)?.text.flatMap { Word(rawValue: $0) }
  }

  /// The ids or words under a key that are well formed, in order.
  package func choices<Word: RawRepresentable<String>>(_ key: String) -> [Word] {
    texts(key).compactMap { Word(rawValue: $0) }
  }

  /// The mapping under a key.
  package func record(_ key: String) -> Record? {
    guard let value = value(key), value.mapping != nil, case .object(let inner) = shape.field(key)?.value
    else { return nil }
    return Record(inner, value, path: path, source: source, address: address.field(key))
  }

  /// The mappings of the list under a key, in order.
  package func records(_ key: String) -> [Record] {
    guard let items = value(key)?.sequence?.items, case .list(.object(let inner), _) = shape.field(key)?.value
    else { return [] }
    return items.enumerated().compactMap { (index: Int, item: YAMLItem) -> Record? in
      guard item.value.mapping != nil else { return nil }
      let place = address.item(inner, item.value, key: key, index: index)
      return Record(inner, item.value, path: path, source: source, address: place)
    }
  }

  /// The names and mappings of the mapping under a key, in order.
  package func namedRecords(_ key: String) -> [(name: String, record: Record)] {
    guard let entries = value(key)?.mapping?.entries,
      case .mapping(_, .object(let inner)) = shape.field(key)?.value
    else { return [] }
    return entries.compactMap { (entry: YAMLEntry) -> (name: String, record: Record)? in
      guard let name = entry.key.text else { return nil }
      let place = address.field(key).field(name)
      return (name, Record(inner, entry.value, path: path, source: source, address: place))
    }
  }

  /// The names and single values of the mapping under a key, in order.
  package func namedTexts(_ key: String) -> [(name: String, text: String)] {
    value(key)?.mapping?.entries.compactMap { (entry: YAMLEntry) -> (name: String, text: String)? in
      guard let name = entry.key.text, let text = entry.value.text else { return nil }
      return (name, text)
    } ?? []
  }
}

extension String {
  fileprivate var withoutFinalLineEnds: String {
    guard utf8.last == UInt8(ascii: "\n") else { return self }
    var rest = self[...]
    while rest.utf8.last == UInt8(ascii: "\n") { rest.unicodeScalars.removeLast() }
    return String(rest)
  }
}

extension Address {
  /// The address of an item of a list: by its id where it carries one, else by its place.
  package func item(_ shape: ObjectShape, _ node: YAMLNode, key: String, index: Int) -> Address {
    if shape.hasID, let id = node["id"]?.text, BlockID(rawValue: id) != nil { return withoutField.part(id) }
    return field(key).item(index)
  }
}
