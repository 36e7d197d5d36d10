import Foundation
import Git

/// A repository with files that were saved and checked out, and the git that watches over it.
struct KitFolder {
  let folder: TestFolder
  let repository: Repository
  var git: SystemGit { SystemGit(folder.path) }

  init() throws {
    folder = TestFolder("kit")
    repository = try Repository.create(folder.path)
  }

  /// The repository that a folder holds.
  init(opening folder: TestFolder) throws {
    self.folder = folder
    repository = try Repository.open(folder.path)
  }

  /// Stores files, given as path and text, as a tree.
  func tree(_ files: [String: String]) async throws -> ObjectID {
    var batch = ObjectBatch()
    var entries: [TreeFile] = []
    for (path, text) in files {
      let mode: TreeMode = path.hasSuffix(".sh") ? .executable : .file
      entries.append(TreeFile(path: path, mode: mode, id: try batch.add(blob: Array(text.utf8), path: path)))
    }
    let tree = try batch.add(files: entries)
    let whole = batch
    try await repository.write(whole)
    return tree
  }

  /// Makes the tree a version after `main` and lets `main` name it.
  @discardableResult
  func publish(_ tree: ObjectID) async throws -> ObjectID {
    let old = try await repository.target(of: .main)
    let commit = try await repository.write(
      NewCommit(tree: tree, parents: old.map { [$0] } ?? [], author: .ada(), message: "x"))
    try await repository.move(.main, from: old, to: commit)
    return commit
  }

  /// The files of the worktree as they are, links not followed.
  func files() -> [String: String] {
    var found: [String: String] = [:]
    let all = FileManager.default.enumerator(atPath: folder.path)
    while let path = all?.nextObject() as? String {
      if path == ".git" {
        all?.skipDescendants()
        continue
      }
      guard let kind = all?.fileAttributes?[.type] as? FileAttributeType else { continue }
      if kind == .typeRegular { found[path] = folder.text(path) ?? "" }
      if kind == .typeSymbolicLink { found[path] = "link" }
    }
    return found
  }
}
