internal import Synchronization

/// Bytes that are handed out once.
final class PieceByPiece: Sendable {
  private let rest: Mutex<[UInt8]?>

  /// Hands out these bytes.
  init(bytes: [UInt8]) { rest = Mutex(bytes) }

  /// All bytes the first time, `nil` after that.
  func next() -> [UInt8]? {
    rest.withLock { bytes in
      defer { bytes = nil }
      return bytes
    }
  }
}
