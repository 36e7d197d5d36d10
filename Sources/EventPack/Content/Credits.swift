internal import KitCore

/// Who is owed what: licences, sources and the sentences that they demand.
struct Credits {
  let occasion: Occasion
  let pages: PackPages

  /// Every attribution of the kit and of what is in the pack, each once, in the order of the kit.
  var attributions: [Attribution] {
    var seen: Set<String> = []
    let all =
      occasion.kit.identity.attribution + pages.guides.flatMap(\.attribution)
      + pages.methods.flatMap(\.attribution)
      + pages.resources.flatMap(\.attribution)
    return all.filter {
      seen.insert($0.source + "\u{0}" + $0.licence + "\u{0}" + ($0.statement ?? "")).inserted
    }
  }

  /// Sentences that must stand word for word, each once.
  var statements: [String] {
    var found: [String] = []
    for attribution in attributions {
      if let statement = attribution.statement, !found.contains(statement) { found.append(statement) }
      if attribution.licence.hasPrefix("OGL-UK"), attribution.statement == nil,
        !found.contains(Credits.openGovernment)
      {
        found.append(Credits.openGovernment)
      }
    }
    return found
  }

  static let openGovernment =
    "Contains public sector information licensed under the Open Government Licence v3.0."

  /// One attribution as a sentence.
  static func line(_ attribution: Attribution, _ occasion: Occasion) -> String {
    var line = occasion.line(attribution.source).trimmingFinalStop
    line +=
      attribution.licence == Attribution.noneStated ? ", no licence stated." : ", \(attribution.licence)."
    if let changes = attribution.changes { line += " " + occasion.line(changes).trimmingFinalStop + "." }
    return line
  }

  /// The document.
  var document: PackDocument {
    var draft = Draft()
    let kit = occasion.kit.identity
    draft.add(
      .facts([
        .fact("Kit", "\(occasion.line(kit.title)), version \(kit.version)"),
        .fact("Kept by", occasion.line(kit.owner)),
        .fact("Licence", kit.licence),
      ]))
    for statement in statements { draft.text(occasion.line(statement)) }
    if !occasion.waivers.isEmpty {
      draft.heading(2, "What differs from the kit")
      draft.text(
        "This session is based on “\(occasion.line(kit.title))”. These fixed parts were changed, for these reasons:"
      )
      draft.add(.facts(occasion.waivers.map { .fact($0.part, occasion.line($0.because)) }))
    }
    if !attributions.isEmpty {
      draft.heading(2, "Made with the work of others")
      let items = attributions.map { (attribution: Attribution) -> PackBlock.Item in
        var words: [PackInline] = [.text(Credits.line(attribution, occasion))]
        if let url = attribution.url, case .outside(let address) = LinkTarget(url) {
          words += [.text(" "), .link(to: address, [.text(address)])]
        }
        return .init([.paragraph(words)])
      }
      draft.add(.list(start: nil, items))
    }
    draft.heading(2, "Letters")
    draft.paragraph([
      .text(
        "Set in Kitbag Sans, made smaller from Source Sans 3 by Adobe, under the SIL Open Font License 1.1; its text is in "
      ),
      .link(to: "assets/OFL.txt", [.text("assets/OFL.txt")]), .text("."),
    ])
    return PackDocument(
      id: "credits", audience: .participants, title: "Sources and licences",
      summary: "Whose work this is, and on which terms you may use it.", language: occasion.language,
      blocks: draft.blocks)
  }
}

extension String {
  /// The text without a full stop at its end.
  var trimmingFinalStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension Draft {
  /// Adds a paragraph of several pieces.
  mutating func paragraph(_ text: [PackInline]) { add(.paragraph(text)) }
}
