/// Why bytes cannot be read as text, and the first byte that shows it.
package struct TextFault: Error, Hashable, Sendable {
  /// What is wrong with the bytes.
  package enum Kind: Hashable, Sendable {
    /// The byte cannot stand there in UTF-8.
    case notUTF8
    /// The file begins with the mark of UTF-16 or UTF-32.
    case utf16
    /// A zero byte: the file is not text.
    case nul
    /// A control character that YAML does not allow.
    case control(UInt8)
    /// A carriage return without a line feed.
    case loneReturn
  }

  /// What is wrong.
  package let kind: Kind

  /// The offset of the first wrong byte, counted from 0.
  package let offset: Int

  /// The same as line and column.
  package let place: SourcePlace

  /// What is wrong, in one plain sentence.
  package var message: String {
    switch kind {
    case .notUTF8: "The byte at offset \(offset) is not UTF-8 text."
    case .utf16: "The file is UTF-16 or UTF-32 text; kits are UTF-8."
    case .nul: "There is a zero byte at offset \(offset), so this is not a text file."
    case .control(let byte):
      "There is an invisible control character (0x\(String(byte, radix: 16, uppercase: true))) at offset \(offset)."
    case .loneReturn: "The line ends in a lone carriage return at offset \(offset)."
    }
  }

  /// What to do about it, in one plain sentence.
  package var remedy: String {
    switch kind {
    case .notUTF8, .utf16: "Open the file in your editor and save it with the encoding UTF-8."
    case .nul: "Check that this is the file you meant; restore the text if it was damaged."
    case .control: "Delete that character."
    case .loneReturn: "Save the file with line ends “LF” or “CRLF”."
    }
  }
}
