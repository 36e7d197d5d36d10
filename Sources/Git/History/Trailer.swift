/// A `Name: value` line at the end of a message.
package struct Trailer: Hashable, Sendable {
  /// The name as written: letters, digits and hyphens.
  package var name: String
  /// The value, without spaces at its ends.
  package var value: String

  /// A line.
  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  /// Credits somebody: `Co-authored-by: Name <email>`.
  package static func coAuthor(_ name: String, email: String) -> Trailer {
    Trailer(name: "Co-authored-by", value: "\(name) <\(email)>")
  }

  /// The lines of the message's last paragraph, if each of its lines is one (a line that starts with a space
  /// continues the one before) and it is not the only paragraph.
  package static func all(in message: String) -> [Trailer] {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
    guard let last = lines.lastIndex(where: { !isBlank($0) }),
      let before = lines[...last].lastIndex(where: isBlank),
      lines[..<before].contains(where: { !isBlank($0) })
    else { return [] }
    var found: [Trailer] = []
    for line in lines[(before + 1)...last] {
      if let first = line.first, first == " " || first == "\t", var trailer = found.popLast() {
        trailer.value += " " + trimmed(line)
        found.append(trailer)
      } else if let trailer = Trailer(parsing: line) {
        found.append(trailer)
      } else {
        return []
      }
    }
    return found
  }

  /// The message with these lines in its last paragraph, after those that are there already; none is doubled.
  package static func appending(_ trailers: [Trailer], to message: String) -> String {
    let present = all(in: message)
    var text = message
    while text.last?.isNewline == true { text.removeLast() }
    let added = trailers.filter { !present.contains($0) }.map { "\($0.name): \(oneLine($0.value))" }
    if added.isEmpty { return text + "\n" }
    let joint = text.isEmpty ? "" : present.isEmpty ? "\n\n" : "\n"
    return text + joint + added.joined(separator: "\n") + "\n"
  }

  private init?(parsing line: Substring) {
    guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
    let name = line[..<colon]
    guard name.utf8.allSatisfy(Self.isNameByte) else { return nil }
    self.init(name: String(name), value: Self.trimmed(line[line.index(after: colon)...]))
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func isBlank(_ line: Substring) -> Bool { line.allSatisfy(\.isWhitespace) }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
