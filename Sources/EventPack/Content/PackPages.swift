internal import KitCore

/// Which page of a pack stands for which part of the kit.
struct PackPages {
  /// Where something stands in the pack, and for whom.
  struct Place: Hashable {
    let id: String
    let audience: PackDocument.Audience
    let anchor: String?

    init(_ id: String, _ audience: PackDocument.Audience, anchor: String? = nil) {
      self.id = id
      self.audience = audience
      self.anchor = anchor
    }

    /// The link to it, from the top of the pack.
    var link: String { id + ".html" + (anchor.map { "#" + $0 } ?? "") }
  }

  private let occasion: Occasion
  /// The resources that belong to this session: those of its plan, and those that no other plan has for itself.
  let resources: [Resource]
  /// The guides for this plan.
  let guides: [Guide]
  /// The methods that its blocks follow.
  let methods: [Method]

  init(_ occasion: Occasion) {
    self.occasion = occasion
    let kit = occasion.kit
    func used(by plan: Plan) -> [ResourceID] {
      plan.blocks.flatMap { $0.resources + $0.tracks.flatMap(\.resources) }
    }
    let own = used(by: occasion.plan)
    let others = kit.plans.filter { $0.id != occasion.plan.id }.flatMap { used(by: $0) }
    resources = kit.resources.filter { (resource: Resource) -> Bool in
      own.contains { resource.id.isInside($0) } || !others.contains { resource.id.isInside($0) }
    }
    guides = kit.guides.filter { $0.plans.isEmpty || $0.plans.contains(occasion.plan.id) }
    let named = Set(occasion.plan.blocks.compactMap(\.method))
    methods = kit.methods.filter { named.contains($0.id) }
  }

  /// Where a resource stands; `nil` for a mere link.
  func place(of resource: Resource) -> Place? {
    if resource.kind == .link || resource.isLinkOnly && resource.prose == nil { return nil }
    let name = PackPages.deckFolder(of: resource) ?? resource.id.rawValue.replacingSlashes
    if resource.reveal == .facilitatorOnly { return Place("facilitator/\(name)", .facilitator) }
    switch resource.kind {
    case .sign: return Place("host/\(name)", .host)
    case .poster, .card, .form: return Place("on-the-day/\(name)", .onTheDay)
    case .template:
      switch resource.reveal {
      case .before: return Place("host/\(name)", .host)
      case .after: return Place("after/\(name)", .organisers)
      default: return Place("co-facilitator/\(name)", .coFacilitator)
      }
    case .slides: return Place("facilitator/\(name)", .facilitator)
    case .handout, .reading, .link:
      switch resource.reveal {
      case .before: return Place("participants/\(name)", .participants)
      case .after: return Place("after/\(name)", .organisers)
      default: return Place("on-the-day/\(name)", .onTheDay)
      }
    }
  }

  /// The folder whose cards all stand in one document; `nil` for a resource that stands alone.
  static func deckFolder(of resource: Resource) -> String? {
    guard resource.kind == .card, let slash = resource.id.rawValue.lastIndex(of: "/") else { return nil }
    return String(resource.id.rawValue[..<slash]).replacingSlashes
  }

  /// Where a guide stands.
  func place(of guide: Guide) -> Place {
    switch guide.role {
    case RoleID.host: Place("host/guide-\(guide.id)", .host)
    case RoleID.facilitator, nil: Place("facilitator/guide-\(guide.id)", .facilitator)
    default: Place("co-facilitator/guide-\(guide.id)", .coFacilitator)
    }
  }

  /// Links from a block to its method, guide and resources.
  func links(of block: Block) -> [PackInline] {
    var links: [PackInline] = []
    func add(_ title: String, _ target: String) {
      if !links.isEmpty { links.append(.text(", ")) }
      links.append(.link(to: target, [.text(occasion.line(title))]))
    }
    if let method = methods.first(where: { $0.id == block.method }) {
      add(method.title, "facilitator/methods.html#\(method.id)")
    }
    if let reference = block.guide, let guide = guides.first(where: { $0.id == reference.guide }) {
      add(guide.title, place(of: guide).link + (reference.section.map { "#" + $0 } ?? ""))
    }
    var seen: Set<String> = []
    for resource in resources
    where (block.resources + block.tracks.flatMap(\.resources)).contains(where: { resource.id.isInside($0) })
    {
      guard let place = place(of: resource), seen.insert(place.link).inserted else { continue }
      add(
        PackPages.deckFolder(of: resource).map { $0.prefix(1).uppercased() + $0.dropFirst() }
          ?? resource.title, place.link)
    }
    return links
  }

  /// The page for a file of the kit, as somebody with a document for `audience` may see it.
  func page(for file: String, audience: PackDocument.Audience) -> String? {
    if let resource = resources.first(where: { $0.path?.text == file }), let place = place(of: resource) {
      return audience.isOpen && !place.audience.isOpen ? nil : place.link
    }
    guard !audience.isOpen else { return nil }
    if let guide = guides.first(where: { $0.prose.path.text == file }) { return place(of: guide).link }
    return methods.first { $0.prose.path.text == file }.map { "facilitator/methods.html#\($0.id)" }
  }
}

extension String {
  /// The text with hyphens for slashes, so that it is the name of one file.
  var replacingSlashes: String { String(map { $0 == "/" ? "-" : $0 }) }
}
