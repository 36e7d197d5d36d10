internal import Git
package import KitCore

/// One difference between a group's kit and its master, with the reason that the group gave for it.
package struct Difference: Sendable {
  /// What differs, as it can be named in a command.
  package let name: PartName
  /// What is different, in words.
  package let change: Change
  /// The reason, by the entry of customisations.yaml that says most exactly what it is about.
  package let reason: Customisations.Entry?
  /// Whether the master asks groups to keep the part as it is.
  package let isFixed: Bool
}

/// How a group's kit differs from the master's version that it stands on.
package struct Differences: Sendable {
  /// The master's version.
  package let version: String
  /// All differences, file by file.
  package let all: [Difference]
  /// Reasons for parts that do not differ (any more), as addresses.
  package let idle: [String]
  /// How many files hold work that is not saved.
  package let unsaved: Int
}

extension Workspace {
  /// How the kit in the folder, saved or not, differs from the master's version that it stands on.
  ///
  /// What is the group's alone is left out: who it is, its reasons, events and debriefs.
  /// - Throws: ``CustomisationError``, ``GitError``.
  package func differences() async throws -> Differences {
    let master = try await masterVersion()
    let folder = try await filesInFolder()
    let kits = [master.files, folder].compactMap { Self.reading(of: $0).kit }
    let entries = kits.last?.customisations?.parts ?? []
    let ours = folder.filter { !GroupFile.isLocal($0.key) }
    let all = KitComparison(old: master.files, new: ours).changes.map { (change: Change) -> Difference in
      let name = PartName(change)
      let isFixed = name.address.map { kits.first?.fixes($0) ?? false } ?? false
      return Difference(
        name: name, change: change, reason: Self.reason(for: name, among: entries), isFixed: isFixed)
    }
    let idle = entries.filter { (entry: Customisations.Entry) -> Bool in
      guard let address = entry.address else { return true }
      let part = PartName.part(address)
      return !all.contains { part.contains($0.name) || $0.name.contains(part) }
    }
    let status = try await repository.status(against: try await tree())
    return Differences(
      version: master.version, all: all, idle: idle.map(\.part), unsaved: FileSummary(status).lines.count)
  }

  /// The kit that files hold, as far as it can be read.
  static func reading(of files: [String: [UInt8]]) -> KitReading {
    KitReading.read(KitFiles.admitting(files.map { (path: $0.key, bytes: $0.value) }).files)
  }

  /// The entry that is about the part, or the nearest around it; else one about something inside it.
  private static func reason(
    for name: PartName, among entries: [Customisations.Entry]
  ) -> Customisations.Entry? {
    let around = entries.filter { $0.address.map { PartName.part($0).contains(name) } ?? false }
    return around.max { $0.part.utf8.count < $1.part.utf8.count }
      ?? entries.first { $0.address.map { name.contains(.part($0)) } ?? false }
  }
}
