/// What a kit's parts point to must be there.
enum ReferenceCheck {
  static let method = CheckRule(
    "missing-method", .error, why: "A block that follows a method card needs the card.",
    remedy: "Write the card in methods/, or correct the id.")
  static let guide = CheckRule(
    "missing-guide", .error,
    why: "Whoever leads the block would look for a guide or section that is not there.",
    remedy: "Write the guide or the section, or correct the reference.")
  static let resource = CheckRule(
    "missing-resource", .error, why: "The pack would lack what the block hands out.",
    remedy: "Put the file into resources/, or correct the id.")
  static let role = CheckRule(
    "missing-role", .error, why: "Nobody would know who does it.",
    remedy: "Describe the role under “roles” in kit.yaml, or correct the id.")
  static let plan = CheckRule(
    "missing-plan", .error, why: "A variant, guide, event or debrief belongs to a plan or event that exists.",
    remedy: "Correct the id, or write the file.")
  static let part = CheckRule(
    "missing-part", .warning, why: "A policy, reason or change about a part that is gone has no effect.",
    remedy: "Correct the address, or take the entry out.")
  static let link = CheckRule(
    "missing-link", .error, why: "A link must lead to a file of the same kit, or to the web.",
    remedy: "Correct the link, or put the file into the kit.")

  static let circle = CheckRule(
    "variant-of-itself", .error, why: "A variant says what differs from another plan.",
    remedy: "Name the plan that it varies, or take “variant of” out.")

  static let rules = [method, guide, resource, role, plan, circle, part, link]

  static func diagnostics(of kit: Kit, pages: [Page]) -> [Diagnostic] {
    let parts = KitParts(kit, pages: pages)
    var found = kit.plans.flatMap { of($0, parts) }
    found += kit.guides.flatMap { of($0, parts) }
    found += kit.checklists.flatMap { of($0, parts) }
    found += kit.events.flatMap { of($0, parts) }
    found += kit.debriefs.flatMap { of($0, parts) }
    found += kit.identity.policy.compactMap { of($0.record, address: $0.address, parts) }
    found += kit.customisations?.parts.compactMap { of($0.record, address: $0.address, parts) } ?? []
    for method in kit.methods {
      found += method.materials.flatMap { parts.role($0.from, in: $0.record, at: "from") }
    }
    found += pages.flatMap { of($0, parts) }
    return found
  }

  private static func of(_ plan: Plan, _ parts: KitParts) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found += parts.plan(plan.variantOf, in: plan.record, at: "variant of")
    if variesItself(plan, in: parts.kit) {
      found.append(
        circle.found(
          in: plan.record, at: "variant of", "The plan “\(plan.id)” is, in the end, a variant of itself."))
    }
    for role in plan.rolesNeeded { found += parts.role(role, in: plan.record, at: "roles needed") }
    for block in plan.blocks {
      found += of(block, parts)
      for track in block.tracks {
        found += roles(track.lead, track.support, track.materials, in: track.record, parts)
        found += resources(track.resources, in: track.record, parts)
      }
    }
    return found
  }

  /// Whether the way from variant to variant comes back to the plan.
  private static func variesItself(_ plan: Plan, in kit: Kit) -> Bool {
    var next = plan.variantOf
    for _ in kit.plans {
      guard let id = next else { return false }
      if id == plan.id { return true }
      next = kit.plan(id)?.variantOf
    }
    return false
  }

  private static func of(_ block: Block, _ parts: KitParts) -> [Diagnostic] {
    var found = roles(block.lead, block.support, block.materials, in: block.record, parts)
    found += resources(block.resources, in: block.record, parts)
    if let id = block.method?.rawValue, !parts.methods.contains(id) {
      found.append(
        method.found(
          in: block.record, at: "method", "There is no method card “\(id)”.",
          remedy: parts.hint(id, parts.methods, method)))
    }
    if let reference = block.guide { found += parts.guide(reference, in: block.record, at: "guide") }
    return found
  }

  private static func roles(
    _ lead: RoleID?, _ support: [RoleID], _ materials: [Material], in record: Record, _ parts: KitParts
  ) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found += parts.role(lead, in: record, at: "lead")
    for role in support { found += parts.role(role, in: record, at: "support") }
    for material in materials { found += parts.role(material.from, in: material.record, at: "from") }
    return found
  }

  private static func resources(_ ids: [ResourceID], in record: Record, _ parts: KitParts) -> [Diagnostic] {
    ids.filter { id in !parts.resources.contains { $0.isInside(id) } }.map { (id: ResourceID) -> Diagnostic in
      resource.found(
        in: record, at: "resources", "There is no resource “\(id)”.",
        remedy: parts.hint(id.rawValue, Set(parts.resources.map(\.rawValue)), resource))
    }
  }

  private static func of(_ guide: Guide, _ parts: KitParts) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if let role = guide.role, !Guide.usualRoles.contains(role) {
      found += parts.role(role, in: guide.record, at: "role")
    }
    for plan in guide.plans { found += parts.plan(plan, in: guide.record, at: "plans") }
    return found
  }

  private static func of(_ list: Checklist, _ parts: KitParts) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found += parts.role(list.role, in: list.record, at: "role")
    for task in list.tasks { found += parts.role(task.role, in: task.record, at: "role") }
    return found
  }

  private static func of(_ event: Event, _ parts: KitParts) -> [Diagnostic] {
    var found: [Diagnostic] = []
    found += parts.plan(event.plan, in: event.record, at: "plan")
    for entry in event.roles { found += parts.role(entry.role, in: event.record, at: "roles") }
    found += parts.role(event.accessContact, in: event.record, at: "accessibility")
    guard let plan = event.plan.flatMap({ parts.kit.plan($0) }) else { return found }
    for change in event.overrides {
      found += parts.block(change.block, of: plan, in: change.record)
      found += parts.role(change.lead, in: change.record, at: "lead")
    }
    return found
  }

  private static func of(_ debrief: Debrief, _ parts: KitParts) -> [Diagnostic] {
    guard let id = debrief.event else { return [] }
    guard let event = parts.kit.event(id) else {
      return [plan.found(in: debrief.record, at: "event", "There is no event “\(id)”.")]
    }
    guard let plan = event.plan.flatMap({ parts.kit.plan($0) }) else { return [] }
    return debrief.adaptations.flatMap { parts.block($0.block, of: plan, in: $0.record) }
  }

  private static func of(_ record: Record, address: Address?, _ parts: KitParts) -> Diagnostic? {
    guard let address, !parts.holds(address) else { return nil }
    return part.found(
      in: record, at: "part", "There is no part “\(address)” in this kit.",
      remedy: NearestMatch.of(address.description, among: parts.addresses).map { "Did you mean “\($0)”?" })
  }

  private static func of(_ page: Page, _ parts: KitParts) -> [Diagnostic] {
    page.links.compactMap { (link: InlineLink) -> Diagnostic? in
      guard link.kind != .bare else { return nil }
      switch LinkTarget(link.address, from: page.prose.path) {
      case .web, .elsewhere: return nil
      case .place(let anchor):
        let known = parts.headings(in: page.prose.path) ?? []
        guard !known.contains(anchor), !anchor.isEmpty else { return nil }
        return page.found(
          ReferenceCheck.link, at: link.offset, "There is no heading “#\(anchor)” in this file.",
          remedy: parts.hint(anchor, known, ReferenceCheck.link))
      case .outside:
        return page.found(
          ReferenceCheck.link, at: link.offset, "The link “\(link.address)” leads out of the kit.",
          remedy: "Put the file into the kit and link to it there.")
      case .file(let path):
        guard parts.kit.files[path] != nil else {
          return page.found(ReferenceCheck.link, at: link.offset, "There is no file “\(path)” in this kit.")
        }
        guard let anchor = LinkTarget.anchor(of: link.address), let known = parts.headings(in: path),
          !known.contains(anchor)
        else { return nil }
        return page.found(
          ReferenceCheck.link, at: link.offset, "There is no heading “#\(anchor)” in “\(path)”.",
          remedy: parts.hint(anchor, known, ReferenceCheck.link))
      }
    }
  }
}

/// Where a link of a Markdown file leads.
enum LinkTarget: Equatable {
  /// To the web or to an e-mail address.
  case web
  /// To a heading of the same file.
  case place(String)
  /// To a file of the kit.
  case file(KitPath)
  /// Out of the kit.
  case outside
  /// To something that a parameter fills in, or an address of another kind.
  case elsewhere

  /// What `address` means in the file at `path`.
  init(_ address: String, from path: KitPath) {
    if address.hasPrefix("#") {
      self = .place(String(address.dropFirst()))
      return
    }
    if address.contains("{{") {
      self = .elsewhere
      return
    }
    if let colon = address.firstIndex(of: ":"), address[..<colon].allSatisfy({ $0.isLetter }) {
      let scheme = address[..<colon].lowercased()
      self =
        ["http", "https", "mailto", "tel"].contains(scheme) ? .web : scheme == "file" ? .outside : .elsewhere
      return
    }
    self = LinkTarget.file(address, from: path)
  }

  /// The heading that an address names behind `#`; `nil` where it names none.
  static func anchor(of address: String) -> String? {
    guard let mark = address.firstIndex(of: "#") else { return nil }
    let anchor = String(address[address.index(after: mark)...])
    return anchor.isEmpty ? nil : anchor
  }

  private static func file(_ address: String, from path: KitPath) -> LinkTarget {
    let bare = address.prefix { $0 != "#" && $0 != "?" }
    guard !bare.hasPrefix("/"), !bare.contains("\\") else { return .outside }
    var names = path.names.dropLast().map(String.init)
    for name in bare.split(separator: "/") {
      if name == ".." {
        guard !names.isEmpty else { return .outside }
        names.removeLast()
      } else if name != "." {
        names.append(percentDecoded(name))
      }
    }
    guard let target = try? KitPath(names.joined(separator: "/")) else { return .outside }
    return .file(target)
  }

  private static func percentDecoded(_ name: Substring) -> String {
    guard name.contains("%") else { return String(name) }
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
