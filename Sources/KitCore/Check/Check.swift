/// All that is looked for in a kit beyond the form of its files.
///
/// Each check is a pure function of the kit; none of them stops another, and none changes anything.
package enum Check {
  /// The rules of all checks, those for the form of files first, in the order of the manual.
  package static let rules: [CheckRule] =
    ReadingRules.all + ReferenceCheck.rules + UsageCheck.rules + RoundCheck.rules + LicenceCheck.rules
    + TimingCheck.rules + EventTimingCheck.rules + ParameterCheck.rules + AccessibilityCheck.rules
    + MarkdownSafetyCheck.rules + LanguageCheck.rules + FixedPartCheck.rules + PersonalDataCheck.rules
    + ConfidentialityCheck.rules + RuleWordingCheck.rules + DebriefCheck.rules

  /// What is worth telling about a kit that was read, its form included, in the order of files and places.
  ///
  /// - Parameters:
  ///   - reading: The kit as it was read.
  ///   - master: The master kit that it was made from, if that is at hand; fixed parts are compared with it.
  package static func diagnostics(of reading: KitReading, master: Kit? = nil) -> [Diagnostic] {
    guard let kit = reading.kit else { return reading.diagnostics }
    var found = reading.diagnostics
    // In a folder that is no kit, every part would seem to lack something.
    guard !found.contains(where: { $0.rule == "no-kit" }) else { return found }
    let pages = Page.all(of: kit)
    found += ReferenceCheck.diagnostics(of: kit, pages: pages)
    found += UsageCheck.diagnostics(of: kit, pages: pages)
    found += RoundCheck.diagnostics(of: kit)
    found += TimingCheck.diagnostics(of: kit)
    found += EventTimingCheck.diagnostics(of: kit)
    found += AccessibilityCheck.diagnostics(of: kit, pages: pages)
    found += MarkdownSafetyCheck.diagnostics(of: pages)
    if let master { found += FixedPartCheck.diagnostics(of: kit, master: master) }
    found += PersonalDataCheck.diagnostics(of: kit)
    found += RuleWordingCheck.diagnostics(of: kit, pages: pages)
    found += DebriefCheck.diagnostics(of: kit)
    if !kit.unread.contains(.kit) { found += ofIdentity(kit) }
    return found.sorted()
  }

  /// What hangs on kit.yaml: without it every licence, parameter and language would seem to be missing.
  private static func ofIdentity(_ kit: Kit) -> [Diagnostic] {
    LicenceCheck.diagnostics(of: kit) + ParameterCheck.diagnostics(of: kit)
      + LanguageCheck.diagnostics(of: kit) + ConfidentialityCheck.diagnostics(of: kit)
  }
}

/// A Markdown file of a kit with its blocks and links, read once for all checks.
struct Page {
  /// The part that the file is.
  let address: Address
  let prose: Prose
  let document: MarkdownDocument
  let links: [InlineLink]
  /// Whether it is a translation of the file that has the same address.
  let isTranslation: Bool

  private init(_ address: Address, _ prose: Prose, isTranslation: Bool = false) {
    self.address = address
    self.prose = prose
    self.isTranslation = isTranslation
    let document = MarkdownDocument(prose.source.bytes)
    self.document = document
    links = document.blocks.flatMap { (block: MarkdownBlock) -> [InlineLink] in
      switch block.kind {
      case .heading, .paragraph, .item, .tableRow: InlineLink.all(in: document.bytes, block.content)
      default: []
      }
    }
  }

  /// All Markdown files of a kit.
  static func all(of kit: Kit) -> [Page] {
    func pages(_ address: Address, _ prose: Prose?, _ translations: [String: Prose]) -> [Page] {
      let own = prose.map { [Page(address, $0)] } ?? []
      return own
        + translations.sorted { $0.key < $1.key }.map { Page(address, $0.value, isTranslation: true) }
    }
    return kit.guides.flatMap { pages(Address(.guide, $0.id), $0.prose, $0.translations) }
      + kit.methods.flatMap { pages(Address(.method, $0.id), $0.prose, $0.translations) }
      + kit.resources.flatMap { pages(.resource($0.id), $0.prose, $0.translations) }
  }

  func found(_ rule: CheckRule, at offset: Int, _ message: String, remedy: String? = nil) -> Diagnostic {
    rule.found(at: offset, of: prose.source, path: prose.path, address: address, message, remedy: remedy)
  }
}
