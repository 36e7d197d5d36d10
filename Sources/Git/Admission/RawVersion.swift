/// The links of one stored version (a commit): its folder and its parents. Who made it and why is not looked at.
struct RawVersion {
  /// The folder of the version.
  let tree: ObjectID
  /// What it came from, oldest link first.
  let parents: [ObjectID]

  /// Reads the head of a stored version; `nil` when it is not well formed.
  init?(_ bytes: [UInt8], mostParents: Int) {
    var lines = bytes.split(separator: 0x0A, maxSplits: mostParents + 2, omittingEmptySubsequences: false)[
      ...]
    guard let first = lines.popFirst(), let tree = Self.id(in: first, after: "tree ") else { return nil }
    var parents: [ObjectID] = []
    while let line = lines.first, let parent = Self.id(in: line, after: "parent ") {
      parents.append(parent)
      lines.removeFirst()
      guard parents.count <= mostParents else { return nil }
    }
    guard let next = lines.first, next.starts(with: "author ".utf8) else { return nil }
    self.tree = tree
    self.parents = parents
  }

  /// The object that a stored tag stands for; `nil` when it is not well formed.
  static func target(ofTag bytes: [UInt8]) -> ObjectID? {
    bytes.split(separator: 0x0A, maxSplits: 1).first.flatMap { id(in: $0, after: "object ") }
  }

  private static func id(in line: ArraySlice<UInt8>, after label: String) -> ObjectID? {
    guard line.starts(with: label.utf8) else { return nil }
    return ObjectID(String(decoding: line.dropFirst(label.utf8.count), as: UTF8.self))
  }
}
