/// Why something that concerns a repository could not be done.
///
/// The `kind` is what callers decide by; `message` is the technical detail for a log or `--verbose`, written by
/// this module or by libgit2, and may hold text that came from the repository: make it safe before printing.
package struct GitError: Error, Hashable, Sendable {
  /// What sort of failure it is: an open list, so that a switch over it needs a default.
  package struct Kind: Hashable, Sendable, RawRepresentable {
    /// The kind's name, stable, lower camel case.
    package let rawValue: String
    /// A kind with the given stable name.
    package init(rawValue: String) { self.rawValue = rawValue }
  }

  /// What sort of failure it is.
  package var kind: Kind
  /// The detail, one line, without a final stop.
  package var message: String
  /// What was being done, as an infinitive: `read an object`.
  package var operation: String
  /// The file, folder or path inside the kit that it concerns, if one is known.
  package var path: String?
  /// libgit2's return code, 0 when the failure was found by this module.
  package var libraryCode: Int32

  /// A failure of the given kind.
  package init(
    _ kind: Kind, _ message: String, operation: String, path: String? = nil, libraryCode: Int32 = 0
  ) {
    self.kind = kind
    self.message = message
    self.operation = operation
    self.path = path
    self.libraryCode = libraryCode
  }
}

extension GitError: CustomStringConvertible {
  /// Kind, operation, detail and path in one line, for logs.
  package var description: String {
    let place = path.map { " (\($0))" } ?? ""
    return "\(kind.rawValue): could not \(operation): \(message)\(place)"
  }
}

extension GitError.Kind {
  /// No such object, ref, file or repository.
  package static let notFound = GitError.Kind(rawValue: "notFound")
  /// It is there already and must not be.
  package static let exists = GitError.Kind(rawValue: "exists")
  /// The ref no longer has the value that the caller had seen: read again and retry.
  package static let stale = GitError.Kind(rawValue: "stale")
  /// Another program holds the lock.
  package static let locked = GitError.Kind(rawValue: "locked")
  /// The repository belongs to another user of this computer.
  package static let ownership = GitError.Kind(rawValue: "ownership")
  /// Stored bytes are damaged, or are not what their name says.
  package static let corrupt = GitError.Kind(rawValue: "corrupt")
  /// A kind of repository, or a feature of one, that is refused on purpose.
  package static let unsupported = GitError.Kind(rawValue: "unsupported")
  /// No space, no inodes or no quota left.
  package static let diskFull = GitError.Kind(rawValue: "diskFull")
  /// The disk or folder can be read only.
  package static let readOnly = GitError.Kind(rawValue: "readOnly")
  /// The operating system refused access to a file.
  package static let permission = GitError.Kind(rawValue: "permission")
  /// An argument or a stored value that is not well formed.
  package static let invalid = GitError.Kind(rawValue: "invalid")
  /// A limit on size, count or depth was reached.
  package static let tooLarge = GitError.Kind(rawValue: "tooLarge")
  /// The task was cancelled.
  package static let cancelled = GitError.Kind(rawValue: "cancelled")
  /// A signal or another outside event cut the operation short; a retry may work.
  package static let interrupted = GitError.Kind(rawValue: "interrupted")
  /// The operating system reported a failure that has no kind of its own.
  package static let system = GitError.Kind(rawValue: "system")
  /// The C library reported a failure that has no kind of its own.
  package static let library = GitError.Kind(rawValue: "library")
  /// The other side of a transfer failed or refused.
  package static let remote = GitError.Kind(rawValue: "remote")
}
