/// How much an archive may hold, counted on what really comes out of it.
package struct ArchiveLimits: Hashable, Sendable {
  /// The most entries.
  package var entries: Int
  /// The most bytes of all files together.
  package var bytes: Int

  /// Limits; by default 20,000 entries and 1 GiB.
  package init(entries: Int = 20_000, bytes: Int = 1 << 30) {
    self.entries = entries
    self.bytes = bytes
  }
}
