/// How large the files and folders of a received kit may be. The defaults are far above any kit that people made.
package struct AdmissionLimits: Hashable, Sendable {
  /// The most entries of one folder.
  package var entriesPerFolder = 10_000
  /// The most entries of all folders of one version, counting a folder as often as it occurs.
  package var entries = 100_000
  /// The most folders inside one another.
  package var depth = 32
  /// The longest path, in bytes.
  package var pathBytes = 1024
  /// The largest file, in bytes.
  package var fileBytes = 64 << 20
  /// All files of one version together, in bytes.
  package var totalBytes = 1 << 30
  /// The largest `.gitattributes`, in bytes.
  package var attributesBytes = 100 << 10
  /// The largest description of one version or folder, in bytes.
  package var recordBytes = 8 << 20
  /// The most new versions in one arrival.
  package var versions = 100_000
  /// The most new folders in one arrival.
  package var folders = 300_000
  /// The most parents of one version.
  package var parents = 64

  /// The usual limits.
  package init() {}
}
