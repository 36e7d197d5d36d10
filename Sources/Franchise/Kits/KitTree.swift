package import Git

/// The files of a version as they stand in git: path, mode and content's name, to be read and changed as a value.
///
/// Only plain files are part of a kit. Names that begin with a dot are kept as they are but are no part of its meaning.
package struct KitTree: Sendable {
  /// Every file by its path, those of other programs too.
  package private(set) var files: [String: TreeFile]

  /// The most bytes that are read of all files together (256 MB).
  package static let byteLimit = 256 << 20

  /// No files.
  package init() { files = [:] }

  /// The files below a tree.
  ///
  /// - Throws: ``GitError``; `unsupported` for links and submodules, `tooLarge` beyond the budget of a kit.
  package init(_ repository: isolated Repository, _ root: ObjectID) throws(GitError) {
    files = [:]
    for file in try repository.files(in: root) {
      guard file.mode.isFile else {
        throw GitError(
          .unsupported, "it is a link or a submodule, which a kit cannot hold", operation: "read a kit",
          path: file.path)
      }
      files[file.path] = file
    }
  }

  /// Whether a path is part of what the kit means: no name in it begins with a dot.
  package static func isMeant(_ path: String) -> Bool {
    !path.utf8.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") }
  }

  /// The bytes of every file that is part of the kit, by path.
  ///
  /// - Throws: ``GitError``; `tooLarge` beyond ``byteLimit``.
  package func contents(_ repository: isolated Repository) throws(GitError) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    var left = Self.byteLimit
    for path in files.keys.sorted() where Self.isMeant(path) {
      guard let file = files[path] else { continue }
      let bytes = try repository.blob(file.id, limit: max(left, 1))
      left -= bytes.count
      guard left >= 0 else {
        throw GitError(
          .tooLarge, "the kit has more than \(Self.byteLimit) bytes", operation: "read a kit", path: path)
      }
      contents[path] = bytes
    }
    return contents
  }

  /// Lets a file hold these bytes; its mode stays, a new one is plain. The bytes go into the batch.
  ///
  /// - Throws: ``GitError`` of kind `tooLarge`.
  package mutating func set(
    _ path: String, to bytes: [UInt8], in batch: inout ObjectBatch
  ) throws(GitError) {
    let id = try batch.add(blob: bytes, path: path)
    files[path] = TreeFile(path: path, mode: files[path]?.mode ?? .file, id: id)
  }

  /// Puts a file in as it stands in git; its bytes must be there.
  package mutating func put(_ file: TreeFile) { files[file.path] = file }

  /// Takes a file out.
  package mutating func remove(_ path: String) { files[path] = nil }

  /// Adds the trees that hold exactly these files, and returns the root's name.
  ///
  /// - Throws: ``GitError`` of kind `invalid` for paths that cannot be in one version.
  package func write(into batch: inout ObjectBatch) throws(GitError) -> ObjectID {
    try batch.add(files: files.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}
