package import Git
internal import KitCore

extension Workspace {
  /// Collects what waits elsewhere: offers from the kits of the groups that network.yaml lists, and answers from the
  /// master that group.yaml names.
  ///
  /// Kits that cannot be reached, and offers that are refused, keep nothing else out.
  /// - Parameter together: How many kits are asked at the same time.
  /// - Throws: ``FranchiseError``, ``GitError``.
  package mutating func fetchInbox(with transport: Transport, together: Int = 4) async throws -> Arrived {
    let sources = try await sources()
    let asked = view
    var found: [Fetched] = []
    // No more at a time than a computer has hands: each is a child process or two.
    let repository = repository
    await withTaskGroup(of: Fetched.self) { (group: inout TaskGroup<Fetched>) in
      var rest = sources[...]
      func start() {
        guard let source = rest.popFirst() else { return }
        group.addTask { await Fetched(source, knowing: asked, into: repository, with: transport) }
      }
      for _ in 0..<max(1, together) { start() }
      while let done = await group.next() {
        found.append(done)
        start()
      }
    }
    let all = found.sorted { $0.source.name < $1.source.name }
    return try await retrying { (workspace: inout Workspace) in try await workspace.note(all) }
  }

  /// The places to ask.
  private func sources() async throws -> [Fetched.Source] {
    let files = try await files(of: view.main)
    var sources: [Fetched.Source] = []
    func read(_ path: String) -> YAMLNode? { files[path].flatMap { try? YAMLDocument.read($0) }?.root }
    for item in read("network.yaml")?["groups"]?.sequence?.items ?? [] {
      guard let fork = item.value["fork"]?.text else { continue }
      let name = item.value["id"]?.text ?? item.value["name"]?.text ?? fork
      sources.append(
        Fetched.Source(
          name: name, address: fork, isMaster: false, base: repository.worktree ?? repository.gitFolder))
    }
    if let address = read("group.yaml")?["master"]?["address"]?.text {
      sources.append(
        Fetched.Source(
          name: "the master", address: address, isMaster: true,
          base: repository.worktree ?? repository.gitFolder))
    }
    return sources
  }

  /// Judges what was fetched and publishes it.
  private mutating func note(_ all: [Fetched]) async throws -> Arrived {
    var arrived = Arrived()
    arrived.asked = all.count
    var offers: [String: Offer] = [:]
    var logs: [String: (log: ReviewLog, tip: ObjectID?)] = [:]
    for fetched in all {
      if let reason = fetched.failure { arrived.unreachable.append((fetched.source.name, reason)) }
      arrived.refused += fetched.refused.map { ($0.name, $0.reason) }
      for version in fetched.offers {
        guard let read = Offer(try await repository.commit(version)) else { continue }
        if let other = offers[read.id], other.revision >= read.revision { continue }
        do {
          offers[read.id] = try await admitted(version, id: read.id, name: read.id)
        } catch let error as OfferError {
          // What is older than what is here is no news.
          if try await isKnown(read) { continue }
          arrived.refused.append((read.id, error.what))
        }
      }
      for (id, tip) in fetched.logs where try await concerns(id) {
        let log = try await repository.perform { (repository: isolated Repository) throws -> ReviewLog in
          try ReviewLog(repository, tip, offer: id)
        }
        let both = logs[id].map { $0.log.merging(log) } ?? log
        logs[id] = (both, logs[id] == nil ? tip : nil)
      }
    }
    return try await note(offers.values.sorted { $0.id < $1.id }, logs: logs, from: "the network", arrived)
  }

  private func isKnown(_ offer: Offer) async throws -> Bool {
    guard let known = view[try RefName(RefName.inbox + offer.id)] else { return false }
    return (Offer(try await repository.commit(known))?.revision ?? 0) >= offer.revision
  }

  private func concerns(_ id: String) async throws -> Bool {
    guard KitID(rawValue: id) != nil else { return false }
    let names = [try RefName(RefName.offers + id), try RefName(RefName.inbox + id)]
    return names.contains { view[$0] != nil }
  }
}

/// What one kit elsewhere had that is new here: stored, and led to by no ref yet.
private struct Fetched: Sendable {
  /// Where to ask.
  struct Source: Sendable {
    let name: String
    let address: String
    let isMaster: Bool
    let base: String
  }

  let source: Source
  var offers: [ObjectID] = []
  var logs: [(id: String, tip: ObjectID)] = []
  var refused: [(name: String, reason: String)] = []
  var failure: String?

  /// Asks a kit what it offers, and fetches what is not here.
  init(_ source: Source, knowing view: View, into repository: Repository, with transport: Transport) async {
    self.source = source
    do {
      let address = try RemoteAddress(source.address, origin: .typed, relativeTo: source.base)
      let listing = try await transport.listRefs(at: address)
      let known = Set(view.refs.values)
      let wanted = listing.refs.filter { Self.isWanted($0.key, source, view) }.prefix(1_000)
      var names: [RefName] = []
      for (name, target) in wanted {
        if known.contains(target) { continue }
        if await repository.has(target) { add(name, target) } else { names.append(name) }
      }
      guard !names.isEmpty else { return }
      let arrivals = try await repository.fetch(names.sorted(), from: address, with: transport)
      for (name, ref) in arrivals.refs { add(name, ref.id) }
      refused = arrivals.refused.map { (String($0.key.shortText), $0.value.message) }
    } catch let problem as AddressProblem {
      failure = problem.message
    } catch let error as TransportError {
      failure = error.message
    } catch {
      failure = "\(error)"
    }
  }

  private mutating func add(_ name: RefName, _ id: ObjectID) {
    if name.text.hasPrefix(RefName.offers) {
      offers.append(id)
    } else {
      logs.append((String(name.text.dropFirst(RefName.reviews.count)), id))
    }
  }

  /// From groups their offers and what they say about them; from the master what it says about ours.
  private static func isWanted(_ name: RefName, _ source: Source, _ view: View) -> Bool {
    if name.text.hasPrefix(RefName.reviews) {
      let id = name.text.dropFirst(RefName.reviews.count)
      return view.refs.keys.contains { $0.text == RefName.offers + id || $0.text == RefName.inbox + id }
    }
    return !source.isMaster && name.text.hasPrefix(RefName.offers)
  }
}
