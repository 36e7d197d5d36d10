internal import Glibc

/// A bare repository of ours for one exchange: private, without configuration of anybody else, thrown away at the end.
///
/// With a target it lies inside the target's git folder and borrows the target's objects, so that only what is missing
/// there arrives. No ref of the target leads to it. Its lock is held by a running program; what a crashed one left has
/// a free lock and is removed by the next.
struct Quarantine: Sendable {
  /// The folder, which is a bare repository.
  let folder: String
  /// The git folder whose objects are borrowed and which may receive what arrived.
  let target: String?
  private let lock: Int32

  private static let operation = "keep an arrival apart"

  /// Makes a quarantine for a target, whose git folder is given, and removes what crashed programs left there.
  ///
  /// - Parameter haves: Objects of the target that the other side may know and need not send.
  static func make(for target: String, haves: [ObjectID]) throws(GitError) -> Quarantine {
    let parent = target + "/kitbag"
    try makeFolder(parent, mayExist: true)
    return try make(in: parent, target: target, haves: haves)
  }

  /// Makes one that borrows nothing, in a folder of this user's own below the folder for temporary files.
  static func make(inTemporary folder: String) throws(GitError) -> Quarantine {
    let parent = "\(folder)/kitbag-\(geteuid())"
    try makeFolder(parent, mayExist: true)
    // Anybody may have made it before us.
    guard let status = FileStatus(parent), status.owner == geteuid(), status.mode & 0o077 == 0 else {
      throw GitError(.permission, "it belongs to somebody else", operation: operation, path: parent)
    }
    return try make(in: parent, target: nil, haves: [])
  }

  private static func make(in parent: String, target: String?, haves: [ObjectID]) throws(GitError)
    -> Quarantine
  {
    // Nobody else may judge a folder to be left behind between its making and its locking.
    let gate = try locked(parent, flags: O_RDONLY | O_DIRECTORY, waiting: true)
    defer { close(gate) }
    sweep(parent)
    let folder = "\(parent)/quarantine-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    try makeFolder(folder, mayExist: false)
    do {
      let quarantine = Quarantine(
        folder: folder, target: target,
        lock: try locked(folder, flags: O_RDONLY | O_DIRECTORY, waiting: false))
      try quarantine.fill(haves: haves)
      return quarantine
    } catch {
      FolderRemoval.remove(folder)
      throw error
    }
  }

  private static func makeFolder(_ path: String, mayExist: Bool) throws(GitError) {
    guard mkdir(path, 0o700) != 0 else { return }
    guard errno == EEXIST, mayExist, FileStatus(path)?.isFolder == true else {
      throw .system(operation, path: path)
    }
  }

  private static func locked(_ path: String, flags: Int32, waiting: Bool) throws(GitError) -> Int32 {
    let file = open(path, flags | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { throw .system(operation, path: path) }
    while flock(file, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      guard errno == EINTR else {
        let failure = GitError.system(operation, path: path)
        close(file)
        throw failure
      }
    }
    return file
  }

  /// Removes the quarantines in `parent` that no running program holds.
  private static func sweep(_ parent: String) {
    for name in FolderListing.names(in: parent) where name.hasPrefix("quarantine-") {
      guard let lock = try? locked("\(parent)/\(name)", flags: O_RDONLY | O_DIRECTORY, waiting: false) else {
        continue
      }
      FolderRemoval.remove("\(parent)/\(name)")
      close(lock)
    }
  }

  private func fill(haves: [ObjectID]) throws(GitError) {
    for part in ["objects", "objects/pack", "objects/info", "refs"] {
      try Self.makeFolder("\(folder)/\(part)", mayExist: false)
    }
    try write("HEAD", "ref: refs/heads/none\n")
    try write("config", "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = true\n")
    guard target != nil else { return }
    // Relative, so that no character of the target's path matters.
    try write("objects/info/alternates", "../../../objects\n")
    let lines = haves.prefix(2000).enumerated().map { "\($1) refs/have/\(100_000 + $0)\n" }
    try write("packed-refs", "# pack-refs with: sorted\n" + lines.joined())
  }

  private func write(_ name: String, _ text: String) throws(GitError) {
    try SmallFile.create("\(folder)/\(name)", durable: false, Array(text.utf8), Self.operation)
  }

  /// What a ref of the quarantine leads to; `nil` when there is none.
  func target(ofRef name: String) -> ObjectID? {
    guard let bytes = try? SmallFile.read("\(folder)/\(name)", limit: 100, Self.operation) else { return nil }
    return ObjectID(String(decoding: bytes.prefix(40), as: UTF8.self))
  }

  /// Removes the quarantine and everything in it, and gives up the lock.
  func remove() {
    FolderRemoval.remove(folder)
    close(lock)
  }
}
