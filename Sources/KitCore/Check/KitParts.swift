/// The ids and addresses that a kit has, for looking references up.
struct KitParts {
  let kit: Kit
  let methods: Set<String>
  let resources: [ResourceID]
  let roles: Set<String>
  private let patience = Patience()
  /// The addresses of all files.
  private let files: Set<Address>
  /// The sections of each Markdown file by its address.
  private let sections: [String: Set<String>]
  /// The same for every Markdown file that was read, translations too.
  private let headings: [KitPath: Set<String>]

  init(_ kit: Kit, pages: [Page]) {
    self.kit = kit
    files = KitParts.files(of: kit)
    let unread = kit.unread
    methods = Set(
      kit.methods.map(\.id.rawValue) + unread.filter { $0.kind == .method }.map(\.name))
    let unreadResources = unread.filter { $0.kind == .resource }.compactMap { ResourceID(rawValue: $0.name) }
    resources = kit.resources.map(\.id) + unreadResources.sorted()
    roles = Set(kit.identity.roles.map(\.id.rawValue))
    var sections: [String: Set<String>] = [:]
    var headings: [KitPath: Set<String>] = [:]
    for page in pages {
      let slugs = Set(page.document.sections.map(\.slug))
      headings[page.prose.path] = slugs
      if !page.isTranslation { sections[page.address.description] = slugs }
    }
    self.sections = sections
    self.headings = headings
  }

  /// The names of the headings in a Markdown file; `nil` for any other file.
  func headings(in path: KitPath) -> Set<String>? { headings[path] }

  /// How often what was meant is still searched for: a file with very many slips has another problem.
  private final class Patience {
    var guesses = 200
  }

  /// A remedy that begins with what was probably meant.
  func hint(_ word: String, _ known: Set<String>, _ rule: CheckRule) -> String {
    guard patience.guesses > 0, known.count <= 2000 else { return rule.remedy }
    patience.guesses -= 1
    let question = NearestMatch.question(word, among: known.sorted())
    return question.isEmpty ? rule.remedy : question + " " + rule.remedy
  }

  func role(_ id: RoleID?, in record: Record, at key: String) -> [Diagnostic] {
    guard let id, !roles.contains(id.rawValue), !kit.unread.contains(.kit) else { return [] }
    return [
      ReferenceCheck.role.found(
        in: record, at: key, "There is no role “\(id)” in kit.yaml.",
        remedy: hint(id.rawValue, roles, ReferenceCheck.role))
    ]
  }

  func plan(_ id: KitID?, in record: Record, at key: String) -> [Diagnostic] {
    guard let id, kit.plan(id) == nil, !kit.unread.contains(.plan(id)) else { return [] }
    return [
      ReferenceCheck.plan.found(
        in: record, at: key, "There is no plan “\(id)”.",
        remedy: hint(id.rawValue, Set(kit.plans.map(\.id.rawValue)), ReferenceCheck.plan))
    ]
  }

  func block(_ id: BlockID?, of plan: Plan, in record: Record) -> [Diagnostic] {
    guard let id, plan.block(id) == nil, !kit.unread.contains(plan.address) else { return [] }
    return [
      ReferenceCheck.part.found(
        in: record, at: "block", "The plan “\(plan.id)” has no block “\(id)”.",
        remedy: hint(id.rawValue, Set(plan.blocks.map(\.id.rawValue)), ReferenceCheck.part))
    ]
  }

  func guide(_ reference: GuideReference, in record: Record, at key: String) -> [Diagnostic] {
    guard let known = sections["guide:\(reference.guide)"] else {
      if kit.unread.contains(Address(.guide, reference.guide)) { return [] }
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
    if kit.unread.contains(file) { return true }
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
