/// The term with which an entry of a glossary begins.
enum LeadTerm {
  /// The bold words at the start of a paragraph, or the first line of a definition, in small letters; `nil` for none.
  static func of(_ unit: Unit, _ document: UnitDocument) -> [UInt8]? {
    guard unit.kind == .paragraph, unit.quoteDepth == 0 else { return nil }
    let text = document.bytes[unit.whole].drop(while: \.isBlank)
    if text.starts(with: [UInt8(ascii: "*"), UInt8(ascii: "*")]) {
      var term: [UInt8] = []
      var isTag = false
      for byte in text.dropFirst(2) {
        if byte == UInt8(ascii: "*") { return term.isEmpty ? nil : term }
        if byte == 0x0A { return nil }
        if byte == UInt8(ascii: "<") { isTag = true }
        if !isTag { term.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) }
        if byte == UInt8(ascii: ">") { isTag = false }
      }
      return nil
    }
    guard let end = text.firstIndex(of: 0x0A),
      text[text.index(after: end)...].starts(with: [UInt8(ascii: ":")])
    else { return nil }
    return text[..<end].map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
