/// Tells which section a byte of our version stands in.
struct SectionLookup {
  /// Where each section begins, and its slug.
  private var starts: [(byte: Int, slug: String)] = []

  init(_ document: UnitDocument, isMarkdown: Bool) {
    guard isMarkdown else { return }
    starts = MarkdownDocument(document.bytes).sections.map { ($0.ownRange.lowerBound, $0.slug) }
  }

  /// `#slug` of the section around a byte; empty before the first heading.
  func address(at byte: Int) -> String {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].byte <= byte { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? "" : "#" + starts[low - 1].slug
  }
}
