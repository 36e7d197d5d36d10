internal import Git
internal import KitCore

/// An offer as it is worked out, without touching anything: the group's chosen changes on the master's newest version.
struct OfferDraft: Sendable {
  /// The master with the changes, by path.
  let files: [String: [UInt8]]
  /// What they change.
  let changes: [Change]
  /// The words that were turned back into parameters.
  let restored: [LocalPlace]

  /// The three versions that an offer is made of.
  struct Versions: Sendable {
    /// What the group and the master had in common last.
    var base: [String: [UInt8]]
    /// The group's kit.
    var ours: [String: [UInt8]]
    /// The master's newest version.
    var master: [String: [UInt8]]
  }

  /// Works the offer out.
  ///
  /// - Throws: ``OfferError``, ``FranchiseError/unusableKit(count:first:)``.
  init(_ request: OfferRequest, title: String, why: String, _ versions: Versions) throws {
    let words = try Self.words(versions)
    for name in request.parts where GroupFile.isLocal(name: name) { throw OfferError.localPart(name) }
    var base = versions.base
    var ours = versions.ours
    for path in Set(base.keys).union(ours.keys) where GroupFile.isLocal(path) {
      base[path] = nil
      ours[path] = nil
    }
    var chosen: [String: [UInt8]]
    do throws(KitChoice.Problem) {
      chosen = try KitChoice(request.parts).taken(from: ours, over: base)
    } catch {
      throw OfferError(error)
    }
    var search = LocalSearch(words: words, title: title, why: why)
    search.clean(&chosen, over: base)
    guard search.left.isEmpty else { throw OfferError.localWords(search.left) }
    guard search.restored.isEmpty || request.mayRestore else {
      throw OfferError.needsConsent(search.restored)
    }
    var master = versions.master
    var rest: [String: [UInt8]] = [:]
    for path in master.keys where GroupFile.isLocal(path) {
      rest[path] = master[path]
      master[path] = nil
    }
    let merged = KitMerge(lineMerge: mergeLines).merge(ThreeWay(base: base, ours: chosen, theirs: master))
    if let first = merged.clashes.first {
      throw OfferError.masterMoved(first.address, count: merged.clashes.count)
    }
    guard merged.files != master else { throw OfferError.alreadyThere }
    files = merged.files.merging(rest) { ours, _ in ours }
    let faults = NewFaults(before: versions.master, after: files)
    guard faults.errors.isEmpty else { throw OfferError.breaksMaster(faults.errors) }
    changes = KitComparison(old: master, new: merged.files).changes
    restored = search.restored
  }

  private static func words(_ versions: Versions) throws -> LocalWords {
    let admitted = KitFiles.admitting(versions.ours.map { (path: $0.key, bytes: $0.value) })
    let reading = KitReading.read(admitted.files)
    guard let kit = reading.kit else {
      let errors = reading.diagnostics.filter { $0.severity == .error }
      throw FranchiseError.unusableKit(count: max(errors.count, 1), first: errors.first)
    }
    return LocalWords(of: kit, master: versions.master)
  }
}

/// What in an offer is local, file by file.
private struct LocalSearch {
  let words: LocalWords
  var restored: [LocalPlace] = []
  var left: [LocalPlace] = []

  init(words: LocalWords, title: String, why: String) {
    self.words = words
    for (name, text) in [("title", title), ("why", why)] {
      left += words.finds(in: Array(text.utf8)).map { LocalPlace(path: name, find: $0) }
    }
  }

  /// Turns back what can be turned back, and notes what is left.
  mutating func clean(_ files: inout [String: [UInt8]], over base: [String: [UInt8]]) {
    let matching = FileMatching(old: base, new: files)
    let oldNames = Dictionary(matching.renamed.map { ($0.new, $0.old) }) { first, _ in first }
    for path in files.keys.sorted() {
      guard let bytes = files[path], bytes != base[path] else { continue }
      let old = base[path] ?? oldNames[path].flatMap { base[$0] }
      let text = RestoredText(bytes, path: path, since: old, words: words)
      files[path] = text.bytes
      restored += text.restored.map { LocalPlace(path: path, find: $0) }
      left += text.left.map { LocalPlace(path: path, find: $0) }
      if base[path] == nil {
        left += words.finds(in: Array(path.utf8)).map { LocalPlace(path: path, find: $0) }
      }
    }
  }
}

/// The errors and warnings that a kit has in one version and had not in another.
struct NewFaults: Sendable {
  /// What is new, in the order of files and places.
  let found: [Diagnostic]
  /// The grave ones.
  var errors: [Diagnostic] { found.filter { $0.severity == .error } }

  /// Checks both versions, each a mapping of paths to bytes.
  init(before: [String: [UInt8]], after: [String: [UInt8]]) {
    struct Key: Hashable {
      let rule: String, path: String?, message: String
    }
    func diagnostics(_ files: [String: [UInt8]]) -> [Diagnostic] {
      let admitted = KitFiles.admitting(
        files.sorted { $0.key < $1.key }.map { (path: $0.key, bytes: $0.value) })
      return admitted.diagnostics + Check.diagnostics(of: KitReading.read(admitted.files))
    }
    func key(_ diagnostic: Diagnostic) -> Key {
      Key(rule: diagnostic.rule, path: diagnostic.path, message: diagnostic.message)
    }
    var known: [Key: Int] = [:]
    for diagnostic in diagnostics(before) { known[key(diagnostic), default: 0] += 1 }
    found = diagnostics(after).filter { (diagnostic: Diagnostic) -> Bool in
      guard diagnostic.severity != .information else { return false }
      let count = known[key(diagnostic)] ?? 0
      known[key(diagnostic)] = count - 1
      return count <= 0
    }
  }
}

extension OfferError {
  init(_ problem: KitChoice.Problem) {
    switch problem {
    case .unknown(let name, let nearest): self = .unknownPart(name, nearest: nearest)
    case .unchanged(let name): self = .unchangedPart(name)
    case .notAlone(let name, let file): self = .partNotAlone(name, file: file)
    }
  }
}
