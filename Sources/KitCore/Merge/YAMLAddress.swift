/// Names for the parts of YAML.
enum YAMLAddress {
  /// The address of a field or an entry that stands in a part with the address `path`.
  ///
  /// A plan's blocks are addressed by id alone: `#welcome`, and a field of one `#welcome.minutes`.
  static func address(of unit: Unit, in bytes: [UInt8], under path: String) -> String {
    var text = bytes[unit.whole]
    while let first = text.first, first.isBlank { text.removeFirst() }
    switch unit.kind {
    case .field:
      let key = text.prefix { $0 != UInt8(ascii: ":") && $0 != 0x0A }
      return path + "." + String(decoding: key, as: UTF8.self)
    case .entry:
      guard let name = name(of: unit, in: bytes) else { return path }
      return path == ".blocks" ? "#" + name : path + "[" + name + "]"
    default:
      return path
    }
  }

  private static func name(of unit: Unit, in bytes: [UInt8]) -> String? {
    for key in ["id", "name", "key", "slug", "title", "text", "label", "item", "url"] {
      for kid in unit.kids where kid.kind == .field && kid.kids.isEmpty {
        var text = bytes[kid.whole]
        while text.first == 0x20 { text.removeFirst() }
        guard text.starts(with: (key + ":").utf8) else { continue }
        return String(decoding: EntryName.value(text), as: UTF8.self)
      }
    }
    guard unit.kids.isEmpty else { return nil }
    let text = bytes[unit.whole].drop { $0.isBlank || $0 == UInt8(ascii: "-") }.prefix { $0 != 0x0A }.prefix(
      40)
    return String(decoding: text, as: UTF8.self)
  }
}
