/// A kit with some of its plans only: without the others and what nobody else uses.
package struct PlanSelection: Sendable {
  /// The files that go, in order of path.
  package let removed: [String]
  /// The files in which a mention of what goes had to go, as they are then.
  package let changed: [String: [UInt8]]

  /// Keeps these plans of a kit.
  ///
  /// What no plan uses at all stays: it was there for everybody.
  /// - Throws: ``YAMLEditFault`` where a mention cannot be taken out.
  package init(keeping plans: [KitID], of kit: Kit) throws(YAMLEditFault) {
    let gone = Set(kit.plans.map(\.address)).subtracting(plans.map { Address.plan($0) })
    let uses = PartUses(kit)
    let candidates = uses.closure(of: gone, without: []).subtracting(Set(kit.plans.map(\.address)))
    let files = Dictionary(grouping: kit.files.paths) { (path: KitPath) -> Address? in
      KitLayout(path)?.address
    }
    let others = Set(files.keys.compactMap { $0 }).subtracting(gone).subtracting(candidates)
    let kept = uses.closure(of: others, without: gone)
    let removal = gone.union(candidates.subtracting(kept))
    removed = removal.flatMap { (files[$0] ?? []).map(\.text) }.sorted()
    changed = try Self.mentions(of: removal, in: kit)
  }

  private static func mentions(
    of gone: Set<Address>, in kit: Kit
  ) throws(YAMLEditFault) -> [String: [UInt8]] {
    var changed: [String: [UInt8]] = [:]
    let plans = Set(gone.filter { $0.kind == .plan }.map(\.name))
    for plan in kit.plans where !gone.contains(plan.address) {
      guard let other = plan.variantOf?.rawValue, plans.contains(other) else { continue }
      try edit(plan.record.path, kit, &changed) { (document: YAMLDocument) throws(YAMLEditFault) in
        try document.removing(["variant of"])
      }
    }
    for guide in kit.guides where !gone.contains(Address(.guide, guide.id)) {
      guard guide.plans.contains(where: { plans.contains($0.rawValue) }) else { continue }
      try edit(guide.prose.path, kit, &changed) { (document: YAMLDocument) throws(YAMLEditFault) in
        try without(plans, document)
      }
    }
    if let path = KitLayout.path(of: .kit) {
      try edit(path, kit, &changed) { (document: YAMLDocument) throws(YAMLEditFault) in
        try withoutPolicy(for: gone, kit, document)
      }
    }
    return changed
  }

  private static func edit(
    _ path: KitPath, _ kit: Kit, _ changed: inout [String: [UInt8]],
    _ body: (YAMLDocument) throws(YAMLEditFault) -> YAMLDocument
  ) throws(YAMLEditFault) {
    guard let bytes = kit.files[path], let source = try? SourceText(bytes) else { return }
    var part = source.contents
    if path.ending == "md" {
      guard case .found(let yaml, _) = FrontMatter(in: source) else { return }
      part = yaml
    }
    guard let document = try? YAMLDocument.read(source, in: part) else { return }
    let edited = try body(document).bytes
    if edited != bytes { changed[path.text] = edited }
  }

  private static func without(
    _ plans: Set<String>, _ document: YAMLDocument
  ) throws(YAMLEditFault) -> YAMLDocument {
    let items = document.root["plans"]?.sequence?.items ?? []
    let gone = items.indices.filter { plans.contains(items[$0].value.text ?? "") }
    if gone.count == items.count { return try document.removing(["plans"]) }
    var document = document
    for index in gone.reversed() { document = try document.removing(["plans", .index(index)]) }
    return document
  }

  private static func withoutPolicy(
    for gone: Set<Address>, _ kit: Kit, _ document: YAMLDocument
  ) throws(YAMLEditFault) -> YAMLDocument {
    let items = document.root["policy"]?.sequence?.items ?? []
    let idle = items.indices.filter { (index: Int) -> Bool in
      guard let text = items[index].value["part"]?.text, let address = try? Address(parsing: text) else {
        return false
      }
      if gone.contains(address.file) { return true }
      guard address.kind == .resource, let folder = ResourceID(rawValue: address.name) else { return false }
      let inside = kit.resources.map(\.id).filter { $0.isInside(folder) }
      return !inside.isEmpty && inside.allSatisfy { gone.contains(.resource($0)) }
    }
    if idle.isEmpty { return document }
    if idle.count == items.count { return try document.removing(["policy"]) }
    var document = document
    for index in idle.reversed() { document = try document.removing(["policy", .index(index)]) }
    return document
  }
}
