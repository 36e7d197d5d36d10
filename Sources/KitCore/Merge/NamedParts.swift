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

  /// What speaks against a document in which ours stands at the open questions, if anything.
  ///
  /// - Parameter open: the bytes of the document where ours stands only until somebody decides.
  func objection(to bytes: [UInt8], open: [Range<Int>] = []) -> ClashKind? {
    let result = NamedParts(of: bytes, format)
    let counts = result.counts
    for part in result.parts {
      let now = counts[part.name, default: 0]
      let (old, mine, other) = (
        base[part.name, default: 0], ours[part.name, default: 0], theirs[part.name, default: 0]
      )
      if now >= 2, now > max(mine, other), part.isID || old == 1 && mine <= 1 && other <= 1 {
        return .alikeAtTwoPlaces
      }
      let isTakenOut = (mine == 0) != (other == 0) && old >= 1 && (part.isID || old == 1)
      if isTakenOut, !open.contains(where: { $0.contains(part.start) }) { return .deletedAndEdited }
    }
    return nil
  }
}
