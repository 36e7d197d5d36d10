/// Parts of a kit that a merge leaves as our side has them, whatever the other side did to them.
package struct HeldParts: Sendable {
  /// The parts, as addresses of files, of blocks, sections and fields, or as paths.
  package let addresses: [String]

  /// Parts by their addresses; of an address that no file has nothing is held.
  package init(_ addresses: [String]) {
    self.addresses = addresses
  }

  /// Whether something in the file with this path may be held, so that it must be looked into.
  package func mayTouch(_ path: String) -> Bool {
    addresses.contains { Self.inside($0, path) != nil }
  }

  /// The versions with the other side's text of these parts as it was in the base, and the parts in which the other
  /// side had changed something, in the order of ``addresses``.
  package func applied(
    to kits: ThreeWay<[String: [UInt8]]>
  ) -> (kits: ThreeWay<[String: [UInt8]]>, changed: [String]) {
    guard !addresses.isEmpty else { return (kits, []) }
    let renamed = FileMatching(old: kits.base, new: kits.theirs).renamed
    let newNames = Dictionary(renamed.map { ($0.old, $0.new) }) { first, _ in first }
    var result = kits
    var changed: [String] = []
    for address in addresses {
      var isChanged = false
      for path in Set(kits.base.keys).union(kits.theirs.keys).union(kits.ours.keys).sorted() {
        guard let inside = Self.inside(address, path) else { continue }
        if let name = newNames[path], kits.theirs[path] == nil {
          isChanged = true
          if !inside.isEmpty {
            result.theirs[name] = Self.held(inside, base: kits.base[path], result.theirs[name], path)
            continue
          }
          // A file that is held as a whole keeps its name, too.
          result.theirs[name] = nil
        }
        let before = result.theirs[path]
        result.theirs[path] =
          kits.base[path] == nil && kits.ours[path] != nil
          ? nil : Self.held(inside, base: kits.base[path], before, path)
        isChanged = isChanged || result.theirs[path] != before
      }
      if isChanged { changed.append(address) }
    }
    return (result, changed)
  }

  /// What of an address is inside the file with a path: empty for the whole file, `#welcome.minutes`; `nil` where the
  /// address is about another file.
  private static func inside(_ address: String, _ path: String) -> String? {
    for name in [KitPart(path: path).address, path].compactMap({ $0 }) where address.hasPrefix(name) {
      let rest = address.dropFirst(name.count)
      if rest.isEmpty || rest.hasPrefix("#") || rest.hasPrefix(".") { return String(rest) }
    }
    return nil
  }

  /// The other side's file as if it had not touched the part.
  private static func held(
    _ inside: String, base: [UInt8]?, _ theirs: [UInt8]?, _ path: String
  ) -> [UInt8]? {
    guard let base, !inside.isEmpty, let theirs else {
      return inside.isEmpty || theirs == nil ? base : theirs
    }
    let format = MergeFormat(path: path)
    var texts: [String: [UInt8]] = [:]
    let places = DocumentPlaces(base, format)
    for part in parts(inside, of: base, theirs, format) { texts[part] = places[part] ?? [] }
    return LentBases(texts: texts, format: format).applied(to: theirs, placedAs: base)
  }

  /// The part itself; for a section also those inside it, as each has its own text.
  private static func parts(
    _ inside: String, of base: [UInt8], _ theirs: [UInt8], _ format: MergeFormat
  ) -> Set<String> {
    var inside = inside
    if let slash = inside.firstIndex(of: "/"), format == .yaml {
      let end = inside[slash...].firstIndex(of: ".") ?? inside.endIndex
      inside = inside[..<slash] + ".tracks[" + inside[inside.index(after: slash)..<end] + "]" + inside[end...]
    }
    var parts: Set<String> = [inside]
    guard format == .markdown else { return parts }
    for bytes in [base, theirs] {
      let sections = MarkdownDocument(bytes).sections
      guard let whole = sections.first(where: { "#" + $0.slug == inside })?.fullRange else { continue }
      for section in sections where whole.contains(section.ownRange.lowerBound) {
        parts.insert("#" + section.slug)
      }
    }
    return parts
  }
}
