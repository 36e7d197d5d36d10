extension Show {
  /// The part at an address for programs: `address`, `title`, `text` as people read it, and for plans their times.
  ///
  /// A plan has `start` (where known), `minutes`, `totals`, and `blocks` with `id`, `title`, `kind`, `status`, `start`
  /// and `end` in minutes from the session's start, and `minutes`; when it is to be shortened also `ifShort` with
  /// `wanted`, `fits`, `minutes`, `changes` and `sentences`. `nil` where the kit has no such part.
  package func json(of address: Address) -> JSON? {
    guard let text = text(of: address) else { return nil }
    var members: [(String, JSON?)] = [
      ("address", .string(address.description)), ("title", .optional(title(of: address))),
    ]
    if address.kind == .kit { members += contents }
    if address.kind == .plan, let plan = address.id.flatMap({ kit.plan($0) }) { members += times(of: plan) }
    members.append(("text", .string(text)))
    return .compact(members)
  }

  private func title(of address: Address) -> String? {
    switch address.kind {
    case .kit: return kit.identity.title
    case .plan:
      let plan = address.id.flatMap { kit.plan($0) }
      let block = address.inside.first.flatMap { (id: String) -> Block? in
        plan?.blocks.first { $0.id.rawValue == id }
      }
      return block?.title ?? plan?.title
    case .guide: return address.id.flatMap { kit.guide($0) }?.title
    case .method: return address.id.flatMap { kit.method($0) }?.title
    case .resource: return ResourceID(rawValue: address.name).flatMap { kit.resource($0) }?.title
    case .checklist: return address.id.flatMap { kit.checklist($0) }?.title
    case .event: return address.id.flatMap { kit.event($0) }?.title
    case .round: return address.id.flatMap { kit.round($0) }?.title
    default: return nil
    }
  }

  private var contents: [(String, JSON?)] {
    let identity = kit.identity
    return [
      ("id", .optional(identity.id?.rawValue)), ("purpose", .string(identity.purpose)),
      ("version", .string(identity.version)), ("licence", .string(identity.licence)),
      ("owner", .string(identity.owner)),
      ("languages", .strings(identity.languages)),
      (
        "plans",
        .array(
          kit.plans.map { (plan: Plan) -> JSON in
            [
              "address": .string(plan.address.description), "title": .string(plan.title),
              "minutes": .integer(plan.schedule(from: ClockTime(minutes: 0)).minutes),
            ]
          })
      ),
      ("guides", .strings(kit.guides.map { Address(.guide, $0.id).description })),
      ("methods", .strings(kit.methods.map { Address(.method, $0.id).description })),
      ("resources", .strings(kit.resources.map { Address.resource($0.id).description })),
      ("checklists", .strings(kit.checklists.map { Address(.checklist, $0.id).description })),
      ("events", .strings(kit.events.map { Address(.event, $0.id).description })),
    ]
  }

  private func times(of plan: Plan) -> [(String, JSON?)] {
    let schedule = plan.schedule(from: ClockTime(minutes: 0))
    let blocks = zip(schedule.entries, plan.blocks).map { (entry: Schedule.Entry, block: Block) -> JSON in
      [
        "id": .string(block.id.rawValue), "title": .string(self.title(of: block)),
        "kind": .string(block.kind.rawValue),
        "status": .string(block.status.rawValue), "start": .integer(entry.start.minutes),
        "end": .integer(entry.end.minutes), "minutes": .integer(entry.block.cost),
      ]
    }
    let totals = schedule.totals.map { JSON.Member($0.kind, .integer($0.minutes)) }
    return [
      ("start", clock.start.map { JSON.string($0.description) }), ("minutes", .integer(schedule.minutes)),
      ("totals", .object(totals)), ("blocks", .array(blocks)),
      ("ifShort", shortened(plan).map { json(of: $0) }),
    ]
  }

  private func json(of short: ShortPlan) -> JSON {
    let changes = short.changes.map { (change: ShortPlan.Change) -> JSON in
      .compact([
        ("id", .string(change.block.id)), ("minutes", .integer(change.minutes)),
        ("from", .integer(change.block.cost)),
        ("by", change.by.map { JSON.string($0) }),
      ])
    }
    return [
      "wanted": .integer(short.wanted), "fits": .boolean(short.fits), "minutes": .integer(short.total),
      "changes": .array(changes), "sentences": .strings(short.sentences),
    ]
  }
}
