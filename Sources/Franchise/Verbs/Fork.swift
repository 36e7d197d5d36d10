package import Git
package import KitCore

/// What `fork` is asked for.
package struct ForkRequest: Sendable {
  /// Where the master is.
  package var master: RemoteAddress
  /// The group's name.
  package var group: String
  /// The group's id; made from its name where none is given.
  package var id: String?
  /// Where the group is at home; its name where none is given.
  package var area: String?
  /// The release to start from; the newest where none is given.
  package var version: String?
  /// Values of parameters.
  package var values: [(name: String, text: String)]
  /// The plans to take, as addresses or ids; all where none is named.
  package var only: [String]

  /// A request.
  package init(
    master: RemoteAddress, group: String, id: String? = nil, area: String? = nil, version: String? = nil,
    values: [(name: String, text: String)] = [], only: [String] = []
  ) {
    self.master = master
    self.group = group
    self.id = id
    self.area = area
    self.version = version
    self.values = values
    self.only = only
  }
}

/// What `fork` did.
package struct Forked: Sendable {
  /// The title and id of the master kit.
  package let title: String, kit: String
  /// The version that the group starts from, and whether it is a release.
  package let version: String, isRelease: Bool
  /// The exact version in the master's past.
  package let base: ObjectID
  /// The group's id.
  package let group: String
  /// The parameters in the kit's order with their values, and whether the group set each.
  package let parameters: [(name: String, text: String, isSet: Bool)]
  /// The parts that the group fills by itself and no update touches, as addresses.
  package let localParts: [String]
  /// The files that were left out, because only plans that were not asked for use them.
  package let leftOut: [String]
  /// The first step.
  package let operation: Operation
}

extension Workspace {
  /// Starts a group's kit in a new or empty folder, on top of a release of the master.
  ///
  /// The whole past of the master comes along, so that every later update finds a real common version.
  /// - Parameters:
  ///   - ask: Asked for each parameter that must be set and was not; `nil` leaves it unset, which ends the fork.
  /// - Throws: ``FranchiseError``, ``TransportError``, ``GitError``; then `folder` is as it was.
  package static func fork(
    _ request: ForkRequest, into folder: String, with transport: Transport,
    _ conditions: Conditions = Conditions(),
    ask: (Parameter) throws -> String? = { _ in nil }
  ) async throws -> Forked {
    let place = try NewFolder(folder)
    let repository = try Repository.create(place.draft)
    var workspace = try await Workspace(repository, conditions)
    let source = try await workspace.fetchMaster(request, transport)
    let forked = try await workspace.begin(request, source, ask)
    try place.publish()
    return forked
  }

  /// The master as it arrived: what to call it here, and the version to start from.
  private struct Source {
    var view: View
    var base: ObjectID
    var release: KitVersion?
  }

  private func fetchMaster(_ request: ForkRequest, _ transport: Transport) async throws -> Source {
    let listing = try await transport.listRefs(at: request.master)
    let line = listing.refs[.main] != nil ? RefName.main : listing.head
    guard let line else { throw FranchiseError.emptyMaster(request.master.text) }
    let tags = listing.refs.keys.filter {
      $0.text.hasPrefix("refs/tags/v") && KitVersion(tag: String($0.shortText)) != nil
    }
    let arrivals = try await repository.fetch([line] + tags, from: request.master, with: transport)
    if let problem = arrivals.refused[line] {
      throw TransportError(.notAdmitted(problem), at: request.master)
    }
    var view = View()
    var releases: [KitVersion: ObjectID] = [:]
    for (name, ref) in arrivals.refs {
      if name == line {
        view[.upstreamMain] = ref.id
      } else if let version = KitVersion(tag: String(name.shortText)) {
        view[try RefName(RefName.upstreamTags + "v" + version.text)] = ref.id
        releases[version] = ref.id
      }
    }
    guard let main = view[.upstreamMain] else { throw FranchiseError.emptyMaster(request.master.text) }
    let release = try Self.choose(request.version, among: Array(releases.keys))
    let target = release.flatMap { releases[$0] } ?? main
    return Source(view: view, base: try await repository.version(behind: target), release: release)
  }

  /// The release that was asked for, or the newest that is no trial; `nil` where the master has none.
  private static func choose(_ wish: String?, among versions: [KitVersion]) throws -> KitVersion? {
    guard let wish else { return versions.filter { !$0.isTrial }.max() ?? versions.max() }
    let bare = wish.hasPrefix("v") ? String(wish.dropFirst()) : wish
    guard let found = versions.first(where: { $0.text == bare }) else {
      throw FranchiseError.noSuchVersion(wish, known: versions.sorted(by: >).map(\.text))
    }
    return found
  }

  /// Adds the group to the master's files and publishes the first step.
  private mutating func begin(
    _ request: ForkRequest, _ source: Source, _ ask: (Parameter) throws -> String?
  ) async throws -> Forked {
    let base = source.base
    var (tree, contents) = try await repository.perform { (repository: isolated Repository) throws in
      let tree = try KitTree(repository, try repository.commit(base).tree)
      return (tree, try tree.contents(repository))
    }
    // What a group that the master belongs to keeps for itself stays with that group, but for its words.
    let inherited = GroupFile.parameters(in: contents["group.yaml"])
    for path in tree.files.keys.sorted() where GroupFile.isLocal(path) {
      tree.remove(path)
      contents[path] = nil
    }
    var objects = ObjectBatch()
    var kit = try Self.usableKit(contents)
    let leftOut = try Self.select(request.only, of: &kit, &tree, &contents, &objects)
    var parameters = ParameterChoice(kit, request.values, inherited: inherited)
    try parameters.complete(ask)
    let id = request.id ?? slug(of: request.group)
    guard KitID(rawValue: id) != nil else { throw FranchiseError.badName(request.id ?? request.group) }
    let file = try GroupFile.write(id: id, request, kit: kit, parameters: parameters.given)
    contents["group.yaml"] = file
    try parameters.check(contents)
    try tree.set("group.yaml", to: file, in: &objects)
    let root = try tree.write(into: &objects)
    let author = (conditions.identity ?? Identity(ofGroup: file)).signature(conditions.clock)
    let version = kit.identity.version
    let words =
      "Begin the kit of \(Self.oneLine(request.group)) from \(Self.oneLine(kit.identity.title)) \(version)"
    var after = source.view
    after[.main] = try objects.add(
      commit: NewCommit(tree: root, parents: [base], author: author, message: words + "\n"))
    let arguments: JSON = [
      "master": .string(request.master.text), "version": .string(version), "base": .string(base.description),
      "group": .string(id),
    ]
    let done = try await publish(
      OperationDraft(verb: "fork", summary: words, arguments: arguments, after: after, objects: objects))
    return Forked(
      title: kit.identity.title, kit: kit.identity.id?.rawValue ?? "", version: version,
      isRelease: source.release != nil, base: base, group: id, parameters: parameters.all,
      localParts: GroupFile.localParts(of: kit), leftOut: leftOut, operation: done.operation)
  }

  /// Leaves out all plans but those asked for, and what only they use.
  ///
  /// - Returns: The files that went.
  private static func select(
    _ wished: [String], of kit: inout Kit, _ tree: inout KitTree, _ contents: inout [String: [UInt8]],
    _ objects: inout ObjectBatch
  ) throws -> [String] {
    if wished.isEmpty { return [] }
    let known = kit.plans.map(\.id.rawValue)
    let plans = try wished.map { (text: String) throws -> KitID in
      let name = text.hasPrefix("plan:") ? String(text.dropFirst("plan:".count)) : text
      guard known.contains(name), let id = KitID(rawValue: name) else {
        throw ForkError.unknownPlan(text, nearest: NearestMatch.of(name, among: known), known: known)
      }
      return id
    }
    let selection: PlanSelection
    do throws(YAMLEditFault) {
      selection = try PlanSelection(keeping: plans, of: kit)
    } catch {
      throw FranchiseError.unreadableFile("\(error.path)", reason: error.message)
    }
    for path in selection.removed {
      tree.remove(path)
      contents[path] = nil
    }
    for (path, bytes) in selection.changed.sorted(by: { $0.key < $1.key }) {
      try tree.set(path, to: bytes, in: &objects)
      contents[path] = bytes
    }
    kit = try usableKit(contents)
    return selection.removed
  }

  /// The kit that the files hold.
  ///
  /// - Throws: ``FranchiseError/unusableKit(count:first:)``.
  static func usableKit(_ contents: [String: [UInt8]]) throws -> Kit {
    let admitted = KitFiles.admitting(
      contents.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) })
    let reading = KitReading.read(admitted.files)
    let errors = (admitted.diagnostics + reading.diagnostics).filter { $0.severity == .error }
    guard let kit = reading.kit, errors.isEmpty else {
      throw FranchiseError.unusableKit(count: max(errors.count, 1), first: errors.first)
    }
    return kit
  }
}
