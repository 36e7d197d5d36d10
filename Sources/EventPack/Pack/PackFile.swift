/// One file of a pack.
package struct PackFile: Sendable, Hashable {
  /// Its path from the top of the pack, with slashes.
  package let path: String
  /// For whom it is; `nil` for what all pages share.
  package let audience: PackDocument.Audience?
  /// What is in it.
  package let bytes: [UInt8]

  /// Makes a file.
  package init(path: String, audience: PackDocument.Audience?, bytes: [UInt8]) {
    self.path = path
    self.audience = audience
    self.bytes = bytes
  }
}
