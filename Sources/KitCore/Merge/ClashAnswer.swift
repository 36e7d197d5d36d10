/// What people decide on a clash.
package enum ClashAnswer: Sendable, Equatable {
  case ours
  case theirs
  /// Both texts, ours first.
  case both
  /// Another text.
  case words([UInt8])
}
