/// What stands on every page of a pack beside the document, and how the group dresses.
package struct PaperDress: Hashable, Sendable {
  /// The colour of the group, `#` and six hexadecimal digits. Whoever gives it has checked its contrast on white.
  package var accent: String
  /// The event in a line: its title, day, hours and place.
  package var event: String
  /// The kit in a line: its name, version and licence, or "Based on …".
  package var kit: String

  /// The dress of a pack; Kitbag's own colour where the group has none.
  package init(accent: String = "#0b5566", event: String, kit: String) {
    self.accent = accent
    self.event = event
    self.kit = kit
  }

  /// As the templates read it.
  var json: [UInt8] {
    Array(
      "{\"accent\":\(Self.quoted(accent)),\"event\":\(Self.quoted(event)),\"kit\":\(Self.quoted(kit))}".utf8)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..."\u{1f}": quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
