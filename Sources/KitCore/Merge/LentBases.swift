extension DocumentMerge {
  /// Merges three versions whose parts may have bases of their own.
  ///
  /// Where upstream took something that this group had offered, perhaps reworded, the offered text is the base of that
  /// part: taking it back is then no clash.
  ///
  /// - Parameter bases: texts by the address of a part, as clashes have it: `#setting-up`, `.title`, `#welcome.minutes`.
  ///   A part that the base has not is put where ours has it; an address that nobody knows is left out.
  package func merge(_ texts: ThreeWay<[UInt8]>, bases: [String: [UInt8]]) -> MergedDocument {
    guard !bases.isEmpty, canBeRead(texts) else { return merge(texts) }
    var texts = texts
    texts.base = LentBases(texts: bases, format: format).applied(to: texts.base, placedAs: texts.ours)
    return merge(texts)
  }
}

/// Puts other texts in the place of parts of a base.
struct LentBases {
  let texts: [String: [UInt8]]
  let format: MergeFormat

  /// A part of a document that has an address.
  private struct Place {
    let address: String
    let range: Range<Int>
    let parent: String
  }

  /// The base with these texts as its parts.
  func applied(to base: [UInt8], placedAs ours: [UInt8]) -> [UInt8] {
    let (places, others) = (self.places(in: base), self.places(in: ours))
    var changes: [(range: Range<Int>, text: [UInt8])] = []
    for (address, text) in texts {
      guard let range = range(of: address, among: places, placedAs: others) else { continue }
      changes.append((range, text.last == 0x0A || text.isEmpty ? text : text + [0x0A]))
    }
    var result = base
    var end = base.count + 1
    for change in changes.sorted(by: { $0.range.lowerBound > $1.range.lowerBound })
    where change.range.upperBound <= end {  // of a part and a part inside it, one
      result.replaceSubrange(change.range, with: change.text)
      end = change.range.lowerBound
    }
    return result
  }

  /// Where a part stands in the base, or the empty place where it would.
  private func range(of address: String, among places: [Place], placedAs others: [Place]) -> Range<Int>? {
    if let place = places.first(where: { $0.address == address }) { return place.range }
    guard let index = others.firstIndex(where: { $0.address == address }) else { return nil }
    let parent = others[index].parent
    func known(_ other: Place) -> Place? {
      other.parent == parent ? places.first { $0.address == other.address } : nil
    }
    if let before = others[..<index].reversed().lazy.compactMap(known).first {
      return before.range.upperBound..<before.range.upperBound
    }
    let after = others[(index + 1)...].lazy.compactMap(known).first
    return after.map { $0.range.lowerBound..<$0.range.lowerBound }
  }

  private func places(in bytes: [UInt8]) -> [Place] {
    var lexicon = Lexicon()
    let document = UnitReader.read(bytes, format, &lexicon)
    var places: [Place] = []
    for unit in document.units {
      if format == .yaml { add(unit, under: "", bytes, to: &places) }
      for kid in unit.kids where unit.kind == .frontMatter { add(kid, under: "", bytes, to: &places) }
    }
    guard format == .markdown else { return places }
    return places
      + MarkdownDocument(bytes).sections.map {
        Place(address: "#" + $0.slug, range: $0.ownRange, parent: "#")
      }
  }

  private func add(_ unit: Unit, under path: String, _ bytes: [UInt8], to places: inout [Place]) {
    let address = YAMLAddress.address(of: unit, in: bytes, under: path)
    guard address != path else { return }
    places.append(Place(address: address, range: unit.whole, parent: path))
    for kid in unit.kids { add(kid, under: address, bytes, to: &places) }
  }
}
