package import Git
internal import KitCore

/// Looks for what is wrong with a kit's past, and mends it when asked to.
///
/// Looking changes nothing, not even what every other command would repair by itself. Mending never takes anything
/// away that a person wrote.
package struct Doctor: Sendable {
  let folder: String
  let conditions: Workspace.Conditions
  let transport: Transport

  /// A lock that is younger may still be held.
  static let deadAge: Int64 = 600

  /// A doctor for the kit in a folder.
  package init(_ folder: String, _ conditions: Workspace.Conditions, with transport: Transport) {
    self.folder = folder
    self.conditions = conditions
    self.transport = transport
  }

  /// What mending came to.
  package struct Outcome: Sendable {
    /// What was wrong and is not any more.
    package let mended: [Finding]
    /// What is still wrong.
    package let left: [Finding]
  }

  /// What is wrong, the most basic first. Nothing is written.
  ///
  /// - Throws: ``FranchiseError/notAKit(folder:)``, ``FranchiseError/noHistory(folder:)``; ``GitError``.
  package func examine() async throws -> [Finding] {
    let repository = try open()
    var found = try await repository.perform { (repository: isolated Repository) throws -> [Finding] in
      try Self.basics(repository)
    }
    found += try await base(repository, after: found)
    return found
  }

  /// Mends what can be mended, and looks again.
  ///
  /// - Throws: as ``examine()``; ``TransportError`` where the master is needed and cannot be reached.
  package func mend() async throws -> Outcome {
    let before = try await examine()
    for finding in before where finding.isMendable {
      // One after the other, and each on what there is by then: mending one thing may mend the next.
      guard try await examine().contains(where: { Self.isSame($0, finding) }) else { continue }
      try await mend(finding)
    }
    let after = try await examine()
    return Outcome(
      mended: before.filter { finding in !after.contains { Self.isSame($0, finding) } }, left: after)
  }

  func open() throws -> Repository {
    do throws(GitError) {
      return try Repository.open(folder)
    } catch {
      guard error.kind == .notFound else { throw error }
      throw SystemFile.exists(folder + "/kit.yaml")
        ? FranchiseError.noHistory(folder: folder) : FranchiseError.notAKit(folder: folder)
    }
  }

  /// Whether both are the same complaint: a lock grows older while one looks.
  private static func isSame(_ one: Finding, _ other: Finding) -> Bool {
    switch (one.kind, other.kind) {
    case (.lock(let lock), .lock(let other)): lock.path == other.path
    case (.pieces, .pieces), (.moved, .moved): true
    default: one == other
    }
  }

  // MARK: Looking

  /// What the repository itself tells.
  private static func basics(_ repository: isolated Repository) throws -> [Finding] {
    var found: [Finding] = []
    if let branch = try? repository.currentBranch(), branch != .main {
      found.append(Finding(.otherLine(String(branch.shortText))))
    } else if try repository.currentBranch() == nil {
      found.append(Finding(.otherLine(nil)))
    }
    found += repository.locks().filter { $0.age >= deadAge }.map { Finding(.lock($0)) }
    let leftovers = Self.leftovers(in: repository.gitFolder)
    if !leftovers.isEmpty { found.append(Finding(.leftovers(leftovers.count))) }
    let check = try ObjectCheck(from: Self.tips(repository), in: repository)
    if !check.isSound {
      found.append(Finding(.pieces(missing: check.missing.count, damaged: check.damaged.count)))
    }
    return found + (try log(repository))
  }

  /// Everything that refs lead to.
  static func tips(_ repository: isolated Repository) throws -> [ObjectID] {
    Array(Set(try repository.refs().map(\.target))).sorted()
  }

  private static func log(_ repository: isolated Repository) throws -> [Finding] {
    guard let tip = try repository.target(of: .operations) else { return [] }
    guard let last = try? repository.operation(tip) else { return [Finding(.brokenLog)] }
    let view = try repository.view()
    if WorktreeMarker(in: repository.gitFolder)?.operation != last.id {
      return [Finding(.cutOff(last.number))]
    }
    if view.main == nil, last.after.main != nil { return [Finding(.lostMain)] }
    let moved = view.differences(from: last.after)
    return moved.isEmpty ? [] : [Finding(.moved(moved))]
  }

  /// Half-written packs that no program works on any more.
  static func leftovers(in gitFolder: String) -> [String] {
    SystemFile.names(in: gitFolder + "/objects")
      .filter { $0.hasPrefix("tmp_objdir-kitbag-") || $0.hasPrefix("tmp_obj_") }
      .map { "\(gitFolder)/objects/\($0)" }
      .filter { SystemFile.age(of: $0).map { $0 >= deadAge } ?? false }.sorted()
  }

  /// Whether the kit stands on the version of the master that it says.
  private func base(_ repository: Repository, after found: [Finding]) async throws -> [Finding] {
    // With pieces missing or the log broken there is nothing to compare; that comes first.
    let stops = found.contains { (finding: Finding) -> Bool in
      switch finding.kind {
      case .pieces, .brokenLog, .lostMain, .otherLine: true
      default: false
      }
    }
    guard !stops, let group = try await group(repository) else { return [] }
    let view = try await repository.view()
    guard view[.upstreamMain] != nil || !view.refs(under: RefName.upstreamTags).isEmpty else {
      return group.address == nil ? [] : [Finding(.noUpstream)]
    }
    let workspace = Workspace(looking: repository, view, conditions)
    guard let master = try? await workspace.masterVersion() else { return [] }
    guard !master.version.isEmpty, master.version != group.version else { return [] }
    return [Finding(.wrongBase(written: group.version, actual: master.version))]
  }

  /// What group.yaml of the saved kit says of the master; `nil` in a master.
  func group(_ repository: Repository) async throws -> (address: String?, version: String)? {
    try await repository.perform {
      (repository: isolated Repository) throws -> (address: String?, version: String)? in
      guard let main = try repository.target(of: .main),
        let entry = try repository.entry(at: "group.yaml", in: try repository.commit(main).tree),
        let root = try? YAMLDocument.read(try repository.blob(entry.id)).root
      else { return nil }
      return (root["master"]?["address"]?.text, root["master"]?["version"]?.text ?? "")
    }
  }
}
