package import Git
internal import KitCore

/// What was seen of the master just now, or last.
struct MasterLook {
  /// Where the master is; `nil` where what was seen came by other means.
  var address: RemoteAddress?
  /// The workspace's refs with the master's as they were seen. Nothing of it is published yet.
  var view: View
  /// Why the master could not be asked, where it could not.
  var unreachable: TransportError?
  /// Releases that break a rule of kits and were left out, with the reason.
  var refused: [KitVersion: AdmissionProblem] = [:]

  /// The releases that were seen, the oldest first.
  var releases: [Release] {
    view.upstreamReleases.map { Release(version: $0.version, target: $0.target) }
  }

  /// A release by its number and what its ref names.
  struct Release {
    var version: KitVersion
    var target: ObjectID
  }
}

extension Workspace {
  /// Asks the master what it has and fetches what is new. No ref moves.
  ///
  /// - Throws: ``FranchiseError`` where no master is recorded or its past is another one than before;
  ///   `TransportError` where the master answers something that is not for us; ``GitError``.
  func lookAtMaster(_ request: UpdateRequest, with transport: Transport) async throws -> MasterLook {
    let address = try await masterAddress(request)
    var look = MasterLook(address: address, view: view)
    if request.isOffline { return look }
    do throws(TransportError) {
      try await fetch(from: address, into: &look, with: transport)
    } catch {
      guard error.isAbsence else { throw error }
      look.view = view
      look.unreachable = error
      return look
    }
    if !request.acceptsRewritten { try await requireSamePast(look) }
    return look
  }

  /// The master as its refs say, whose versions came here by other means than the network.
  ///
  /// - Throws: as ``lookAtMaster(_:with:)``.
  func look(at refs: [RefName: ObjectID], _ request: UpdateRequest) async throws -> MasterLook {
    var look = MasterLook(address: nil, view: view)
    for (name, id) in refs {
      if name == .main { look.view[.upstreamMain] = id }
      if let own = KitVersion(release: name).flatMap({ RefName.upstreamTag($0) }) { look.view[own] = id }
    }
    if !request.acceptsRewritten { try await requireSamePast(look) }
    return look
  }

  private func fetch(
    from address: RemoteAddress, into look: inout MasterLook, with transport: Transport
  ) async throws(TransportError) {
    let listing = try await transport.listRefs(at: address)
    guard let line = listing.refs[.main] != nil ? RefName.main : listing.head else {
      throw TransportError(.refMissing("main"), at: address)
    }
    var wanted: [RefName: RefName] = [:]
    if listing.refs[line] != view[.upstreamMain] { wanted[line] = .upstreamMain }
    for (name, id) in listing.refs {
      guard let version = KitVersion(release: name), let own = RefName.upstreamTag(version) else { continue }
      if view[own] != id { wanted[name] = own }
    }
    guard !wanted.isEmpty else { return }
    let arrivals = try await repository.fetch(Array(wanted.keys), from: address, with: transport)
    if let problem = arrivals.refused[line] { throw TransportError(.notAdmitted(problem), at: address) }
    for (name, ref) in arrivals.refs { if let own = wanted[name] { look.view[own] = ref.id } }
    for (name, problem) in arrivals.refused {
      if let version = KitVersion(release: name) { look.refused[version] = problem }
    }
  }

  /// - Throws: ``FranchiseError/rewritten(_:)`` where a version that was seen is not part of the master's past any
  ///   more, or a release became another version.
  private func requireSamePast(_ look: MasterLook) async throws {
    for ref in look.view.differences(from: view) {
      guard let old = view[ref], let new = look.view[ref] else { continue }
      guard ref == .upstreamMain else {
        throw FranchiseError.rewritten(release: String(ref.text.dropFirst(RefName.upstreamTags.count)))
      }
      switch try await repository.standing(of: new, since: old) {
      case .same, .ahead: continue
      case .rewound, .rewritten: throw FranchiseError.rewritten(release: nil)
      }
    }
  }

  /// Where the master is, by group.yaml as it lies in the folder.
  ///
  /// A folder of this computer counts only if a person once typed it here: group.yaml may have come from anywhere.
  private func masterAddress(_ request: UpdateRequest) async throws -> RemoteAddress {
    let root = (try? await repository.readFile("group.yaml")).flatMap { try? YAMLDocument.read($0).root }
    guard let master = root?["master"] else { throw FranchiseError.noMaster }
    if let address = request.master { return address }
    guard let text = master["address"]?.text, !text.isEmpty else { throw FranchiseError.noMasterAddress }
    if let address = try? RemoteAddress(text, origin: .received) { return address }
    let address: RemoteAddress
    do throws(AddressProblem) {
      address = try RemoteAddress(text, origin: .typed)
    } catch {
      throw FranchiseError.badAddress(error.message, hint: error.hint)
    }
    guard try await wasTyped(address) else { throw FranchiseError.foreignFolder(address.text) }
    return address
  }

  /// Whether a person gave this address to `fork` or `update` in this workspace.
  private func wasTyped(_ address: RemoteAddress) async throws -> Bool {
    let tip = latest?.id
    return try await repository.perform { (repository: isolated Repository) throws -> Bool in
      var next = tip
      while let id = next {
        let operation = try repository.operation(id)
        if operation.arguments["master"]?.text == address.text { return true }
        next = operation.previous
      }
      return false
    }
  }
}

extension View {
  /// The releases of the master that were seen last, the oldest first, with what their refs name.
  package var upstreamReleases: [(version: KitVersion, target: ObjectID)] {
    refs(under: RefName.upstreamTags).compactMap { (ref: (name: RefName, target: ObjectID)) in
      let name = String(ref.name.text.dropFirst(RefName.upstreamTags.count))
      return KitVersion(tag: name).map { (version: $0, target: ref.target) }
    }
    .sorted { $0.version < $1.version }
  }
}

extension RefName {
  /// Where a release of the master is kept; `nil` for a number that cannot be a name.
  static func upstreamTag(_ version: KitVersion) -> RefName? {
    try? RefName(upstreamTags + "v" + version.text)
  }
}

extension KitVersion {
  /// The release that a ref of a master names; `nil` for any other ref.
  init?(release ref: RefName) {
    guard ref.text.hasPrefix("refs/tags/v") else { return nil }
    self.init(tag: String(ref.shortText))
  }
}

extension TransportError {
  /// Whether the other side could not be reached, so that what was seen last has to do.
  var isAbsence: Bool {
    switch kind {
    case .hostUnknown, .unreachable, .stalled, .interrupted, .notFound, .gitMissing: true
    default: false
    }
  }
}
