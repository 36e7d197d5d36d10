internal import Glibc

/// What lies in the worktree now, looked at once from its top, following no links.
struct WorktreeScan {
  /// The files that are plain and readable, by path.
  private(set) var files: [BytePath: FileStatus] = [:]
  /// What a kit cannot hold.
  private(set) var foreign: [BytePath: WorktreeChange.Reason] = [:]
  /// Half-written files that a crash left, with their folders.
  private(set) var leftovers: [String] = []

  private let operation = "look at the kit's files"
  private let budget: WorktreeBudget
  private var seen = 0

  /// Looks at all files below `root`.
  ///
  /// - Parameter isIgnored: asked for a path that is not in `tracked`; a folder's ends with a slash.
  /// - Throws: `tooLarge` beyond the budget.
  init(
    _ root: borrowing Folder, tracked: Set<BytePath>, trackedFolders: Set<BytePath>, budget: WorktreeBudget,
    isIgnored: (String) -> Bool
  ) throws(GitError) {
    self.budget = budget
    try look(
      at: root, path: "", depth: 1,
      isIgnored: { path, isFolder in
        let known = isFolder ? trackedFolders : tracked
        return !known.contains(BytePath(path)) && isIgnored(isFolder ? path + "/" : path)
      })
  }

  private mutating func look(
    at folder: borrowing Folder, path: String, depth: Int, isIgnored: (String, Bool) -> Bool
  ) throws(GitError) {
    guard depth <= budget.depth else {
      throw GitError(
        .tooLarge, "folders are nested more than \(budget.depth) deep", operation: operation, path: path)
    }
    let names = try folder.names(limit: budget.entries - seen, operation, path: path)
    seen += names.count
    for bytes in names {
      let name = String(decoding: bytes, as: UTF8.self)
      let place = path.isEmpty ? name : path + "/" + name
      if path.isEmpty, name == ".git" { continue }
      if DraftName.isDraft(name) {
        leftovers.append(place)
        continue
      }
      guard let status = FileStatus(name, in: folder.descriptor) else {
        // Gone since it was listed, or a name that is not UTF-8.
        if !name.utf8.elementsEqual(bytes) { foreign[BytePath(place)] = .name }
        continue
      }
      if status.isFolder {
        if isIgnored(place, true) { continue }
        try look(atFolder: name, in: folder, path: place, depth: depth, isIgnored: isIgnored)
      } else if !isIgnored(place, false) {
        sort(name, place, status)
      }
    }
  }

  private mutating func sort(_ name: String, _ place: String, _ status: FileStatus) {
    if TreePath.problem(withName: name) != nil {
      foreign[BytePath(place)] = .name
    } else if status.isLink {
      foreign[BytePath(place)] = .link
    } else if !status.isFile {
      foreign[BytePath(place)] = .special
    } else if status.size > LibGit2.largestObject {
      foreign[BytePath(place)] = .size
    } else {
      files[BytePath(place)] = status
    }
  }

  private mutating func look(
    atFolder name: String, in folder: borrowing Folder, path: String, depth: Int,
    isIgnored: (String, Bool) -> Bool
  ) throws(GitError) {
    if TreePath.problem(withName: name) != nil {
      foreign[BytePath(path)] = .name
      return
    }
    let inside: Folder
    do throws(GitError) {
      inside = try folder.folder(name, operation)
    } catch {
      foreign[BytePath(path)] = .unreadable
      return
    }
    if FileStatus(".git", in: inside.descriptor) != nil {
      foreign[BytePath(path)] = .repository
      return
    }
    try look(at: inside, path: path, depth: depth + 1, isIgnored: isIgnored)
  }
}

/// The names of files that are on their way into the worktree.
enum DraftName {
  /// A file that is being written. Whatever it holds can be written again.
  static func draft(_ number: UInt64) -> String { ".kitbag-new-\(String(number, radix: 16)).tmp" }

  /// A complete file that is about to change places with another; afterwards it is the other one.
  static func swap(_ number: UInt64) -> String { ".kitbag-old-\(String(number, radix: 16)).tmp" }

  static func isDraft(_ name: String) -> Bool {
    (name.hasPrefix(".kitbag-new-") || name.hasPrefix(".kitbag-old-")) && name.hasSuffix(".tmp")
  }
}
