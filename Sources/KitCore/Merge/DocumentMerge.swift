/// Git's line merge of three texts: the merged bytes, or `nil` where it stops.
package typealias LineMergeFunction = (_ base: [UInt8], _ ours: [UInt8], _ theirs: [UInt8]) -> [UInt8]?

/// The three-way merge of one document.
///
/// Lines first: where git's own line merge is clean, its bytes stand. Else the document is merged by its units,
/// and what cannot be brought together safely becomes a clash, with ours in place. `Merge.md` has the rules.
package struct DocumentMerge {
  let format: MergeFormat
  private let lineMerge: LineMergeFunction

  /// Larger files are merged by lines only.
  private static let sizeLimit = 16 << 20

  /// A merge of documents of one format.
  ///
  /// - Parameter lineMerge: git's line merge; KitCore knows nothing of git.
  package init(_ format: MergeFormat, lineMerge: @escaping LineMergeFunction) {
    (self.format, self.lineMerge) = (format, lineMerge)
  }

  /// Merges three versions. Never fails: what cannot be read is a clash of the whole file.
  package func merge(_ texts: ThreeWay<[UInt8]>) -> MergedDocument {
    merge(texts, isFirst: true)
  }

  /// - Parameter isFirst: whether a clean result in which something moved is merged once more, to see that it stays.
  private func merge(_ texts: ThreeWay<[UInt8]>, isFirst: Bool) -> MergedDocument {
    if let settled = texts.settled { return MergedDocument(clean: settled) }
    guard format != .whole, !isBinary(texts.base), !isBinary(texts.ours), !isBinary(texts.theirs) else {
      return MergedDocument(wholeFile: texts, kind: .wholeFile)
    }
    let isStructured = canBeRead(texts)
    if let lines = lineMerge(texts.base, texts.ours, texts.theirs), !isStructured || isSound(lines, texts) {
      let warnings = DoubledText.find(in: lines, of: texts)
      return MergedDocument(clean: lines, warnings: warnings)
    }
    guard isStructured else { return MergedDocument(wholeFile: texts, kind: .lines) }
    if let held = held(texts) { return MergedDocument(clean: held) }
    return mergeUnits(texts, isFirst: isFirst)
  }

  /// The version of the side that has already all that the other changed.
  private func held(_ texts: ThreeWay<[UInt8]>) -> [UInt8]? {
    let changes = HeldChanges(texts)
    if changes.isAll { return texts.ours }
    return changes.swapped.isAll ? texts.theirs : nil
  }

  private func isSound(_ lines: [UInt8], _ texts: ThreeWay<[UInt8]>) -> Bool {
    ReadingCheck(format: format).isSound(lines, ours: texts.ours)
      && NamedPartsCheck(texts, format).objection(to: lines) == nil
      && !ReturnedLines.isAny(in: lines, of: texts)
  }

  private func isBinary(_ bytes: [UInt8]) -> Bool {
    bytes.prefix(8000).contains(0)
  }

  func canBeRead(_ texts: ThreeWay<[UInt8]>) -> Bool {
    guard format == .markdown || format == .yaml else { return false }
    return [texts.base, texts.ours, texts.theirs].allSatisfy {
      $0.count <= Self.sizeLimit && String(validating: $0, as: UTF8.self) != nil
    }
  }

  private func mergeUnits(_ texts: ThreeWay<[UInt8]>, isFirst: Bool) -> MergedDocument {
    let forms = texts.map { TextForm(of: $0) }
    let form = TextForm(merging: forms)
    let plain = ThreeWay(
      base: forms.base.plain(texts.base), ours: forms.ours.plain(texts.ours),
      theirs: forms.theirs.plain(texts.theirs))
    var lexicon = Lexicon()
    let documents = plain.map { UnitReader.read($0, format, &lexicon) }
    var merge = UnitMerge(
      documents: documents, isWord: lexicon.isWord, folded: lexicon.folded,
      sections: documents.map { SectionLookup($0, isMarkdown: format == .markdown) })
    let trial = MergeTrial(
      safety: MergeSafety(format: format, documents: documents, lexicon: lexicon),
      named: NamedPartsCheck(texts, format), form: form)
    let parts = parts(of: merge)
    var objection = trial.objection(to: parts)
    if objection == nil, parts.hasMoves {
      // What moved may be found at one place or at another: it must not depend on whose side is whose.
      let mirrored = self.parts(of: merge.swapped)
      let isEven =
        mirrored.clashCount == parts.clashCount && trial.swapped(texts).objection(to: mirrored) == nil
      objection = isEven ? nil : .movedToTwoPlaces
    }
    if objection == nil {
      let isMarkdown = format == .markdown
      let result = trial.document(
        isMarkdown ? ListNumbers(documents: documents).applied(to: parts) : parts, texts)
      guard isFirst, parts.hasMoves, result.isClean else { return result }
      let again = self.merge(
        ThreeWay(base: texts.base, ours: result.bytes, theirs: texts.theirs), isFirst: false)
      if !again.isClean || again.bytes == result.bytes { return result }
      objection = .movedToTwoPlaces
    }
    // What the last look objects to is merged again with less trust: whatever both changed is then a question.
    merge.doubt = objection == .movedToTwoPlaces ? .movedToTwoPlaces : .wordsOutOfBalance
    let questions = self.parts(of: merge)
    if let objection = trial.objection(to: questions, checksWords: !questions.hasClash) {
      return MergedDocument(wholeFile: texts, kind: objection)
    }
    return trial.document(questions, texts)
  }

  private func parts(of merge: UnitMerge) -> [MergedPart] {
    let documents = merge.documents
    var out = PartBuilder()
    out.append(merge.merge(documents.map(\.units), path: format == .yaml ? "" : nil))
    out.append(
      WhiteSpace.merged(
        ThreeWay(
          base: documents.base.bytes[documents.base.tail], ours: documents.ours.bytes[documents.ours.tail],
          theirs: documents.theirs.bytes[documents.theirs.tail])))
    return out.finish()
  }
}
