/// Decides whether what arrived may become part of a repository: reads every new version and folder, and believes nothing.
///
/// A pure walk over raw bytes, without recursion, so that no depth or count can exhaust anything but its limits. Each
/// folder is read once, however often it occurs; sums over occurrences come from the sums of what it holds.
///
/// The tip is judged by every rule. Older versions that are new here are judged by the rules that guard this computer
/// (names that escape, records, limits); what is only impractical in them — links, colliding names, names that Windows
/// lacks — has no remedy but a rewritten history, is never written to a disk by us, and so does not stand in the way.
package struct Admission<Source: ObjectSource> {
  private let source: Source
  private let limits: AdmissionLimits
  private var versions = 0
  private var folders = FolderWalk()
  private var admitted: Set<ObjectID> = []

  /// An admission that reads from `source`.
  package init(_ source: Source, limits: AdmissionLimits) {
    self.source = source
    self.limits = limits
  }

  /// Judges everything that a ref would make reachable.
  ///
  /// - Throws: ``AdmissionProblem`` at the first broken rule; a ``GitError`` when an object cannot be read.
  package mutating func admit(_ tip: ObjectID) throws -> AdmissionReceipt {
    let version = try peeled(tip)
    let before = versions
    let record = try readVersion(version)
    let summary = try folders.judge(
      record.tree, in: version, strictly: true, source: source, limits: limits)
    try admitHistory(from: version)
    return AdmissionReceipt(
      version: version, externals: summary.externals, entries: summary.entries, newVersions: versions - before
    )
  }

  /// The version behind a tag or a chain of them.
  private func peeled(_ tip: ObjectID) throws -> ObjectID {
    var id = tip
    for _ in 0..<8 {
      guard let header = try source.header(of: id) else { throw AdmissionProblem(.wrongObject) }
      switch header.kind {
      case .commit: return id
      case .tag:
        try checkRecord(header.size, version: nil)
        guard let target = RawVersion.target(ofTag: try source.bytes(of: id)) else {
          throw AdmissionProblem(.versionRecord)
        }
        id = target
      case .blob, .tree: throw AdmissionProblem(.notAVersion)
      }
    }
    throw AdmissionProblem(.notAVersion)
  }

  private mutating func admitHistory(from tip: ObjectID) throws {
    var waiting = [tip]
    while let version = waiting.popLast() {
      guard !admitted.contains(version) else { continue }
      if version != tip, try source.isKnown(version) { continue }
      admitted.insert(version)
      versions += 1
      guard versions <= limits.versions else {
        throw AdmissionProblem(.tooMany(.versions, limit: limits.versions))
      }
      let record = try readVersion(version)
      _ = try folders.judge(record.tree, in: version, strictly: false, source: source, limits: limits)
      for parent in record.parents where !admitted.contains(parent) { waiting.append(parent) }
    }
  }

  private func readVersion(_ id: ObjectID) throws -> RawVersion {
    guard let header = try source.header(of: id), header.kind == .commit else {
      throw AdmissionProblem(.wrongObject, version: id)
    }
    try checkRecord(header.size, version: id)
    guard let record = RawVersion(try source.bytes(of: id), mostParents: limits.parents) else {
      throw AdmissionProblem(.versionRecord, version: id)
    }
    return record
  }

  private func checkRecord(_ size: Int, version: ObjectID?) throws(AdmissionProblem) {
    guard size <= limits.recordBytes else {
      throw AdmissionProblem(.recordTooLarge(bytes: size, limit: limits.recordBytes), version: version)
    }
  }
}
