internal import Archive
internal import KitCore

/// A file that goes by e-mail: a ZIP file with a manifest of sums, a page for people, and what Kitbag reads.
///
/// Nothing is signed: the sums tell that nothing was damaged on the way, not who sent it.
struct MailFile: Sendable {
  /// What such a file can be.
  enum Kind: String, Sendable {
    /// An offer of a group to its master.
    case offer
    /// The answer of a master to an offer.
    case reply
  }

  /// What it is.
  let kind: Kind
  /// What Kitbag reads of it.
  let facts: JSON
  /// The page for people.
  let page: [UInt8]
  /// The git bundle of an offer.
  let bundle: [UInt8]?

  /// The most bytes of such a file, as many mail servers take no more (10 MB).
  static let limit = 10 << 20
  private static let format = 1
  private static let manifestName = "manifest.json"
  private static let pageName = "read-me.html"
  private static let bundleName = "offer.bundle"

  private var factsName: String { kind.rawValue + ".json" }

  /// The file's bytes; the same for the same content.
  ///
  /// - Throws: ``OfferError/fileTooLarge(bytes:limit:)``.
  func bytes() throws -> [UInt8] {
    var files = [
      ArchiveFile(path: Self.pageName, bytes: page),
      ArchiveFile(path: factsName, bytes: Array(facts.prettyText.utf8)),
    ]
    // A pack is packed already.
    if let bundle { files.append(ArchiveFile(path: Self.bundleName, bytes: bundle, method: .stored)) }
    let entries = files.map { (file: ArchiveFile) -> JSON in
      [
        "path": .string(file.path), "bytes": .integer(file.bytes.count),
        "sha256": .string(SHA256(of: file.bytes).hex),
      ]
    }
    let manifest: JSON = [
      "format": .integer(Self.format), "kind": .string(kind.rawValue), "files": .array(entries),
    ]
    files.append(ArchiveFile(path: Self.manifestName, bytes: Array(manifest.prettyText.utf8)))
    let bytes = try ArchiveWriter.write(files)
    guard bytes.count <= Self.limit else {
      throw OfferError.fileTooLarge(bytes: bytes.count, limit: Self.limit)
    }
    return bytes
  }

  init(kind: Kind, facts: JSON, page: [UInt8], bundle: [UInt8]? = nil) {
    self.kind = kind
    self.facts = facts
    self.page = page
    self.bundle = bundle
  }

  /// Reads a file that a stranger may have made: everything in it is as its manifest says, or nothing is taken.
  ///
  /// - Parameter name: What the person calls it, for what is said about it.
  /// - Throws: ``OfferError/badFile(_:reason:)``.
  init(reading bytes: [UInt8], name: String) throws(OfferError) {
    func bad(_ reason: String) -> OfferError { .badFile(name, reason: reason) }
    guard bytes.count <= Self.limit else {
      throw bad("It has more than \(Self.limit >> 20) MB, which no such file has.")
    }
    let files: [ArchiveFile]
    do throws(ArchiveProblem) {
      // A bundle is stored as it is; the page and the facts can grow when unpacked, but not much.
      files = try ArchiveReader.read(bytes, limits: ArchiveLimits(entries: 8, bytes: 6 * Self.limit))
    } catch {
      throw bad(error.message)
    }
    let contents = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    guard let manifest = contents[Self.manifestName].flatMap({ try? JSON(reading: $0) }) else {
      throw bad("It is not made by Kitbag: it has no manifest.")
    }
    guard manifest["format"]?.whole == Self.format else { throw bad("It was made by a newer Kitbag.") }
    guard let kind = manifest["kind"]?.text.flatMap({ Kind(rawValue: $0) }) else {
      throw bad("It is neither an offer nor an answer.")
    }
    try Self.verify(manifest, contents, name)
    guard let facts = contents[kind.rawValue + ".json"].flatMap({ try? JSON(reading: $0) }),
      let page = contents[Self.pageName]
    else { throw bad("A part of it is missing.") }
    self.init(kind: kind, facts: facts, page: page, bundle: contents[Self.bundleName])
    let expected = [Self.manifestName, Self.pageName, factsName] + (kind == .offer ? [Self.bundleName] : [])
    guard Set(contents.keys) == Set(expected) else { throw bad("It does not hold what it should.") }
  }

  /// Every file is in the manifest, and every entry of the manifest is a file with that sum.
  private static func verify(_ manifest: JSON, _ contents: [String: [UInt8]], _ name: String)
    throws(OfferError)
  {
    var listed: Set<String> = [manifestName]
    for entry in manifest["files"]?.elements ?? [] {
      guard let path = entry["path"]?.text, let bytes = contents[path], listed.insert(path).inserted,
        entry["bytes"]?.whole == bytes.count, entry["sha256"]?.text == SHA256(of: bytes).hex
      else { throw .badFile(name, reason: "It was damaged on its way: a sum does not fit.") }
    }
    guard listed == Set(contents.keys) else {
      throw .badFile(name, reason: "It holds a file that its manifest does not name.")
    }
  }
}
