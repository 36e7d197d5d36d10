internal import Git
package import KitCore

/// What `keep` did.
package struct Kept: Sendable {
  /// The part.
  package let part: Address
  /// What its difference is meant to become.
  package let kind: Customisations.Kind
  /// The reason that was there before, if there was one.
  package let before: String?
  /// Whether the part differs from the master's at all.
  package let differs: Bool
  /// The step that it became.
  package let operation: Operation
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
}

/// What `keep` is asked for.
package struct KeepRequest: Sendable {
  /// The part, as the person typed it.
  package var part: String
  /// What its difference is meant to become.
  package var kind: Customisations.Kind
  /// Why it differs.
  package var because: String
  /// The day on which it ends, for what is temporary.
  package var until: String?

  /// A request.
  package init(part: String, kind: Customisations.Kind, because: String, until: String? = nil) {
    self.part = part
    self.kind = kind
    self.because = because
    self.until = until
  }
}

extension Workspace {
  /// Writes down why a part differs from the master, so that whoever comes after knows and updates leave it alone.
  ///
  /// Unsaved work is saved first. Of customisations.yaml only the entry changes.
  /// - Throws: ``CustomisationError``, ``FranchiseError``, `AddressError`, ``GitError``.
  package mutating func keep(_ request: KeepRequest) async throws -> Kept {
    guard request.because.contains(where: { !$0.isWhitespace }) else { throw CustomisationError.noReason }
    if let until = request.until, !TextPattern.date.matches(until) { throw CustomisationError.badDay(until) }
    guard case .part(let typed) = try PartName(parsing: request.part) else {
      throw CustomisationError.unknownPart(request.part, nearest: nil)
    }
    let part = typed.withoutPositions
    let differences = try await differences()
    try await requireKnown(part)
    let saved = try await save(for: "keep").operation
    let name = PartName.part(part)
    let differs = differences.all.contains { name.contains($0.name) || $0.name.contains(name) }
    return try await retrying { (workspace: inout Workspace) in
      let (operation, before) = try await workspace.keepOnce(part, request)
      return Kept(
        part: part, kind: request.kind, before: before, differs: differs, operation: operation,
        savedFirst: saved)
    }
  }

  private mutating func keepOnce(
    _ part: Address, _ request: KeepRequest
  ) async throws -> (Operation, before: String?) {
    let old = try await files(of: view.main)
    var file = try CustomisationsFile(old[CustomisationsFile.path])
    let reason = KeptReason(
      part: part, kind: request.kind, because: Self.oneLine(request.because),
      day: calendarDay(try await signature().time), until: request.until)
    let before = try file.set(reason)
    var files = old
    files[CustomisationsFile.path] = file.bytes
    let words = "Keep \(part): \(Self.oneLine(request.because))"
    let done = try await record("keep", words, files, over: old, ["part": .string(part.description)])
    return (done.operation, before)
  }

  /// Publishes the kit with other files as one step.
  mutating func record(
    _ verb: String, _ words: String, _ files: [String: [UInt8]], over old: [String: [UInt8]],
    _ arguments: JSON, _ trailers: [Trailer] = []
  ) async throws -> Publication {
    var objects = ObjectBatch()
    var after = view
    after[.main] = try await version(files, over: old, saying: words, trailers, in: &objects)
    return try await publish(
      OperationDraft(verb: verb, summary: words, arguments: arguments, after: after, objects: objects))
  }

  /// - Throws: ``CustomisationError/unknownPart(_:nearest:)`` for a part that neither kit has.
  private func requireKnown(_ part: Address) async throws {
    let master = try await masterVersion().files
    let folder = try await filesInFolder()
    let name = PartName.part(part)
    guard !Self.knows(name, in: folder), !Self.knows(name, in: master) else { return }
    let names = Self.names(in: folder) + Self.names(in: master)
    throw CustomisationError.unknownPart(
      part.description, nearest: NearestMatch.of(part.description, among: names))
  }

  /// Whether there is such a part.
  static func knows(_ name: PartName, in files: [String: [UInt8]]) -> Bool {
    do throws(KitChoice.Problem) {
      _ = try KitChoice([name.description]).taken(from: files, over: files)
      return true
    } catch {
      if case .unknown = error { return false }
      return true
    }
  }

  /// The files of a kit and all their parts, as people type them.
  static func names(in files: [String: [UInt8]]) -> [String] { KitChoice.names(in: files, [:]) }
}
