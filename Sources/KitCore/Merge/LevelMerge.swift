/// Merges one list of siblings: finds the regions that changed and gives each to the resolver.
struct LevelMerge {
  let merge: UnitMerge
  let units: ThreeWay<[Unit]>
  let ours: UnitAlignment
  let theirs: UnitAlignment
  let path: String?

  let continuesLine: Bool

  private var out = PartBuilder()
  private var travels = Travels()
  /// The clash of a region that holds something which moved or stands twice.
  private var entangled: ClashKind?
  /// The base units from the first to the last region that hold such things.
  private var travelSpan: Range<Int>?
  private var isAgain = false

  init(
    merge: UnitMerge, units: ThreeWay<[Unit]>, ours: UnitAlignment, theirs: UnitAlignment, path: String?,
    continuesLine: Bool
  ) {
    (self.merge, self.units, self.ours, self.theirs, self.path) = (merge, units, ours, theirs, path)
    self.continuesLine = continuesLine
  }

  /// The merged list.
  mutating func run() -> [MergedPart] {
    travels = TravelFinder(level: self).find()
    if !travels.isEmpty { entangled = merge.doubt }
    if !travels.torn.isEmpty { entangled = entangled ?? .deletedAndEdited }
    let mark: [MergedPart] = travels.isEmpty ? [] : [.moved]
    let parts = mergeRegions()
    guard entangled != nil else { return mark + parts }
    // A part cannot be in question at one place and settled at another: all places are one question.
    isAgain = true
    return mark + mergeRegions()
  }

  private mutating func mergeRegions() -> [MergedPart] {
    out = PartBuilder(continuesLine: continuesLine)
    var from = ThreeWay(base: 0, ours: 0, theirs: 0)
    for index in 0...units.base.count {
      let isEnd = index == units.base.count
      let (mine, other) =
        isEnd ? (units.ours.count, units.theirs.count) : (ours.side[index], theirs.side[index])
      guard mine >= 0, other >= 0, isEnd || !joinsRegion(index), !isInSpan(index) else { continue }
      appendRegion(
        Region(base: from.base..<index, ours: from.ours..<mine, theirs: from.theirs..<other))
      if isEnd { break }
      let unit = ThreeWay(base: units.base[index], ours: units.ours[mine], theirs: units.theirs[other])
      merge.append(unit, path: path, to: &out)
      from = ThreeWay(base: index + 1, ours: mine + 1, theirs: other + 1)
    }
    return out.finish()
  }

  /// Whether a text that both kept but cannot be merged by itself had better be merged with what stands around:
  /// paragraphs were joined or parted.
  private func joinsRegion(_ index: Int) -> Bool {
    let (mine, other) = (ours.side[index], theirs.side[index])
    let unit = ThreeWay(base: units.base[index], ours: units.ours[mine], theirs: units.theirs[other])
    guard unit.base.isText, unit.ours.isText, unit.theirs.isText,
      unit.ours.content != unit.base.content, unit.theirs.content != unit.base.content,
      unit.ours.content != unit.theirs.content
    else { return false }
    let region = around(index)
    guard region.base.count + region.ours.count + region.theirs.count > 3 else { return false }
    if case .success = merge.mergeText(unit) { return false }
    return RegionResolver(level: self, region: region, travels: travels).joinedProse() != nil
  }

  /// The unit with what changed on either side of it.
  private func around(_ index: Int) -> Region {
    func isKept(_ index: Int) -> Bool { ours.side[index] >= 0 && theirs.side[index] >= 0 }
    var (low, high) = (index, index + 1)
    while low > 0, !isKept(low - 1) { low -= 1 }
    while high < units.base.count, !isKept(high) { high += 1 }
    let start = low == 0 ? (0, 0) : (ours.side[low - 1] + 1, theirs.side[low - 1] + 1)
    let end =
      high == units.base.count ? (units.ours.count, units.theirs.count) : (ours.side[high], theirs.side[high])
    return Region(base: low..<high, ours: start.0..<end.0, theirs: start.1..<end.1)
  }

  /// Appends what a region becomes.
  private mutating func appendRegion(_ region: Region) {
    guard !region.isEmpty else { return }
    let resolver = RegionResolver(level: self, region: region, travels: travels)
    if isAgain, let entangled, let travelSpan, region.base.lowerBound == travelSpan.lowerBound,
      resolver.hasTravels
    {
      out.append(resolver.clash(entangled))
      return
    }
    if resolver.hasTravels, !isAgain { note(region) }
    do throws(OpenClash) {
      let parts = try resolver.resolve()
      out.append(parts)
      if parts.isEmpty { out.owe(resolver.owedGap) }
    } catch {
      if resolver.hasTravels { entangled = entangled ?? error.kind }
      out.append(error)
    }
  }

  private mutating func note(_ region: Region) {
    let low = min(travelSpan?.lowerBound ?? region.base.lowerBound, region.base.lowerBound)
    travelSpan = low..<max(travelSpan?.upperBound ?? low, region.base.upperBound)
  }

  /// Whether a unit lies between places that are one question.
  private func isInSpan(_ index: Int) -> Bool {
    guard isAgain, let travelSpan else { return false }
    return travelSpan.contains(index)
  }

  /// The bytes of neighbouring units, with the gap before the first.
  func bytes(_ units: [Unit], _ range: Range<Int>, _ document: UnitDocument) -> [UInt8] {
    guard let last = range.last else { return [] }
    let first = units[range.lowerBound]
    return Array(document.bytes[first.gap.lowerBound..<first.gap.upperBound])
      + Array(document.bytes[first.whole.lowerBound..<units[last].whole.upperBound])
  }
}
