package import Git
internal import KitCore

extension Workspace {
  /// Where the group's own kit has its place on the net: what group.yaml says under `fork`, else the place that git calls
  /// `origin`.
  ///
  /// - Throws: ``GitError``.
  package func host() async throws -> String? {
    let group = try await files(of: view.main)["group.yaml"].flatMap { try? YAMLDocument.read($0) }?.root
    return group?["fork"]?.text ?? repository.settings["remote.origin.url"]
  }

  /// Sends an offer to the group's own host, from where the master's maintainers collect it.
  ///
  /// Each revision has a name of its own there, because nothing is ever overwritten.
  /// - Parameter typed: The host's address, where the person gave one.
  /// - Returns: The address.
  /// - Throws: ``OfferError``, ``FranchiseError/badAddress(_:hint:)``, ``TransportError``, ``GitError``.
  package func push(_ id: String, to typed: String? = nil, with transport: Transport) async throws -> String {
    let offer = try await ownOffer(id)
    let ending = offer.revision > 1 ? "-r\(offer.revision)" : ""
    var updates = [try RefName(RefName.offers + offer.id + ending): offer.version]
    if let log = view[try RefName(RefName.reviews + offer.id)] {
      updates[try RefName(RefName.reviews + offer.id)] = log
    }
    return try await push(updates, to: typed, with: transport)
  }

  /// Sends what was said about the offers that came in, and the kit itself, to the kit's own host.
  ///
  /// - Returns: The address.
  /// - Throws: as ``push(_:to:with:)``.
  package func pushAnswers(to typed: String? = nil, with transport: Transport) async throws -> String {
    var updates = Dictionary(view.refs(under: RefName.reviews).map { ($0.name, $0.target) }) { first, _ in
      first
    }
    updates[.main] = view.main
    return try await push(updates, to: typed, with: transport)
  }

  private func push(
    _ updates: [RefName: ObjectID], to typed: String?, with transport: Transport
  ) async throws -> String {
    let known: String? = if let typed { typed } else { try await host() }
    guard let text = known else { throw OfferError.noHost }
    let address: RemoteAddress
    do throws(AddressProblem) {
      address = try RemoteAddress(
        text, origin: .typed, relativeTo: repository.worktree ?? repository.gitFolder)
    } catch {
      throw FranchiseError.badAddress(error.message, hint: error.hint)
    }
    let results = try await repository.push(updates, to: address, with: transport)
    for (name, outcome) in results.sorted(by: { $0.key < $1.key }) {
      switch outcome {
      case .accepted, .unchanged: continue
      case .behind:
        throw OfferError.refused("it has something newer under \(name.shortText)")
      case .refused(let words): throw OfferError.refused(words.description)
      }
    }
    return address.text
  }
}
