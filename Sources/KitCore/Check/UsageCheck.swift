/// What lies in a kit should be of use to somebody.
enum UsageCheck {
  static let resource = CheckRule(
    "unused-resource", .warning, why: "Nobody will print or send what no block, guide or checklist mentions.",
    remedy: "Add it to a block's “resources”, link to it from a guide, or take it out.")
  static let method = CheckRule(
    "unused-method", .information, why: "A method card that no block uses is read by nobody in a session.",
    remedy: "Name it in a block's “method”, or keep it as a card to choose from.")

  static let rules = [resource, method]

  static func diagnostics(of kit: Kit, pages: [Page]) -> [Diagnostic] {
    // A file that cannot be read may be the one that uses it.
    guard kit.unread.isEmpty else { return [] }
    let named = kit.plans.flatMap(\.blocks).flatMap { $0.resources + $0.tracks.flatMap(\.resources) }
    let linked = Set(
      pages.flatMap { (page: Page) -> [KitPath] in
        page.links.compactMap { (link: InlineLink) -> KitPath? in
          guard case .file(let path) = LinkTarget(link.address, from: page.prose.path) else { return nil }
          return path == page.prose.path ? nil : path
        }
      })
    let mentioned = mentions(in: kit)
    var found = kit.resources.compactMap { (resource: Resource) -> Diagnostic? in
      if named.contains(where: { resource.id.isInside($0) }) || kit.group?.look.logo == resource.id {
        return nil
      }
      if let path = resource.path, linked.contains(path) || linked.contains(resource.record.path) {
        return nil
      }
      if mentioned.contains(resource.id.rawValue) { return nil }
      return UsageCheck.resource.found(
        in: resource.record, "Nothing in the kit uses the resource “\(resource.id)”.")
    }
    // A kit without plans is a collection of cards, where nothing could use them.
    guard !kit.plans.isEmpty else { return found }
    let methods = Set(kit.plans.flatMap(\.blocks).compactMap(\.method))
    for card in kit.methods where !methods.contains(card.id) {
      let isLinked = linked.contains(card.prose.path)
      if !isLinked { found.append(method.found(in: card.record, "No block uses the method “\(card.id)”.")) }
    }
    return found
  }

  /// The ids that texts of data files mention, as `resources/<id>` or `resource:<id>`.
  private static func mentions(in kit: Kit) -> Set<String> {
    var ids: Set<String> = []
    for path in kit.files.paths where path.ending == "yaml" && !path.text.hasPrefix("resources/") {
      guard let bytes = kit.files[path] else { continue }
      for opening in [Array("resources/".utf8), Array("resource:".utf8)] {
        ids.formUnion(words(after: opening, in: bytes))
      }
    }
    return ids
  }

  private static func words(after opening: [UInt8], in bytes: [UInt8]) -> [String] {
    var words: [String] = []
    var position = 0
    while let start = bytes[position...].firstIndex(of: opening[0]) {
      position = start + 1
      guard bytes[start...].starts(with: opening) else { continue }
      let rest = bytes[(start + opening.count)...]
      let word = rest.prefix {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2F
      }
      words.append(String(decoding: word, as: UTF8.self))
    }
    return words
  }
}
