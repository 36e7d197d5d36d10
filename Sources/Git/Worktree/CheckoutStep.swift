internal import CGit2
internal import Glibc

/// One file that a checkout replaces, makes or removes, in three moments: looked at, drafted, done.
struct CheckoutStep {
  let path: String
  let folder: String
  let name: String
  /// What it is to become; `nil` to remove it.
  let new: TreeFile?
  /// What it is expected to be; `nil` for nothing.
  let old: TreeFile?
  /// What `lstat` said when its content was found to be the old one.
  let seen: FileStatus?
  /// The number in its names as a draft.
  let number: UInt64
  /// Whether its place is only free once other files are gone: a file in the way of its folder, or a folder in its own.
  var isLate = false

  static let operation = "write the kit's files"

  /// Writes the new content beside its place.
  func draft(_ bytes: [UInt8], durable: Bool, in root: borrowing Folder) throws(GitError) {
    guard let new else { return }
    let inside = try root.below(folder, making: true, Self.operation)
    let mode: mode_t = new.mode == .executable ? 0o777 : 0o666
    try SmallFile.create(
      DraftName.draft(number), in: inside.descriptor, mode: mode, durable: durable, bytes, Self.operation)
  }

  /// Removes the draft of a checkout that is given up.
  func discard(in root: borrowing Folder) {
    guard new != nil, let inside = try? root.below(folder, Self.operation) else { return }
    unlinkat(inside.descriptor, DraftName.draft(number), 0)
  }

  /// Lets the file take its place, if that still is as it was seen.
  ///
  /// - Returns: why it was left alone; `nil` when it was done.
  func finish(
    in root: borrowing Folder, isOld: (Int32, String) -> Bool
  ) throws(GitError) -> CheckoutReport.Reason? {
    let inside = try root.below(folder, Self.operation)
    let place = inside.descriptor
    switch (old, new) {
    case (nil, nil): return nil
    case (nil, _?): return try make(in: place)
    case (_?, nil): return try remove(in: place, isOld)
    case (_?, _?): return try replace(in: place, isOld)
    }
  }

  private func make(in place: Int32) throws(GitError) -> CheckoutReport.Reason? {
    let draft = DraftName.draft(number)
    if kitbag_rename_new(place, draft, name) == 0 { return nil }
    let code = errno
    if code == EINVAL || code == ENOSYS, FileStatus(name, in: place) == nil {
      // A file system that cannot do it in one step: there is a moment in which another file could be lost.
      if renameat(place, draft, place, name) == 0 { return nil }
    }
    unlinkat(place, draft, 0)
    guard code == EEXIST else { throw .system(Self.operation, path: path, code: code) }
    return .taken
  }

  private func replace(in place: Int32, _ isOld: (Int32, String) -> Bool) throws(GitError) -> CheckoutReport
    .Reason?
  {
    // From here on the name says that what it holds must not be thrown away unseen.
    let draft = DraftName.swap(number)
    guard renameat(place, DraftName.draft(number), place, draft) == 0 else {
      throw .system(Self.operation, path: path)
    }
    if kitbag_rename_swap(place, draft, name) != 0 {
      let code = errno
      guard code == EINVAL || code == ENOSYS, isAsSeen(name, in: place, isOld) else {
        unlinkat(place, draft, 0)
        return code == ENOENT ? .removed : .edited
      }
      guard renameat(place, draft, place, name) == 0 else { throw .system(Self.operation, path: path) }
      return nil
    }
    // The draft's name now holds what was in the file's place: somebody may have written it a moment ago.
    guard isAsSeen(draft, in: place, isOld) else {
      guard kitbag_rename_swap(place, draft, name) == 0 else { throw .system(Self.operation, path: path) }
      unlinkat(place, draft, 0)
      return .edited
    }
    guard unlinkat(place, draft, 0) == 0 else { throw .system(Self.operation, path: path) }
    return nil
  }

  private func remove(in place: Int32, _ isOld: (Int32, String) -> Bool) throws(GitError) -> CheckoutReport
    .Reason?
  {
    let aside = DraftName.swap(number)
    guard renameat(place, name, place, aside) == 0 else {
      if errno == ENOENT { return nil }
      throw .system(Self.operation, path: path)
    }
    guard isAsSeen(aside, in: place, isOld) else {
      guard kitbag_rename_new(place, aside, name) == 0 else { throw .system(Self.operation, path: path) }
      return .edited
    }
    guard unlinkat(place, aside, 0) == 0 else { throw .system(Self.operation, path: path) }
    return nil
  }

  /// Whether a file is the one that was seen; renaming changes nothing of what is compared.
  private func isAsSeen(_ name: String, in place: Int32, _ isOld: (Int32, String) -> Bool) -> Bool {
    guard let now = FileStatus(name, in: place), let seen, now.isFile else { return false }
    if now.inode == seen.inode, now.size == seen.size, now.modified == seen.modified { return true }
    return isOld(place, name)
  }
}
