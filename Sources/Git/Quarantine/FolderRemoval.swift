internal import Glibc

/// Removing a folder of ours with all that is in it.
package enum FolderRemoval {
  /// Removes the folder as far as possible; links are removed, never followed. What is left is removed another time.
  package static func remove(_ folder: String) {
    var waiting = [folder]
    var emptied: [String] = []
    while let next = waiting.popLast() {
      emptied.append(next)
      for name in FolderListing.names(in: next) {
        let path = "\(next)/\(name)"
        if FileStatus(path)?.isFolder == true { waiting.append(path) } else { unlink(path) }
      }
    }
    for next in emptied.reversed() { rmdir(next) }
  }
}
