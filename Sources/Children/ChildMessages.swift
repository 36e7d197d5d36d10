/// Reads what a child writes to standard error, piece by piece.
package protocol ChildMessages: Sendable {
  /// Takes the next piece; `false` once there was too much, which stops the child.
  mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool
  /// Takes note that nothing more comes.
  mutating func finish()
}

/// The first bytes of what a child says, the rest left out.
package struct FirstWords: ChildMessages {
  /// The most bytes that are kept.
  package let limit: Int
  /// What was kept.
  package private(set) var bytes: [UInt8] = []

  /// Keeps up to `limit` bytes.
  package init(limit: Int = 16_384) { self.limit = limit }

  package mutating func take(_ bytes: UnsafeRawBufferPointer) -> Bool {
    self.bytes.append(contentsOf: bytes.prefix(limit - self.bytes.count))
    return true
  }

  package mutating func finish() {}

  /// What was kept, as text; bytes that are no UTF-8 are replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
