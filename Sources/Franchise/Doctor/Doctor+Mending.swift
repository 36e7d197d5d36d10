internal import Git
internal import KitCore

extension Doctor {
  /// Mends one thing.
  func mend(_ finding: Finding) async throws {
    let repository = try open()
    switch finding.kind {
    case .cutOff, .moved:
      _ = try await Workspace.open(folder, conditions)
    case .lock(let lock):
      guard let seen = await repository.locks().first(where: { $0.path == lock.path }) else { return }
      try await repository.breakLock(seen)
    case .lostMain: try await putBackMain(repository)
    case .brokenLog: try await beginLog(repository)
    case .pieces: try await fetchPieces(repository)
    case .noUpstream: try await lookAtMaster()
    case .wrongBase(_, let version): try await correctBase(to: version)
    case .otherLine: break
    case .leftovers:
      for path in Self.leftovers(in: repository.gitFolder) {
        if SystemFile.isFolder(path) { FolderRemoval.remove(path) } else { SystemFile.remove(path) }
      }
    }
  }

  private func putBackMain(_ repository: Repository) async throws {
    try await repository.perform { (repository: isolated Repository) throws in
      guard let tip = try repository.target(of: .operations),
        let main = try repository.operation(tip).after.main
      else { return }
      // An empty or damaged file of that name is in the way; what it held leads nowhere.
      SystemFile.remove("\(repository.gitFolder)/\(RefName.main.text)")
      try repository.move(.main, from: nil, to: main)
    }
  }

  /// Lets a new log begin; the old one's name is written down, so that an expert may still look at it.
  private func beginLog(_ repository: Repository) async throws {
    try await repository.perform { (repository: isolated Repository) throws in
      guard let tip = try repository.target(of: .operations) else { return }
      let aside = try RefName("refs/kitbag/broken-log/\(tip)")
      if repository.has(tip) { try repository.move(aside, from: try repository.target(of: aside), to: tip) }
      try repository.remove(.operations, at: tip)
    }
  }

  /// Looks at the master again, so that the common version can be found; nothing of it enters the kit.
  private func lookAtMaster() async throws {
    var workspace = try await Workspace.open(folder, conditions)
    guard let address = try await masterAddress(workspace.repository) else { return }
    let listing = try await transport.listRefs(at: address)
    guard let line = listing.refs[.main] != nil ? RefName.main : listing.head else {
      throw FranchiseError.emptyMaster(address.text)
    }
    let tags = listing.refs.keys.filter {
      $0.text.hasPrefix("refs/tags/v") && KitVersion(tag: String($0.shortText)) != nil
    }
    let arrivals = try await workspace.repository.fetch([line] + tags, from: address, with: transport)
    var after = workspace.view
    for (name, ref) in arrivals.refs {
      let target = name == line ? RefName.upstreamMain : try RefName(RefName.upstreamTags + name.shortText)
      after[target] = ref.id
    }
    try await workspace.publish(
      OperationDraft(verb: "doctor", summary: "Looked at the master again", after: after))
  }

  func masterAddress(_ repository: Repository) async throws -> RemoteAddress? {
    guard let text = try await group(repository)?.address else { return nil }
    // A folder was written there by 'fork', when a person had typed it.
    do throws(AddressProblem) {
      return try RemoteAddress(text, origin: .typed, relativeTo: folder)
    } catch {
      throw FranchiseError.badAddress(error.message, hint: error.hint)
    }
  }

  private func correctBase(to version: String) async throws {
    var workspace = try await Workspace.open(folder, conditions)
    _ = try await workspace.save(for: "doctor")
    let old = try await workspace.files(of: workspace.view.main)
    var files = old
    files["group.yaml"] = try Workspace.edited(old["group.yaml"], "group.yaml") {
      (document: YAMLDocument) throws(YAMLEditFault) in
      try document.setting(.plain(version), at: ["master", "version"])
    }
    _ = try await workspace.record(
      "doctor", "Correct the master's version to \(version)", files, over: old, .object([]))
  }
}
