/// Fixed parts of the master stand in a group's kit as they are, or with a reason.
///
/// This informs; it never stops a group. Translations and layout are always free, and so are minutes within the
/// master's own limits.
enum FixedPartCheck {
  static let changed = CheckRule(
    "fixed-changed", .warning, why: "Rounds can only be compared where fixed parts are the same.",
    remedy: "Take the master's words again, or write a waiver with your reason into customisations.yaml.")
  static let removed = CheckRule(
    "fixed-removed", .warning, why: "A fixed part stays, so that every group's session has it.",
    remedy: "Put the part back, or write a waiver with your reason into customisations.yaml.")

  static let rules = [changed, removed]

  /// The keys of a block whose change is layout or translation.
  static let free: Set<String> = [
    "translations", "space", "space online", "rooms", "status", "because", "allows", "lead", "support",
    "access",
    "adaptations", "min", "max", "confidentiality", "guide", "materials",
  ]

  static func diagnostics(of kit: Kit, master: Kit) -> [Diagnostic] {
    let waived = (kit.customisations?.parts ?? []).filter { $0.kind == .waiver }.compactMap(\.address)
    func isWaived(_ address: Address) -> Bool { waived.contains { $0.contains(address) } }
    var found: [Diagnostic] = []
    for plan in master.plans {
      guard let own = kit.plan(plan.id) else { continue }
      for block in plan.blocks where block.status == .fixed {
        let address = plan.address.part(block.id.rawValue)
        guard !isWaived(address) else { continue }
        found += diagnostics(of: own, block, at: address)
      }
    }
    for entry in master.identity.policy where entry.status == .fixed {
      guard let address = entry.address else { continue }
      for part in parts(at: address, of: master)
      where !isWaived(part) && !isWaived(address) && !kit.unread.contains(part.file) {
        found += diagnostics(of: kit, master, fixed: part, because: entry.because)
      }
    }
    return found
  }

  static func diagnostics(
    of plan: Plan, _ fixed: Block, at address: Address, because: String? = nil
  ) -> [Diagnostic] {
    let why = reason(fixed.because ?? because)
    guard let own = plan.block(fixed.id) else {
      return [
        Diagnostic(
          removed.severity, removed.id, path: plan.record.path.text, place: plan.record.place(of: "blocks"),
          address: address,
          message: "The master's fixed block “\(fixed.title)” is gone.\(why)",
          remedy: removed.remedy)
      ]
    }
    let keys = differences(own, fixed)
    guard let first = keys.first else { return [] }
    let message = "“\(fixed.title)” is fixed in the master, but \(list(keys)) changed here."
    return [changed.found(in: own.record, at: first, message + why)]
  }

  /// The keys in which a block says something else than the fixed one, in the order of the master's file.
  private static func differences(_ own: Block, _ fixed: Block) -> [String] {
    let keys = Set(fixed.record.keys + own.record.keys).subtracting(free)
    let order = fixed.record.shape.fields.map(\.key)
    return order.filter { (key: String) -> Bool in
      guard keys.contains(key) else { return false }
      if key == "minutes" || key == "steps", isWithinLimits(own, fixed), onlyRetimed(own, fixed) {
        return false
      }
      return own.record.node[key]?.value.plain != fixed.record.node[key]?.value.plain
    }
  }

  private static func isWithinLimits(_ own: Block, _ fixed: Block) -> Bool {
    own.minutes >= fixed.least ?? fixed.minutes && own.minutes <= fixed.most ?? fixed.minutes
  }

  /// Whether the steps say the same, whatever their minutes.
  private static func onlyRetimed(_ own: Block, _ fixed: Block) -> Bool {
    own.steps.map(\.action.oneLine) == fixed.steps.map(\.action.oneLine)
      && own.steps.map { $0.say?.oneLine } == fixed.steps.map { $0.say?.oneLine }
  }

  static func reason(_ because: String?) -> String {
    because.map { " It is fixed because: \($0.oneLine)" } ?? ""
  }

  static func list(_ keys: [String]) -> String {
    let names = keys.map { "“\($0)”" }
    return names.count > 3 ? "\(names.count) of its keys" : names.joined(separator: ", ")
  }
}

extension Record {
  /// The keys that the file has, in its order.
  var keys: [String] { node.mapping?.entries.compactMap { $0.key.text } ?? [] }
}

extension YAMLValue {
  /// The value without what only line breaks and quotes make different.
  var plain: YAMLValue {
    switch self {
    case .text(let text), .literal(let text): .text(text.oneLine)
    case .sequence(let items): .sequence(items.map(\.plain))
    case .mapping(let fields):
      .mapping(
        fields.map { YAMLField($0.name ?? "", $0.value.plain) }.sorted { ($0.name ?? "") < ($1.name ?? "") })
    case .alias, .marked: self
    }
  }
}
