/// The result of merging two versions of a kit: files that are valid as they stand, and the questions left.
package struct MergedKit: Sendable {
  /// The files with ours at every question, by path.
  package let files: [String: [UInt8]]
  /// The questions, in the order of paths and places.
  package let clashes: [KitClash]
  /// What people should look at, by path.
  package let warnings: [(path: String, warning: MergeWarning)]

  let parts: [MergedFile]

  /// Whether nothing has to be decided.
  package var isClean: Bool { clashes.isEmpty }

  /// The path of the first file that these answers make unreadable, or in which they name a part twice; `nil` for none.
  package func unreadable(with answers: [String: ClashAnswer]) -> String? {
    for part in parts where !part.clashes.isEmpty {
      guard let (path, bytes) = part.answered(answers), let (_, before) = part.answered([:]) else { continue }
      let format = MergeFormat(path: path)
      guard format == .yaml || format == .markdown else { continue }
      if !ReadingCheck(format: format).isSound(bytes, ours: before) { return path }
      if format == .yaml, Self.repeatedParts(bytes) > Self.repeatedParts(before) { return path }
    }
    return nil
  }

  /// How many parts of a file have an address that another part has already, such as two blocks of one id.
  private static func repeatedParts(_ bytes: [UInt8]) -> Int {
    let places = DocumentPlaces(bytes, .yaml).all
    return places.count - Set(places.map(\.address)).count
  }

  /// The files with answers applied, by the clashes' addresses; ours stays where there is none.
  ///
  /// Where a side has no such file, its answer takes the file out; "both" of a removed file keeps it.
  package func answered(_ answers: [String: ClashAnswer]) -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for part in parts {
      if let (path, bytes) = part.answered(answers) { result[path] = bytes }
    }
    return result
  }
}

/// One file of a merged kit, as far as it is decided.
struct MergedFile: Sendable {
  /// How the file came about.
  enum Content: Sendable {
    /// Its bytes are settled.
    case settled([UInt8])
    /// Its parts were merged; questions inside carry the document's own addresses after the prefix.
    case document(MergedDocument, prefix: String)
    /// A side has to be chosen for the file as a whole, by the question's address.
    case choice(KitClash)
  }

  /// Where it stands; ours where both renamed it.
  let path: String
  let content: Content
  /// What our side calls the file; `nil` where it only arrives.
  let ourName: String?
  /// The question about its name, if there is one.
  var nameClash: KitClash?

  /// The questions that the file raises.
  var clashes: [KitClash] {
    let inside: [KitClash] =
      switch content {
      case .settled: []
      case .choice(let clash): [clash]
      case .document(let document, let prefix):
        document.clashes.map { clash in
          KitClash(
            path: path, address: prefix + clash.address, kind: .inside(clash.kind),
            texts: ThreeWay(base: clash.base, ours: clash.ours, theirs: clash.theirs),
            suggestion: clash.suggestion)
        }
      }
    return (nameClash.map { [$0] } ?? []) + inside
  }

  /// The file's path and bytes once the answers are applied; `nil` where they take it out.
  func answered(_ answers: [String: ClashAnswer]) -> (path: String, bytes: [UInt8])? {
    let bytes: [UInt8]? =
      switch content {
      case .settled(let bytes): bytes
      case .document(let document, let prefix):
        document.answered(
          Dictionary(
            document.clashes.compactMap { clash in
              answers[prefix + clash.address].map { (clash.address, $0) }
            }
          ) { first, _ in first })
      case .choice(let clash): chosen(answers[clash.address] ?? .ours, of: clash.texts)
      }
    guard let bytes, let name = name(answers) else { return nil }
    return (name, bytes)
  }

  private func chosen(_ answer: ClashAnswer, of texts: ThreeWay<[UInt8]?>) -> [UInt8]? {
    switch answer {
    case .ours: texts.ours
    case .theirs: texts.theirs
    case .both: texts.ours ?? texts.theirs
    case .words(let words): words
    }
  }

  /// The name that the answers give the file; `nil` where it has to stay out.
  private func name(_ answers: [String: ClashAnswer]) -> String? {
    guard let nameClash else { return path }
    let choice = chosen(answers[nameClash.address] ?? .ours, of: nameClash.texts)
    return choice.map { String(decoding: $0, as: UTF8.self) }
  }
}
