package import Git
package import KitCore

/// What `adopt` did.
package struct Adopted: Sendable {
  /// The sister group, by name.
  package let group: String
  /// Whom it is owed to, by name.
  package let authors: [String]
  /// What changed here; none where all was so already.
  package let changes: [Change]
  /// Parts among them that this group had changed itself, so that its own words gave way.
  package let replaced: [PartName]
  /// The step that it became; `nil` where there was nothing to do.
  package let operation: Operation?
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
}

extension Workspace {
  /// The line of a version's message that names the sister's version whose part it took.
  static let adoptedTrailer = "Kitbag-Adopted"

  /// Takes parts from a sister group's kit, with credit to who wrote them.
  ///
  /// They become a version of their own, which names the sister's; so when the master accepts the same later, an
  /// update knows it again and asks nothing. Unsaved work is saved first.
  /// - Parameters:
  ///   - group: The group's id in the network, or the address of its kit.
  ///   - typed: The parts.
  ///   - folder: What a folder's path is relative to.
  /// - Throws: ``AdoptionError``, ``CustomisationError``, ``FranchiseError``, `KitChoice.Problem`, `AddressError`,
  ///   ``TransportError``, ``GitError``.
  package mutating func adopt(
    from group: String, _ typed: [String], relativeTo folder: String, with transport: Transport
  ) async throws -> Adopted {
    let names = try typed.map { (text: String) throws -> PartName in
      let name = try PartName(parsing: text)
      if GroupFile.isLocal(name) { throw AdoptionError.localPart(name.description) }
      return name
    }
    let sister = try await sister(group, relativeTo: folder, with: transport)
    let trial = try await filesInFolder()
    _ = try Self.adopted(names, from: sister, into: trial)
    let saved = try await save(for: "adopt").operation
    return try await retrying { (workspace: inout Workspace) in
      try await workspace.adoptOnce(names, sister, saved)
    }
  }

  private mutating func adoptOnce(
    _ names: [PartName], _ sister: SisterKit, _ saved: Operation?
  ) async throws -> Adopted {
    let old = try await files(of: view.main)
    let files = try Self.adopted(names, from: sister, into: old)
    let changes = KitComparison(old: old, new: files).changes
    let authors = try await sister.authors(of: names, besides: view, repository)
    let shown = authors.map(\.name)
    guard files != old else {
      return Adopted(
        group: sister.name, authors: shown, changes: [], replaced: [], operation: nil, savedFirst: saved)
    }
    let own = try? await differences().all.map(\.name)
    let replaced = (own ?? []).filter { mine in names.contains { $0.contains(mine) || mine.contains($0) } }
    let parts = names.map(\.description).joined(separator: ", ")
    let words = "Adopt \(parts) from \(Self.oneLine(sister.name))"
    let me = try await signature()
    let trailers =
      authors.filter { $0.email != me.email }.map { Trailer.coAuthor($0.name, email: $0.email) }
      + [Trailer(name: Self.adoptedTrailer, value: sister.version.description)]
    let arguments: JSON = [
      "group": .string(sister.name), "parts": .strings(names.map(\.description)),
      "version": .string(sister.version.description),
    ]
    let done = try await record("adopt", words, files, over: old, arguments, trailers)
    return Adopted(
      group: sister.name, authors: shown, changes: changes, replaced: replaced, operation: done.operation,
      savedFirst: saved)
  }

  /// Our files with the sister's parts, where they are as sound as before.
  private static func adopted(
    _ names: [PartName], from sister: SisterKit, into files: [String: [UInt8]]
  ) throws -> [String: [UInt8]] {
    for name in names where !knows(name, in: sister.files) {
      throw AdoptionError.unknownPart(
        name.description, group: sister.name,
        nearest: NearestMatch.of(name.description, among: Self.names(in: sister.files)))
    }
    let local = files.filter { GroupFile.isLocal($0.key) }
    let shared = try taken(names, from: sister.files, over: files.filter { !GroupFile.isLocal($0.key) })
    let result = shared.merging(local) { $1 }
    let before = errors(in: files)
    let new = errors(in: result).subtracting(before)
    guard new.isEmpty else { throw AdoptionError.needsMore(new.sorted()) }
    return result
  }

  private static func errors(in files: [String: [UInt8]]) -> Set<String> {
    Set(Check.diagnostics(of: reading(of: files)).filter { $0.severity == .error }.map(\.message))
  }
}
