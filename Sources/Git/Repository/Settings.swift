/// The settings in a repository's own configuration file, read as text: includes are not followed, nothing is run.
///
/// Section and key names are compared in lower case, subsections exactly, as git does: `remote.Leeds.url`.
package struct Settings: Hashable, Sendable {
  private var values: [String: [String]] = [:]

  /// No settings.
  package init() {}

  /// The last value of the setting, or `nil`; a key without `=` has the value `true`.
  package subscript(_ name: String) -> String? { values[name]?.last }

  /// Every value of the setting, in the file's order.
  package func all(_ name: String) -> [String] { values[name] ?? [] }

  /// The names of all settings, sorted.
  package var names: [String] { values.keys.sorted() }

  /// Whether the setting is there and says yes.
  package func isOn(_ name: String) -> Bool {
    guard let value = self[name]?.lowercased() else { return false }
    return ["true", "yes", "on", "1"].contains(value)
  }

  /// Reads a configuration file's text. What cannot be understood ends the reading with an error, because a
  /// misread setting could hide one that must be refused.
  ///
  /// - Throws: `invalid` with the line.
  package init(parsing text: [UInt8]) throws(GitError) {
    var reader = SettingsReader(text)
    while let (name, value) = try reader.next() { values[name, default: []].append(value) }
  }
}

/// A cursor over a configuration file in git's format.
private struct SettingsReader {
  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var section = ""

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  /// The next setting, or `nil` at the end.
  mutating func next() throws(GitError) -> (name: String, value: String)? {
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): advance()
      case UInt8(ascii: "#"), UInt8(ascii: ";"): skipLine()
      case UInt8(ascii: "["): try readSection()
      default: return try readSetting()
      }
    }
    return nil
  }

  private func peek() -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func advance() {
    if peek() == UInt8(ascii: "\n") { line += 1 }
    place += 1
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != UInt8(ascii: "\n") { advance() }
  }

  private func fault(_ what: String) -> GitError {
    GitError(.invalid, "\(what) in line \(line)", operation: "read the repository's settings", path: "config")
  }

  /// `[section]`, `[section "Sub"]`, or the old `[section.sub]`.
  private mutating func readSection() throws(GitError) {
    advance()
    var name: [UInt8] = []
    while let byte = peek(), isNameByte(byte) || byte == UInt8(ascii: ".") {
      name.append(lowered(byte))
      advance()
    }
    while peek() == UInt8(ascii: " ") || peek() == UInt8(ascii: "\t") { advance() }
    if peek() == UInt8(ascii: "\"") {
      advance()
      name.append(UInt8(ascii: "."))
      while let byte = peek(), byte != UInt8(ascii: "\"") {
        guard byte != UInt8(ascii: "\n") else { throw fault("a section's name does not end") }
        if byte == UInt8(ascii: "\\") { advance() }
        guard let kept = peek() else { throw fault("a section's name does not end") }
        name.append(kept)
        advance()
      }
      advance()
    }
    guard peek() == UInt8(ascii: "]"), !name.isEmpty else { throw fault("a section is not well formed") }
    advance()
    section = String(decoding: name, as: UTF8.self)
  }

  private mutating func readSetting() throws(GitError) -> (name: String, value: String) {
    var key: [UInt8] = []
    while let byte = peek(), isNameByte(byte) {
      key.append(lowered(byte))
      advance()
    }
    guard !key.isEmpty, !section.isEmpty else { throw fault("a setting is not well formed") }
    while peek() == UInt8(ascii: " ") || peek() == UInt8(ascii: "\t") { advance() }
    let name = section + "." + String(decoding: key, as: UTF8.self)
    switch peek() {
    case nil, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "#"), UInt8(ascii: ";"):
      return (name, "true")
    case UInt8(ascii: "="):
      advance()
      return (name, try readValue())
    default: throw fault("a setting is not well formed")
    }
  }

  private mutating func readValue() throws(GitError) -> String {
    var value: [UInt8] = []
    var kept = 0  // Spaces after this count go, unless something follows them.
    var quoted = false
    while let byte = peek() {
      switch byte {
      case UInt8(ascii: "\n") where !quoted:
        advance()
        return String(decoding: value.prefix(kept), as: UTF8.self)
      case UInt8(ascii: "\n"): throw fault("a quoted value does not end")
      case UInt8(ascii: "\""):
        quoted.toggle()
        kept = value.count
      case UInt8(ascii: "\\"):
        advance()
        if let escaped = try readEscape() {
          value.append(escaped)
          kept = value.count
        }
      case UInt8(ascii: "#") where !quoted, UInt8(ascii: ";") where !quoted:
        skipLine()
        continue
      case UInt8(ascii: " ") where !quoted, UInt8(ascii: "\t") where !quoted,
        UInt8(ascii: "\r") where !quoted:
        if !value.isEmpty { value.append(byte) }
      default:
        value.append(byte)
        kept = value.count
      }
      advance()
    }
    guard !quoted else { throw fault("a quoted value does not end") }
    return String(decoding: value.prefix(kept), as: UTF8.self)
  }

  /// The byte after a backslash; `nil` for a continued line.
  private func readEscape() throws(GitError) -> UInt8? {
    switch peek() {
    case UInt8(ascii: "n"): return UInt8(ascii: "\n")
    case UInt8(ascii: "t"): return UInt8(ascii: "\t")
    case UInt8(ascii: "b"): return 8
    case UInt8(ascii: "\""): return UInt8(ascii: "\"")
    case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
    case UInt8(ascii: "\n"): return nil
    default: throw fault("an escape is not known")
    }
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }

  private func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 32 : byte }
}
