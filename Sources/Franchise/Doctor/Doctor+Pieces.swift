internal import Git

extension Doctor {
  /// Brings back pieces that are missing or damaged, from the master as far as it has them.
  ///
  /// Damaged files are moved aside, never removed. Where a damaged piece lies in a pack, all that can be read is
  /// packed anew.
  func fetchPieces(_ repository: Repository) async throws {
    let draft = "\(repository.gitFolder)/kitbag/doctor-\(SystemFile.processNumber)"
    defer { FolderRemoval.remove(draft) }
    FolderRemoval.remove(draft)
    var spare: Repository?
    if let address = try? await masterAddress(repository) {
      spare = try await transport.clone(address, into: draft).repository
    }
    let copies = try await Self.copies(in: spare)
    let (check, packed) = try await repository.perform {
      (repository: isolated Repository) throws -> (ObjectCheck, ObjectBatch?) in
      let check = try ObjectCheck(from: try Self.tips(repository), in: repository) { copies[$0] }
      let loose = check.damaged.map { Self.loosePath($0, in: repository.gitFolder) }
      guard loose.contains(where: { !SystemFile.exists($0) }) else { return (check, nil) }
      var all = check.rescued
      for id in check.sound {
        let object = try repository.read(id)
        try all.add(object.bytes, as: object.kind)
      }
      return (check, all)
    }
    try await replace(check, packed, repository, draft)
  }

  /// What the master has, by name. A kit is small; a large one's pieces are read one by one by git anyway.
  private static func copies(in spare: Repository?) async throws -> [ObjectID: StoredObject] {
    guard let spare else { return [:] }
    return try await spare.perform { (spare: isolated Repository) throws -> [ObjectID: StoredObject] in
      var copies: [ObjectID: StoredObject] = [:]
      for id in try ObjectCheck(from: try tips(spare), in: spare).sound { copies[id] = try spare.read(id) }
      return copies
    }
  }

  private func replace(
    _ check: ObjectCheck, _ packed: ObjectBatch?, _ repository: Repository, _ draft: String
  ) async throws {
    let gitFolder = repository.gitFolder
    let aside = "\(gitFolder)/kitbag/damaged"
    try SystemFile.makeFolder("\(gitFolder)/kitbag")
    try SystemFile.makeFolder(aside)
    for id in check.damaged {
      let path = Self.loosePath(id, in: gitFolder)
      if SystemFile.exists(path) { try SystemFile.move(path, to: "\(aside)/\(id)") }
    }
    guard let packed else {
      try await Repository.open(folder).write(check.rescued)
      return
    }
    // Written beside first, so that at each moment one of the two is whole.
    FolderRemoval.remove(draft)
    try await Repository.create(draft).write(packed, looseLimit: 0)
    let fresh = Set(SystemFile.names(in: "\(draft)/.git/objects/pack"))
    let old = SystemFile.names(in: "\(gitFolder)/objects/pack").filter { !fresh.contains($0) }
    for name in fresh.sorted().reversed() {  // .pack before .idx
      try SystemFile.move("\(draft)/.git/objects/pack/\(name)", to: "\(gitFolder)/objects/pack/\(name)")
    }
    for name in old { try SystemFile.move("\(gitFolder)/objects/pack/\(name)", to: "\(aside)/\(name)") }
  }

  private static func loosePath(_ id: ObjectID, in gitFolder: String) -> String {
    let text = id.description
    return "\(gitFolder)/objects/\(text.prefix(2))/\(text.dropFirst(2))"
  }
}
