/// One file of an archive: its path and what it holds.
package struct ArchiveFile: Hashable, Sendable {
  /// How the bytes are stored.
  package enum Method: Hashable, Sendable {
    /// As they are, for what is packed already or must be found at a known place.
    case stored
    /// Made smaller.
    case deflated
  }

  /// The path inside the archive, relative and with `/`.
  package var path: String
  /// The content.
  package var bytes: [UInt8]
  /// How it is stored; when read, how it was.
  package var method: Method

  /// A file.
  package init(path: String, bytes: [UInt8], method: Method = .deflated) {
    self.path = path
    self.bytes = bytes
    self.method = method
  }
}
