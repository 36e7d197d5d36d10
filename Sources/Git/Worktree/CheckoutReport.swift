/// What a checkout did, and what it left alone.
package struct CheckoutReport: Hashable, Sendable {
  /// Why a file was left as it is.
  package enum Reason: Hashable, Sendable {
    /// It was changed outside Kitbag since Kitbag last wrote it.
    case edited
    /// It was removed outside Kitbag.
    case removed
    /// A file that Kitbag did not write is in its place.
    case taken
    /// A folder, a link or something else that is no file is in its place, or on the way to it.
    case blocked
  }

  /// A file that was left as it is.
  package struct Kept: Hashable, Sendable {
    /// Its path.
    package let path: String
    /// Why.
    package let reason: Reason
  }

  /// The paths that were written, in order.
  package var written: [String] = []
  /// The paths that were removed, in order.
  package var removed: [String] = []
  /// The paths that were left as they are, in order. The outside edit is still there.
  package var kept: [Kept] = []
}
