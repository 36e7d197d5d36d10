/// What an admitted tip holds that its receiver should know.
package struct AdmissionReceipt: Hashable, Sendable {
  /// The version that the ref leads to, behind any tags.
  package var version: ObjectID
  /// Paths that stand for other repositories, safe to show: external, not fetched. At most 100.
  package var externals: [String]
  /// Files and folders of the tip, counted as often as they occur.
  package var entries: Int
  /// How many new versions were read.
  package var newVersions: Int
}
