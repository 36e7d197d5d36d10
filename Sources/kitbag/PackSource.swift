internal import EventPack
internal import Franchise
internal import Git
internal import KitCore

/// Where the kit of a pack comes from: the files in the folder, or the saved state that an event pinned.
struct PackSource: Sendable {
  /// The kit.
  let kit: Kit
  /// The commit that the kit was read from; `nil` for files that are not all saved.
  let commit: String?
  /// When that commit was made, in seconds since 1970 UTC; zero where there is none.
  let time: Int64

  /// The kit in the folder.
  ///
  /// - Throws: ``Failure`` where there is none.
  static func kit(in shared: SharedOptions) throws -> Kit {
    let reading = try KitFolder(at: shared.path(nil)).readKit().reading
    guard let kit = reading.kit, !reading.diagnostics.contains(where: { $0.rule == "no-kit" }) else {
      throw Failure(
        what: reading.diagnostics.first?.message ?? "This folder holds no kit.",
        next: reading.diagnostics.first?.remedy)
    }
    return kit
  }

  /// An event by its id.
  ///
  /// - Throws: ``Failure`` that names the nearest, or all there are.
  static func event(_ id: String, in kit: Kit) throws(Failure) -> Event {
    if let event = kit.events.first(where: { $0.id.rawValue == id }) { return event }
    let names = kit.events.map(\.id.rawValue)
    let nearest = NearestMatch.of(id, among: names).map { "Did you mean '\($0)'?" }
    throw Failure(
      what: "There is no event '\(id)'.",
      next: nearest
        ?? (names.isEmpty ? "'kitbag event new' plans one." : "There are: \(names.joined(separator: ", "))."))
  }

  /// The kit with which an event was planned.
  ///
  /// What belongs to the group is always as it is now: who it is, its words for parameters, and the event itself.
  ///
  /// - Parameter isNow: Whether to take the kit as it is now, whatever the event pinned.
  /// - Throws: ``Failure``, `GitError`.
  static func pinned(by event: Event, of kit: Kit, in folder: String, isNow: Bool) async throws -> PackSource
  {
    let repository = try? Repository.open(folder)
    guard let repository else { return PackSource(kit: kit, commit: nil, time: 0) }
    if !isNow, let name = event.kitCommit { return try await read(name, for: kit, repository) }
    let head = try await saved(kit, repository)
    return PackSource(kit: kit, commit: head?.id, time: head?.time ?? 0)
  }

  private static func read(_ name: String, for kit: Kit, _ repository: Repository) async throws -> PackSource
  {
    guard let id = ObjectID(name) else {
      throw Failure(
        what: "The event's “kit commit” is no saved state.",
        next: "Take the line out, or run 'kitbag event new' again.")
    }
    let stored: (files: [String: [UInt8]], time: Int64)
    do {
      stored = try await repository.perform {
        (repository: isolated Repository) throws -> (files: [String: [UInt8]], time: Int64) in
        let commit = try repository.commit(id)
        return (try KitTree(repository, commit.tree).contents(repository), commit.committer.time.seconds)
      }
    } catch let error as GitError where error.kind == .notFound {
      throw Failure(
        what: "The kit's state with which this event was planned is not in this folder's past.",
        next: "Add '--now' to pack with the kit as it is now.", details: error.description)
    }
    var files = stored.files
    for path in kit.files.paths where isLocal(path.text) { files[path.text] = kit.files[path] }
    let admitted = KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) })
    guard let old = KitReading.read(admitted.files).kit else {
      throw Failure(
        what: "The kit as it was then cannot be read.", next: "Add '--now' to pack with the kit as it is now."
      )
    }
    return PackSource(kit: old, commit: name, time: stored.time)
  }

  /// The newest saved state, if the kit's files are exactly that; events do not count.
  private static func saved(_ kit: Kit, _ repository: Repository) async throws -> (id: String, time: Int64)? {
    try await repository.perform { (repository: isolated Repository) throws -> (id: String, time: Int64)? in
      guard let id = try repository.head() else { return nil }
      let commit = try repository.commit(id)
      let stored = try KitTree(repository, commit.tree).contents(repository)
      let isSame = kit.files.paths.filter { KitLayout($0) != nil && !isLocal($0.text) }.allSatisfy {
        stored[$0.text] == kit.files[$0]
      }
      return isSame ? (id.description, commit.committer.time.seconds) : nil
    }
  }

  /// Whether a file is the group's own business, not part of what an event pins.
  private static func isLocal(_ path: String) -> Bool { path == "group.yaml" || path.hasPrefix("events/") }

  /// The newest saved state of the kit in a folder, for an event to pin; `nil` where the kit is not in git, and
  /// whether everything is saved.
  static func head(of kit: Kit, in folder: String) async throws -> (commit: String?, isSaved: Bool) {
    guard let repository = try? Repository.open(folder) else { return (nil, true) }
    let head = try await saved(kit, repository)
    return (head?.id, head != nil)
  }
}
