/// The three-way merge of whole kits: files added, removed, renamed and changed on either side.
package struct KitMerge {
  private let lineMerge: LineMergeFunction
  /// Addresses that several files would have, such as a picture and the text beside it.
  private var shared: Set<String> = []

  /// - Parameter lineMerge: git's line merge; KitCore knows nothing of git.
  package init(lineMerge: @escaping LineMergeFunction) {
    self.lineMerge = lineMerge
  }

  /// Merges three versions, each a mapping of paths to bytes. Never fails; what needs a person is a question.
  package func merge(_ kits: ThreeWay<[String: [UInt8]]>) -> MergedKit {
    var merge = self
    merge.shared = Self.sharedAddresses(kits)
    return merge.mergeFiles(kits)
  }

  private func mergeFiles(_ kits: ThreeWay<[String: [UInt8]]>) -> MergedKit {
    var parts = FileFate.all(in: kits).compactMap { merge($0, kits) }
    NameMeetings.settle(&parts)
    var files: [String: [UInt8]] = [:]
    var warnings: [(path: String, warning: MergeWarning)] = []
    for part in parts {
      if let (path, bytes) = part.answered([:]) { files[path] = bytes }
      if case .document(let document, _) = part.content {
        warnings += document.warnings.map { (part.path, $0) }
      }
    }
    return MergedKit(files: files, clashes: parts.flatMap(\.clashes), warnings: warnings, parts: parts)
  }

  private func merge(_ fate: FileFate, _ kits: ThreeWay<[String: [UInt8]]>) -> MergedFile? {
    let texts = ThreeWay(
      base: fate.base.flatMap { kits.base[$0] }, ours: fate.ours.flatMap { kits.ours[$0] },
      theirs: fate.theirs.flatMap { kits.theirs[$0] })
    switch (texts.base, texts.ours, texts.theirs) {
    case (_, nil, nil): return nil
    case (nil, let ours?, nil):
      return fate.ours.map { MergedFile(path: $0, content: .settled(ours), ourName: $0) }
    case (nil, nil, let theirs?):
      return fate.theirs.map { MergedFile(path: $0, content: .settled(theirs), ourName: nil) }
    case (let base?, let ours?, let theirs?):
      return both(fate, ThreeWay(base: base, ours: ours, theirs: theirs))
    case (nil, let ours?, let theirs?): return addedTwice(fate, ours, theirs)
    case (let base?, let ours?, nil): return removed(fate, base, edited: ours, texts)
    case (let base?, nil, let theirs?): return removed(fate, base, edited: theirs, texts)
    }
  }

  /// The merge of a file with this path.
  func document(for path: String) -> DocumentMerge {
    DocumentMerge(MergeFormat(path: path), lineMerge: lineMerge)
  }

  /// What people call the file in a question; its path where the address would not tell it from another file.
  private func address(of path: String) -> String {
    guard let address = KitPart(path: path).address, !shared.contains(address) else { return path }
    return address
  }

  private static func sharedAddresses(_ kits: ThreeWay<[String: [UInt8]]>) -> Set<String> {
    var seen: Set<String> = []
    var shared: Set<String> = []
    for path in Set(kits.ours.keys).union(kits.theirs.keys) {
      guard let address = KitPart(path: path).address else { continue }
      if !seen.insert(address).inserted { shared.insert(address) }
    }
    return shared
  }

  /// Both sides still have the file, perhaps under other names.
  private func both(_ fate: FileFate, _ texts: ThreeWay<[UInt8]>) -> MergedFile? {
    guard let base = fate.base, let ours = fate.ours, let theirs = fate.theirs else { return nil }
    let names = ThreeWay(base: base, ours: ours, theirs: theirs)
    let path = names.settled ?? ours
    let document = document(for: path).merge(texts)
    let address = address(of: path)
    var file = MergedFile(
      path: path,
      content: document.isClean && document.warnings.isEmpty
        ? .settled(document.bytes) : .document(document, prefix: address), ourName: ours)
    if names.settled == nil {
      file.nameClash = KitClash(
        path: path, address: address + "@name", kind: .fileRenamedTwice,
        texts: names.map { Array($0.utf8) }, suggestion: nil)
    }
    return file
  }

  private func addedTwice(_ fate: FileFate, _ ours: [UInt8], _ theirs: [UInt8]) -> MergedFile? {
    guard let path = fate.ours else { return nil }
    if ours == theirs { return MergedFile(path: path, content: .settled(ours), ourName: path) }
    return MergedFile(
      path: path,
      content: .choice(
        KitClash(
          path: path, address: address(of: path), kind: .fileAddedTwice,
          texts: ThreeWay(base: nil, ours: ours, theirs: theirs), suggestion: nil)), ourName: path)
  }

  /// One side took the file out: it goes where the other left it alone, and is a question where not.
  private func removed(
    _ fate: FileFate, _ base: [UInt8], edited: [UInt8], _ texts: ThreeWay<[UInt8]?>
  ) -> MergedFile? {
    guard let path = fate.ours ?? fate.theirs, !Self.isSpacing(base, edited) else { return nil }
    return MergedFile(
      path: path,
      content: .choice(
        KitClash(
          path: path, address: address(of: path), kind: .fileRemovedAndEdited, texts: texts,
          suggestion: nil)), ourName: fate.ours)
  }

  /// Whether two versions differ in white space at most.
  private static func isSpacing(_ base: [UInt8], _ edited: [UInt8]) -> Bool {
    func words(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 > 0x20 } }
    return base == edited || words(base) == words(edited)
  }
}
