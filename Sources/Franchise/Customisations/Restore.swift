internal import Git
package import KitCore

/// What `restore` did.
package struct Restored: Sendable {
  /// The parts as they were named.
  package let parts: [PartName]
  /// The master's version that they are from.
  package let version: String
  /// What that changed here; none where all was as the master has it already.
  package let changes: [Change]
  /// The parts whose reasons went, because they do not differ any more.
  package let reasons: [String]
  /// The step that it became; `nil` where there was nothing to do.
  package let operation: Operation?
  /// The step that kept unsaved work first; `nil` where there was none.
  package let savedFirst: Operation?
}

extension Workspace {
  /// Lets parts be again as the master has them, in the version that the kit stands on; what was taken out comes back.
  ///
  /// Unsaved work is saved first. Reasons for the parts go, because nothing differs there any more.
  /// - Throws: ``CustomisationError``, ``FranchiseError``, `KitChoice.Problem`, `AddressError`, ``GitError``.
  package mutating func restore(_ typed: [String]) async throws -> Restored {
    let names = try typed.map { (text: String) throws -> PartName in
      let name = try PartName(parsing: text)
      if GroupFile.isLocal(name) { throw CustomisationError.ownPart(name.description) }
      return name
    }
    let master = try await masterVersion()
    _ = try Self.restored(names, master, try await filesInFolder())
    let saved = try await save(for: "restore").operation
    return try await retrying { (workspace: inout Workspace) in
      try await workspace.restoreOnce(names, master, saved)
    }
  }

  private mutating func restoreOnce(
    _ names: [PartName], _ master: MasterVersion, _ saved: Operation?
  ) async throws -> Restored {
    let old = try await files(of: view.main)
    var files = try Self.restored(names, master, old)
    let changes = KitComparison(old: old, new: files).changes
    guard files != old else {
      return Restored(
        parts: names, version: master.version, changes: [], reasons: [], operation: nil, savedFirst: saved)
    }
    var reasons: [String] = []
    if let bytes = old[CustomisationsFile.path] {
      var file = try CustomisationsFile(bytes)
      for name in names { reasons += try file.remove(name) }
      files[CustomisationsFile.path] = file.bytes
    }
    let parts = names.map(\.description).joined(separator: ", ")
    let done = try await record(
      "restore", "Back to the master's: \(parts)", files, over: old,
      ["parts": .strings(names.map(\.description))])
    return Restored(
      parts: names, version: master.version, changes: changes, reasons: reasons, operation: done.operation,
      savedFirst: saved)
  }

  private static func restored(
    _ names: [PartName], _ master: MasterVersion, _ files: [String: [UInt8]]
  ) throws -> [String: [UInt8]] {
    let local = files.filter { GroupFile.isLocal($0.key) }
    let shared = try taken(names, from: master.files, over: files.filter { !GroupFile.isLocal($0.key) })
    return shared.merging(local) { $1 }
  }

  /// The files with these parts as another version has them; what is so already stays.
  ///
  /// - Throws: `KitChoice.Problem`.
  static func taken(
    _ names: [PartName], from source: [String: [UInt8]], over target: [String: [UInt8]]
  ) throws(KitChoice.Problem) -> [String: [UInt8]] {
    var result = target
    for name in names {
      do throws(KitChoice.Problem) {
        result = try KitChoice([name.description]).taken(from: source, over: result)
      } catch {
        if case .unchanged = error { continue }
        throw error
      }
    }
    return result
  }
}
