/// Writes one document as a page: semantic, without scripts, and complete in itself.
struct PageWriter {
  let document: PackDocument
  let imprint: Imprint
  let theme: Theme
  private var html = HTMLText()
  private var notesMet: Set<Int> = []
  /// Whether a copy of a card is being written, in which nothing may carry a name of its own.
  private var isInCopy = false

  init(_ document: PackDocument, _ imprint: Imprint, _ theme: Theme) {
    self.document = document
    self.imprint = imprint
    self.theme = theme
  }

  /// The page.
  static func page(_ document: PackDocument, _ imprint: Imprint, _ theme: Theme) -> [UInt8] {
    var writer = PageWriter(document, imprint, theme)
    writer.write()
    return writer.html.bytes
  }

  /// The way from the page to the top of the pack.
  private var top: String { String(repeating: "../", count: document.id.split(separator: "/").count - 1) }

  private var isStart: Bool { document.id == "index" }

  private mutating func write() {
    html.raw("<!DOCTYPE html>\n<html")
    html.attribute("lang", document.language)
    html.raw(">\n<head>\n<meta charset=\"utf-8\">\n<title>")
    html.text(isStart ? imprint.event : "\(document.title) – \(imprint.event)")
    html.raw("</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.raw(
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n")
    html.raw(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; style-src 'self' file: 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'\">\n"
    )
    html.raw("<link rel=\"stylesheet\"")
    html.attribute("href", top + "assets/fonts.css")
    html.raw(">\n<style>\n")
    html.made(theme.sheet(for: document.paper))
    html.raw("</style>\n</head>\n<body")
    html.attribute("class", "\(document.paper.form.rawValue) \(document.paper.size.rawValue.lowercased())")
    html.raw(">\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n")
    header()
    html.raw("<main id=\"main\">\n<h1>")
    html.text(document.title)
    html.raw("</h1>\n")
    blocks(document.blocks)
    html.raw("</main>\n")
    footer()
    html.raw("</body>\n</html>\n")
  }

  private mutating func header() {
    html.raw("<header class=\"top\">\n<div class=\"bar\">\n")
    if let logo = imprint.logo { picture(logo) }
    html.raw("<p class=\"event\">")
    if isStart {
      html.text(imprint.organiser)
    } else {
      html.raw("<a")
      html.attribute("href", top + "index.html")
      html.raw(">")
      html.text(imprint.event)
      html.raw("</a>")
    }
    html.raw("</p>\n<p class=\"when\">")
    html.text(imprint.when)
    html.raw("</p>\n</div>\n")
    if imprint.isPrivate {
      html.raw("<p class=\"private\">Private pack: it holds names of people. Do not pass it on.</p>\n")
    }
    html.raw("</header>\n")
  }

  private mutating func footer() {
    html.raw("<footer class=\"end\">\n<p>")
    html.text("\(imprint.kit). \(imprint.organiser). ")
    html.text("Licence: \(imprint.licence). ")
    if document.id != "credits" {
      html.raw("<a")
      html.attribute("href", top + "credits.html")
      html.raw(">Sources and licences</a>")
    }
    html.raw("</p>\n")
    for statement in imprint.statements {
      html.raw("<p>")
      html.text(statement)
      html.raw("</p>\n")
    }
    html.raw("</footer>\n")
  }

  // MARK: Blocks

  private mutating func blocks(_ blocks: [PackBlock]) { for block in blocks { self.block(block) } }

  private mutating func block(_ block: PackBlock) {
    switch block {
    case .heading(let level, let anchor, let text):
      html.made("<h\(level)")
      if !isInCopy { html.attribute("id", anchor) }
      html.raw(">")
      inlines(text)
      html.made("</h\(level)>\n")
    case .paragraph(let text): element("p", text)
    case .list(let start, let items): list(start, items)
    case .table(let table): self.table(table)
    case .picture(let picture):
      html.raw("<p class=\"picture\">")
      self.picture(picture)
      html.raw("</p>\n")
    case .facts(let facts): self.facts(facts)
    case .box(let box):
      html.made("<div class=\"box \(box.kind.rawValue)\">\n<p class=\"name\">")
      html.text(box.title)
      html.raw("</p>\n")
      blocks(box.blocks)
      html.raw("</div>\n")
    case .quote(let inner):
      html.raw("<blockquote>\n")
      blocks(inner)
      html.raw("</blockquote>\n")
    case .code(let text):
      html.raw("<pre><code>")
      html.text(text)
      html.raw("</code></pre>\n")
    case .section(let inner):
      html.raw("<div class=\"keep\">\n")
      blocks(inner)
      html.raw("</div>\n")
    case .columns(let columns): self.columns(columns)
    case .cards(let cards): self.cards(cards)
    case .lines(let label, let count): lines(label, count)
    case .footnotes(let notes): footnotes(notes)
    case .rule: html.raw("<hr>\n")
    case .pageBreak: html.raw("<div class=\"break\"></div>\n")
    }
  }

  private mutating func element(_ name: StaticString, _ text: [PackInline]) {
    html.raw("<")
    html.raw(name)
    html.raw(">")
    inlines(text)
    html.raw("</")
    html.raw(name)
    html.raw(">\n")
  }

  private mutating func list(_ start: Int?, _ items: [PackBlock.Item]) {
    let isTasks = items.contains { $0.isDone != nil }
    if let start {
      html.raw("<ol")
      if start != 1 { html.attribute("start", String(start)) }
      html.raw(">\n")
    } else {
      html.raw(isTasks ? "<ul class=\"tasks\">\n" : "<ul>\n")
    }
    for item in items {
      html.raw("<li>")
      if let isDone = item.isDone {
        task(item, isDone)
      } else if item.blocks.count == 1, case .paragraph(let text) = item.blocks[0] {
        inlines(text)
      } else {
        html.raw("\n")
        blocks(item.blocks)
      }
      html.raw("</li>\n")
    }
    html.raw(start == nil ? "</ul>\n" : "</ol>\n")
  }

  /// A task that can be ticked on the screen, and with a pen.
  private mutating func task(_ item: PackBlock.Item, _ isDone: Bool) {
    html.raw(
      isDone ? "<label><input type=\"checkbox\" checked> <span>" : "<label><input type=\"checkbox\"> <span>")
    var rest = item.blocks[...]
    if case .paragraph(let text) = rest.first {
      inlines(text)
      rest = rest.dropFirst()
    } else {
      html.raw("To do")
    }
    html.raw("</span></label>\n")
    blocks(Array(rest))
  }

  private mutating func table(_ table: PackTable) {
    let isWide = table.columns.count > 3
    let classes = (isWide ? " wide" : "") + (table.isForWriting ? " writing" : "")
    html.made("<table class=\"t\(classes)\">\n")
    if !table.caption.isEmpty { element("caption", table.caption) }
    let total = max(1, table.columns.reduce(0) { $0 + $1.share })
    html.raw("<colgroup>")
    for column in table.columns { html.made("<col style=\"width:\(column.share * 100 / total)%\">") }
    html.raw("</colgroup>\n<thead>\n<tr>")
    for column in table.columns {
      let empty = column.title.isEmpty
      html.raw(empty ? "<td" : "<th scope=\"col\"")
      align(column)
      html.raw(">")
      inlines(column.title)
      html.raw(empty ? "</td>" : "</th>")
    }
    html.raw("</tr>\n</thead>\n<tbody>\n")
    for row in table.rows {
      html.raw("<tr>")
      for (index, cell) in row.enumerated() { self.cell(cell, index, table, isWide: isWide) }
      html.raw("</tr>\n")
    }
    html.raw("</tbody>\n</table>\n")
  }

  private mutating func cell(_ cell: [PackBlock], _ index: Int, _ table: PackTable, isWide: Bool) {
    let column = table.columns[index]
    let isName = index == 0 && table.namesRows && !cell.isEmpty
    html.raw(isName ? "<th scope=\"row\"" : "<td")
    align(column)
    if isWide, !column.title.isEmpty, !isName { html.attribute("data-label", column.title.plain) }
    html.raw(">")
    if cell.count == 1, case .paragraph(let text) = cell[0] { inlines(text) } else { blocks(cell) }
    html.raw(isName ? "</th>" : "</td>")
  }

  private mutating func align(_ column: PackTable.Column) {
    switch column.alignment {
    case .left: break
    case .centre: html.raw(" class=\"mid\"")
    case .right: html.raw(" class=\"num\"")
    }
  }

  private mutating func facts(_ facts: [PackBlock.Fact]) {
    html.raw("<dl class=\"facts\">\n")
    for fact in facts {
      html.raw("<dt>")
      inlines(fact.term)
      html.raw("</dt><dd>")
      if fact.blocks.count == 1, case .paragraph(let text) = fact.blocks[0] {
        inlines(text)
      } else {
        blocks(fact.blocks)
      }
      html.raw("</dd>\n")
    }
    html.raw("</dl>\n")
  }

  private mutating func columns(_ columns: [PackBlock.Column]) {
    html.raw("<div class=\"columns\">\n")
    for column in columns {
      html.raw("<div class=\"column\">\n<p class=\"name\">")
      html.text(column.title)
      html.raw("</p>\n")
      blocks(column.blocks)
      html.raw("</div>\n")
    }
    html.raw("</div>\n")
  }

  private mutating func cards(_ cards: [PackBlock.Card]) {
    html.raw("<div class=\"cards\">\n")
    for card in cards { self.card(card, isCopy: false) }
    // A single card fills its sheet on paper; on a screen one is enough.
    if cards.count == 1, document.paper.form == .cards, document.paper.perSheet > 1 {
      for _ in 1..<min(document.paper.perSheet, 16) { card(cards[0], isCopy: true) }
    }
    html.raw("</div>\n")
  }

  private mutating func card(_ card: PackBlock.Card, isCopy: Bool) {
    html.raw(isCopy ? "<div class=\"card copy\" aria-hidden=\"true\"" : "<article class=\"card\"")
    if let language = card.language { html.attribute("lang", language) }
    if !isCopy { html.attribute("id", card.anchor) }
    html.raw(">\n<div class=\"face\">\n")
    if !card.over.isEmpty {
      html.raw("<p class=\"over\">")
      html.text(card.over)
      html.raw("</p>\n")
    }
    html.raw("<h2>")
    html.text(card.title)
    html.raw("</h2>\n")
    isInCopy = isCopy
    blocks(card.blocks)
    isInCopy = false
    html.raw("</div>\n")
    if !card.notes.isEmpty {
      html.raw("<div class=\"notes\">\n<p class=\"name\">Notes</p>\n")
      blocks(card.notes)
      html.raw("</div>\n")
    }
    html.raw(isCopy ? "</div>\n" : "</article>\n")
  }

  private mutating func lines(_ label: [PackInline], _ count: Int) {
    html.raw("<div class=\"lines\">\n")
    if !label.isEmpty { element("p", label) }
    for _ in 0..<min(max(count, 1), 60) { html.raw("<div class=\"line\"></div>\n") }
    html.raw("</div>\n")
  }

  private mutating func footnotes(_ notes: [PackBlock.Footnote]) {
    html.raw("<div class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Notes\">\n<ol>\n")
    for note in notes {
      html.made("<li id=\"note-\(note.number)\" value=\"\(note.number)\">\n")
      blocks(note.blocks)
      html.made(
        "<p><a href=\"#note-\(note.number)-at\">Back to the text of note \(note.number)</a></p></li>\n")
    }
    html.raw("</ol>\n</div>\n")
  }

  // MARK: Text

  private mutating func inlines(_ pieces: [PackInline]) { for piece in pieces { inline(piece) } }

  private mutating func inline(_ piece: PackInline) {
    switch piece {
    case .text(let text): html.text(text)
    case .strong(let inner): wrapped("strong", inner)
    case .emphasis(let inner): wrapped("em", inner)
    case .struck(let inner): wrapped("s", inner)
    case .code(let text):
      html.raw("<code>")
      html.text(text)
      html.raw("</code>")
    case .link(let target, let inner):
      html.raw("<a")
      html.attribute("href", PageWriter.isInside(target) ? top + target : target)
      html.raw(">")
      inlines(inner)
      html.raw("</a>")
    case .picture(let picture): self.picture(picture)
    case .language(let language, let inner):
      html.raw("<span")
      html.attribute("lang", language)
      html.raw(">")
      inlines(inner)
      html.raw("</span>")
    case .footnote(let number):
      html.raw("<sup><a")
      if !isInCopy, notesMet.insert(number).inserted { html.attribute("id", "note-\(number)-at") }
      html.made(" href=\"#note-\(number)\" aria-label=\"Note \(number)\">\(number)</a></sup>")
    case .lineBreak: html.raw("<br>")
    }
  }

  private mutating func wrapped(_ name: StaticString, _ inner: [PackInline]) {
    html.raw("<")
    html.raw(name)
    html.raw(">")
    inlines(inner)
    html.raw("</")
    html.raw(name)
    html.raw(">")
  }

  private mutating func picture(_ picture: PackPicture) {
    html.raw("<img")
    html.attribute("src", top + picture.file)
    html.attribute("alt", picture.alternative)
    html.raw(">")
  }

  /// Whether a link leads to a file of the pack, rather than to an anchor or outside.
  static func isInside(_ target: String) -> Bool {
    !target.hasPrefix("#") && !target.prefix { $0 != "/" && $0 != "#" }.contains(":")
  }
}
