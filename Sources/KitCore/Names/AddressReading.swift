/// Why a text is not an address, with the address that was probably meant.
package struct AddressError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text.
  package let text: String
  /// What is wrong with it, as a sentence.
  package let reason: String
  /// What to write instead, as a sentence.
  package let remedy: String

  /// The fault and the remedy in two sentences.
  package var description: String { "“\(text)” is not an address. \(reason) \(remedy)" }
}

extension Address {
  /// Reads an address as people type it; white space around it does not count.
  ///
  /// - Throws: ``AddressError`` with what to write instead.
  package init(parsing text: String) throws(AddressError) {
    let trimmed = text.trimmed
    let (beforeField, field) = Address.split(trimmed)
    let hash = beforeField.firstIndex(of: "#")
    let file = beforeField[..<(hash ?? beforeField.endIndex)]
    let inside = hash.map { beforeField[beforeField.index(after: $0)...] }
    let (kind, name) = try Address.file(file, of: trimmed)
    var parts: [String] = []
    if let inside {
      parts = inside.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
      guard parts.allSatisfy({ TextPattern.characters(.anchor, 1...128).matches($0) }) else {
        throw AddressError(
          text: text, reason: "What follows “#” is not the id of a part.",
          remedy: "Write the id of a block or section, such as “#welcome”.")
      }
    }
    guard field.allSatisfy({ !$0.isEmpty && !$0.contains("#") }) else {
      throw AddressError(
        text: text, reason: "What follows “.” is not a field.",
        remedy: "Write the name of a field, such as “.minutes”.")
    }
    self.init(kind: kind, name: name, inside: parts, field: field)
  }

  /// Splits at the first dot, which begins the way to a field.
  private static func split(_ text: String) -> (before: Substring, field: [String]) {
    guard let dot = text.firstIndex(of: ".") else { return (text[...], []) }
    let field = text[text.index(after: dot)...].split(separator: ".", omittingEmptySubsequences: false)
    return (text[..<dot], field.map { String($0) })
  }

  private static func file(_ file: Substring, of text: String) throws(AddressError) -> (Kind, String) {
    let colon = file.firstIndex(of: ":")
    let word = String(file[..<(colon ?? file.endIndex)])
    guard let kind = Kind(rawValue: word) else {
      let kinds = Kind.allCases.map { $0.rawValue }
      let meant = NearestMatch.question(word, among: kinds)
      throw AddressError(
        text: text, reason: "It begins with “\(word)”, which is no kind of part.",
        remedy: meant.isEmpty ? "Begin with one of: \(kinds.joined(separator: ", "))." : meant)
    }
    guard let colon else {
      guard kind.isSingle else {
        throw AddressError(
          text: text, reason: "It does not say which \(word) is meant.",
          remedy: "Write “\(word):” and the name of its file without the ending.")
      }
      return (kind, "")
    }
    guard !kind.isSingle else {
      throw AddressError(
        text: text, reason: "A kit has one “\(word)” only.", remedy: "Write “\(word)” without a colon.")
    }
    let name = String(file[file.index(after: colon)...])
    let pattern: TextPattern = kind == .resource ? .resourceID : .id
    guard pattern.matches(name) else {
      let likely = name.split(separator: "/").map { slug(of: String($0)) }.joined(separator: "/")
      throw AddressError(
        text: text, reason: "“\(name)” cannot be the id of a \(word).",
        remedy: likely.isEmpty
          ? "Ids have 1 to 64 of a–z, 0–9 and “-”." : "Did you mean “\(word):\(likely)”?")
    }
    return (kind, name)
  }
}
