/// How one path in the worktree differs from a version.
package struct WorktreeChange: Hashable, Sendable {
  /// What happened to it.
  package enum Kind: Hashable, Sendable {
    /// The version does not have it.
    case added
    /// Its content, or whether it can be run, is another.
    case modified
    /// The version has it, the worktree has not.
    case removed
    /// There is something that a kit cannot hold; it is never read or replaced.
    case foreign(Reason)
  }

  /// What a kit cannot hold.
  package enum Reason: String, Hashable, Sendable {
    /// A symbolic link.
    case link
    /// A pipe, a device, a socket.
    case special
    /// A folder with a repository of its own.
    case repository
    /// A name that may not be in a version, or is not UTF-8.
    case name
    /// A file that is larger than one object may be.
    case size
    /// A file or folder that cannot be read.
    case unreadable
    /// A folder where the version has a file.
    case folder
  }

  /// The path, relative to the worktree.
  package let path: String
  /// What happened to it.
  package let kind: Kind
}

/// How the worktree differs from a version.
package struct WorktreeStatus: Hashable, Sendable {
  /// Every difference, in order of path.
  package let changes: [WorktreeChange]

  /// Whether there is none.
  package var isClean: Bool { changes.isEmpty }
}

/// How much of a worktree may be looked at before it is refused.
package struct WorktreeBudget: Hashable, Sendable {
  /// The most names, ignored folders not counted below their top.
  package var entries: Int
  /// The most folders inside one another.
  package var depth: Int

  /// The budget of a kit: 50,000 names, 40 deep.
  package static let kit = WorktreeBudget(entries: 50_000, depth: 40)

  /// A budget.
  package init(entries: Int, depth: Int) {
    self.entries = entries
    self.depth = depth
  }
}
