/// The moments at which publishing an operation leaves a trace on the disk, in their order.
///
/// A crash may come before any of them. Tests let it come before each in turn.
package enum DurableStep: String, Hashable, Sendable, CaseIterable {
  /// The objects are stored; nothing leads to them yet.
  case objects
  /// The log names the new operation: the moment that counts.
  case log
  /// One of the other refs follows.
  case ref
  /// The files follow.
  case files
  /// It is noted that all has been done.
  case marker
}
