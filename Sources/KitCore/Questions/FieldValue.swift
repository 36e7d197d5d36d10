/// What a YAML field says, without its key where all versions of it have the same.
enum FieldValue {
  /// The versions without their key, quotes and block sign; as they are where they are no versions of one field.
  static func bare(_ texts: ThreeWay<[UInt8]>) -> ThreeWay<[UInt8]> {
    let versions = [texts.base, texts.ours, texts.theirs].filter { !isEmpty($0) }
    guard let first = versions.first, let key = key(of: first),
      versions.allSatisfy({ self.key(of: $0) == key })
    else { return texts }
    return texts.map { isEmpty($0) ? [] : value(of: $0) }
  }

  private static func isEmpty(_ text: [UInt8]) -> Bool { text.allSatisfy { $0.isBlank || $0 == 0x0A } }

  /// The key of a text that is one field and nothing else; `nil` for anything else.
  private static func key(of text: [UInt8]) -> ArraySlice<UInt8>? {
    let lines = text.split(separator: 0x0A).filter { !$0.allSatisfy(\.isBlank) }
    guard let first = lines.first, let colon = colon(in: first) else { return nil }
    let indent = first.prefix { $0 == 0x20 }.count
    let isOne = lines.dropFirst().allSatisfy { $0.prefix { $0 == 0x20 }.count > indent }
    let key = first[..<colon].drop { $0 == 0x20 }
    return isOne && key.first != UInt8(ascii: "-") && key.first != UInt8(ascii: "#") ? key : nil
  }

  private static func colon(in line: ArraySlice<UInt8>) -> Int? {
    line.indices.first { index in
      line[index] == UInt8(ascii: ":") && (index + 1 == line.endIndex || line[index + 1].isBlank)
    }
  }

  private static func value(of text: [UInt8]) -> [UInt8] {
    let start = text.firstIndex { !($0.isBlank || $0 == 0x0A) } ?? 0
    let lineEnd = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
    guard let colon = colon(in: text[start..<lineEnd]) else { return text }
    var first = text[(colon + 1)..<lineEnd]
    while let byte = first.first, byte.isBlank { first.removeFirst() }
    while let byte = first.last, byte.isBlank { first.removeLast() }
    let rest = text[lineEnd...].drop { $0 == 0x0A }
    let isBlock = first.first.map { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ">") } ?? false
    if isBlock, !rest.isEmpty { return Array(rest) }
    for quote in [UInt8(ascii: "\""), UInt8(ascii: "'")]
    where first.count > 1 && first.first == quote && first.last == quote {
      first = first.dropFirst().dropLast()
    }
    return Array(first) + (rest.isEmpty ? [] : [0x0A] + rest)
  }
}
