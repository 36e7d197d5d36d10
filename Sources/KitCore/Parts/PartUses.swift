/// Which files of a kit use which: plans their guides, methods and resources; texts what they link to.
struct PartUses {
  private var used: [Address: Set<Address>] = [:]
  private let resources: [ResourceID]

  init(_ kit: Kit) {
    resources = kit.resources.map(\.id)
    for plan in kit.plans {
      for block in plan.blocks {
        if let guide = block.guide?.guide { use(plan.address, Address(.guide, guide)) }
        if let method = block.method { use(plan.address, Address(.method, method)) }
        for id in block.resources + block.tracks.flatMap(\.resources) { use(plan.address, folder: id) }
      }
    }
    for guide in kit.guides {
      for plan in guide.plans { use(.plan(plan), Address(.guide, guide.id)) }
    }
    for page in Page.all(of: kit) {
      for link in page.links {
        guard case .file(let path) = LinkTarget(link.address, from: page.prose.path),
          let target = KitLayout(path)?.address
        else { continue }
        use(page.address, target)
      }
    }
  }

  private mutating func use(_ one: Address, _ other: Address) { used[one, default: []].insert(other) }

  private mutating func use(_ one: Address, folder id: ResourceID) {
    for resource in resources where resource.isInside(id) { use(one, .resource(resource)) }
  }

  /// These files and all that they use, however far; nothing is followed through what is left out.
  func closure(of start: Set<Address>, without excluded: Set<Address> = []) -> Set<Address> {
    var found = start
    var waiting = Array(start)
    while let next = waiting.popLast() {
      for other in used[next] ?? [] where !excluded.contains(other) && found.insert(other).inserted {
        waiting.append(other)
      }
    }
    return found
  }
}
