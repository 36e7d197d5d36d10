/// How the lines of a text end.
package enum LineEnding: String, Hashable, Sendable {
  /// A line feed, as on Linux and macOS.
  case lineFeed = "\n"

  /// A carriage return and a line feed, as on Windows.
  case returnLineFeed = "\r\n"

  /// The bytes that end one line.
  package var bytes: [UInt8] { Array(rawValue.utf8) }
}
