/// The parts of a document that have a name of their own: entries of YAML lists by `id`, sections of Markdown.
struct NamedParts {
  /// One such part.
  struct Part {
    /// What tells it from others: the way to its list and its id, or its section's id or title.
    let name: String
    /// Whether the name is an id, which may stand once only, rather than a title.
    let isID: Bool
    /// Where it begins, in bytes.
    let start: Int
  }

  /// The parts in document order; none where the document cannot be read.
  private(set) var parts: [Part] = []

  init(of bytes: [UInt8], _ format: MergeFormat) {
    switch format {
    case .yaml:
      if let document = try? YAMLDocument.read(bytes, options: .any) { gather(document.root, "") }
    case .markdown:
      let document = MarkdownDocument(bytes)
      parts = document.sections.map { section in
        // The section's own slug would not do: it is made unique where an id stands twice.
        let id = HeadingText.split(document.text(document.blocks[section.headingBlock].content)).id
        return Part(
          name: id.map { "#" + $0 } ?? "\(section.level) " + section.title, isID: id != nil,
          start: section.ownRange.lowerBound)
      }
    case .lines, .whole: break
    }
  }

  /// How often each name stands in the document.
  var counts: [String: Int] {
    var counts: [String: Int] = [:]
    for part in parts { counts[part.name, default: 0] += 1 }
    return counts
  }

  /// Depth is capped by the reader.
  private mutating func gather(_ node: YAMLNode, _ path: String) {
    switch node.content {
    case .mapping(let mapping):
      for entry in mapping.entries { gather(entry.value, path + "." + (entry.key.text ?? "")) }
    case .sequence(let sequence):
      for item in sequence.items {
        var inner = path + "[]"
        if let id = item.value["id"]?.text {
          inner = path + "#" + id
          parts.append(Part(name: inner, isID: true, start: item.range.lowerBound))
        }
        gather(item.value, inner)
      }
    case .scalar, .alias: break
    }
  }
}

/// Looks whether every named part stands in a merged document as often as it may.
///
/// Lines that fit together can still say a thing twice, where both sides added or moved it; and bring back what one
/// side took out, where the other moved it.
struct NamedPartsCheck {
  private let format: MergeFormat
  private let base: [String: Int]
  private let ours: [String: Int]
  private let theirs: [String: Int]

  init(_ texts: ThreeWay<[UInt8]>, _ format: MergeFormat) {
    self.format = format
    base = NamedParts(of: texts.base, format).counts
    ours = NamedParts(of: texts.ours, format).counts
    theirs = NamedParts(of: texts.theirs, format).counts
  }

  /// What speaks against a merged document, if anything: as it stands, with ours at the open questions, or as it
  /// would be with theirs there.
  func objection(to document: MergedDocument) -> ClashKind? {
    let open = document.clashes.map(\.range)
    if let objection = objection(to: document.bytes, open: open) { return objection }
    if open.isEmpty { return nil }
    let theirs = Dictionary(document.clashes.map { ($0.address, ClashAnswer.theirs) }) { first, _ in first }
    let answered = NamedParts(of: document.answered(theirs), format)
    return isDoubled(answered) ? .alikeAtTwoPlaces : nil
  }

  /// What speaks against a document in which ours stands at the open questions, if anything.
  ///
  /// - Parameter open: the bytes of the document where ours stands only until somebody decides.
  func objection(to bytes: [UInt8], open: [Range<Int>] = []) -> ClashKind? {
    let result = NamedParts(of: bytes, format)
    if isDoubled(result) { return .alikeAtTwoPlaces }
    let isBack = result.parts.contains { part in
      isTakenOut(part) && !open.contains { $0.contains(part.start) }
    }
    return isBack ? .deletedAndEdited : nil
  }

  /// Whether a name stands twice that stands once on each side.
  private func isDoubled(_ result: NamedParts) -> Bool {
    let counts = result.counts
    return result.parts.contains { part in
      let now = counts[part.name, default: 0]
      let (mine, other) = (ours[part.name, default: 0], theirs[part.name, default: 0])
      return now >= 2 && now > max(mine, other)
        && (part.isID || base[part.name] == 1 && mine <= 1 && other <= 1)
    }
  }

  /// Whether exactly one side took the part out.
  private func isTakenOut(_ part: NamedParts.Part) -> Bool {
    let old = base[part.name, default: 0]
    return (ours[part.name] == nil) != (theirs[part.name] == nil) && old >= 1 && (part.isID || old == 1)
  }
}
