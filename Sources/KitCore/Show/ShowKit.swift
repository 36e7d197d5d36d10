extension Show {
  /// What the kit is, and what is in it.
  func showKit(on sheet: inout Sheet) {
    let identity = kit.identity
    let said = Wording(identity.translations, in: language)
    sheet.title(said("title", identity.title), .kit)
    sheet.words(said("purpose", identity.purpose))
    sheet.gap()
    sheet.entry("Version", "\(identity.version), \(identity.licence), kept by \(identity.owner)")
    if let group = kit.group {
      sheet.entry(
        "Group",
        "\(group.name), \(group.area); from \(group.master?.rawValue ?? "a master") \(group.masterVersion)")
    }
    sheet.entry("For", said("audience", ifSaid: identity.audience))
    sheet.entry("People", identity.groupSize.map { words(for: $0) })
    sheet.entry("Setting", identity.settings.map(\.rawValue).joined(separator: ", "))
    sheet.entry("Confidentiality", identity.confidentiality.words)
    sheet.entry("Languages", identity.languages.joined(separator: ", "))
    contents(
      "Plans",
      kit.plans.map {
        (
          $0.id.rawValue,
          "\(wording(of: $0)("title", $0.title)), \(count($0.schedule(from: ClockTime(minutes: 0)).minutes))"
        )
      }, on: &sheet)
    contents(
      "Guides", kit.guides.map { ($0.id.rawValue, prose($0.prose, $0.translations).title ?? $0.title) },
      on: &sheet)
    contents(
      "Methods", kit.methods.map { ($0.id.rawValue, prose($0.prose, $0.translations).title ?? $0.title) },
      on: &sheet)
    contents(
      "Resources", kit.resources.map { ($0.id.rawValue, "\(title(of: $0)) (\($0.kind.rawValue))") },
      on: &sheet)
    contents(
      "Checklists", kit.checklists.map { ($0.id.rawValue, "\($0.title), \($0.tasks.count) tasks") },
      on: &sheet)
    contents("Rounds", kit.rounds.map { ($0.id.rawValue, $0.title) }, on: &sheet)
    contents("Events", kit.events.map { ($0.id.rawValue, "\($0.title), \($0.date)") }, on: &sheet)
    contents(
      "Debriefs", kit.debriefs.map { ($0.id.rawValue, "\($0.attended) of \($0.booked) came") }, on: &sheet)
    contents("Parameters", identity.parameters.map { ("{{\($0.name)}}", $0.description) }, on: &sheet)
    contents("Sources", identity.attribution.map { ($0.licence, $0.source) }, on: &sheet)
    let broken = kit.unread.compactMap { KitLayout.path(of: $0)?.text }.sorted()
    contents("Not readable", broken.map { ($0, "“kitbag check” tells why") }, on: &sheet)
    if let plan = kit.plans.first {
      sheet.gap()
      sheet.words("What next: “\(command) \(plan.address)” shows the plan with its times.")
    }
  }

  private func contents(_ label: String, _ rows: [(name: String, words: String)], on sheet: inout Sheet) {
    guard !rows.isEmpty else { return }
    sheet.gap()
    sheet.line(label)
    let column = min(34, (rows.map { TextLayout.width(of: $0.name) }.max() ?? 0) + 2)
    for row in rows {
      let name = TerminalText(oneLine: row.name).shown
      sheet.row(TextLayout.padded(name, to: column - 1) + " ", row.words, indent: 2)
    }
  }
}

extension Show {
  func show(_ guide: Guide, section: String?, on sheet: inout Sheet) -> Bool {
    let address = Address(.guide, guide.id)
    let (prose, title) = prose(guide.prose, guide.translations)
    if let section {
      let document = MarkdownDocument(prose.source.bytes)
      guard let found = document.section(section) else { return false }
      show(document, found.fullRange, on: &sheet)
      return true
    }
    sheet.title(title ?? guide.title, address)
    sheet.entry("For", guide.role?.rawValue)
    sheet.words(prose.record.text("summary") ?? guide.summary)
    sheet.gap()
    show(prose, on: &sheet)
    return true
  }

  func show(_ method: Method, on sheet: inout Sheet) {
    let (prose, title) = prose(method.prose, method.translations)
    sheet.title(title ?? method.title, Address(.method, method.id))
    sheet.entry("What", prose.record.text("what") ?? method.what)
    sheet.entry("Why", prose.record.text("why") ?? method.why)
    sheet.entry("Minutes", method.minutes.map { words(for: $0) })
    sheet.entry("Together", method.groups?.description)
    sheet.entry("People", method.groupSize.map { words(for: $0) })
    sheet.list("Bring", method.materials.map { words(for: $0) })
    sheet.entry("Licence", method.licence)
    sheet.list("Sources", method.attribution.map { "\($0.source) (\($0.licence))" })
    sheet.gap()
    show(prose, on: &sheet)
  }

  func show(_ resource: Resource, on sheet: inout Sheet) {
    sheet.title(title(of: resource), .resource(resource.id))
    sheet.entry("Kind", "\(resource.kind.rawValue), shown \(resource.reveal.rawValue)")
    sheet.entry("File", resource.path?.text)
    sheet.entry("Link", resource.link)
    sheet.entry("Alternative text", resource.alternativeText)
    sheet.entry("Licence", resource.licence)
    sheet.entry("Reading time", resource.readingMinutes.map { count($0) })
    sheet.gap()
    if let own = resource.prose { show(prose(own, resource.translations).prose, on: &sheet) }
  }

  /// A resource's title in the language that was asked for.
  func title(of resource: Resource) -> String {
    let translated = language.flatMap { resource.translations[$0]?.title }
    return translated ?? Wording(resource.words, in: language)("title", resource.title)
  }

  func show(_ list: Checklist, on sheet: inout Sheet) {
    sheet.title(list.title, Address(.checklist, list.id))
    sheet.entry("For", list.role?.rawValue)
    sheet.words(list.purpose)
    sheet.gap()
    for task in list.tasks {
      var words = task.task
      if let role = task.role { words += " (\(role))" }
      if let setting = task.setting { words += " – \(setting.rawValue) only" }
      sheet.row(TextLayout.padded(task.when.description, to: 7), words)
      sheet.words(task.note, indent: 7)
    }
  }

  func show(_ event: Event, on sheet: inout Sheet) {
    sheet.title(event.title, Address(.event, event.id))
    sheet.entry("When", "\(event.date), \(event.start) (\(event.timeZone))")
    sheet.entry("Where", event.venue.map { "\($0.name), \($0.address)" } ?? event.joinLink)
    sheet.entry("Host", event.host)
    sheet.entry("Confidentiality", ConfidentialityCheck.confidentiality(of: event, kit).words)
    sheet.list("Roles", event.roles.map { "\($0.role): \($0.people.joined(separator: ", "))" })
    guard let plan = event.plan.flatMap({ kit.plan($0) }) else { return }
    sheet.gap()
    let times = Clock(start: ClockTime(event.start), ifShort: clock.ifShort)
    Show(kit, clock: times, language: language, command: command, width: width).show(plan, on: &sheet)
  }

  private func show(_ prose: Prose, on sheet: inout Sheet) {
    let document = MarkdownDocument(prose.source.bytes)
    show(document, prose.range, on: &sheet)
  }

  /// The blocks of Markdown in a range of bytes.
  private func show(_ document: MarkdownDocument, _ range: Range<Int>, on sheet: inout Sheet) {
    for block in document.blocks where range.contains(block.range.lowerBound) {
      let words = document.text(block.content)
      let indent = min(block.indent, 12)
      let isTight = block.gap.isEmpty
      if !isTight { sheet.gap() }
      switch block.kind {
      case .heading(let level):
        sheet.gap()
        sheet.title(words.withoutAnchor, underline: level <= 2 ? "-" : nil)
      case .item(let number): sheet.row(number.map { "\($0). " } ?? "- ", words.plainMarkdown, indent: indent)
      case .paragraph: sheet.row(block.quoteDepth > 0 ? "| " : "", words.plainMarkdown, indent: indent)
      case .tableRow, .tableRule, .code, .fence: sheet.line(words)
      case .rule, .html, .linkDefinition: break
      }
    }
  }
}

extension String {
  /// A heading's words without `{#id}`.
  fileprivate var withoutAnchor: String {
    guard hasSuffix("}"), let brace = lastIndex(of: "{"), self[index(after: brace)...].hasPrefix("#") else {
      return self
    }
    return self[..<brace].trimmed
  }

  /// The words without the marks for bold and emphasis.
  fileprivate var plainMarkdown: String { replacing("**", with: "").replacing("__", with: "") }
}
