/// Numbers the items of a merged list anew, where both sides had counted them.
///
/// Only lists that were counted in a row on both sides are touched, so that what somebody wrote on purpose stays.
struct ListNumbers {
  /// Whether each item's list is counted in a row, by the item's text.
  private typealias Known = [ArraySlice<UInt8>: Bool]

  let documents: ThreeWay<UnitDocument>

  /// The parts with lists that count in a row; questions stay as they are.
  func applied(to parts: [MergedPart]) -> [MergedPart] {
    var text: [UInt8] = []
    var settled: [Range<Int>] = []
    for part in parts {
      let start = text.count
      switch part {
      case .settled(let bytes): text += bytes
      case .clash(let clash): text += clash.texts.ours
      case .moved: break
      }
      if case .settled = part { settled.append(start..<text.count) } else { settled.append(start..<start) }
    }
    let changes = self.changes(text).filter { change in
      change.places.allSatisfy { place in settled.contains { $0.contains(place.lowerBound) } }
    }
    let all = changes.flatMap { Array(zip($0.places, $0.numbers)) }.sorted {
      $0.0.lowerBound > $1.0.lowerBound
    }
    guard !all.isEmpty else { return parts }
    return zip(parts, settled).map { part, range in
      guard case .settled(var bytes) = part else { return part }
      for (place, number) in all where range.contains(place.lowerBound) {
        let start = range.lowerBound
        bytes.replaceSubrange(place.lowerBound - start..<place.upperBound - start, with: number)
      }
      return .settled(bytes)
    }
  }

  /// The numbers of the lists that no longer count in a row, and where they stand.
  private func changes(_ text: [UInt8]) -> [(places: [Range<Int>], numbers: [[UInt8]])] {
    let runs = ListRun.all(in: text).filter { $0.isNumbered && !$0.isCounted && $0.items.count >= 2 }
    guard !runs.isEmpty else { return [] }
    let (mine, other) = (known(documents.ours), known(documents.theirs))
    return runs.compactMap { run in
      func wasCounted(_ known: Known) -> Bool {
        let lists = run.items.compactMap { known[text[$0.text]] }
        return !lists.isEmpty && lists.allSatisfy { $0 }
      }
      guard let first = run.items.first?.number, wasCounted(mine), wasCounted(other) else { return nil }
      let numbers = run.items.indices.map { Array(String(first + $0).utf8) }
      // A wider number would part the item from what is set in below it.
      let fits = zip(run.items, numbers).allSatisfy { $0.mark.count == $1.count || !$0.hasMore }
      return fits ? (run.items.map(\.mark), numbers) : nil
    }
  }

  private func known(_ document: UnitDocument) -> Known {
    var known: Known = [:]
    for run in ListRun.all(in: document.bytes) {
      for item in run.items { known[document.bytes[item.text]] = run.isCounted }
    }
    return known
  }
}
