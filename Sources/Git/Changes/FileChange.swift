/// How one file differs between two versions.
package enum FileChange: Hashable, Sendable {
  /// It is only in the new version.
  case added(TreeFile)
  /// It is only in the old version.
  case removed(TreeFile)
  /// Its content or its mode differs, at the same path.
  case modified(old: TreeFile, new: TreeFile)
  /// It moved, and may have changed on the way.
  ///
  /// `similarity` is how much of the content stayed, in per cent from 50 to 100; 100 only for equal bytes.
  case renamed(old: TreeFile, new: TreeFile, similarity: Int)

  /// The path in the new version, or where there is none, in the old.
  package var path: String { new?.path ?? old?.path ?? "" }

  /// The file in the old version.
  package var old: TreeFile? {
    switch self {
    case .added: nil
    case .removed(let old), .modified(let old, _), .renamed(let old, _, _): old
    }
  }

  /// The file in the new version.
  package var new: TreeFile? {
    switch self {
    case .removed: nil
    case .added(let new), .modified(_, let new), .renamed(_, let new, _): new
    }
  }
}

/// How much work finding renames may cost. What is beyond is told as removed and added, which is correct too.
package struct RenameLimits: Hashable, Sendable {
  /// The least similarity of a rename, in per cent.
  package var similarity: Int
  /// The most pairs of files whose content is compared.
  package var pairs: Int
  /// The largest file whose content is compared, in bytes.
  package var fileSize: Int
  /// The most bytes that are read for comparing.
  package var bytes: Int

  /// As git does it (50 %), with limits for a kit: 160,000 pairs, files of 1 MiB, 64 MiB in all.
  package static let kit = RenameLimits(similarity: 50, pairs: 160_000, fileSize: 1 << 20, bytes: 64 << 20)
  /// No renames at all.
  package static let none = RenameLimits(similarity: 101, pairs: 0, fileSize: 0, bytes: 0)

  /// Limits.
  package init(similarity: Int, pairs: Int, fileSize: Int, bytes: Int) {
    self.similarity = similarity
    self.pairs = pairs
    self.fileSize = fileSize
    self.bytes = bytes
  }
}
