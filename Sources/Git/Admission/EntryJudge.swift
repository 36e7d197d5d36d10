/// The rules for the entries of one folder of one version.
struct EntryJudge {
  /// The version whose folders are judged.
  let version: ObjectID
  /// Whether rules hold that only matter for what is written to a disk.
  let strictly: Bool
  /// The limits.
  let limits: AdmissionLimits

  func problem(_ rule: AdmissionProblem.Rule, path: String = "") -> AdmissionProblem {
    AdmissionProblem(rule, version: version, path: ServerText(path).description)
  }

  /// Reads a folder, and judges its record and names.
  func read(_ id: ObjectID, path: String, source: some ObjectSource) throws -> RawTree {
    guard let header = try source.header(of: id), header.kind == .tree else {
      throw problem(.wrongObject, path: path)
    }
    // The shortest entry has 28 bytes, so a record this large would break the limit on entries.
    guard header.size <= limits.recordBytes else {
      throw problem(.tooMany(.entriesInFolder, limit: limits.entriesPerFolder), path: path)
    }
    let tree: RawTree
    do throws(RawTree.Fault) {
      tree = try RawTree(try Self.bytes(of: id, from: source), limit: limits.entriesPerFolder)
    } catch {
      throw problem(rule(for: error), path: Self.place(of: error, in: path))
    }
    try judgeNames(tree, path: path)
    return tree
  }

  private static func bytes(of id: ObjectID, from source: some ObjectSource) throws(RawTree.Fault) -> [UInt8]
  {
    do { return try source.bytes(of: id) } catch { throw .cutOff }
  }

  private func rule(for fault: RawTree.Fault) -> AdmissionProblem.Rule {
    switch fault {
    case .tooMany: .tooMany(.entriesInFolder, limit: limits.entriesPerFolder)
    case .cutOff, .mode, .paddedMode, .order, .duplicate, .noObject: .folderRecord
    }
  }

  private static func place(of fault: RawTree.Fault, in path: String) -> String {
    switch fault {
    case .cutOff, .tooMany: path
    case .mode(let name), .paddedMode(let name), .order(let name), .duplicate(let name), .noObject(let name):
      path.isEmpty
        ? String(decoding: name, as: UTF8.self) : "\(path)/\(String(decoding: name, as: UTF8.self))"
    }
  }

  private func judgeNames(_ tree: RawTree, path: String) throws(AdmissionProblem) {
    var seen: [String: [UInt8]] = [:]
    for entry in tree.entries {
      let here = Self.place(of: .mode(name: entry.name), in: path)
      if let wrong = EntryName.problem(entry.name), strictly || Self.isDangerous(wrong) {
        throw problem(.name(wrong), path: here)
      }
      guard strictly else { continue }
      let key = EntryName.key(String(decoding: entry.name, as: UTF8.self))
      if let first = seen.updateValue(entry.name, forKey: key) {
        let other = Self.place(of: .mode(name: first), in: path)
        throw problem(.collision(with: ServerText(here).description), path: other)
      }
    }
  }

  private static func isDangerous(_ wrong: EntryName.Problem) -> Bool {
    switch wrong {
    case .empty, .step, .separator, .gitFolder: true
    case .character, .device, .ending, .tooLong, .encoding: false
    }
  }

  /// Judges an entry that is no folder, and counts it.
  func judge(
    _ entry: RawTree.Entry, path: String, source: some ObjectSource, into sum: inout FolderWalk.Summary
  ) throws {
    var size = 0
    switch entry.mode {
    case .external:
      if sum.externals.count < 100 { sum.externals.append(ServerText(path).description) }
    case .link:
      if strictly { throw problem(.link, path: path) }
      if EntryName.key(String(decoding: entry.name, as: UTF8.self)).hasPrefix(".git") {
        throw problem(.link, path: path)
      }
    case .file, .program, .folder:
      guard let header = try source.header(of: entry.id), header.kind == .blob else {
        throw problem(.wrongObject, path: path)
      }
      size = header.size
      try checkFile(size, limit: limits.fileBytes, path: path)
      if Self.isAttributes(entry.name) { try checkFile(size, limit: limits.attributesBytes, path: path) }
    }
    try count(entries: 1, bytes: size, path: path, in: &sum)
    sum.longestPath = max(sum.longestPath, entry.name.count)
    try checkPath(sum.longestPath, path: path)
  }

  /// `.gitattributes`, also as NTFS's short names may spell it.
  private static func isAttributes(_ name: [UInt8]) -> Bool {
    let key = EntryName.key(String(decoding: name, as: UTF8.self))
    return key == ".gitattributes" || key.hasPrefix("gitatt~") || key.hasPrefix("gi7d29~")
  }

  /// Adds what a folder below holds, whose name has `name` bytes.
  func add(
    _ below: FolderWalk.Summary, at path: String, name: Int, to sum: inout FolderWalk.Summary
  ) throws(AdmissionProblem) {
    try count(entries: below.entries + 1, bytes: below.bytes, path: path, in: &sum)
    sum.depth = max(sum.depth, below.depth + 1)
    try checkDepth(sum.depth, path: path)
    sum.longestPath = max(sum.longestPath, name + 1 + below.longestPath)
    try checkPath(sum.longestPath, path: path)
    for external in below.externals where sum.externals.count < 100 { sum.externals.append(external) }
  }

  func checkDepth(_ depth: Int, path: String) throws(AdmissionProblem) {
    guard depth <= limits.depth else {
      throw problem(.tooMany(.depth, limit: limits.depth), path: path)
    }
  }

  private func checkPath(_ length: Int, path: String) throws(AdmissionProblem) {
    guard length <= limits.pathBytes else {
      throw problem(.tooMany(.pathBytes, limit: limits.pathBytes), path: path)
    }
  }

  private func count(
    entries: Int, bytes: Int, path: String, in sum: inout FolderWalk.Summary
  ) throws(AdmissionProblem) {
    sum.entries += entries
    sum.bytes += bytes
    guard sum.entries <= limits.entries else {
      throw problem(.tooMany(.entries, limit: limits.entries), path: path)
    }
    guard sum.bytes <= limits.totalBytes else {
      throw problem(.tooMany(.totalBytes, limit: limits.totalBytes), path: path)
    }
  }

  private func checkFile(_ size: Int, limit: Int, path: String) throws(AdmissionProblem) {
    guard size <= limit else { throw problem(.fileTooLarge(bytes: size, limit: limit), path: path) }
  }
}
