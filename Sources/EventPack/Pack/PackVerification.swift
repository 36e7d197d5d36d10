internal import Archive
internal import KitCore

/// What comparing a pack with its manifest shows.
package struct PackVerification: Sendable, Equatable {
  /// Something about one file.
  package enum Finding: Sendable, Hashable {
    /// It is in the manifest, but not in the pack.
    case missing(String)
    /// Its bytes are others than the manifest says.
    case changed(String)
    /// It is in the pack, but not in the manifest.
    case added(String)
  }

  /// Why a pack cannot be compared at all.
  package enum Problem: Error, Sendable, Hashable {
    /// It is no ZIP file that can be trusted; the reason in one sentence.
    case unreadable(String)
    /// It has no MANIFEST.json.
    case noManifest
    /// Its MANIFEST.json cannot be read.
    case badManifest
    /// It was made by a newer program.
    case newer(Int)
  }

  /// The kit's id and version, and the event, as the manifest says.
  package let kit: String, version: String, event: String
  /// How many files the manifest names.
  package let count: Int
  /// What does not fit, in the order of paths; empty where all is well.
  package let findings: [Finding]

  /// Compares the files of a pack with its manifest.
  ///
  /// - Parameter files: Every file with its path from the top of the pack.
  /// - Throws: ``Problem``.
  package init(of files: [String: [UInt8]]) throws(Problem) {
    guard let bytes = files[Manifest.path] else { throw .noManifest }
    guard let json = try? JSON(reading: bytes), let format = json["format"]?.whole,
      let listed = json["files"]?.elements
    else { throw .badManifest }
    guard format == 1 else { throw .newer(format) }
    var findings: [Finding] = []
    var known: Set<String> = [Manifest.path]
    for entry in listed {
      guard let path = entry["path"]?.text, let sum = entry["sha256"]?.text else { throw .badManifest }
      known.insert(path)
      guard let content = files[path] else {
        findings.append(.missing(path))
        continue
      }
      if SHA256(of: content).hex != sum { findings.append(.changed(path)) }
    }
    findings += files.keys.filter { !known.contains($0) }.sorted().map { .added($0) }
    kit = json["kit"]?["id"]?.text ?? ""
    version = json["kit"]?["version"]?.text ?? ""
    event = json["event"]?.text ?? ""
    count = listed.count
    self.findings = findings
  }

  /// Compares a ZIP file with the manifest in it.
  ///
  /// - Throws: ``Problem``.
  package init(zip bytes: [UInt8]) throws(Problem) {
    let files: [String: [UInt8]]
    do throws(ArchiveProblem) {
      files = try PackArchive.read(bytes)
    } catch {
      throw .unreadable("\(error)")
    }
    // One that was sent has all its files in one folder; one that we made has them at the top.
    let tops = Set(files.keys.map { $0.prefix { $0 != "/" } })
    if files[Manifest.path] == nil, tops.count == 1, let top = tops.first {
      try self.init(
        of: Dictionary(
          files.map { (String($0.key.dropFirst(top.count + 1)), $0.value) },
          uniquingKeysWith: { (first: [UInt8], _: [UInt8]) -> [UInt8] in first }))
    } else {
      try self.init(of: files)
    }
  }
}
