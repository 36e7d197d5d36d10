/// What a name in a tree stands for.
package enum TreeMode: UInt32, Hashable, Sendable, CaseIterable {
  /// A file.
  case file = 0o100644
  /// A file that its owner may run.
  case executable = 0o100755
  /// A folder.
  case folder = 0o040000
  /// A symbolic link.
  case link = 0o120000
  /// A commit of another repository (a submodule).
  case submodule = 0o160000

  /// Whether it is a file that is plain or can be run.
  package var isFile: Bool { self == .file || self == .executable }

  /// As git writes it in a tree: octal, without a leading zero.
  var octal: String { String(rawValue, radix: 8) }
}

/// One line of a tree.
package struct TreeEntry: Hashable, Sendable {
  /// The name, one part of a path, as the stored bytes say; compare with `==` only after `TreePath` rules.
  package var name: String
  /// What it stands for.
  package var mode: TreeMode
  /// The object.
  package var id: ObjectID

  /// A line of a tree.
  package init(name: String, mode: TreeMode, id: ObjectID) {
    self.name = name
    self.mode = mode
    self.id = id
  }

  /// git's order: by bytes, a folder as if its name ended with `/`.
  static func isBefore(_ left: TreeEntry, _ right: TreeEntry) -> Bool {
    orderKey(left).lexicographicallyPrecedes(orderKey(right))
  }

  private static func orderKey(_ entry: TreeEntry) -> [UInt8] {
    var key = Array(entry.name.utf8)
    if entry.mode == .folder { key.append(UInt8(ascii: "/")) }
    return key
  }
}

/// A file somewhere below a tree.
package struct TreeFile: Hashable, Sendable {
  /// The path from the root, parts separated by `/`.
  package var path: String
  /// What it stands for; never `folder`.
  package var mode: TreeMode
  /// The object.
  package var id: ObjectID

  /// A file at a path.
  package init(path: String, mode: TreeMode = .file, id: ObjectID) {
    self.path = path
    self.mode = mode
    self.id = id
  }
}
