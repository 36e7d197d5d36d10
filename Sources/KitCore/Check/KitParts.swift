/// The ids and addresses that a kit has, for looking references up.
struct KitParts {
  let kit: Kit
  let methods: Set<String>
  let resources: [ResourceID]
  let roles: Set<String>
  /// The addresses of all files.
  private let files: Set<Address>
  /// The sections of each Markdown file by its address.
  private let sections: [String: Set<String>]

  init(_ kit: Kit, pages: [Page]) {
    self.kit = kit
    files = KitParts.files(of: kit)
    methods = Set(kit.methods.map(\.id.rawValue))
    resources = kit.resources.map(\.id)
    roles = Set(kit.identity.roles.map(\.id.rawValue))
    var sections: [String: Set<String>] = [:]
    for page in pages where !page.isTranslation {
      sections[page.address.description] = Set(page.document.sections.map(\.slug))
    }
    self.sections = sections
  }

  /// A remedy that begins with what was probably meant.
  func hint(_ word: String, _ known: Set<String>, _ rule: CheckRule) -> String {
    let question = NearestMatch.question(word, among: known.sorted())
    return question.isEmpty ? rule.remedy : question + " " + rule.remedy
  }

  func role(_ id: RoleID?, in record: Record, at key: String) -> [Diagnostic] {
    guard let id, !roles.contains(id.rawValue) else { return [] }
    return [
      ReferenceCheck.role.found(
        in: record, at: key, "There is no role “\(id)” in kit.yaml.",
        remedy: hint(id.rawValue, roles, ReferenceCheck.role))
    ]
  }

  func plan(_ id: KitID?, in record: Record, at key: String) -> [Diagnostic] {
    guard let id, kit.plan(id) == nil else { return [] }
    return [
      ReferenceCheck.plan.found(
        in: record, at: key, "There is no plan “\(id)”.",
        remedy: hint(id.rawValue, Set(kit.plans.map(\.id.rawValue)), ReferenceCheck.plan))
    ]
  }

  func block(_ id: BlockID?, of plan: Plan, in record: Record) -> [Diagnostic] {
    guard let id, plan.block(id) == nil else { return [] }
    return [
      ReferenceCheck.part.found(
        in: record, at: "block", "The plan “\(plan.id)” has no block “\(id)”.",
        remedy: hint(id.rawValue, Set(plan.blocks.map(\.id.rawValue)), ReferenceCheck.part))
    ]
  }

  func guide(_ reference: GuideReference, in record: Record, at key: String) -> [Diagnostic] {
    guard let known = sections["guide:\(reference.guide)"] else {
      let ids = Set(kit.guides.map(\.id.rawValue))
      return [
        ReferenceCheck.guide.found(
          in: record, at: key, "There is no guide “\(reference.guide)”.",
          remedy: hint(reference.guide.rawValue, ids, ReferenceCheck.guide))
      ]
    }
    guard let section = reference.section, !known.contains(section) else { return [] }
    return [
      ReferenceCheck.guide.found(
        in: record, at: key, "The guide “\(reference.guide)” has no section “\(section)”.",
        remedy: hint(section, known, ReferenceCheck.guide))
    ]
  }

  /// Whether the part is in the kit; fields are not looked at.
  func holds(_ address: Address) -> Bool {
    let file = address.file
    guard
      files.contains(file)
        || address.kind == .resource
          && resources.contains(where: { (id: ResourceID) -> Bool in
            ResourceID(rawValue: address.name).map { id.isInside($0) } ?? false
          })
    else { return false }
    guard let inside = address.inside.first else { return true }
    switch address.kind {
    case .plan:
      return kit.plans.first { $0.address == file }?.blocks.contains { $0.id.rawValue == inside } == true
    case .guide, .method, .resource: return sections[file.description]?.contains(inside) == true
    case .checklist:
      return address.id.flatMap { kit.checklist($0) }?.tasks.contains { $0.id.rawValue == inside } == true
    default: return true
    }
  }

  private static func files(of kit: Kit) -> Set<Address> {
    var files: Set<Address> = [.kit]
    if kit.network != nil { files.insert(.network) }
    if kit.group != nil { files.insert(.group) }
    if kit.customisations != nil { files.insert(.customisations) }
    for plan in kit.plans { files.insert(plan.address) }
    for guide in kit.guides { files.insert(Address(.guide, guide.id)) }
    for method in kit.methods { files.insert(Address(.method, method.id)) }
    for resource in kit.resources { files.insert(.resource(resource.id)) }
    for list in kit.checklists { files.insert(Address(.checklist, list.id)) }
    for round in kit.rounds { files.insert(Address(.round, round.id)) }
    for event in kit.events { files.insert(Address(.event, event.id)) }
    for debrief in kit.debriefs { files.insert(Address(.debrief, debrief.id)) }
    return files
  }

  /// All addresses of files, blocks and sections, as people type them.
  var addresses: [String] {
    let blocks = kit.plans.flatMap { plan in plan.blocks.map { plan.address.part($0.id.rawValue).description }
    }
    let headings = sections.flatMap { (file, slugs) in slugs.map { file + "#" + $0 } }
    return files.map(\.description).sorted() + blocks + headings.sorted()
  }
}
