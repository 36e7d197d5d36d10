/// HTML in the making. Whatever is text goes through ``text(_:)`` or ``attribute(_:_:)`` and cannot become a tag.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 16_384) { bytes.reserveCapacity(capacity) }

  /// Adds tags that are written in the program.
  mutating func raw(_ tags: StaticString) {
    tags.withUTF8Buffer { bytes += $0 }
  }

  /// Adds what the program made itself: numbers, class names, style sheets.
  mutating func made(_ text: String) { bytes += text.utf8 }

  /// Adds text.
  mutating func text(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      // Control characters are no text in HTML.
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: break
      default: bytes.append(byte)
      }
    }
  }

  /// Adds an attribute with a blank before it.
  mutating func attribute(_ name: StaticString, _ value: String) {
    bytes.append(0x20)
    raw(name)
    bytes += "=\"".utf8
    text(value)
    bytes.append(UInt8(ascii: "\""))
  }
}
