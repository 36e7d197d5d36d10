/// Everybody must be able to read what a kit says, with whatever they read.
enum AccessibilityCheck {
  static let alternative = CheckRule(
    "missing-alternative-text", .warning,
    why: "People who do not see a picture need words for what it shows.",
    remedy: "Say in a sentence what the picture shows.")
  static let heading = CheckRule(
    "skipped-heading", .warning, why: "Screen readers lead people from heading to heading by their levels.",
    remedy: "Use the next level: “##” for sections, “###” inside them.")
  static let bare = CheckRule(
    "bare-link", .warning, why: "A screen reader spells an address out, letter by letter.",
    remedy: "Write what it leads to: [the survey](https://…).")
  static let unclear = CheckRule(
    "unclear-link", .warning, why: "Links are read out on their own; “click here” says nothing then.",
    remedy: "Let the link's words say what it leads to.")
  static let table = CheckRule(
    "table-without-header", .warning, why: "Without a header nobody who listens knows what a cell is about.",
    remedy: "Give every column a heading in the table's first row.")

  static let rules = [alternative, heading, bare, unclear, table]

  static func diagnostics(of kit: Kit, pages: [Page]) -> [Diagnostic] {
    pages.flatMap { headings(in: $0) + links(in: $0) + tables(in: $0) }
      + kit.resources.filter { $0.isPicture && $0.alternativeText == nil }.map {
        (picture: Resource) -> Diagnostic in
        alternative.found(in: picture.record, "The picture “\(picture.id)” has no alternative text.")
      }
  }

  private static func headings(in page: Page) -> [Diagnostic] {
    // The title in the front matter is the heading of the first level.
    var last = 1
    return page.document.blocks.compactMap { (block: MarkdownBlock) -> Diagnostic? in
      guard case .heading(let level) = block.kind else { return nil }
      defer { last = level }
      guard level > last + 1 else { return nil }
      return page.found(
        heading, at: block.range.lowerBound,
        "The heading “\(page.document.text(block.content).prefix(60))” has level \(level), after one of level \(last)."
      )
    }
  }

  private static let emptyWords: Set<String> = [
    "here", "click here", "click", "link", "this link", "read more", "more", "this", "this page", "see here",
    "download",
    "learn more", "more information", "details",
  ]

  private static func links(in page: Page) -> [Diagnostic] {
    page.links.compactMap { (link: InlineLink) -> Diagnostic? in
      switch link.kind {
      case .picture:
        guard link.words.trimmed.isEmpty else { return nil }
        return page.found(
          alternative, at: link.offset, "The picture “\(link.address)” has no alternative text.")
      case .bare:
        return page.found(
          bare, at: link.offset, "The address “\(link.address.prefix(60))” stands there without words.")
      case .link:
        let words = link.words.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "!" }
          .trimmed
        if link.words.hasPrefix("http") || link.words.hasPrefix("www.") {
          return page.found(
            bare, at: link.offset, "The link's words are an address: “\(link.words.prefix(60))”.")
        }
        guard words.isEmpty || emptyWords.contains(words) else { return nil }
        return page.found(unclear, at: link.offset, "The link's words are “\(link.words)”.")
      }
    }
  }

  /// Tables whose first row is missing or has empty cells; the first cell of all may be empty.
  private static func tables(in page: Page) -> [Diagnostic] {
    let blocks = page.document.blocks
    return blocks.indices.compactMap { (place: Int) -> Diagnostic? in
      guard blocks[place].kind == .tableRule else { return nil }
      guard place > 0, blocks[place - 1].kind == .tableRow else {
        return page.found(table, at: blocks[place].range.lowerBound, "The table has no header row.")
      }
      let header = blocks[place - 1]
      let cells = page.document.cells(of: header)
      guard cells.dropFirst().contains(where: \.isEmpty) || cells.allSatisfy(\.isEmpty) else { return nil }
      return page.found(table, at: header.range.lowerBound, "A column of the table has no heading.")
    }
  }
}

/// What Markdown can hold and no page that Kitbag makes will show.
enum MarkdownSafetyCheck {
  static let html = CheckRule(
    "raw-html", .warning, why: "Packs and pages leave raw HTML out, so that nobody's code runs from a kit.",
    remedy: "Write it as Markdown.")
  static let address = CheckRule(
    "unsafe-link", .warning,
    why: "Links other than to the web, to files of the kit and to e-mail are left out.",
    remedy: "Link to a page on the web, or to a file of the kit.")
  static let remote = CheckRule(
    "remote-picture", .warning,
    why: "A picture from the web tells its owner who reads the page, so it is not shown.",
    remedy: "Put the picture into resources/ with its licence, or link to it.")

  static let rules = [html, address, remote]

  static func diagnostics(of pages: [Page]) -> [Diagnostic] {
    pages.flatMap { (page: Page) -> [Diagnostic] in
      let lines = page.document.blocks.filter { isRaw($0, in: page) }.map {
        (block: MarkdownBlock) -> Diagnostic in
        page.found(html, at: block.range.lowerBound, "Here stands raw HTML.")
      }
      return lines + page.links.compactMap { diagnostic(of: $0, in: page) }
    }
  }

  /// Whether a block is HTML that is more than a comment.
  private static func isRaw(_ block: MarkdownBlock, in page: Page) -> Bool {
    guard block.kind == .html else { return false }
    let text = page.document.text(block.content).trimmed
    return text.hasPrefix("<") && !text.hasPrefix("<!--")
  }

  private static func diagnostic(of link: InlineLink, in page: Page) -> Diagnostic? {
    let target = LinkTarget(link.address, from: page.prose.path)
    if link.kind == .picture, target == .web {
      return page.found(remote, at: link.offset, "The picture “\(link.address.prefix(60))” lies on the web.")
    }
    guard link.kind != .bare, target == .elsewhere, !link.address.contains("{{") else { return nil }
    return page.found(address, at: link.offset, "The link “\(link.address.prefix(60))” leads nowhere safe.")
  }
}
