/// Merges lists of units: the part of the merge that knows documents.
///
/// Between units that both sides kept lie regions that at least one of them changed. A region that only one side
/// changed is that side's; the others are resolved slot by slot, and where that fails become one clash.
struct UnitMerge {
  let documents: ThreeWay<UnitDocument>
  let isWord: [Bool]
  let folded: [Int32]
  let sections: ThreeWay<SectionLookup>
  /// Why everything that both sides changed is to be asked; `nil` where the rules decide.
  var doubt: ClashKind?

  /// The same merge with the sides exchanged.
  var swapped: UnitMerge {
    UnitMerge(
      documents: documents.swapped, isWord: isWord, folded: folded, sections: sections.swapped, doubt: doubt)
  }

  var likeness: WordLikeness { WordLikeness(isWord: isWord, folded: folded) }

  /// Merges sibling units.
  ///
  /// - Parameter path: the address of what they stand in, `nil` for the blocks of Markdown, whose address is
  ///   their section's.
  /// - Parameter continuesLine: whether the units begin behind the dash of an entry.
  func merge(_ units: ThreeWay<[Unit]>, path: String?, continuesLine: Bool = false) -> [MergedPart] {
    let aligner = UnitAligner(likeness: likeness)
    let ours = aligner.align(units.base, in: documents.base, units.ours, in: documents.ours)
    let theirs = aligner.align(units.base, in: documents.base, units.theirs, in: documents.theirs)
    var level = LevelMerge(
      merge: self, units: units, ours: ours, theirs: theirs, path: path, continuesLine: continuesLine)
    return level.run()
  }

  // MARK: A unit that both sides kept

  /// Appends the merge of one unit's three versions.
  func append(_ unit: ThreeWay<Unit>, path: String?, to out: inout PartBuilder) {
    let gap = WhiteSpace.merged(
      ThreeWay(
        base: documents.base.bytes[unit.base.gap], ours: documents.ours.bytes[unit.ours.gap],
        theirs: documents.theirs.bytes[unit.theirs.gap]))
    let texts = ThreeWay(
      base: documents.base.bytes[unit.base.whole], ours: documents.ours.bytes[unit.ours.whole],
      theirs: documents.theirs.bytes[unit.theirs.whole])
    let startsInLine = startsInLine(unit.ours, documents.ours)
    if texts.theirs == texts.ours || texts.theirs == texts.base {
      out.append(gap: gap, texts.ours, indent: unit.ours.indent, startsInLine: startsInLine)
    } else if texts.ours == texts.base {
      out.append(
        gap: gap, texts.theirs, indent: unit.theirs.indent,
        startsInLine: self.startsInLine(unit.theirs, documents.theirs))
    } else if hasKids(unit) {
      appendNested(unit, gap: gap, path: path, to: &out)
    } else {
      switch mergeText(unit) {
      case .success(let bytes):
        out.append(gap: gap, bytes[...], indent: unit.ours.indent, startsInLine: startsInLine)
      case .failure(let kind):
        out.append(gap: gap, [], indent: 0, startsInLine: startsInLine)
        out.append(
          OpenClash(kind: kind, texts: texts.map { Array($0) }, address: address(of: unit.ours, path)))
      }
    }
  }

  /// Kids in all versions that have words, or none where a field was empty.
  private func hasKids(_ unit: ThreeWay<Unit>) -> Bool {
    !unit.ours.kids.isEmpty && !unit.theirs.kids.isEmpty
  }

  private func appendNested(
    _ unit: ThreeWay<Unit>, gap: ArraySlice<UInt8>, path: String?, to out: inout PartBuilder
  ) {
    let heads = ThreeWay(
      base: documents.base.bytes[unit.base.head], ours: documents.ours.bytes[unit.ours.head],
      theirs: documents.theirs.bytes[unit.theirs.head])
    guard let head = heads.settled ?? sameWords(unit, heads) else {
      let texts = ThreeWay(
        base: documents.base.bytes[unit.base.whole], ours: documents.ours.bytes[unit.ours.whole],
        theirs: documents.theirs.bytes[unit.theirs.whole])
      out.append(gap: gap, [], indent: 0, startsInLine: false)
      out.append(
        OpenClash(kind: .twoValues, texts: texts.map { Array($0) }, address: address(of: unit.ours, path)))
      return
    }
    out.append(
      gap: gap, head, indent: unit.ours.indent, startsInLine: startsInLine(unit.ours, documents.ours))
    let isBehindDash = head.last.map { $0 != 0x0A } ?? false
    out.append(merge(unit.map(\.kids), path: address(of: unit.ours, path), continuesLine: isBehindDash))
  }

  /// Two heads that differ in white space only are no two values.
  private func sameWords(_ unit: ThreeWay<Unit>, _ heads: ThreeWay<ArraySlice<UInt8>>) -> ArraySlice<UInt8>? {
    let words = ThreeWay(
      base: documents.base.numbers(unit.base.headWords), ours: documents.ours.numbers(unit.ours.headWords),
      theirs: documents.theirs.numbers(unit.theirs.headWords))
    if words.ours == words.theirs { return WhiteSpace.merged(heads) }
    return words.ours == words.base ? heads.theirs : words.theirs == words.base ? heads.ours : nil
  }

  /// Merges the texts of a unit that has nothing inside.
  func mergeText(_ unit: ThreeWay<Unit>) -> Result<[UInt8], ClashKind> {
    if let doubt, unit.ours.content != unit.theirs.content { return .failure(doubt) }
    if unit.ours.content == unit.theirs.content || isProse(unit) {
      if unit.base.kind == .row { return mergeRow(unit) }
      return prose(unit.map(\.whole), unit.map(\.words), isCode: unit.base.kind == .code)
    }
    // A field's value is one thing; white space may differ.
    if unit.ours.content == unit.base.content || unit.theirs.content == unit.base.content {
      return prose(unit.map(\.whole), unit.map(\.words))
    }
    return .failure(.twoValues)
  }

  private func isProse(_ unit: ThreeWay<Unit>) -> Bool {
    guard unit.ours.isYAML else { return true }
    return YAMLText.isProse(documents.ours.bytes[unit.ours.whole])
      && YAMLText.isProse(documents.theirs.bytes[unit.theirs.whole])
  }

  func prose(
    _ ranges: ThreeWay<Range<Int>>, _ words: ThreeWay<Range<Int>>, isCode: Bool = false,
    isJoined: Bool = false
  ) -> Result<[UInt8], ClashKind> {
    ProseMerge(isWord: isWord, isCode: isCode, isJoined: isJoined).merge(
      ThreeWay(
        base: text(documents.base, ranges.base, words.base),
        ours: text(documents.ours, ranges.ours, words.ours),
        theirs: text(documents.theirs, ranges.theirs, words.theirs)))
  }

  private func text(_ document: UnitDocument, _ range: Range<Int>, _ words: Range<Int>) -> ProseMerge.Text {
    ProseMerge.Text(bytes: document.bytes, range: range, words: document.words[words])
  }

  /// Merges a table row cell by cell.
  private func mergeRow(_ unit: ThreeWay<Unit>) -> Result<[UInt8], ClashKind> {
    let cells = ThreeWay(
      base: cells(unit.base, documents.base), ours: cells(unit.ours, documents.ours),
      theirs: cells(unit.theirs, documents.theirs))
    guard cells.base.count == cells.ours.count, cells.base.count == cells.theirs.count else {
      return .failure(.tableColumns)
    }
    return prose(unit.map(\.whole), unit.map(\.words))
  }

  private func cells(_ unit: Unit, _ document: UnitDocument) -> [Range<Int>] {
    TableCells.ranges(in: document.bytes, row: unit.whole)
  }

  func startsInLine(_ unit: Unit, _ document: UnitDocument) -> Bool {
    unit.whole.lowerBound > 0 && document.bytes[unit.whole.lowerBound - 1] != 0x0A
  }

  /// The address of a unit of ours inside the document.
  func address(of unit: Unit, _ path: String?) -> String {
    if unit.kind == .frontMatter { return "" }
    guard let path else { return sections.ours.address(at: unit.whole.lowerBound) }
    return YAMLAddress.address(of: unit, in: documents.ours.bytes, under: path)
  }

  /// The address of a unit of the base that ours has not.
  func address(ofBase unit: Unit, _ path: String?) -> String {
    if unit.kind == .frontMatter { return "" }
    guard let path else { return sections.base.address(at: unit.whole.lowerBound) }
    return YAMLAddress.address(of: unit, in: documents.base.bytes, under: path)
  }
}
