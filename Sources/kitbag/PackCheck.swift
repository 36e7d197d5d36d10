internal import EventPack
internal import KitCore

/// Looks whether a pack on disk is as it was made.
struct PackCheck {
  private let typed: String
  private let shared: SharedOptions

  init(_ typed: String, _ shared: SharedOptions) {
    self.typed = typed
    self.shared = shared
  }

  /// Tells what was found.
  ///
  /// - Throws: ``Failure`` where something does not fit.
  func tell(_ output: Output) throws {
    let found = try verification()
    if shared.json { output.print(json(found)) }
    guard found.findings.isEmpty else {
      let lines = found.findings.prefix(10).map(\.words)
      let more = found.findings.count > 10 ? " And \(found.findings.count - 10) more." : ""
      throw Failure(
        what: "The pack is not as it was made: \(lines.joined(separator: "; ")).\(more)",
        safe: "Nothing was changed.",
        next: "Ask for the pack again, or make it anew with 'kitbag pack \(found.event)'.")
    }
    if shared.json { return }
    output.print(
      "All \(found.count) files are as they were made, for '\(found.event)' with '\(found.kit)' version \(found.version)."
    )
  }

  private func verification() throws -> PackVerification {
    let folder = WorkFolder(shared.directory)
    do throws(PackVerification.Problem) {
      if folder.isFolder(typed) {
        let read: KitFolder
        do { read = try KitFolder(at: shared.path(typed)) } catch { throw .unreadable("\(error)") }
        if let refused = read.refusals.first { throw .unreadable("'\(refused.path)' is no ordinary file.") }
        return try PackVerification(of: read.files)
      }
      let bytes: [UInt8]
      do { bytes = try folder.readFile(typed) } catch { throw .unreadable(error.what) }
      return try PackVerification(zip: bytes)
    } catch {
      throw PackCheck.failure(error, typed)
    }
  }

  private static func failure(_ problem: PackVerification.Problem, _ typed: String) -> Failure {
    switch problem {
    case .unreadable(let why):
      Failure(what: "'\(typed)' cannot be read as a pack: \(why)", safe: "Nothing was changed.")
    case .noManifest:
      Failure(
        what: "'\(typed)' has no MANIFEST.json, so it is no pack.",
        next: "Name the folder or ZIP file of a pack.")
    case .badManifest:
      Failure(what: "The MANIFEST.json of '\(typed)' cannot be read.", next: "Ask for the pack again.")
    case .newer(let version):
      Failure(
        what: "The pack is of format \(version), which this Kitbag does not know.",
        next: "Install a newer Kitbag.")
    }
  }

  private func json(_ found: PackVerification) -> JSON {
    [
      "event": .string(found.event), "kit": .string(found.kit), "version": .string(found.version),
      "files": .integer(found.count), "findings": .strings(found.findings.map(\.words)),
    ]
  }
}

extension PackVerification.Finding {
  /// What it means, as a phrase.
  var words: String {
    switch self {
    case .missing(let path): "'\(path)' is missing"
    case .changed(let path): "'\(path)' was changed"
    case .added(let path): "'\(path)' was added"
    }
  }
}
