/// Compares two versions of a Markdown document, section by section.
struct ProseComparison {
  private let old: MarkdownDocument
  private let new: MarkdownDocument
  private let part: ComparedPart
  private(set) var changes: [Change] = []

  /// - Parameter part: The document itself, its title as subject.
  init(old: [UInt8], new: [UInt8], at part: ComparedPart) {
    self.old = MarkdownDocument(old)
    self.new = MarkdownDocument(new)
    self.part = part
    compareSections()
  }

  /// A section, or the text before the first one.
  private struct Section {
    var slug = ""
    var title = ""
    var pieces: [PassageComparison.Piece]

    /// The section's text as one.
    var allText: String { pieces.map { $0.text }.joined(separator: "\n") }
  }

  private mutating func compareSections() {
    let before = Self.sections(of: old)
    let after = Self.sections(of: new)
    let match = SequenceMatch(
      old: before.map { section in .init(key: section.slug) { section.allText } },
      new: after.map { section in .init(key: section.slug) { section.allText } })
    let partners = match.partners
    for position in after.indices {
      let section = after[position]
      let place = self.place(of: section)
      guard let from = partners[position].map({ before[$0] }) else {
        changes.append(place.change(.added, "section added (\(Self.length(section)))"))
        continue
      }
      if from.title != section.title {
        changes.append(
          place.change(.renamed, "was “\(from.title)” before", before: from.title, after: section.title))
      }
      let passage = PassageComparison(old: from.pieces, new: section.pieces)
      if !passage.isEmpty {
        var change = place.change(.reworded, passage.summary)
        change.passages = passage.differences
        changes.append(change)
      }
      if match.moved.contains(position) {
        changes.append(place.change(.moved, "moved \(Self.whereTo(position, in: after.map(\.title)))"))
      }
    }
    for position in match.removed {
      let section = before[position]
      changes.append(place(of: section).change(.removed, "section removed (\(Self.length(section)))"))
    }
  }

  private func place(of section: Section) -> ComparedPart {
    section.slug.isEmpty ? part : part.part(id: section.slug, title: section.title)
  }

  private static func length(_ section: Section) -> String {
    Counting.count(section.allText.split(whereSeparator: \.isWhitespace).count, "word")
  }

  /// `before “B”`, or `to the end`.
  static func whereTo(_ position: Int, in titles: [String]) -> String {
    position + 1 < titles.count ? "before “\(titles[position + 1])”" : "to the end"
  }

  private static func sections(of document: MarkdownDocument) -> [Section] {
    let first = document.sections.first?.headingBlock ?? document.blocks.count
    var sections: [Section] = []
    let opening = pieces(document, 0..<first)
    if !opening.isEmpty { sections.append(Section(pieces: opening)) }
    for section in document.sections {
      sections.append(
        Section(slug: section.slug, title: section.title, pieces: pieces(document, section.body)))
    }
    return sections
  }

  private static func pieces(_ document: MarkdownDocument, _ blocks: Range<Int>) -> [PassageComparison.Piece]
  {
    blocks.flatMap { index -> [PassageComparison.Piece] in
      let block = document.blocks[index]
      let text = document.text(block.content)
      switch block.kind {
      case .paragraph: return Sentences.of(text).map { .init(text: $0) }
      case .item: return [.init(noun: .item, text: text)]
      case .tableRow: return [.init(noun: .row, text: text)]
      case .code, .html, .linkDefinition: return [.init(noun: .line, text: text)]
      case .heading, .tableRule, .fence, .rule: return []
      }
    }
  }
}
