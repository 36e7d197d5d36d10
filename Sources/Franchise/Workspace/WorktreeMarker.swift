internal import Git
internal import Glibc
internal import KitCore

/// What `.git/kitbag/worktree` says: which operation was carried out to its end, and which tree its files have.
///
/// Where it names the last operation of the log, refs and files follow it already, and whatever differs was changed by
/// somebody else. Where it names another one, a crash came between, and the rest is still to be done.
struct WorktreeMarker: Hashable, Sendable {
  /// The operation that was carried out to its end.
  var operation: ObjectID
  /// The root of the files that were last written; `nil` for none.
  var tree: ObjectID?

  private static let name = "worktree"

  /// Reads the marker; `nil` where there is none that can be understood.
  init?(in gitFolder: String) {
    guard let bytes = SystemFile.read("\(gitFolder)/kitbag/\(Self.name)", limit: 4096),
      let json = try? JSON(reading: bytes), json["format"]?.whole == 1,
      let operation = json["operation"]?.text.flatMap({ ObjectID($0) })
    else { return nil }
    self.operation = operation
    tree = json["tree"]?.text.flatMap { ObjectID($0) }
  }

  init(operation: ObjectID, tree: ObjectID?) {
    self.operation = operation
    self.tree = tree
  }

  /// Writes the marker in one moment, durably.
  ///
  /// - Throws: ``GitError`` where the disk refuses.
  func write(in gitFolder: String) throws {
    let json: JSON = [
      "format": 1, "operation": .string(operation.description), "tree": .optional(tree?.description),
    ]
    try SystemFile.replace(
      "\(gitFolder)/kitbag/\(Self.name)", with: Array(json.compactText.utf8), in: "\(gitFolder)/kitbag")
  }
}
