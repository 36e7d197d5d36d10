internal import Git
internal import KitCore

/// The version that two others have in common, as the base of their merge.
///
/// After a criss-cross there are several: then these are merged first. Where they themselves disagree, the text that
/// stood before both counts, so that the difference becomes a question and nobody wins silently.
struct CommonBase {
  /// Its files.
  private(set) var files: [String: TreeFile] = [:]
  /// The bytes of files that are in no stored version.
  private(set) var lent: [ObjectID: [UInt8]] = [:]
  /// The versions that it was made from.
  let versions: [ObjectID]

  /// More criss-crosses inside one another than this are not taken apart; the first base has to do then.
  private static let deepest = 4

  /// Finds it.
  ///
  /// - Throws: ``FranchiseError/unrelated`` where the two have nothing in common; ``GitError``.
  init(
    of one: ObjectID, and other: ObjectID, _ repository: isolated Repository, depth: Int = 0
  ) throws {
    versions = try repository.mergeBases(one, other)
    guard let first = versions.first else { throw FranchiseError.unrelated }
    files = try Self.files(of: first, repository)
    guard depth < Self.deepest else { return }
    for (place, next) in versions.enumerated().dropFirst() {
      let common = try? CommonBase(of: versions[place - 1], and: next, repository, depth: depth + 1)
      try add(try Self.files(of: next, repository), over: common, repository)
    }
  }

  private static func files(
    of version: ObjectID, _ repository: isolated Repository
  ) throws(GitError) -> [String: TreeFile] {
    try KitTree(repository, try repository.commit(version).tree).files
  }

  /// Merges another base into this one.
  private mutating func add(
    _ other: [String: TreeFile], over common: CommonBase?, _ repository: isolated Repository
  ) throws {
    lent.merge(common?.lent ?? [:]) { first, _ in first }
    let material = try UpdateMaterial(
      base: common?.files ?? [:], ours: files, theirs: other, lent: lent, repository
    ) { _ in false }
    let merged = KitMerge(lineMerge: mergeLines).merge(material.kits)
    var answers: [String: ClashAnswer] = [:]
    for clash in merged.clashes { answers[clash.address] = clash.texts.base.map { .words($0) } }
    var result: [String: TreeFile] = [:]
    for (path, bytes) in merged.answered(answers) {
      if let file = material.settled[path] {
        result[path] = file
        continue
      }
      let id = try ObjectID.of(bytes, kind: .blob)
      lent[id] = bytes
      result[path] = TreeFile(path: path, mode: (files[path] ?? other[path])?.mode ?? .file, id: id)
    }
    files = result
  }
}
