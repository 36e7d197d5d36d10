internal import Git
internal import KitCore

/// The files of three versions as an update needs them: what all three agree on, or only one changed, is settled by
/// its name alone and never read.
struct UpdateMaterial {
  /// The files of the three versions by path. A settled file has no bytes in any of them.
  let kits: ThreeWay<[String: [UInt8]]>
  /// The files that need no merge, as they are to be.
  let settled: [String: TreeFile]
  /// All files of the three versions; of base and theirs without what belongs to one group alone.
  let trees: ThreeWay<[String: TreeFile]>

  /// Reads what has to be looked into.
  ///
  /// - Parameters:
  ///   - base: The common version's files; their bytes may be in `lent` instead of the repository.
  ///   - isWanted: Whether a file must be read even if it looks settled.
  /// - Throws: ``GitError``; `tooLarge` beyond the budget of a kit.
  init(
    base: [String: TreeFile], ours: [String: TreeFile], theirs: [String: TreeFile],
    lent: [ObjectID: [UInt8]], _ repository: isolated Repository, isWanted: (String) -> Bool
  ) throws(GitError) {
    let trees = ThreeWay(
      base: base.filter { !GroupFile.isLocal($0.key) }, ours: ours,
      theirs: theirs.filter { !GroupFile.isLocal($0.key) })
    let oursLacks = trees.base.keys.contains { trees.ours[$0] == nil }
    var settled: [String: TreeFile] = [:]
    for (path, file) in trees.ours where !isWanted(path) {
      switch (trees.base[path], trees.theirs[path]) {
      case (let base?, let theirs?):
        if file == theirs || theirs == base {
          settled[path] = file
        } else if file == base {
          settled[path] = theirs
        }
      case (nil, nil) where !oursLacks || GroupFile.isLocal(path): settled[path] = file
      default: break
      }
    }
    self.trees = trees
    self.settled = settled
    var reader = ContentReader(lent: lent)
    let known = settled
    kits = try trees.map { (files: [String: TreeFile]) throws(GitError) -> [String: [UInt8]] in
      var contents: [String: [UInt8]] = [:]
      for (path, file) in files {
        contents[path] = known[path] == nil ? try reader.bytes(of: file, repository) : []
      }
      return contents
    }
  }
}

/// Reads files once each, within the budget of a kit.
struct ContentReader {
  private var known: [ObjectID: [UInt8]]
  private var left = KitTree.byteLimit

  /// A reader that has these contents already.
  init(lent: [ObjectID: [UInt8]] = [:]) { known = lent }

  /// The bytes of a file.
  mutating func bytes(of file: TreeFile, _ repository: isolated Repository) throws(GitError) -> [UInt8] {
    if let bytes = known[file.id] { return bytes }
    let bytes = try repository.blob(file.id, limit: max(left, 1))
    left -= bytes.count
    known[file.id] = bytes
    return bytes
  }
}
