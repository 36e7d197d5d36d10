/// Parts that cannot say themselves that they are fixed: a policy in kit.yaml says it of them.
extension FixedPartCheck {
  /// What a policy is about, part by part: a folder of resources is each resource in it, a plan each of its blocks.
  static func parts(at address: Address, of master: Kit) -> [Address] {
    switch address.kind {
    case .resource where address.inside.isEmpty && address.field.isEmpty:
      return ResourceID(rawValue: address.name).map { master.resources(named: $0).map { .resource($0.id) } }
        ?? []
    case .plan where address.inside.isEmpty && address.field.isEmpty:
      let blocks = address.id.flatMap { master.plan($0) }?.blocks ?? []
      return blocks.filter { $0.status != .fixed }.map { address.part($0.id.rawValue) }
    default: return [address]
    }
  }

  /// What became of a part that the master's policy fixes.
  static func diagnostics(
    of kit: Kit, _ master: Kit, fixed address: Address, because: String?
  ) -> [Diagnostic] {
    switch address.kind {
    case .guide, .method: return ofProse(kit, master, address, because)
    case .resource:
      let isText = prose(at: address.file, of: master) != nil
      return isText ? ofProse(kit, master, address, because) : ofFile(kit, master, address, because)
    case .plan where address.field.isEmpty:
      guard let id = address.id, let theirs = master.plan(id), let own = kit.plan(id),
        let block = theirs.blocks.first(where: { $0.id.rawValue == address.inside.first })
      else { return [] }
      return diagnostics(of: own, block, at: address, because: because)
    default: return ofData(kit, master, address, because)
    }
  }

  private static func ofProse(
    _ kit: Kit, _ master: Kit, _ address: Address, _ because: String?
  ) -> [Diagnostic] {
    guard let theirs = prose(at: address.file, of: master) else { return [] }
    guard let own = prose(at: address.file, of: kit) else { return [gone(address, because)] }
    let section = address.inside.first
    guard words(of: own, section) != words(of: theirs, section) else { return [] }
    return [
      changed.found(
        at: own.range.lowerBound, of: own.source, path: own.path, address: address,
        "“\(address)” is fixed in the master, but its words changed here.\(reason(because))")
    ]
  }

  /// A resource that is no text is compared byte by byte, a link by its description.
  private static func ofFile(
    _ kit: Kit, _ master: Kit, _ address: Address, _ because: String?
  ) -> [Diagnostic] {
    guard let id = ResourceID(rawValue: address.name), let theirs = master.resource(id) else { return [] }
    guard let own = kit.resource(id) else { return [gone(address, because)] }
    let isSame = own.path.flatMap { kit.files[$0] } == theirs.path.flatMap { master.files[$0] }
    guard !isSame || own.link != theirs.link else { return [] }
    return [
      changed.found(
        in: own.record, "“\(address)” is fixed in the master, but it is another file here.\(reason(because))")
    ]
  }

  private static func ofData(
    _ kit: Kit, _ master: Kit, _ address: Address, _ because: String?
  ) -> [Diagnostic] {
    guard let theirs = value(at: address, of: master) else { return [] }
    guard let own = value(at: address, of: kit) else { return [gone(address, because)] }
    guard own.value.words != theirs.value.words else { return [] }
    return [
      changed.found(
        at: own.value.range.lowerBound, of: own.record.source, path: own.record.path, address: address,
        "“\(address)” is fixed in the master, but says something else here.\(reason(because))")
    ]
  }

  private static func gone(_ address: Address, _ because: String?) -> Diagnostic {
    Diagnostic(
      removed.severity, removed.id, path: KitLayout.path(of: address.file)?.text, address: address,
      message: "“\(address)” is fixed in the master, and gone here.\(reason(because))", remedy: removed.remedy
    )
  }

  /// A value of a data file, with the file it stands in; `nil` where there is none.
  private static func value(at address: Address, of kit: Kit) -> (value: YAMLNode, record: Record)? {
    guard let record = record(of: address, in: kit) else { return nil }
    var node = record.node
    for id in address.inside {
      let lists = node.mapping?.entries.compactMap { $0.value.sequence } ?? []
      let item = lists.flatMap(\.items).first { $0.value["id"]?.text == id }
      guard let item else { return nil }
      node = item.value
    }
    for key in address.field {
      guard let next = node[key] ?? Int(key).flatMap({ node[$0 - 1] }) else { return nil }
      node = next
    }
    return (node, record)
  }

  private static func record(of address: Address, in kit: Kit) -> Record? {
    switch address.kind {
    // The whole of kit.yaml changes with every release; only its fields can be fixed.
    case .kit: address.field.isEmpty ? nil : kit.identity.record
    case .plan: address.id.flatMap { kit.plan($0) }?.record
    case .checklist: address.id.flatMap { kit.checklist($0) }?.record
    case .round: address.id.flatMap { kit.round($0) }?.record
    default: nil
    }
  }

  private static func prose(at address: Address, of kit: Kit) -> Prose? {
    switch address.kind {
    case .guide: address.id.flatMap { kit.guide($0) }?.prose
    case .method: address.id.flatMap { kit.method($0) }?.prose
    case .resource: ResourceID(rawValue: address.name).flatMap { kit.resource($0) }?.prose
    default: nil
    }
  }

  /// The words of a text, or of one section of it, whatever their line breaks.
  private static func words(of prose: Prose, _ section: String?) -> [Substring] {
    guard let section else { return prose.text.split(whereSeparator: \.isWhitespace) }
    let document = MarkdownDocument(prose.source.bytes)
    guard let found = document.section(section) else { return [] }
    return document.text(found.fullRange).split(whereSeparator: \.isWhitespace)
  }
}

extension YAMLNode {
  /// What the value says, without translations, which are always free.
  fileprivate var words: YAMLValue {
    guard case .mapping(let fields) = value.plain else { return value.plain }
    return .mapping(fields.filter { $0.name != "translations" })
  }
}
