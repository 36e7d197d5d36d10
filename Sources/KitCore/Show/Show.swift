/// A kit and its parts as people read them on a terminal.
///
/// Parameters are filled in where a value is known. Every line fits `width` columns, as far as words allow, and
/// nothing in it can move a terminal's cursor.
package struct Show: Sendable {
  /// How a plan is to be shown.
  package struct Clock: Sendable {
    /// When the session begins; times count from 0:00 where it is not known.
    package var start: ClockTime?
    /// The minutes that the plan is made to fit.
    package var ifShort: Int?

    /// Makes a wish.
    package init(start: ClockTime? = nil, ifShort: Int? = nil) {
      self.start = start
      self.ifShort = ifShort
    }
  }

  let kit: Kit
  let clock: Clock
  /// The language of titles and texts where the kit has them in it; `nil` for the kit's own.
  let language: String?
  /// What a person types before an address to see it, for hints.
  package let command: String
  let width: Int

  /// Shows parts of `kit`.
  package init(
    _ kit: Kit, clock: Clock = Clock(), language: String? = nil, command: String = "kitbag show",
    width: Int = 80
  ) {
    self.kit = kit
    self.clock = clock
    self.language = language == kit.identity.languages.first ? nil : language
    self.command = command
    self.width = width
  }

  /// The part at an address as text; `nil` where the kit has no such part.
  package func text(of address: Address) -> String? {
    var sheet = Sheet(width: width, values: ParameterValues(of: kit))
    guard show(address, on: &sheet) else { return nil }
    return sheet.text
  }

  /// The parts that people may mean by an address, or by an id alone: files first; only where no file has that id, the
  /// blocks and sections that do.
  package func addresses(of word: String) -> [Address] {
    if let address = try? Address(parsing: word) { return [address] }
    let files = known.filter { $0.name == word }
    if !files.isEmpty { return files }
    let blocks = kit.plans.filter { plan in plan.blocks.contains { $0.id.rawValue == word } }
    let sections = kit.guides.filter { MarkdownDocument($0.prose.source.bytes).section(word) != nil }
    return blocks.map { $0.address.part(word) } + sections.map { Address(.guide, $0.id).part(word) }
  }

  /// The one part that people mean by an address, or by an id alone; `nil` where there is none, or more than one.
  package func address(of word: String) -> Address? {
    let found = addresses(of: word)
    return found.count == 1 ? found[0] : nil
  }

  /// What somebody who typed `word` probably meant.
  package func nearest(to word: String) -> String? {
    let names = KitParts(kit, pages: Page.all(of: kit)).addresses
    return NearestMatch.of(word, among: names)
      ?? NearestMatch.of(word, among: known.map(\.name)).flatMap { (name: String) -> String? in
        known.first { $0.name == name }?.description
      }
  }

  private var known: [Address] {
    kit.plans.map(\.address) + kit.guides.map { Address(.guide, $0.id) }
      + kit.methods.map { Address(.method, $0.id) }
      + kit.resources.map { .resource($0.id) } + kit.checklists.map { Address(.checklist, $0.id) }
      + kit.rounds.map { Address(.round, $0.id) } + kit.events.map { Address(.event, $0.id) }
      + kit.debriefs.map { Address(.debrief, $0.id) } + kit.unread.filter { !$0.kind.isSingle }.sorted()
  }

  private func show(_ address: Address, on sheet: inout Sheet) -> Bool {
    let inside = address.inside.first
    switch address.kind {
    case .kit: showKit(on: &sheet)
    case .plan:
      guard let plan = address.id.flatMap({ kit.plan($0) }) else { return false }
      guard let inside else {
        show(plan, on: &sheet)
        return true
      }
      guard let place = plan.blocks.firstIndex(where: { $0.id.rawValue == inside }) else { return false }
      show(plan.blocks[place], of: plan, at: place, on: &sheet)
    case .guide:
      guard let guide = address.id.flatMap({ kit.guide($0) }) else { return false }
      return show(guide, section: inside, on: &sheet)
    case .method:
      guard let method = address.id.flatMap({ kit.method($0) }) else { return false }
      show(method, on: &sheet)
    case .resource:
      guard let resource = ResourceID(rawValue: address.name).flatMap({ kit.resource($0) }) else {
        return false
      }
      show(resource, on: &sheet)
    case .checklist:
      guard let list = address.id.flatMap({ kit.checklist($0) }) else { return false }
      show(list, on: &sheet)
    case .event:
      guard let event = address.id.flatMap({ kit.event($0) }) else { return false }
      show(event, on: &sheet)
    case .round, .network, .group, .customisations, .debrief: return showRecord(address, on: &sheet)
    }
    return true
  }
}
