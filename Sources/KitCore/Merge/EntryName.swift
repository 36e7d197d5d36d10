/// The value that names an entry.
enum EntryName {
  /// The value of a one-line `key: value`, without quotes and comment.
  static func value(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { return [] }
    var value = field[(colon + 1)...].prefix { $0 != 0x0A }
    while let first = value.first, first.isBlank { value.removeFirst() }
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return value.dropFirst().prefix { $0 != quote }
    }
    if let hash = value.indices.dropFirst().first(where: {
      value[$0] == UInt8(ascii: "#") && value[$0 - 1].isBlank
    }) {
      value = value[..<hash]
    }
    while let last = value.last, last.isBlank { value.removeLast() }
    return value
  }
}
