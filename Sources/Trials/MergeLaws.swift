package import KitCore

/// The laws of the merge, each checked on documents made up from a seed.
package struct MergeLaws {
  /// A law that did not hold.
  package struct Breach: Sendable, CustomStringConvertible {
    package let law: String
    package let seed: UInt64
    package let texts: ThreeWay<String>
    package let result: String

    package var description: String {
      "\(law) (seed \(seed))\n--- base\n\(texts.base)\n--- ours\n\(texts.ours)\n--- theirs\n\(texts.theirs)\n--- result\n\(result)"
    }
  }

  private let lineMerge: LineMergeFunction

  /// Laws of merges with this line merge first; one that always answers `nil` leaves all to the units.
  package init(lineMerge: @escaping LineMergeFunction) {
    self.lineMerge = lineMerge
  }

  /// How many merges one seed makes.
  package static let mergesPerSeed = 4

  /// Whether what one seed makes merges cleanly, and merging the result again asks all the same.
  ///
  /// That is no breach: `Merge.md` says why it cannot be avoided. The benchmark tells how often it is so.
  package func asksAgain(seed: UInt64) -> Bool {
    var maker = MergeGenerator(seed: seed)
    let base = seed % 2 == 0 ? maker.plan() : maker.guide()
    let ours = maker.edited(base, by: "o", edits: 1 + Int(seed % 7))
    let theirs = maker.edited(base, by: "t", edits: 1 + Int(seed % 7))
    let merge = DocumentMerge(MergeFormat(path: base.path), lineMerge: lineMerge)
    let result = merge.merge(ThreeWay(base: base.bytes, ours: ours.bytes, theirs: theirs.bytes))
    guard result.isClean else { return false }
    return !merge.merge(ThreeWay(base: base.bytes, ours: result.bytes, theirs: theirs.bytes)).isClean
  }

  /// Checks all laws on what one seed makes.
  package func breaches(seed: UInt64) -> [Breach] {
    var maker = MergeGenerator(seed: seed)
    let isPlan = seed % 2 == 0
    let base = isPlan ? maker.plan() : maker.guide()
    var found: [Breach] = []
    let edits = 1 + Int(seed % 7)
    let ours = maker.edited(base, by: "o", edits: edits)
    let theirs = maker.edited(base, by: "t", edits: edits)
    found += checkAny(base, ours, theirs, seed)
    let apart = maker.rewordedApart(base)
    found += checkClean("edits to different parts never clash", base, apart.0, apart.1, seed)
    if isPlan {
      let moved = maker.reordered(base)
      found += checkClean("a reordered plan takes the other side's edits along", base, moved.0, moved.1, seed)
      let fields = maker.fieldsApart(base)
      found += checkClean("minutes, materials and notes merge apart", base, fields.0, fields.1, seed)
    }
    return found
  }

  // MARK: Laws of any merge

  private func checkAny(
    _ base: MergeTrialText, _ ours: MergeTrialText, _ theirs: MergeTrialText, _ seed: UInt64
  ) -> [Breach] {
    let merge = DocumentMerge(MergeFormat(path: base.path), lineMerge: lineMerge)
    let texts = ThreeWay(base: base.bytes, ours: ours.bytes, theirs: theirs.bytes)
    let result = merge.merge(texts)
    var broken: [String] = []
    if merge.merge(ThreeWay(base: texts.base, ours: texts.base, theirs: texts.theirs)).bytes != texts.theirs {
      broken.append("an unchanged side gives way")
    }
    if merge.merge(ThreeWay(base: texts.base, ours: texts.ours, theirs: texts.ours)).bytes != texts.ours {
      broken.append("the same change twice is one")
    }
    broken += faults(texts, result)
    if result.answered([:]) != result.bytes { broken.append("unanswered questions keep ours") }
    let swapped = merge.merge(texts.swapped)
    if swapped.clashes.count != result.clashes.count {
      broken.append("sides swapped give the same clashes")
    } else if result.isClean, words(swapped.bytes).sorted() != words(result.bytes).sorted() {
      broken.append("sides swapped give the same words")
    }
    if result.isClean {
      let again = merge.merge(ThreeWay(base: texts.base, ours: result.bytes, theirs: texts.theirs))
      if again.isClean, again.bytes != result.bytes, again.warnings.isEmpty {
        broken.append("merging the result again changes nothing, or asks")
      }
    }
    if base.isPlan, (try? YAMLDocument.read(result.bytes, options: .any)) == nil {
      broken.append("the result can be read")
    }
    return broken.map { breach($0, seed, texts, result) }
  }

  // MARK: Laws of edits that keep out of each other's way

  private func checkClean(
    _ law: String, _ base: MergeTrialText, _ ours: MergeTrialText, _ theirs: MergeTrialText, _ seed: UInt64
  ) -> [Breach] {
    let merge = DocumentMerge(MergeFormat(path: base.path), lineMerge: lineMerge)
    let texts = ThreeWay(base: base.bytes, ours: ours.bytes, theirs: theirs.bytes)
    let result = merge.merge(texts)
    var broken = faults(texts, result)
    if !result.isClean { broken.append(law) }
    return broken.map { breach($0, seed, texts, result) }
  }

  /// What is wrong with the words of a result.
  private func faults(_ texts: ThreeWay<[UInt8]>, _ result: MergedDocument) -> [String] {
    WordAccount(texts, result).faults
  }

  private func breach(
    _ law: String, _ seed: UInt64, _ texts: ThreeWay<[UInt8]>, _ result: MergedDocument
  ) -> Breach {
    Breach(
      law: law, seed: seed, texts: texts.map { String(decoding: $0, as: UTF8.self) },
      result: String(decoding: result.withMarkers(), as: UTF8.self))
  }

  private func words(_ bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

/// The words that must and must not be in a result, by words that were coined once.
private struct WordAccount {
  private(set) var faults: [String] = []

  init(_ texts: ThreeWay<[UInt8]>, _ result: MergedDocument) {
    let (base, ours, theirs) = (coined(texts.base), coined(texts.ours), coined(texts.theirs))
    let text = coined(result.bytes)
    var open: Set<String> = []
    for clash in result.clashes {
      for version in [clash.base, clash.ours, clash.theirs] { open.formUnion(coined(version).keys) }
    }
    for word in Set(ours.keys).union(theirs.keys) where base[word] == nil {
      if text[word] == nil, !open.contains(word) {
        faults.append("what a side puts in is there or in question: \(word)")
      }
    }
    for word in base.keys where ours[word] == nil || theirs[word] == nil {
      if text[word] != nil, !open.contains(word) {
        faults.append("what a side takes out does not come back: \(word)")
      }
    }
    for word in base.keys where ours[word] != nil && theirs[word] != nil {
      if text[word] == nil, !open.contains(word) { faults.append("what both keep stays: \(word)") }
    }
    let told = Set(result.warnings.flatMap { coined(Array($0.text.utf8)).keys })
    for (word, count) in text
    where count > max(base[word] ?? 1, 1) && !open.contains(word) && !told.contains(word) {
      faults.append("nothing is doubled: \(word)")
    }
  }

  /// How often each coined word stands in a text.
  private func coined(_ bytes: [UInt8]) -> [String: Int] {
    var counts: [String: Int] = [:]
    let words = String(decoding: bytes, as: UTF8.self).split { !$0.isLetter && !$0.isNumber }
    for word in words where word.hasSuffix("word") { counts[String(word), default: 0] += 1 }
    return counts
  }
}
