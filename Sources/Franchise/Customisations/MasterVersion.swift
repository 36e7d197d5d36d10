package import Git
internal import KitCore

/// The version of the master that a group's kit stands on.
package struct MasterVersion: Sendable {
  /// Its name in the past that both share.
  package let id: ObjectID
  /// Its number as its kit.yaml has it.
  package let version: String
  /// Its files, without what is one group's alone.
  package let files: [String: [UInt8]]
}

extension Workspace {
  /// The newest version of the master that is part of this kit: what all differences are measured against.
  ///
  /// - Throws: ``CustomisationError/noMaster``, ``CustomisationError/noCommonVersion``; ``GitError``.
  package func masterVersion() async throws -> MasterVersion {
    guard let main = view.main else { throw CustomisationError.noMaster }
    let seen = ([view[.upstreamMain]] + view.upstreamReleases.map(\.target)).compactMap { $0 }
    guard !seen.isEmpty else { throw CustomisationError.noMaster }
    let base = try await repository.perform { (repository: isolated Repository) throws -> ObjectID? in
      var best: ObjectID?
      for tip in seen {
        for base in try repository.mergeBases(main, try repository.version(behind: tip)) {
          // Of two that do not follow each other the first one found stays: which one matters to nobody but order.
          if let other = best, try !repository.isAncestor(other, of: base) { continue }
          best = base
        }
      }
      return best
    }
    guard let base else { throw CustomisationError.noCommonVersion }
    let files = try await files(of: base).filter { !GroupFile.isLocal($0.key) }
    let version = files["kit.yaml"].flatMap { try? YAMLDocument.read($0).root["version"]?.text }
    return MasterVersion(id: base, version: version ?? "", files: files)
  }
}
