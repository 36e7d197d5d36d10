internal import Glibc

extension Quarantine {
  private static let moving = "take in what arrived"

  /// Moves the packs that arrived into the target's objects: durably, the index last, because a pack is only seen by it.
  ///
  /// Nothing leads to the objects yet. When it fails or is cut off, what was moved is whole and harmless.
  ///
  /// - Throws: `diskFull`, `permission` and the like.
  func publish() throws(GitError) {
    guard let target else { return }
    let from = "\(folder)/objects/pack"
    let into = "\(target)/objects/pack"
    if mkdir(into, 0o777) != 0, errno != EEXIST { throw .system(Self.moving, path: into) }
    let names = FolderListing.names(in: from)
    for index in names where index.hasPrefix("pack-") && index.hasSuffix(".idx") {
      let stem = String(index.dropLast(4))
      guard names.contains(stem + ".pack") else { continue }
      for ending in [".pack", ".rev", ".idx"] where names.contains(stem + ending) {
        try Self.move("\(from)/\(stem)\(ending)", to: "\(into)/\(stem)\(ending)")
      }
    }
    try SmallFile.syncFolder(into, Self.moving)
  }

  private static func move(_ from: String, to: String) throws(GitError) {
    let file = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .system(moving, path: from) }
    defer { close(file) }
    // Readable as the target's other objects are, and never writable.
    guard fsync(file) == 0, fchmod(file, 0o444) == 0, rename(from, to) == 0 else {
      throw .system(moving, path: to)
    }
  }
}
