/// Cuts a document into units.
enum UnitReader {
  /// Reads a document whose lines all end in `\n`, the last one too.
  static func read(_ bytes: [UInt8], _ format: MergeFormat, _ lexicon: inout Lexicon) -> UnitDocument {
    let words = WordCutter.words(of: bytes, &lexicon)
    var document = UnitDocument(bytes: bytes, words: words, tail: bytes.count..<bytes.count)
    if format == .yaml {
      var reader = YAMLUnitReader(document: document)
      let (units, tail) = reader.read(0..<bytes.count, &lexicon)
      document.units = units
      document.tail = tail
    } else {
      readMarkdown(&document, &lexicon)
    }
    return document
  }

  private static func readMarkdown(_ document: inout UnitDocument, _ lexicon: inout Lexicon) {
    let markdown = MarkdownDocument(document.bytes)
    if let frontMatter = markdown.frontMatter {
      let body = markdown.frontMatterBody
      var reader = YAMLUnitReader(document: document)
      let (kids, tail) = reader.read(body, &lexicon)
      var open = Unit(
        kind: .frontMatter, gap: 0..<0, head: 0..<body.lowerBound, whole: 0..<tail.lowerBound,
        headWords: document.words(in: 0..<body.lowerBound), words: document.words(in: 0..<tail.lowerBound))
      open.kids = kids
      open.key = lexicon.number(ofText: [0x3C])
      open.content = lexicon.number(ofSequence: document.numbers(open.words))
      document.units.append(open)
      let close = body.upperBound..<frontMatter.upperBound
      var end = Unit(
        kind: .frontMatterEnd, gap: tail, head: close, whole: close, headWords: document.words(in: close),
        words: document.words(in: close))
      end.key = lexicon.number(ofText: [0x3E])
      end.content = lexicon.number(ofSequence: document.numbers(end.words))
      document.units.append(end)
    }
    for block in markdown.blocks { document.units.append(unit(of: block, document, &lexicon)) }
    document.tail = markdown.tail
  }

  private static func unit(
    of block: MarkdownBlock, _ document: UnitDocument, _ lexicon: inout Lexicon
  ) -> Unit {
    // An item's mark and number are layout, like white space: they are merged apart from its words.
    let words = document.words(
      in: isItem(block) ? block.content.lowerBound..<block.range.upperBound : block.range)
    var unit = Unit(
      kind: kind(block.kind), gap: block.gap, head: block.range, whole: block.range, headWords: words,
      words: words)
    unit.indent = block.indent
    unit.quoteDepth = block.quoteDepth
    switch block.kind {
    case .code:
      unit.content = lexicon.number(ofText: document.bytes[block.range.lowerBound..<block.content.upperBound])
    default:
      unit.content = lexicon.number(ofSequence: document.numbers(words))
    }
    switch block.kind {
    case .heading:
      let (_, id) = HeadingText.split(String(decoding: document.bytes[block.content], as: UTF8.self))
      if let id { unit.key = lexicon.number(ofText: Array(("#" + id).utf8)[...]) }
    case .linkDefinition:
      let label = document.bytes[block.content].prefix { $0 != UInt8(ascii: "]") }
      unit.key = lexicon.number(ofText: Array(String(decoding: label, as: UTF8.self).lowercased().utf8)[...])
    default:
      break
    }
    return unit
  }

  private static func isItem(_ block: MarkdownBlock) -> Bool {
    if case .item = block.kind { true } else { false }
  }

  private static func kind(_ kind: MarkdownBlock.Kind) -> Unit.Kind {
    switch kind {
    case .heading(let level): .heading(level: level)
    case .paragraph: .paragraph
    case .item(let number): .item(number: number)
    case .tableRow: .row
    case .tableRule: .tableRule
    case .fence: .fence
    case .code: .code
    case .linkDefinition: .link
    case .html: .html
    case .rule: .rule
    }
  }
}
