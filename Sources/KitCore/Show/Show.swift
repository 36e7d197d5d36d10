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
  let width: Int

  /// Shows parts of `kit`.
  package init(_ kit: Kit, clock: Clock = Clock(), width: Int = 80) {
    self.kit = kit
    self.clock = clock
    self.width = width
  }

  /// The part at an address as text; `nil` where the kit has no such part.
  package func text(of address: Address) -> String? {
    var sheet = Sheet(width: width, values: ParameterValues(of: kit))
    guard show(address, on: &sheet) else { return nil }
    return sheet.text
  }

  /// The part that people mean by an address, or by an id alone.
  ///
  /// - Returns: The address; `nil` where nothing or more than one part has that id.
  package func address(of word: String) -> Address? {
    if let address = try? Address(parsing: word) { return address }
    var found: [Address] = []
    if let id = KitID(rawValue: word) {
      for kind in Address.Kind.named where kind != .resource { found.append(Address(kind, id)) }
    }
    if let id = ResourceID(rawValue: word) { found.append(.resource(id)) }
    found = found.filter { known.contains($0) }
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
      + kit.debriefs.map { Address(.debrief, $0.id) }
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
    case .round, .network, .group, .customisations, .debrief: return showFile(address.file, on: &sheet)
    }
    return true
  }

  /// Any other data file, key by key.
  private func showFile(_ address: Address, on sheet: inout Sheet) -> Bool {
    guard let path = KitLayout.path(of: address), let bytes = kit.files[path],
      let root = try? YAMLDocument.read(bytes).root
    else { return false }
    sheet.title(root["title"]?.text ?? root["name"]?.text ?? address.description, address)
    sheet.gap()
    showValue(root, on: &sheet, indent: 0)
    return true
  }

  private func showValue(_ node: YAMLNode, on sheet: inout Sheet, indent: Int) {
    for entry in node.mapping?.entries ?? [] {
      let key = entry.key.text ?? ""
      if let text = entry.value.text {
        sheet.entry(key, text, indent: indent)
      } else if let items = entry.value.sequence?.items, items.allSatisfy({ $0.value.text != nil }) {
        sheet.list(key, items.compactMap { $0.value.text }, indent: indent)
      } else {
        sheet.row("", key + ":", indent: indent)
        for item in entry.value.sequence?.items ?? [] {
          showValue(item.value, on: &sheet, indent: indent + 2)
        }
        if entry.value.mapping != nil { showValue(entry.value, on: &sheet, indent: indent + 2) }
      }
    }
  }
}
