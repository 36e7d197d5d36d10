/// How the text of a commit is encoded. Whatever the bytes are, decoding gives a string.
enum TextEncoding: Hashable, Sendable {
  /// UTF-8; bytes that are none become U+FFFD.
  case utf8
  /// ISO 8859-1, in which every byte is a character.
  case latin1

  /// The encoding that a commit's header names; UTF-8 for one that is not known.
  init(named name: String) {
    switch name.lowercased() {
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "iso-8859-15", "windows-1252",
      "cp1252":
      self = .latin1
    default: self = .utf8
    }
  }

  /// The text of the bytes.
  func decode(_ bytes: some Collection<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .latin1:
      var scalars = String.UnicodeScalarView()
      for byte in bytes { scalars.append(Unicode.Scalar(byte)) }
      return String(scalars)
    }
  }
}
