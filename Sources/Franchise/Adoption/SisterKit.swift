internal import Git
internal import KitCore

/// A sister group's kit as it was seen just now.
struct SisterKit {
  /// The group's name.
  let name: String
  /// Its newest version.
  let version: ObjectID
  /// Its files, without what is its own alone.
  let files: [String: [UInt8]]
  /// The group in its role, to whom work is owed that nobody signed.
  let identity: Identity

  /// Who wrote what the sister has in these parts and this kit has not, the first one first; the group itself where
  /// that cannot be told.
  ///
  /// - Throws: ``GitError``.
  func authors(
    of names: [PartName], besides view: View, _ repository: Repository
  ) async throws -> [Identity] {
    let known = [view.main, view[.upstreamMain]].compactMap { $0 }
    let version = version
    let versions = try await repository.perform { (repository: isolated Repository) throws -> [Step] in
      try repository.history(from: [version], hiding: known, limit: 2_000).reversed().compactMap {
        (id: ObjectID) throws -> Step? in
        let commit = try repository.commit(id)
        // Whoever brings two lines together wrote neither.
        guard commit.parents.count < 2 else { return nil }
        let parent = try commit.parents.first.map { try repository.commit($0).tree }
        return Step(commit, try repository.changes(from: parent, to: commit.tree, renames: .none))
      }
    }
    var found: [Identity] = []
    for step in versions
    where step.paths.contains(where: { path in names.contains { Self.touches(path, $0) } }) {
      for person in step.people where !found.contains(where: { $0.email == person.email }) {
        found.append(person)
      }
    }
    return found.isEmpty ? [identity] : found
  }

  /// One version of the sister's: what it changed and who wrote it.
  private struct Step: Sendable {
    let paths: [String]
    let people: [Identity]

    init(_ commit: Commit, _ changes: [FileChange]) {
      paths = changes.map(\.path)
      let credited = commit.trailers.filter { $0.name.lowercased() == "co-authored-by" }
        .compactMap { Identity(parsing: $0.value) }
      let author = Identity(name: commit.author.name, email: commit.author.email)
      people = ([author] + credited).filter { !$0.name.isEmpty && $0.name != Identity.kitbag.name }
    }
  }

  private static func touches(_ path: String, _ name: PartName) -> Bool {
    let file = PartName(path: path)
    return file == name.file || (try? KitPath(path)).flatMap { KitLayout($0) }?.address == name.file.address
  }
}

extension Workspace {
  /// Fetches a sister's kit: by its id in the network that this kit or its master knows, or by an address.
  func sister(
    _ group: String, relativeTo folder: String, with transport: Transport
  ) async throws -> SisterKit {
    let address = try await address(of: group, relativeTo: folder)
    let listing = try await transport.listRefs(at: address)
    guard let line = listing.refs[.main] != nil ? RefName.main : listing.head else {
      throw FranchiseError.emptyMaster(address.text)
    }
    let arrivals = try await repository.fetch([line], from: address, with: transport)
    if let problem = arrivals.refused[line] { throw TransportError(.notAdmitted(problem), at: address) }
    guard let version = arrivals.refs[line]?.id, let main = view.main else {
      throw FranchiseError.emptyMaster(address.text)
    }
    guard try await !repository.mergeBases(main, version).isEmpty else {
      throw AdoptionError.stranger(address.text)
    }
    let all = try await files(of: version)
    let root = all["group.yaml"].flatMap { try? YAMLDocument.read($0).root }
    let title = all["kit.yaml"].flatMap { try? YAMLDocument.read($0).root["title"]?.text }
    return SisterKit(
      name: root?["name"]?.text ?? title ?? group, version: version,
      files: all.filter { !GroupFile.isLocal($0.key) }, identity: Identity(ofGroup: all["group.yaml"]))
  }

  /// Where a group's kit is. What a network says is a stranger's word: it may not name a folder of this computer.
  private func address(of group: String, relativeTo folder: String) async throws -> RemoteAddress {
    let members = try await network()
    if let member = members.first(where: { $0.id.rawValue == group || $0.name == group }) {
      guard let fork = member.fork else { throw AdoptionError.noAddress(group) }
      return try Self.address(fork, origin: .received, relativeTo: folder)
    }
    guard group.contains("/") || group.contains(":") || SystemFile.exists("\(folder)/\(group)") else {
      let known = members.map(\.id.rawValue)
      throw AdoptionError.unknownGroup(group, nearest: NearestMatch.of(group, among: known), known: known)
    }
    return try Self.address(group, origin: .typed, relativeTo: folder)
  }

  private static func address(
    _ text: String, origin: AddressOrigin, relativeTo folder: String
  ) throws -> RemoteAddress {
    do throws(AddressProblem) {
      return try RemoteAddress(text, origin: origin, relativeTo: folder)
    } catch {
      throw FranchiseError.badAddress(error.message, hint: error.hint)
    }
  }

  /// The groups that the kit's own network names, and then those of the master's newest version.
  private func network() async throws -> [Network.Member] {
    var found: [Network.Member] = []
    for version in [view.main, view[.upstreamMain]] {
      let members = Self.reading(of: try await files(of: version)).kit?.network?.groups ?? []
      found += members.filter { member in !found.contains { $0.id == member.id } }
    }
    return found
  }
}
