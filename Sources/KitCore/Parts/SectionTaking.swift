/// Brings a section of a Markdown document as another one has it.
struct SectionTaking {
  let ours: MarkdownDocument
  let theirs: MarkdownDocument

  init(ours: [UInt8], theirs: [UInt8]) {
    self.ours = MarkdownDocument(ours)
    self.theirs = MarkdownDocument(theirs)
  }

  /// Whether one of the two has the section.
  func knows(_ slug: String) -> Bool { ours.section(slug) != nil || theirs.section(slug) != nil }

  /// Our document with their section of this name, without the sections inside it; at its place, or gone where
  /// theirs has none.
  func taking(_ slug: String) -> [UInt8] {
    let names = (ours: ours.sections.map(\.slug), theirs: theirs.sections.map(\.slug))
    switch (ours.section(slug), theirs.section(slug)) {
    case (nil, nil): return ours.bytes
    case (let own?, nil): return without(own)
    case (nil, let theirs?): return adding(theirs, to: ours)
    case (let own?, let other?):
      let common = (
        ours: names.ours.filter { names.theirs.contains($0) },
        theirs: names.theirs.filter { names.ours.contains($0) }
      )
      if Neighbour.before(slug, in: common.ours) == Neighbour.before(slug, in: common.theirs) {
        var bytes = ours.bytes
        bytes.replaceSubrange(trimmed(own.ownRange, of: ours), with: text(of: other))
        return bytes
      }
      return adding(other, to: MarkdownDocument(without(own)))
    }
  }

  /// A section's bytes without blank lines at its end, with our line ends.
  private func text(of section: MarkdownSection) -> [UInt8] {
    let bytes = Array(theirs.bytes[trimmed(section.ownRange, of: theirs)].filter { $0 != 0x0D })
    guard ours.bytes.contains(0x0D) else { return bytes }
    return bytes.flatMap { (byte: UInt8) -> [UInt8] in byte == 0x0A ? [0x0D, 0x0A] : [byte] }
  }

  private func trimmed(_ range: Range<Int>, of document: MarkdownDocument) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, document.bytes[end - 1].isBlank { end -= 1 }
    return range.lowerBound..<end
  }

  private func without(_ section: MarkdownSection) -> [UInt8] {
    var bytes = ours.bytes
    if let next = ours.sections.first(where: { $0.headingBlock > section.headingBlock }) {
      bytes.removeSubrange(section.ownRange.lowerBound..<next.ownRange.lowerBound)
      return bytes
    }
    var start = section.ownRange.lowerBound
    while start > 0, bytes[start - 1].isBlank { start -= 1 }
    bytes.replaceSubrange(start..<bytes.count, with: start > 0 ? lineEnd : [])
    return bytes
  }

  private func adding(_ section: MarkdownSection, to document: MarkdownDocument) -> [UInt8] {
    var bytes = document.bytes
    let place = Neighbour.of(
      section.slug, in: theirs.sections.map(\.slug), among: document.sections.map(\.slug))
    if case .before(let name) = place, let next = document.section(name) {
      bytes.insert(contentsOf: text(of: section) + lineEnd + lineEnd, at: next.ownRange.lowerBound)
      return bytes
    }
    if case .after(let name) = place, let before = document.section(name) {
      bytes.insert(
        contentsOf: lineEnd + lineEnd + text(of: section),
        at: trimmed(before.ownRange, of: document).upperBound)
      return bytes
    }
    let end = trimmed(0..<bytes.count, of: document).upperBound
    return bytes[..<end] + (end > 0 ? lineEnd + lineEnd : []) + text(of: section) + lineEnd
  }

  private var lineEnd: [UInt8] { ours.bytes.contains(0x0D) ? [0x0D, 0x0A] : [0x0A] }
}
