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

  /// The base with these texts as its parts.
  func applied(to base: [UInt8], placedAs ours: [UInt8]) -> [UInt8] {
    let (places, others) = (DocumentPlaces(base, format).all, DocumentPlaces(ours, format).all)
    var changes: [(range: Range<Int>, text: [UInt8])] = []
    for (address, text) in texts {
      guard let range = range(of: address, among: places, placedAs: others) else { continue }
      changes.append(fitted(range, text.last == 0x0A || text.isEmpty ? text : text + [0x0A], base))
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

  /// Between sections stays one blank line, whether one comes or goes.
  private func fitted(
    _ range: Range<Int>, _ text: [UInt8], _ base: [UInt8]
  ) -> (range: Range<Int>, text: [UInt8]) {
    guard format == .markdown else { return (range, text) }
    var start = range.lowerBound
    func isBlank(before place: Int) -> Bool {
      place > 1 && base[place - 1] == 0x0A && base[place - 2] == 0x0A
    }
    if text.isEmpty {
      while isBlank(before: start) { start -= 1 }
      return (start..<range.upperBound, text)
    }
    let isJoined = range.isEmpty && start > 0 && !isBlank(before: start) && text.first == UInt8(ascii: "#")
    return (range, isJoined ? [0x0A] + text : text)
  }

  /// Where a part stands in the base, or the empty place where it would.
  private func range(
    of address: String, among places: [DocumentPlaces.Place], placedAs others: [DocumentPlaces.Place]
  ) -> Range<Int>? {
    if let place = places.first(where: { $0.address == address }) { return place.range }
    guard let index = others.firstIndex(where: { $0.address == address }) else { return nil }
    let parent = others[index].parent
    func known(_ other: DocumentPlaces.Place) -> DocumentPlaces.Place? {
      other.parent == parent ? places.first { $0.address == other.address } : nil
    }
    if let before = others[..<index].reversed().lazy.compactMap(known).first {
      return before.range.upperBound..<before.range.upperBound
    }
    let after = others[(index + 1)...].lazy.compactMap(known).first
    return after.map { $0.range.lowerBound..<$0.range.lowerBound }
  }
}
